import CSV
import TestSupport
import Testing

@Suite struct RecordScannerTests {
  /// The fast scanner and the plain one agree on any bytes, cut into pieces of any size.
  @Test(arguments: [16, 17, 63, 64, 65, 1000, 1 << 18], 0..<40)
  func agreesWithThePlainScanner(pieceSize: Int, seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) &* 7919)
    let alphabet: [UInt8] = [0x22, 0x22, 0x2C, 0x2C, 0x0A, 0x0D, 0x61, 0x62, 0x63, 0x20]
    let count = Int.random(in: 1...400, using: &random)
    var bytes = [UInt8(0x61)]
    for _ in 0..<count {
      bytes.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
    }
    let expected = PlainScanner(separator: 0x2C).records(bytes)
    let reader = try CSVReader(bytes: bytes, pieceSize: pieceSize)
    reader.separator = 0x2C
    var records: [PlainScanner.Record] = []
    var openLine: Int?
    do throws(CSVFailure) {
      try reader.forEachRecord { record in
        records.append(
          PlainScanner.Record(
            fields: (0..<record.fieldCount).map { Array(record.field($0)) }, line: record.line))
        return true
      }
    } catch {
      if case .unclosedQuote(let line) = error { openLine = line }
    }
    #expect(records == expected.records)
    #expect(openLine == expected.openLine)
  }
}

@Suite struct CSVReaderTests {
  static let table = "来访日期,客户姓名\n2026-03-02,张一\n"

  private func fields(_ reader: CSVReader) throws -> [[String]] {
    var rows: [[String]] = []
    try reader.forEachRecord { record in
      rows.append(record.texts)
      return true
    }
    return rows
  }

  @Test func readsGBKAsGB18030() throws {
    // 来访日期,客户姓名 and 2026-03-02,张一 in GBK.
    let bytes: [UInt8] =
      [0xC0, 0xB4, 0xB7, 0xC3, 0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xBF, 0xCD, 0xBB, 0xA7]
      + [0xD0, 0xD5, 0xC3, 0xFB, 0x0A] + Array("2026-03-02,".utf8) + [0xD5, 0xC5, 0xD2, 0xBB]
    let reader = try CSVReader(bytes: bytes)
    #expect(reader.format.encoding == .gb18030)
    #expect(try fields(reader) == [["来访日期", "客户姓名"], ["2026-03-02", "张一"]])
  }

  @Test func readsRareCharactersOfGB18030() throws {
    let bytes: [UInt8] =
      [0x86, 0xB4, 0x2C, 0xE9, 0x46, 0x2C, 0xFE, 0x9F, 0x2C, 0x95, 0x34, 0xB2, 0x35, 0x0A]
    let reader = try CSVReader(bytes: bytes)
    #expect(try fields(reader) == [["喆", "镕", "䶮", "𠮷"]])
  }

  @Test func keepsUTF8AsUTF8() throws {
    let reader = try CSVReader(bytes: Array(Self.table.utf8))
    #expect(reader.format.encoding == .utf8)
    #expect(!reader.format.isAmbiguous)
    #expect(try fields(reader)[1] == ["2026-03-02", "张一"])
  }

  @Test(arguments: [TextEncoding.utf16LE, .utf16BE])
  func readsUTF16WithAMark(encoding: TextEncoding) throws {
    var bytes: [UInt8] = []
    for unit in ("\u{FEFF}来访日期\t客户姓名\n2026-03-02\t𠮷一\n").utf16 {
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      bytes += encoding == .utf16LE ? [low, high] : [high, low]
    }
    let reader = try CSVReader(bytes: bytes)
    #expect(reader.separator == 0x09)
    #expect(try fields(reader) == [["来访日期", "客户姓名"], ["2026-03-02", "𠮷一"]])
  }

  @Test func refusesUTF16WithoutAMark() {
    let bytes = "date,name\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(throws: CSVFailure.utf16WithoutMark) { try CSVReader(bytes: bytes) }
  }

  @Test func aMarkIsNoPartOfTheFirstHeader() throws {
    for text in ["来访日期,客户姓名\n", "\"来访日期\",\"客户姓名\"\n"] {
      let reader = try CSVReader(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
      #expect(try fields(reader) == [["来访日期", "客户姓名"]])
    }
  }

  @Test func aBadByteSpoilsOneRecordAndNotTheFile() throws {
    var bytes = Array("来访日期,客户姓名\n".utf8)
    for i in 0..<100 { bytes += Array("2026-03-02,张一".utf8) + (i == 55 ? [0xA0] : []) + [0x0A] }
    let reader = try CSVReader(bytes: bytes)
    #expect(reader.format.encoding == .utf8)
    var bad: [Int] = []
    try reader.forEachRecord { record in
      if record.hasBadByte { bad.append(record.line) }
      return true
    }
    #expect(bad == [57])
  }

  @Test func obeysASeparatorLineAndCountsIt() throws {
    let reader = try CSVReader(bytes: Array("sep=;\n来访日期;客户姓名\n2026-03-02;张一".utf8))
    #expect(reader.format.namedSeparator == 0x3B)
    #expect(reader.head().map(\.line) == [2, 3])
    #expect(try fields(reader) == [["来访日期", "客户姓名"], ["2026-03-02", "张一"]])
  }

  @Test func linesInsideQuotesCount() throws {
    let reader = try CSVReader(bytes: Array("a,b\n1,\"x\r\ny\rz\"\r\n2,3\n".utf8))
    var lines: [Int] = []
    try reader.forEachRecord { record in
      lines.append(record.line)
      return true
    }
    #expect(lines == [1, 2, 5])
  }

  @Test func nothingAfterAnUnclosedQuoteIsUsed() throws {
    let reader = try CSVReader(bytes: Array("a,b\n1,2\n3,\"x\n4,5\n".utf8))
    #expect(throws: CSVFailure.unclosedQuote(line: 3)) {
      try reader.forEachRecord { _ in true }
    }
  }

  @Test func namesWhatCannotBeRead() {
    #expect(throws: CSVFailure.empty) { try CSVReader(bytes: []) }
    #expect(throws: CSVFailure.isDirectory) { try CSVReader(path: "/") }
    #expect(throws: CSVFailure.notFound) { try CSVReader(path: "/no/such/file.csv") }
  }

  @Test func nulsAreRemovedAndCounted() throws {
    let reader = try CSVReader(bytes: Array("日期,姓名\n2026\0-03-02,张\0一\n".utf8))
    #expect(try fields(reader)[1] == ["2026-03-02", "张一"])
    #expect(reader.format.removedNULs == 2)
  }

  @Test func columnsCountCharacters() throws {
    let reader = try CSVReader(bytes: Array("张三,138,x\n".utf8))
    try reader.forEachRecord { record in
      #expect(record.column(of: 2) == 8)
      return true
    }
  }

  @Test func aVeryLongCellIsRead() throws {
    let cell = String(repeating: "长", count: 200_000)
    let reader = try CSVReader(bytes: Array("a,b\n1,\"\(cell)\"\n2,3\n".utf8))
    #expect(try fields(reader).map { $0[1].count } == [1, 200_000, 1])
  }
}

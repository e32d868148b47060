import CSV
import Testing

@Suite struct EncodingTests {
  static let rows = [["来访日期", "客户姓名"], ["2026-03-02", "张一"]]
  /// The rows in GBK: 来访日期,客户姓名 and 2026-03-02,张一.
  static let gbk: [UInt8] =
    [0xC0, 0xB4, 0xB7, 0xC3, 0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xBF, 0xCD, 0xBB, 0xA7]
    + [0xD0, 0xD5, 0xC3, 0xFB, 0x0A] + Array("2026-03-02,".utf8) + [0xD5, 0xC5, 0xD2, 0xBB]
  static let utf8 = Array("来访日期,客户姓名\n2026-03-02,张一".utf8)

  private static func utf16(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return encoding == .utf16LE ? [low, high] : [high, low]
    }
  }

  @Test(arguments: [1, 3, 1 << 18])
  func readsGBKAsGB18030(pieceSize: Int) throws {
    let reader = try CSVReader(bytes: Self.gbk, pieceSize: pieceSize, headSize: pieceSize)
    reader.separator = 0x2C
    #expect(Reading(reader).rows == Self.rows)
    #expect(reader.format.encoding == .gb18030)
    #expect(!reader.format.hasMark)
  }

  @Test func keepsUTF8AsUTF8() throws {
    let reader = try CSVReader(bytes: Self.utf8)
    #expect(reader.format.encoding == .utf8)
    #expect(!reader.format.isAmbiguous)
    #expect(Reading(reader).rows == Self.rows)
  }

  @Test(arguments: [1, 4, 1 << 18])
  func readsRareCharactersOfGB18030(pieceSize: Int) throws {
    // 喆 and 镕 are outside GB2312, 䶮 outside GBK, 𠮷 has four bytes; ① and Ω become two or three.
    let bytes: [UInt8] =
      [0x86, 0xB4, 0x2C, 0xE9, 0x46, 0x2C, 0xFE, 0x9F, 0x2C, 0x95, 0x34, 0xB2, 0x35, 0x2C]
      + [0xA2, 0xD9, 0xA6, 0xB8, 0x0A]
    let reader = try CSVReader(bytes: bytes, pieceSize: pieceSize, headSize: pieceSize)
    reader.separator = 0x2C
    let reading = Reading(reader)
    #expect(reading.rows == [["喆", "镕", "䶮", "𠮷", "①Ω"]])
    #expect(reading.badLines.isEmpty)
  }

  /// The second byte of these is an ASCII letter or sign: 丟 81 47, 竆 B8 5C, 亅 81 5D, 丶 81 7C.
  @Test func secondBytesInASCIIAreNoSeparators() throws {
    let reader = try CSVReader(
      bytes: [0x61, 0x7C, 0x81, 0x47, 0x7C, 0x81, 0x7C, 0x7C, 0x81, 0x5C, 0x0A],
      encoding: .gb18030)
    #expect(reader.separator == 0x7C)
    let rows = Reading(reader).rows
    #expect(rows.map(\.count) == [4])
    #expect(rows[0].allSatisfy { $0.count == 1 })
  }

  @Test(arguments: [TextEncoding.utf16LE, .utf16BE], [1, 3, 1 << 18])
  func readsUTF16WithAMark(encoding: TextEncoding, pieceSize: Int) throws {
    let reader = try CSVReader(
      bytes: Self.utf16("\u{FEFF}来访日期\t客户姓名\n2026-03-02\t𠮷一\n", encoding),
      pieceSize: pieceSize, headSize: max(pieceSize, 40))
    #expect(reader.format.encoding == encoding)
    #expect(reader.format.hasMark)
    #expect(reader.separator == 0x09)
    #expect(Reading(reader).rows == [["来访日期", "客户姓名"], ["2026-03-02", "𠮷一"]])
  }

  @Test(arguments: [
    "date,name\n", "来访日期,客户姓名\n", "来访日期\t客户姓名\n2026-03-02\t张一\n",
    "文档\t栏目\t内容\n周报\t下周计划\t" + String(repeating: "联系老客户约看样板间，", count: 20),
  ])
  func refusesUTF16WithoutAMark(text: String) {
    for encoding in [TextEncoding.utf16LE, .utf16BE] {
      #expect(throws: CSVFailure.utf16WithoutMark) {
        try CSVReader(bytes: Self.utf16(text, encoding))
      }
    }
  }

  @Test func readsUTF16WithoutAMarkWhenAsked() throws {
    let reader = try CSVReader(
      bytes: Self.utf16("来访日期,客户姓名\n2026-03-02,张一", .utf16LE), encoding: .utf16LE)
    #expect(Reading(reader).rows == Self.rows)
  }

  @Test func halvesOfCharactersOfUTF16AreBad() throws {
    let bytes =
      Self.utf16("\u{FEFF}a,b\n1,", .utf16LE) + [0x00, 0xD8, 0x0A, 0x00, 0x32, 0x00, 0x2C]
    let reading = Reading(try CSVReader(bytes: bytes))
    #expect(reading.lines == [1, 2, 3])
    #expect(reading.badLines == [2, 3])
  }

  @Test(arguments: ["来访日期,客户姓名\n2026-03-02,张一", "\"来访日期\",\"客户姓名\"\n\"2026-03-02\",\"张一\""])
  func aMarkIsNoPartOfTheFirstHeader(text: String) throws {
    let reader = try CSVReader(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(reader.format.hasMark)
    let reading = Reading(reader)
    #expect(reading.rows == Self.rows)
    #expect(reading.records[0].places[1].column == (text.first == "\"" ? 8 : 6))
  }

  @Test(arguments: [1, 50, 1 << 18])
  func aBadByteSpoilsOneRecordAndNotTheFile(pieceSize: Int) throws {
    var bytes = Array("来访日期,客户姓名\n".utf8)
    for i in 0..<100 { bytes += Array("2026-03-02,张一".utf8) + (i == 55 ? [0xA0] : []) + [0x0A] }
    let reader = try CSVReader(bytes: bytes, pieceSize: pieceSize, headSize: max(pieceSize, 200))
    var badFields: [Int?] = []
    var lines: [Int] = []
    try reader.forEachRecord { record in
      if record.hasBadByte {
        badFields.append(record.badField)
        lines.append(record.line)
        #expect(record.texts == ["2026-03-02", "张一\u{FFFD}"])
      }
      return true
    }
    #expect(reader.format.encoding == .utf8)
    #expect(lines == [57])
    #expect(badFields == [1])
  }

  @Test(
    arguments: [
      // bytes of a second cell, what the file is taken for, and whether its record is bad
      ([0xA0], TextEncoding.utf8, true),
      ([0xE9], .utf8, true),
      ([0xD5, 0xC5], .gb18030, false),
      ([0xC1, 0xAA, 0xCD, 0xA8], .gb18030, false),
      ([0xE5, 0xBC, 0xA0], .utf8, false),
      ([0xE5, 0xBC], .gb18030, false),
      ([0xF0, 0xA0, 0xAE, 0xB7], .utf8, false),
      ([0xED, 0xA0, 0x80], .gb18030, true),
      ([0x95, 0x34, 0xB2, 0x35], .gb18030, false),
      ([0xFF], .utf8, true),
      ([0x80], .utf8, true),
    ] as [([UInt8], TextEncoding, Bool)])
  func aFewBytesDecide(cell: [UInt8], encoding: TextEncoding, isBad: Bool) throws {
    let reader = try CSVReader(bytes: Array("date,name\n1,".utf8) + cell + [0x2C, 0x0A])
    #expect(Reading(reader).badLines == (isBad ? [2] : []))
    #expect(reader.format.encoding == encoding)
  }

  @Test func oneBadByteInGB18030SpoilsOneRecord() throws {
    let reader = try CSVReader(bytes: Self.gbk + [0x0A] + Array("2026-03-03,".utf8) + [0xD5, 0x0A])
    let reading = Reading(reader)
    #expect(reader.format.encoding == .gb18030)
    #expect(reading.lines == [1, 2, 3])
    #expect(reading.badLines == [3])
  }

  @Test func rowsInGBKPastedIntoUTF8AreBad() throws {
    var bytes = Array("来访日期,客户姓名\n".utf8)
    for _ in 0..<3 { bytes += Array("2026-03-02,张一\n".utf8) }
    bytes += Array("2026-03-03,".utf8) + [0xD5, 0xC5, 0xD2, 0xBB, 0x0A]
    let reading = Reading(try CSVReader(bytes: bytes))
    #expect(reading.badLines == [5])
    #expect(reading.rows[1] == ["2026-03-02", "张一"])
  }

  /// The first characters beyond ASCII may come late.
  @Test func aLateNameDecides() throws {
    let head = Array(String(repeating: "2026-03-02,x\n", count: 10_000).utf8)
    for (name, encoding) in [
      ([0xD5, 0xC5, 0xD2, 0xBB], TextEncoding.gb18030), (Array("张一".utf8), .utf8),
    ] {
      let reader = try CSVReader(bytes: head + [0x31, 0x2C] + name, pieceSize: 1 << 12)
      let reading = Reading(reader)
      #expect(reading.rows.last == ["1", "张一"])
      #expect(reading.lines.last == 10_001)
      #expect(reader.format.encoding == encoding)
    }
  }

  @Test(arguments: [
    ("date,name\n1,André\n", true), ("date,name\n1,Ærø\n", true), ("日期,姓名\n1,André\n", false),
    ("date,name\n1,Andre\n", false), ("date,name\n1,张一\n", false), ("价格,面积\n1,89m²\n", false),
  ])
  func onlyLatinLettersAreAmbiguous(text: String, isAmbiguous: Bool) throws {
    let reader = try CSVReader(bytes: Array(text.utf8))
    #expect(reader.format.encoding == .utf8)
    #expect(reader.format.isAmbiguous == isAmbiguous)
    let marked = try CSVReader(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(!marked.format.isAmbiguous)
  }

  @Test func anEncodingThatIsAskedForIsUsed() throws {
    let reader = try CSVReader(bytes: Self.gbk, encoding: .utf8)
    #expect(reader.format.encoding == .utf8)
    #expect(Reading(reader).badLines == [1, 2])
    // 张一 in UTF-8 read as GB18030.
    let wrong = try CSVReader(bytes: Array("张一".utf8), encoding: .gb18030)
    #expect(Reading(wrong).rows == [["寮犱竴"]])
  }

  @Test(arguments: [
    ("GBK", TextEncoding.gb18030), ("gb2312", .gb18030), ("GB-18030", .gb18030), ("utf8", .utf8),
    ("UTF-8", .utf8), ("utf-8-sig", .utf8), ("cp936", .gb18030), ("UTF-16", .utf16LE),
    ("utf-16be", .utf16BE),
  ])
  func encodingsGoByTheNamesPeopleUse(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(named: name) == encoding)
  }

  @Test func otherEncodingsHaveNoName() {
    #expect(TextEncoding(named: "latin1") == nil)
    #expect(TextEncoding(named: "") == nil)
  }

  @Test(arguments: [1, 8, 1 << 18])
  func nulsAreRemovedAndCounted(pieceSize: Int) throws {
    for text in [
      "日期,姓名\n2026\0-03-02,张\0一\n", "date,name\r\0\n2026-03-02\0,x\n", "name,note\nabc\0,hel\0lo",
    ] {
      let reader = try CSVReader(
        bytes: Array(text.utf8), pieceSize: pieceSize, headSize: max(pieceSize, 16))
      let reading = Reading(reader)
      let without = try CSVReader(bytes: text.utf8.filter { $0 != 0 })
      #expect(reading.rows == Reading(without).rows)
      #expect(reading.lines == [1, 2])
      #expect(reader.format.removedNULs == 2)
      #expect(reading.badLines.isEmpty)
    }
  }

  @Test func nulsOfGB18030AreRemovedAndCounted() throws {
    let reader = try CSVReader(bytes: Self.gbk + [0x00, 0x0A, 0x00, 0x00])
    #expect(Reading(reader).rows == Self.rows)
    #expect(reader.format.removedNULs == 3)
  }

  @Test func longTextInGB18030ReadsAsInUTF8() throws {
    var bytes: [UInt8] = []
    for i in 0..<500 {
      bytes +=
        [0xD5, 0xC5] + (i % 3 == 0 ? [0x95, 0x34, 0xB2, 0x35] : Array("\(i)".utf8)) + [0x2C]
    }
    for pieceSize in [5, 64, 1000] {
      let reader = try CSVReader(bytes: bytes, pieceSize: pieceSize, headSize: 64)
      reader.separator = 0x2C
      let row = try #require(Reading(reader).rows.first)
      #expect(row.dropLast() == (0..<500).map { $0 % 3 == 0 ? "张𠮷" : "张\($0)" }[...])
    }
  }
}

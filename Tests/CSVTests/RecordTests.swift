import CSV
import Testing

/// Quotes, lines and the shape of records; expected rows worked out by hand.
@Suite struct RecordTests {
  @Test(arguments: [
    // text, rows
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2\r\n3,4\r5,6", [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]),
    ("a,b\n1,", [["a", "b"], ["1", ""]]),
    ("a\n\n\nb\n", [["a"], [""], [""], ["b"]]),
    ("a\r\n\r\nb", [["a"], [""], ["b"]]),
    ("a\r\rb", [["a"], [""], ["b"]]),
    ("a\n\rb", [["a"], [""], ["b"]]),
    ("\n", [[""]]),
    (",", [["", ""]]),
    // quotes
    ("\"a\",\"b,c\"", [["a", "b,c"]]),
    ("\"a\nb\",c", [["a\nb", "c"]]),
    ("\"a\r\nb\",c", [["a\r\nb", "c"]]),
    ("\"a\"\"b\",\"\"\"\"", [["a\"b", "\""]]),
    ("\"\",\"\"\n", [["", ""]]),
    ("\"\"\"a\"\"\"", [["\"a\""]]),
    ("2026-03-02,喜欢\"大\"阳台\n2026-03-03,无", [["2026-03-02", "喜欢\"大\"阳台"], ["2026-03-03", "无"]]),
    ("张一,=\"13800000001\",自访", [["张一", "=\"13800000001\"", "自访"]]),
    ("a, \"b,c\"", [["a", " \"b", "c\""]]),
    // what follows a closing quote is text, quotes in it too
    ("\"a\"b,c", [["ab", "c"]]),
    ("\"a\" \"b\",c", [["a \"b\"", "c"]]),
    ("\"a\"b\"\"c,d", [["ab\"\"c", "d"]]),
    ("\"a,b\"c\"d,e\"", [["a,bc\"d", "e\""]]),
    ("\"\"a,b", [["a", "b"]]),
    // a lone quote at the end of an unquoted field
    ("5\",6\"", [["5\"", "6\""]]),
  ])
  func reads(text: String, rows: [[String]]) throws {
    let reading = try Reading(text, separator: ",")
    #expect(reading.rows == rows)
    #expect(reading.failure == nil)
  }

  @Test func rowsOfAnyWidthAreDelivered() throws {
    let reading = try Reading("a,b,c,d\n1,2,3,4\n1,2,3,4,5\n1,2,3\n")
    #expect(reading.records.map(\.fields.count) == [4, 4, 5, 3])
    #expect(reading.lines == [1, 2, 3, 4])
  }

  @Test(arguments: [
    ("日期,备注\n2026-03-02,\"约\n周六\"\n2026-13-02,无\n", [1, 2, 4]),
    ("a,b\n1,\"x\r\ny\rz\"\r\n2,3\n", [1, 2, 5]),
    ("a\r\nb\r\nc", [1, 2, 3]),
    ("a\rb\nc\r\nd", [1, 2, 3, 4]),
    ("a\n\n\nb", [1, 2, 3, 4]),
    ("\"\n\n\n\"\nb", [1, 5]),
  ])
  func linesInsideQuotesCount(text: String, lines: [Int]) throws {
    for pieceSize in [1, 3, 64, 4096] {
      let reading = try Reading(text, separator: ",", pieceSize: pieceSize)
      #expect(reading.lines == lines, "pieces of \(pieceSize)")
    }
  }

  @Test(arguments: [
    // text, line of the quote, rows before it
    ("a,b\n1,2\n3,\"x\n4,5\n", 3, 2),
    ("\"a", 1, 0),
    ("a\n\"b\nc\nd", 2, 1),
    // the record begins on line 2, the quote that stays open on line 3
    ("a,b\n\"1\n2\",\"x\ny\n", 3, 1),
    ("a\n\"b\"\"", 2, 1),
    ("a\r\n\r\n\"", 3, 2),
  ])
  func nothingAfterAnUnclosedQuoteIsUsed(text: String, line: Int, rows: Int) throws {
    for pieceSize in [1, 5, 4096] {
      let reading = try Reading(text, separator: ",", pieceSize: pieceSize)
      #expect(reading.failure == .unclosedQuote(line: line))
      #expect(reading.records.count == rows)
    }
  }

  @Test func columnsCountCharacters() throws {
    let reader = try CSVReader(
      bytes: Array("张三,138,x\n\"一\r\n二\",\"𠮷\n三\",y,é,z\n".utf8))
    var places: [[PlainScanner.Place]] = []
    try reader.forEachRecord { record in
      places.append(
        (0..<record.fieldCount).map {
          .init(line: record.line(of: $0), column: record.column(of: $0))
        }
      )
      return true
    }
    #expect(
      places == [
        [.init(line: 1, column: 1), .init(line: 1, column: 4), .init(line: 1, column: 8)],
        [
          .init(line: 2, column: 1), .init(line: 3, column: 4), .init(line: 4, column: 4),
          .init(line: 4, column: 6), .init(line: 4, column: 8),
        ],
      ])
  }

  @Test func theRecordIsTheTextAsWritten() throws {
    let reader = try CSVReader(bytes: Array("\"a\",b,\"\",,c\"d\"\n".utf8))
    try reader.forEachRecord { record in
      #expect(String(decoding: record.bytes, as: UTF8.self) == "\"a\",b,\"\",,c\"d\"")
      #expect(record.raw(0).elementsEqual("\"a\"".utf8))
      return true
    }
  }

  @Test func contentsOfOneRecordStandSideBySide() throws {
    let reader = try CSVReader(bytes: Array("\"a\"\"1\",\"b\"\"2\",\"c\"\"3\"\n".utf8))
    try reader.forEachRecord { record in
      let fields = (0..<3).map { record.field($0) }
      #expect(fields.map { String(decoding: $0, as: UTF8.self) } == ["a\"1", "b\"2", "c\"3"])
      return true
    }
  }

  @Test func aVeryLongCellIsRead() throws {
    let cell = String(repeating: "长", count: 200_000)
    let reading = try Reading("a,b\n1,\"\(cell)\"\n2,3\n", pieceSize: 1 << 12)
    #expect(reading.rows.map { $0[1].count } == [1, 200_000, 1])
  }

  @Test func threeHundredColumnsAreRead() throws {
    let row = (0..<300).map(String.init).joined(separator: ",")
    let reading = try Reading("\(row)\n\(row)\n", pieceSize: 100)
    #expect(reading.records.map(\.fields.count) == [300, 300])
    #expect(reading.rows[1][299] == "299")
  }

  @Test func readingStopsWhenTold() throws {
    let reader = try CSVReader(bytes: Array("a\nb\nc\n".utf8))
    var count = 0
    try reader.forEachRecord { record in
      count += 1
      #expect(record.index == count - 1)
      return count < 2
    }
    #expect(count == 2)
  }
}

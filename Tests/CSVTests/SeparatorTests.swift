import CSV
import Testing

@Suite struct SeparatorTests {
  @Test(arguments: [
    ("来访日期,客户姓名\n", ","), ("来访日期;客户姓名\n", ";"), ("来访日期\t客户姓名\n", "\t"),
    ("来访日期|客户姓名\n", "|"), ("备注\n普通\na;b", ","), ("房号\t总价\n1-101\t1,280,000", "\t"),
    ("\"总价,元\";房号\n1,2,3;4\n", ";"), ("", ","),
  ])
  func theFirstLineDecides(text: String, separator: Character) throws {
    let reader = try CSVReader(bytes: Array((text + "\n").utf8))
    #expect(reader.separator == separator.asciiValue)
    #expect(reader.format.namedSeparator == nil)
  }

  @Test func aThousandsSeparatorSplitsNoTabFile() throws {
    let reader = try CSVReader(bytes: Array("房号\t总价\n1-101\t1,280,000".utf8))
    #expect(Reading(reader).rows == [["房号", "总价"], ["1-101", "1,280,000"]])
  }

  @Test(arguments: [
    "sep=;\n", "sep=;\r\n", "sep=;\r", "SEP=;\n", "\"sep=;\"\n", "sep=;;;\n",
  ])
  func aSeparatorLineIsObeyedAndCounted(line: String) throws {
    for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      let reader = try CSVReader(
        bytes: mark + Array((line + "来访日期;客户姓名\n2026-03-02;张一").utf8))
      #expect(reader.format.namedSeparator == 0x3B)
      #expect(reader.head().map(\.line) == [2, 3])
      let reading = Reading(reader)
      #expect(reading.rows == EncodingTests.rows)
      #expect(reading.lines == [2, 3])
      #expect(reading.records[1].places[1] == .init(line: 3, column: 12))
    }
  }

  @Test(arguments: ["sep=\n", "sep=ab\n", "sep=，\n", "sep=\"\n", "separator=;\n", "sep=;x\n"])
  func otherFirstLinesAreRecords(line: String) throws {
    let reader = try CSVReader(bytes: Array((line + "a,b\n").utf8))
    #expect(reader.format.namedSeparator == nil)
    #expect(reader.head(separator: 0x2C).count == 2 || line.contains("\""))
  }

  @Test func aSeparatorOfItsOwnIsObeyed() throws {
    let reader = try CSVReader(bytes: Array("sep=^\na^b\n1^2\n".utf8))
    #expect(Reading(reader).rows == [["a", "b"], ["1", "2"]])
  }

  @Test func theHeadIsReadBySeveralSeparatorsAndNotUsedUp() throws {
    let reader = try CSVReader(
      bytes: Array("某项目来访登记表\n来访日期;客户姓名\n2026-03-02;\"张\n一\"\n3;4\n".utf8))
    #expect(reader.separator == 0x2C)
    #expect(reader.head().map(\.fields.count) == [1, 1, 1, 1, 1])
    let head = reader.head(separator: 0x3B)
    #expect(head.map(\.line) == [1, 2, 3, 5])
    #expect(head[2].fields == ["2026-03-02", "张\n一"])
    #expect(reader.head(separator: 0x3B, limit: 2).count == 2)
    reader.separator = 0x3B
    #expect(Reading(reader).rows.count == 4)
  }

  @Test func theHeadOfALongFileIsItsFirstTwentyRecords() throws {
    let text = (1...50_000).map { "\($0),x" }.joined(separator: "\n")
    let head = try CSVReader(bytes: Array(text.utf8)).head()
    #expect(head.map { $0.fields[0] } == (1...20).map(String.init))
  }
}

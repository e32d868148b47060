import Diagnostics
import Loaders
import Records
import Testing

/// Copies of rows in and across files.
@Suite struct DuplicateLoadingTests {
  @Test func aRowOfTwoFilesCountsOnceTheEarlierFilesOne() {
    var folder = OfficeFolder("来访1.csv", "序号,来访日期,客户姓名⏎1,2026-03-02,张一")
    folder.add("来访2.csv", "客户姓名,来访日期,序号⏎ 张一,2026-03-02,9⏎李二,2026-03-02,10")
    let result = folder.load()
    #expect(result.office?.visits.state == [.counts, .duplicate, .counts])
    #expect(result.office?.sources.map(\.balance.duplicates) == [0, 1])
  }

  @Test func aRowCountsAsOftenAsInTheFileWhereItIsMostOften() {
    var folder = OfficeFolder("来访1.csv", "来访日期,客户姓名⏎2026-03-02,张一")
    folder.add("来访2.csv", "来访日期,客户姓名⏎2026-03-02,张一⏎2026-03-02,张一⏎2026-03-02,张一")
    folder.add("来访3.csv", "来访日期,客户姓名⏎2026-03-02,张一⏎2026-03-02,张一")
    let result = folder.load()
    #expect(result.counted(.visits) == 3)
    #expect(result.has("visits.same-row-twice"))
  }

  @Test(arguments: ["", ",", ",,,"])
  func emptyCellsBehindTheLastColumnMakeNoOtherRow(behind: String) {
    var folder = OfficeFolder("来访1.csv", "来访日期,客户姓名⏎2026-03-02,张一⏎2026-03-02,\"李二\"")
    folder.add(
      "来访2.csv", "来访日期,客户姓名⏎2026-03-02,张一\(behind)⏎2026-03-02,李二\(behind)")
    let result = folder.load()
    #expect(result.office?.visits.state == [.counts, .counts, .duplicate, .duplicate])
  }

  @Test func theLaterFileWinsForOneRecordID() {
    var folder = OfficeFolder("来访1.csv", "来访编号,来访日期,客户姓名⏎V1,2026-03-02,张一")
    folder.add("来访2.csv", "来访编号,来访日期,客户姓名⏎V1,2026-03-02,张一一")
    let result = folder.load()
    #expect(result.office?.visits.state == [.duplicate, .counts])
    #expect(result.has("visits.replaced-record"))
  }

  @Test func aCopiedSpecialVisitIsACopy() {
    var folder = OfficeFolder("来访1.csv", "来访日期,客户姓名,来访类型⏎2026-03-02,张一,特殊来访")
    folder.add("来访2.csv", "来访日期,客户姓名,来访类型⏎2026-03-02,张一,特殊来访")
    let result = folder.load()
    #expect(result.office?.sources.map(\.balance.excluded) == [1, 0])
    #expect(result.office?.sources.map(\.balance.duplicates) == [0, 1])
  }

  @Test(arguments: [
    ("90-100㎡", "90-100m2", true), ("Ａ级", "A级", true), ("\"a,b\",", "\"a\",b", false),
    ("\"a\"", "a", true), ("a ", "a", true), ("'a", "a", true), ("a\u{3000}", " a", true),
    ("ab", "aB", false), ("\"东区\"", "东区", true), ("\" 东区\"", "东区", true),
    ("\"东区 \"", "\"东区\"", true), ("\"8,9\"", "\"8,9 \"", true), ("\"8,9\"", "\"8.9\"", false),
    ("\"80m2\"", "80㎡", true), ("\"80㎡,南\"", "\"80m2,南\"", true), ("\"一\"\"二\"", "一\"二", true),
    ("\"Ａ,b\"", "\"A,b\"", true), ("\"\"", "", true), ("\" \"", "\"\"", true),
    ("\"'a\"", "\"a\"", true), ("\"a\"b", "ab", true),
  ])
  func rowsAreComparedAsTheyAreRead(first: String, second: String, areTwins: Bool) {
    let isWide = first.contains("\",")
    let header = isWide ? "来访日期,备注,居住区域" : "来访日期,备注"
    let folder = OfficeFolder(
      "来访.csv", "\(header)⏎2026-03-02,\(first)⏎2026-03-02,\(second)")
    let result = folder.load()
    #expect(result.has("visits.same-row-twice") == areTwins)
    #expect(result.counted(.visits) == 2)
  }

  /// Rows are compared sixteen bytes at a time: what is folded may stand anywhere in them.
  @Test(arguments: 0..<34)
  func foldedSpellingsAreTwinsAtEveryPlaceOfARow(before: Int) {
    let text = String(repeating: "x", count: before)
    let folder = OfficeFolder(
      "来访.csv",
      "来访日期,备注⏎2026-03-02,\(text)㎡，yyyyyyyyyyyy⏎2026-03-02,\(text)m2，yyyyyyyyyyyy⏎"
        + "2026-03-02,\(text)㎡yyyyyyyyyyyyy⏎2026-03-02,\(text)m2yyyyyyyyyyyyy⏎"
        + "2026-03-02,\(text)㏂yyyyyyyyyyyyy")
    let twins = folder.load().findings.filter { $0.code == "visits.same-row-twice" }
    #expect(twins.map(\.place?.line) == [3, 5])
  }
}

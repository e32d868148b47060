import Diagnostics
import Loaders
import Records
import Testing

/// Separators, quotes, lines and the shape of tables (bad inputs B11–B31).
@Suite struct ShapeLoadingTests {
  @Test(arguments: [
    // B11: the separator order of Excel is no header; the row stands on line 3.
    ("visits.csv", "sep=;⏎来访日期;客户姓名⏎2026-13-02;张一«visits.bad-date»", 0),
    // B17: a quote inside an unquoted field is text.
    ("来访.csv", "日期,备注⏎2026-03-02,喜欢\"大\"阳台⏎2026-03-03,无", 2),
    // B18: line numbers stay right behind a quoted line break.
    (
      "来访.csv",
      "来访日期,备注⏎2026-03-02,\"两⏎行\"⏎2026-13-02,无«visits.bad-date»", 1
    ),
    // B20: no line end behind the last row.
    ("来访.csv", "日期,姓名⏎2026-03-02,张一", 1),
    // B22: rows of the wrong width are rejects, each named.
    (
      "来访.csv",
      "来访日期,姓名,电话,渠道⏎2026-03-02,张一,,自访⏎2026-03-02,张一,,自访,多«visits.field-count»⏎2026-03-02,张一,«visits.missing-fields»",
      1
    ),
    // Empty fields beyond the header are fine.
    ("来访.csv", "来访日期,姓名,电话⏎2026-03-02,张一,,,,", 1),
    // B24: title lines above the header.
    (
      "来访.csv",
      "某项目来访登记表,,⏎统计区间：2026-03-02至2026-03-08,,⏎来访日期,客户姓名,渠道⏎2026-03-02,张一,自访", 1
    ),
    // B27: a zero-width space in a header.
    ("来访.csv", "来访日期,客户\u{200B}姓名⏎2026-03-02,张一", 1),
    // Blank, repeated-header and footer rows come before the field count.
    (
      "来访.csv",
      "来访日期,姓名,电话⏎2026-03-02,张一,⏎,,⏎⏎来访日期,姓名,电话⏎2026-03-03,李二,⏎合 计：⏎制表人：王五⏎END OF REPORT", 2
    ),
    // An unclosed quote is an error where it begins; nothing after it is used.
    (
      "来访.csv",
      "来访日期,姓名,备注⏎2026-03-02,张一,好⏎2026-03-03,李二,\"没有收尾«visits.unclosed-quote»⏎2026-03-04,王三,好", 1
    ),
  ])
  func rowsAreCountedAndFindingsStandWhereMarked(name: String, text: String, counted: Int) {
    let folder = OfficeFolder(name, text)
    let result = folder.load()
    #expect(result.counted(.visits) == counted)
    #expect(OfficeFolder.marks(result) == folder.expected)
    let balance = result.balance
    #expect(
      balance.rows
        == counted + balance.skipped + balance.rejected + balance.duplicates + balance.excluded)
  }

  @Test func aSeparatorLineCountsAsALine() {
    let result = OfficeFolder("visits.csv", "sep=;⏎来访日期;客户姓名⏎2026-03-02;张一").load()
    #expect(result.counted(.visits) == 1)
    #expect(result.office.map { Array($0.visits.line) } == [3])
  }

  @Test func theHeaderLineAloneDecidesTheSeparator() {
    // B13: a thousands separator does not make a tab file a comma file.
    let result = OfficeFolder("成交.csv", "房号⇥总价⏎1-101⇥1,280,000").load()
    #expect(result.numbers(.total, .deals) == [128_000_000])
    // B14: one column, whatever later lines look like; it is no known kind.
    let other = OfficeFolder("x.csv", "备注⏎普通⏎a;b").load()
    #expect(other.has("file.not-used"))
  }

  @Test func fullWidthCommasAreRefusedWithAHint() throws {
    let result = OfficeFolder("来访.csv", "来访日期，客户姓名⏎2026-03-02，张一").load()
    let finding = try #require(result.findings.first { $0.code == "file.full-width-comma" })
    #expect(finding.severity == .error)
    #expect(Wording.english.hint(of: finding)?.contains("\",\"") == true)
  }

  @Test func aNoteKeepsItsQuotes() {
    let rows = "日期,板块,检查项目,说明⏎2026-03-02,前台,灯光,偏\"暗\"一点⏎2026-03-03,前台,茶水,无"
    let result = OfficeFolder("巡检.csv", rows).load()
    #expect(result.office?[.patrols].text(.note, 0) == "偏\"暗\"一点")
  }

  @Test func whatPeopleNotedOfCustomersIsNotKept() {
    let result = OfficeFolder("来访.csv", "日期,记录编号,备注⏎2026-03-02,7,喜欢大阳台").load()
    #expect(result.office?.visits.count == 1)
    #expect(result.office?.visits.has(.note) == false)
    #expect(result.office?.visits.has(.recordID) == false)
  }

  @Test func titleLinesAreCounted() {
    let result = OfficeFolder(
      "来访.csv",
      "某项目来访登记表,,⏎统计区间：2026-03-02至2026-03-08,,⏎来访日期,客户姓名,渠道⏎2026-03-02,张一,自访"
    ).load()
    #expect(result.fact("file.title-lines", "count") == "2")
    #expect(result.office?.sources.first?.headerLine == 3)
  }

  @Test(arguments: [
    ("3000000", "total.agrees", ""), ("3100000", "total.differs", "100000"),
  ])
  func totalRowsAreComparedAndNeverCounted(total: String, code: String, difference: String) {
    // B25
    let result = OfficeFolder(
      "成交.csv",
      "房号,认购日期,成交总价⏎1-101,2026-03-02,1000000⏎1-102,2026-03-03,2000000⏎合计,,\(total)"
    ).load()
    #expect(result.numbers(.total, .deals) == [100_000_000, 200_000_000])
    #expect(result.has(code))
    #expect(result.fact(code, "difference") ?? "" == difference)
    #expect(result.balance.skipped == 1)
  }

  @Test func subtotalsAreComparedWithTheirGroup() {
    let result = OfficeFolder(
      "成交.csv",
      "房号,认购日期,成交总价⏎1-101,2026-03-02,100⏎1-102,2026-03-02,200⏎小计,,300⏎2-101,2026-03-02,50⏎小计,,50⏎总计,,350"
    ).load()
    #expect(result.findings.count { $0.code == "total.agrees" } == 3)
  }

  @Test func binaryFractionsAreNeverUsedForTotals() {
    // B53
    let result = OfficeFolder(
      "成交.csv",
      "房号,认购日期,成交总价⏎1-101,2026-03-02,324.71⏎1-102,2026-03-02,181.51⏎合计,,506.22"
    ).load()
    #expect(result.has("total.agrees"))
  }

  @Test func manyUnknownColumnsAreOneLine() {
    // B28
    let known = ["来访日期", "客户姓名", "联系电话", "认知途径"]
    let unknown = (1...296).map { "栏\($0)甲" }
    let row = ["2026-03-02", "张一", "", "自访"] + unknown.map { _ in "x" }
    let text =
      (known + unknown).joined(separator: ",") + "\n" + row.joined(separator: ",")
    let result = OfficeFolder("来访.csv", text).load()
    #expect(result.counted(.visits) == 1)
    #expect(result.fact("columns.unused", "count") == "296")
  }

  @Test func aHeaderAloneIsNoErrorAndAnEmptyFileIs() {
    // B29 and B30 are told apart.
    let header = OfficeFolder("来访.csv", "来访日期,客户姓名⏎").load()
    #expect(header.office != nil)
    #expect(header.counted(.visits) == 0)
    #expect(header.has("file.no-rows"))
    let empty = OfficeFolder("来访.csv", "").load()
    #expect(empty.office == nil)
    #expect(empty.has("file.empty"))
  }

  @Test func aFolderGivenAsAFileIsNamed() {
    // B31
    var request = OfficeFolder().request
    request.files = [LoadRequest.NamedFile(path: "/tmp", kind: .visits)]
    let result = OfficeLoader.load(request)
    #expect(result.office == nil)
    #expect(result.has("file.is-directory"))
    request.files = [LoadRequest.NamedFile(path: "/tmp/not-there.csv", kind: .visits)]
    #expect(OfficeLoader.load(request).has("file.not-found"))
  }

  @Test func namesWithBlanksAndDashesAreRead() {
    // B82
    var folder = OfficeFolder("来访 3月.csv", "来访日期,客户姓名⏎2026-03-02,张一")
    folder.add("-a.csv", "来访日期,客户姓名⏎2026-03-03,李二")
    #expect(folder.load().counted(.visits) == 2)
  }

  @Test func nulBytesAreRemovedWithAWarning() {
    let result = OfficeFolder(
      "来访.csv", bytes: Array("来访日期,客户姓名\n2026-03-02,张".utf8) + [0] + Array("一".utf8)
    ).load()
    #expect(result.names(.visits) == ["张一"])
    #expect(result.has("file.nul-bytes"))
  }
}

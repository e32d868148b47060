import Diagnostics
import Loaders
import Quantities
import Records
import Testing

/// Leftovers of spreadsheets, days and numbers in whole files (bad inputs B33–B60).
@Suite struct CellLoadingTests {
  @Test func spreadsheetGuardsAreStripped() {
    // B33
    let result = OfficeFolder(
      "来访.csv", "来访日期,客户姓名,联系电话,渠道⏎2026-03-02,张一,=\"19900000001\",自访⏎2026-03-02,'李二,'19900000002,自访"
    ).load()
    #expect(result.office?.visits.phones(.phone).map(\.mobile) == [19_900_000_001, 19_900_000_002])
    #expect(result.names(.visits) == ["张一", "李二"])
  }

  @Test func leadingZerosStay() {
    // B35
    let result = OfficeFolder(
      "来访.csv", "来访日期,客户姓名,联系电话⏎2026-03-02,张一,02100000001"
    ).load()
    #expect(result.office?.phoneBook == [[PhoneNumber("02100000001")]])
  }

  @Test func dayFormsAreOneDay() {
    // B37, B40
    let result = OfficeFolder(
      "来访.csv",
      """
      来访日期,客户姓名
      2026/03/02,一
      2026/3/2,一二
      2026.3.2,一三
      2026年3月2日,一四
      2026-03-02 9:05,一五
      26/3/2,一六
      2026-03-08 24:00,一七
      2026-03-08 24:30,一八«visits.bad-date»
      2026-02-29,一九«visits.bad-date»
      """
    ).load()
    #expect(
      result.days(.date, .visits) == Array(repeating: "2026-03-02", count: 6) + ["2026-03-08"])
    #expect(result.has("cells.short-year"))
    #expect(result.balance.rejected == 2)
  }

  @Test func dayAndMonthAreToldByTheColumn() {
    let told = OfficeFolder(
      "来访.csv", "来访日期,客户姓名⏎03/02/2026,一⏎26/02/2026,二"
    ).load()
    #expect(told.days(.date, .visits) == ["2026-02-03", "2026-02-26"])
    let american = OfficeFolder(
      "来访.csv", "来访日期,客户姓名⏎03/02/2026,一⏎02/26/2026,二"
    ).load()
    #expect(american.days(.date, .visits) == ["2026-03-02", "2026-02-26"])
    var folder = OfficeFolder("来访.csv", "来访日期,客户姓名⏎03/02/2026,一«visits.ambiguous-date»")
    let untold = folder.load()
    #expect(OfficeFolder.marks(untold) == folder.expected)
    #expect(untold.counted(.visits) == 0)
    folder.request.dateOrder = .mdy
    #expect(folder.load().days(.date, .visits) == ["2026-03-02"])
  }

  @Test func daysWithoutYearTakeItFromTheTitle() {
    let titled = OfficeFolder(
      "来访.csv", "2026年来访登记,,⏎来访日期,客户姓名,渠道⏎3月2日,一,自访⏎3/2,二,自访"
    ).load()
    #expect(titled.days(.date, .visits) == ["2026-03-02", "2026-03-02"])
    var folder = OfficeFolder("来访.csv", "来访日期,客户姓名,渠道⏎3月2日,一,自访«visits.no-year»")
    #expect(OfficeFolder.marks(folder.load()) == folder.expected)
    folder.request.year = 2025
    #expect(folder.load().days(.date, .visits) == ["2025-03-02"])
  }

  @Test func widthsAreFoldedInNumbersAndOtherScriptsRejected() {
    // B49
    let folder = OfficeFolder(
      "成交.csv", "房号,认购日期,成交总价⏎1-101,2026-03-02,１２，０００⏎1-102,2026-03-02,٣«deals.bad-amount»"
    )
    let result = folder.load()
    #expect(result.numbers(.total, .deals) == [1_200_000])
    #expect(OfficeFolder.marks(result).isSuperset(of: folder.expected))
    #expect(result.balance.rejected == 1)
  }

  @Test func rowsWithoutOneIdentifierStay() {
    // B60
    let result = OfficeFolder(
      "来访.csv", "来访日期,客户姓名,联系电话⏎2026-03-02,张一,⏎2026-03-02,,19900000001"
    ).load()
    #expect(result.counted(.visits) == 2)
    #expect(result.office?.customers.count == 2)
  }

  @Test func blanksAndZeroWidthsDoNotSplitAPerson() {
    // B65
    let result = OfficeFolder(
      "来访.csv",
      "来访日期,客户姓名,置业顾问⏎2026-03-02,一,王五⏎2026-03-02,二,王五 ⏎2026-03-02,三,\u{3000}王五⏎2026-03-02,四,王\u{200B}五⏎2026-03-02,五,王\u{A0}五"
    ).load()
    #expect(result.lists(.staff, .visits) == ["王五", "王五", "王五", "王五", "王 五"])
    #expect(result.has("staff.similar"))
  }

  @Test func unreadableCellsRejectOnlyWhereTheyDecide() {
    let folder = OfficeFolder(
      "来访.csv",
      "来访日期,客户姓名,来访人数,录入时间⏎2026-03-02,张一,两个,2026-03-02«visits.unread.bad-count»"
    )
    let result = folder.load()
    #expect(result.counted(.visits) == 1)
    #expect(OfficeFolder.marks(result) == folder.expected)
  }

  @Test func negativeTotalsOfDealsAreRejected() {
    let folder = OfficeFolder(
      "成交.csv", "房号,认购日期,成交总价⏎1-101,2026-03-02,-5«deals.negative-total»⏎1-102,2026-03-02,0")
    let result = folder.load()
    #expect(result.counted(.deals) == 1)
    #expect(OfficeFolder.marks(result) == folder.expected)
  }

  @Test func aMedianThatLooksLike万元IsDoubtedOnly() {
    let result = OfficeFolder("成交.csv", "房号,认购日期,成交总价⏎1-101,2026-03-02,236").load()
    #expect(result.has("cells.size"))
    #expect(result.numbers(.total, .deals) == [23_600])
  }

  @Test func theCellsUnitWinsOverTheHeaders() {
    let result = OfficeFolder(
      "成交.csv", "房号,认购日期,总价(万元)⏎1-101,2026-03-02,128.5⏎1-102,2026-03-02,1280000元"
    ).load()
    #expect(result.numbers(.total, .deals) == [128_500_000, 128_000_000])
    #expect(result.has("cells.cell-unit"))
  }

  @Test func namesAndNumbersAreMaskedInFindings() throws {
    let text = "来访日期,客户姓名,联系电话⏎2026-13-02,张三丰,19900006021"
    let result = OfficeFolder("来访.csv", text).load()
    let finding = try #require(result.findings.first { $0.code == "visits.bad-date" })
    #expect(finding.excerpt?.text == "2026-13-02,张**,199****6021")
    var open = OfficeFolder("来访.csv", text)
    open.request.showsPersonal = true
    let shown = try #require(open.load().findings.first { $0.code == "visits.bad-date" })
    #expect(shown.excerpt?.text == "2026-13-02,张三丰,19900006021")
  }

  @Test func manyProblemsOfAKindAreCapped() {
    let rows = (1...47).map { _ in "2026-13-02,张一" }.joined(separator: "\n")
    let result = OfficeFolder("来访.csv", "来访日期,客户姓名\n" + rows).load()
    #expect(result.findings.count { $0.code == "visits.bad-date" } == 10)
    #expect(result.fact("more", "count") == "37")
    #expect(result.rejects.count == 47)
  }
}

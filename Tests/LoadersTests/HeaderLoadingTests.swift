import Diagnostics
import Loaders
import Records
import Testing

/// Files whose headers need understanding.
@Suite struct HeaderLoadingTests {
  private func kinds(_ name: String, _ header: String) -> RecordKind? {
    OfficeFolder(name, header + "⏎").load().office?.sources.first?.kind
  }

  @Test(arguments: [
    ("a.csv", "来访日期,客户姓名", RecordKind.visits), ("a.csv", "来电日期,客户姓名", .calls),
    ("a.csv", "房号,认购日期,总价", .deals), ("a.csv", "日期,竞品项目,本周成交(套)", .competitors),
    ("visits.csv", "日期,姓名", .visits), ("来电.csv", "日期,姓名", .calls),
    ("a.csv", "日期,姓名,来访人数", .visits), ("a.csv", "房号,业态,建筑面积,状态", .units),
    ("a.csv", "visit date,customer name,phone", .visits),
  ])
  func theHeaderDecidesTheKind(name: String, header: String, kind: RecordKind) {
    #expect(kinds(name, header) == kind)
  }

  @Test func aDayAloneSpeaksForNoKind() {
    #expect(OfficeFolder("a.csv", "日期,姓名⏎2026-03-02,张一").load().has("file.not-used"))
  }

  @Test func twoColumnsForOneFieldAreAnErrorThatNamesBoth() throws {
    let result = OfficeFolder("来访.csv", "来访日期,客户姓名,渠道,认知途径⏎2026-03-02,张一,自访,自访").load()
    let finding = try #require(result.findings.first { $0.code == "columns.clash" })
    #expect(finding.severity == .error)
    #expect(finding.facts["first"] == "渠道")
    #expect(finding.facts["second"] == "认知途径")
    #expect(result.office == nil)
  }

  @Test func columnsFilesSettleAClash() {
    var folder = OfficeFolder("来访.csv", "来访日期,客户姓名,渠道,认知途径⏎2026-03-02,张一,一,二")
    folder.add("columns.csv", "类别,标准列,导出表头,单位⏎来访,认知途径,渠道,")
    #expect(folder.load().words(.channel, .visits) == ["一"])
  }

  @Test func oneHeaderMayFillSeveralColumns() {
    var folder = OfficeFolder(
      "leads.csv", "lead_id,first_contact,origin⏎L1,26-02-2018,social⏎L2,01-03-2018,email")
    folder.add("won.csv", "lead_id,won,rep,revenue⏎L1,27-02-2018 19:58,R1,1200.5")
    folder.add(
      "columns.csv",
      """
      类别,标准列,导出表头,单位
      calls,date,first_contact,
      calls,customer-id,lead_id,
      calls,channel,origin,
      deals,room,lead_id,
      deals,customer-id,lead_id,
      deals,date,won,
      deals,staff,rep,
      deals,total,revenue,
      """)
    let result = folder.load()
    #expect(result.days(.date, .calls) == ["2018-02-26", "2018-03-01"])
    #expect(result.words(.room, .deals) == ["L1"])
    #expect(result.words(.customerID, .deals) == ["L1"])
    #expect(result.days(.date, .deals) == ["2018-02-27"])
    #expect(result.numbers(.total, .deals) == [120_050])
  }

  @Test func unitsOfColumnsFilesCount() {
    var folder = OfficeFolder("成交.csv", "房号,认购日期,网签价款⏎1-101,2026-03-02,223.8913")
    folder.add("列名对照.csv", "类别,标准列,导出表头,单位⏎成交,签约总价,网签价款,万元")
    #expect(folder.load().numbers(.signedTotal, .deals) == [223_891_300])
  }

  @Test func wrongLinesOfColumnsFilesAreTold() {
    var folder = OfficeFolder("来访.csv", "来访日期,客户姓名⏎2026-03-02,张一")
    folder.add(
      "columns.csv",
      "类别,标准列,导出表头,单位⏎游客,认知途径,渠道,«columns.unknown-kind»⏎来访,星座,渠道,«columns.unknown-column»")
    #expect(OfficeFolder.marks(folder.load()) == folder.expected)
  }

  @Test func twoHeaderRowsAreJoined() {
    let result = OfficeFolder(
      "来访.csv", "客户姓名,联系电话,首访,,备注⏎,,日期,顾问,⏎张一,19900000001,2026-03-02,王五,好"
    ).load()
    #expect(result.days(.date, .visits) == ["2026-03-02"])
    #expect(result.lists(.staff, .visits) == ["王五"])
    #expect(result.balance.rows == 1)
  }

  @Test func nearMissesAreOfferedAndNotUsed() throws {
    let result = OfficeFolder("来访.csv", "来访日期,客户姓名,置业顾问姓,认知途经⏎2026-03-02,张一,王五,自访").load()
    let near = result.findings.filter { $0.code == "columns.near-miss" }
    #expect(near.map { $0.facts["column"] }.contains("认知途经"))
    #expect(result.office?.visits.has(.channel) == false)
  }

  @Test func furtherTelephonesJoinTheCell() {
    let result = OfficeFolder(
      "来访.csv", "来访日期,客户姓名,手机1,手机2⏎2026-03-02,张一,19900000001,19900000002⏎2026-03-02,李二,19900000003,"
    ).load()
    #expect(result.office?.phoneBook == [[PhoneNumber("19900000001"), PhoneNumber("19900000002")]])
    #expect(result.office?.visits.phones(.phone)[1].mobile == 19_900_000_003)
  }

  @Test func roomsOfUnitsMayBeWrittenInParts() {
    let result = OfficeFolder("房源.csv", "楼栋,单元,房间号,业态,建筑面积⏎1栋,1,301,高层,90⏎2栋,1,,高层,90").load()
    #expect(result.words(.room, .units) == ["1-1-301", ""])
    #expect(result.counted(.units) == 1)
  }

  @Test func columnsExplainsAFile() throws {
    var request = OfficeFolder().request
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    request.data = "/\(root)/fixtures/tiny/成交.csv"
    let file = try #require(OfficeLoader.explain(request).first)
    #expect(file.kind == .deals)
    #expect(file.separator == ",")
    #expect(file.headerLine == 1)
    let total = try #require(file.columns.first { $0.header == "认购总价(元)" })
    #expect(total.fills.map(\.name) == ["subscribed-total"])
    #expect(total.fills.map(\.unit) == ["元"])
    #expect(total.fills.map(\.origin) == [.canonical])
    #expect(file.problems.isEmpty)
  }
}

/// Rows that were rejected, repaired and put back.
@Suite struct RepairedRowTests {
  @Test func repairedRejectsAreReadTableByTable() {
    let result = OfficeFolder(
      "rejects.csv",
      """
      文件,行号,列,原因,来访日期,客户姓名
      来访.csv,2,来访日期,visits.bad-date,2026-03-02,张一
      来访.csv,3,来访日期,visits.bad-date,2026-03-03,'=李二
      文件,行号,列,原因,房号,认购日期,成交总价
      成交.csv,9,成交总价,deals.bad-amount,1-101,2026-03-02,100
      """
    ).load()
    #expect(result.days(.date, .visits) == ["2026-03-02", "2026-03-03"])
    #expect(result.names(.visits) == ["张一", "=李二"])
    #expect(result.numbers(.total, .deals) == [10_000])
    #expect(!result.has("columns.unused"))
    #expect(result.office?.sources.map(\.balance.rows) == [2, 1])
  }

  @Test func aRepairedRowIsACopyOfTheRepairedOriginal() {
    var folder = OfficeFolder("来访.csv", "来访日期,客户姓名⏎2026-03-02,张一")
    folder.add("补.csv", "文件,行号,列,原因,来访日期,客户姓名⏎来访.csv,2,来访日期,x,2026-03-02,张一")
    #expect(folder.load().office?.visits.state == [.counts, .duplicate])
  }
}

import Diagnostics
import Documents
import Facts
import Quantities
import Testing

@testable import Templates

@Suite struct TemplateBinderTests {
  private func office(_ facts: [String: Fact]) -> SmallOffice {
    var office = SmallOffice()
    office.facts = facts
    return office
  }

  // MARK: Text

  @Test func valuesStandInTheTextWithTheUnitOfTheirFormat() throws {
    let document = try office([
      "visits.count": Fact(.count(1280)), "deals.amount": Fact(.money(Money(fen: 3_390_104_900))),
      "deals.average-price": Fact(
        .ratio(Ratio(.money(Money(fen: 3_390_100_000)), over: .area(Area(hundredths: 88_713))))),
      "visits.first-conversion": Fact(.ratio(Ratio(7, over: 94))),
    ]).bind(
      "<p>来访 {visits.count} 组，金额 {deals.amount}、{deals.amount:yi}、{deals.amount:yuan0} 元，"
        + "均价 {deals.average-price}，{visits.first-conversion}（{visits.first-conversion:fraction}）"
        + "{{x}}</p>")
    // 33,901,000 / 887.13 = 38,214.2…; 7 / 94 = 7.4468 %
    #expect(
      document.paragraphs == [
        "来访 1,280 组，金额 3,390.10 万元、0.34 亿元、33,901,049 元，均价 38,214 元/㎡，7.45%（7 / 94）{x}"
      ])
  }

  @Test func changesSayPercentPointsOrTheDifference() throws {
    let document = try office([
      "visits.count": Fact(.count(128)), "visits.count@previous": Fact(.count(117)),
      "deals.units": Fact(.count(6)), "deals.units@previous": Fact(.count(0)),
      "visits.first-conversion": Fact(.ratio(Ratio(1, over: 8))),
      "visits.first-conversion@previous": Fact(.ratio(Ratio(1, over: 4))),
      "deals.amount": Fact(.money(Money(fen: 999_700))),
      "deals.amount@previous": Fact(.money(Money(fen: 1_000_000))),
    ]).bind(
      "<p>{visits.count:change}，{visits.count:difference} 组；{deals.units:change}；"
        + "{visits.first-conversion:change}；{deals.amount:change}</p>")
    // 11 / 117 = 9.40 %; 12.5 % − 25 % = −12.50 points; −3 / 10000 rounds to no change at all.
    #expect(document.paragraphs == ["+9.4%，+11 组；—（+6 套）；−12.50 百分点；0.0%"])
  }

  @Test func factsOfTheReportStandInText() throws {
    let document = try SmallOffice().bind(
      "<p>{project.name} {period.dates}（ISO 第 {period.week} 周，项目第 {period.project-week} 周），截至 {as-of:iso}，{period.name}比{period.previous}，{period.from:weekday}</p>"
    )
    #expect(
      document.paragraphs == [
        "云溪里 11月16日—11月22日（ISO 第 47 周，项目第 31 周），截至 2026-11-22，本周比上周，周一"
      ])
  }

  @Test func aSentenceWithoutAnyValueBecomesItsReason() throws {
    let document = try SmallOffice().bind("<p>来访 {visits.count} 组，首访 {visits.first} 组</p>")
    #expect(document.paragraphs.isEmpty)
    #expect(document.notes == ["没有来访文件"])
  }

  @Test func aSentenceThatLacksOneValueSaysWhich() throws {
    let document = try office(["visits.count": Fact(.count(3))]).bind(
      "<p>来访 {visits.count} 组，回款 {receipts.amount}</p>")
    #expect(document.paragraphs == ["来访 3 组，回款 —（回款：没有来访文件）"])
  }

  @Test func lineBreaksBetweenChineseWordsVanish() throws {
    let document = try SmallOffice().bind("<p>\n  第一行，\n  第二行 and\n  words\n</p>")
    #expect(document.paragraphs == ["第一行，第二行 and words"])
  }

  // MARK: What is missing

  @Test func blocksWithoutTheirFileBecomeOneHonestLine() throws {
    let document = try SmallOffice().bind(
      "<section title=\"渠道\"><p>{visits.count}</p><table of=\"visits.by-channel\"/>"
        + "<chart of=\"visits.by-channel\" kind=\"bar\"/><metrics of=\"visits.count\"/></section>")
    #expect(document.titles == ["渠道"])
    #expect(document.notes == ["没有来访文件"])
    #expect(document.tables.isEmpty && document.charts.isEmpty)
  }

  @Test func aSectionThatHasOtherBlocksNamesWhatIsMissing() throws {
    let document = try SmallOffice().bind(
      "<section title=\"渠道\"><table of=\"visits.by-channel\"/><fill slot=\"x\" title=\"判断\"/></section>"
    )
    #expect(document.notes == ["来访途径：没有来访文件"])
  }

  @Test func conditionsHideSectionsWithoutContent() throws {
    let blocks =
      "<section title=\"甲\" when=\"visits.count\"><p>x</p></section>"
      + "<section title=\"乙\" when=\"visits.count visits.by-channel\"><p>x</p></section>"
    let table = Fact(FactTable(rows: [SmallOffice.row(.text("中介"), 1, of: 1, before: 0)]))
    #expect(try SmallOffice().bind(blocks).titles == [])
    #expect(try office(["visits.count": Fact(.count(0))]).bind(blocks).titles == [])
    #expect(try office(["visits.by-channel": table]).bind(blocks).titles == ["乙"])
    #expect(try office(["visits.count": Fact(.count(5))]).bind(blocks).titles == ["甲", "乙"])
  }

  // MARK: Tables

  /// 7 visits: three channels and one without a word.
  private var channels: Fact {
    Fact(
      FactTable(
        rows: [
          SmallOffice.row(.text("自然到访"), 3, of: 7, before: 1, deals: 1, amount: 100_000_000),
          SmallOffice.row(.words(Phrases.unfilled), 2, of: 7, before: 0),
          SmallOffice.row(.text("中介"), 1, of: 7, before: 2),
          SmallOffice.row(.text("网络"), 1, of: 7, before: 1, deals: 1, amount: 50_000_000),
        ], total: SmallOffice.row(.words(Phrases.total), 7, of: 7, before: 4), cases: 7))
  }

  @Test func printedSharesAddUpToOneHundredAndTheExactOnesStay() throws {
    let document = try office(["visits.by-channel": channels]).bind(
      "<table of=\"visits.by-channel\" columns=\"name visits share change deals amount\"/>")
    let table = try #require(document.tables.first)
    // 3/7 = 42.857, 2/7 = 28.571, 1/7 = 14.2857 twice: floors 42.8 28.5 14.2 14.2 = 99.7; the
    // remainders .57 .71 .857 .857 give one tenth each to 未填, 中介 and 网络.
    #expect(
      table.texts == [
        ["自然到访", "3", "42.8%", "+200.0%", "1", "100.00"],
        ["未填", "2", "28.6%", "—", "0", "0.00"],
        ["中介", "1", "14.3%", "−50.0%", "0", "0.00"],
        ["网络", "1", "14.3%", "0.0%", "1", "50.00"],
      ])
    #expect(table.rows.map(\.kind) == [.plain, .unfilled, .plain, .plain])
    #expect(table.rows[0].cells[2].value == .ratio(Ratio(3, over: 7)))
    #expect(
      table.total?.cells.map { $0.text(Formatter(.chinese)) } == [
        "合计", "7", "100.0%", "+75.0%", "0", "0.00",
      ])
    #expect(table.cases == Shown(.count(7), unit: .parties))
    #expect(table.columns.map(\.kind) == [.text, .number, .share, .change, .number, .number])
    #expect(table.columns.map(\.unit) == ["", "组", "", "", "套", "万元"])
  }

  @Test func rowsBeyondTheLimitFoldAndTheUnfilledRowStays() throws {
    let document = try office(["visits.by-channel": channels]).bind(
      "<table of=\"visits.by-channel\" columns=\"name count share previous change amount\" limit=\"1\"/>"
    )
    // 中介 and 网络 together: 2 visits against 3, 2/7 = 28.57 %.
    // Floors 42.8 28.5 28.5 = 99.8, remainders .57 .71 .71 give one tenth to 未填 and 其他.
    #expect(
      document.tables.first?.texts == [
        ["自然到访", "3", "42.8%", "1", "+200.0%", "100.00"],
        ["未填", "2", "28.6%", "0", "—", "0.00"],
        ["其他(2 项)", "2", "28.6%", "3", "−33.3%", "50.00"],
      ])
    #expect(document.tables.first?.rows.map(\.kind) == [.plain, .unfilled, .others])
  }

  @Test func tiesOfRemaindersGoToTheUpperRow() throws {
    let rows = (1...3).map { SmallOffice.row(.text("途径\($0)"), 1, of: 3, before: 1) }
    let document = try office(["visits.by-channel": Fact(FactTable(rows: rows, cases: 3))]).bind(
      "<table of=\"visits.by-channel\" columns=\"name share\"/>")
    #expect(document.tables.first?.texts.map { $0[1] } == ["33.4%", "33.3%", "33.3%"])
  }

  @Test func severalWordsACaseAreSaidAndNotForcedToOneHundred() throws {
    let rows = [
      SmallOffice.row(.text("价格"), 2, of: 3, before: 0),
      SmallOffice.row(.text("配套"), 2, of: 3, before: 0),
    ]
    let document = try office([
      "visits.by-objection": Fact(FactTable(rows: rows, cases: 3, isMultiple: true))
    ]).bind("<table of=\"visits.by-objection\" columns=\"name share\"/>")
    #expect(document.tables.first?.texts.map { $0[1] } == ["66.7%", "66.7%"])
    #expect(document.tables.first?.remarks == ["多选，合计可超过100%"])
  }

  @Test func columnsOfOtherScopesStandBesideTheirRows() throws {
    let month = Fact(
      FactTable(
        rows: [
          SmallOffice.row(.text("户外"), 9, of: 20, before: 0),
          SmallOffice.row(.text("自然到访"), 8, of: 20, before: 0),
          SmallOffice.row(.text("中介"), 3, of: 20, before: 0),
        ], cases: 20))
    let document = try office([
      "visits.by-channel": channels, "visits.by-channel@month": month,
    ]).bind("<table of=\"visits.by-channel\" columns=\"name count count@month\"/>")
    #expect(
      document.tables.first?.texts == [
        ["自然到访", "3", "8"], ["未填", "2", "0"], ["中介", "1", "3"], ["网络", "1", "0"],
        ["户外", "0", "9"],
      ])
    #expect(document.tables.first?.columns.map(\.label) == ["途径", "来访", "本月来访"])
    #expect(document.tables.first?.columns.map(\.key) == ["name", "count", "count@month"])
  }

  @Test func singleFiguresMakeATableOfScopes() throws {
    let document = try office([
      "visits.count": Fact(.count(128)), "visits.count@previous": Fact(.count(117)),
      "visits.count@month": Fact(.count(412)),
      "deals.amount": Fact(.money(Money(fen: 100_000_000))),
      "deals.amount@month": Fact(.money(Money(fen: 250_000_000))),
      "deals.amount@previous": Fact(.money(Money(fen: 50_000_000))),
    ]).bind(
      "<table title=\"一览\" of=\"visits.count deals.amount receipts.amount\" columns=\"this previous change month\"/>"
    )
    #expect(
      document.tables.first?.texts == [
        ["来访（组）", "128", "117", "+9.4%", "412"],
        ["认购金额（万元）", "100.00", "50.00", "+100.0%", "250.00"],
      ])
    #expect(document.tables.first?.columns.map(\.label) == ["指标", "本周", "上周", "较上周", "本月"])
    #expect(document.tables.first?.remarks == ["回款：没有来访文件"])
  }

  @Test func emptyTablesKeepTheirStatedText() throws {
    let empty = Fact(FactTable(rows: []))
    let document = try office(["visits.by-channel": empty, "visits.by-objection": empty]).bind(
      "<table of=\"visits.by-channel\" empty=\"{period.name}没有来访\"/><table of=\"visits.by-objection\"/>"
    )
    #expect(document.tables.map(\.emptyText) == ["本周没有来访", "本期没有记录"])
  }

  @Test(arguments: [false, true]) func personalColumnsAreMaskedUnlessAskedFor(_ shows: Bool) throws
  {
    var office = office([
      "callbacks.due": Fact(
        FactTable(rows: [FactTable.Row([.text("欧阳小明"), .text("19900001234"), .text("王芳")])]))
    ])
    office.showsPersonal = shows
    let document = try office.bind("<table of=\"callbacks.due\"/>")
    let expected = shows ? ["欧阳小明", "19900001234", "王芳"] : ["欧阳**", "199****1234", "王芳"]
    #expect(document.tables.first?.texts == [expected])
  }

  @Test func listsThatAreCutSaySo() throws {
    let rows = (1...5).map {
      FactTable.Row([.text("任务\($0)"), .text("王芳"), .day(SmallOffice.day(2026, 11, 20 + $0))])
    }
    let document = try office(["tasks.today": Fact(FactTable(rows: rows))]).bind(
      "<table of=\"tasks.today\" limit=\"2\"/>")
    #expect(document.tables.first?.texts.count == 2)
    #expect(document.tables.first?.remarks == ["仅列前 2 行，共 5 行"])
  }

  @Test func theLatestRowsComeFirstWhenAskedFor() throws {
    let rows = (1...3).map {
      FactTable.Row([.text("任务\($0)"), .text("王芳"), .day(SmallOffice.day(2026, 11, 20 + $0))])
    }
    let document = try office(["tasks.today": Fact(FactTable(rows: rows))]).bind(
      "<table of=\"tasks.today\" columns=\"task\" order=\"newest\" limit=\"2\"/>"
        + "<timeline title=\"x\" of=\"tasks.today\" at=\"due\" text=\"task\" order=\"newest\" limit=\"1\"/>"
    )
    #expect(document.tables.first?.texts == [["任务3"], ["任务2"]])
    guard case .timeline(let timeline) = document.blocks.last else {
      Issue.record("no timeline")
      return
    }
    #expect(timeline.entries.map(\.text) == ["任务3"])
  }

  @Test func whatAFigureSaysBesideItsValueIsSaidOnce() throws {
    let remark = Words("2 组未填人数，按 1 人计", "2 visits without heads count 1")
    let row = SmallOffice.row(.text("中介"), 1, of: 1, before: 0)
    let document = try office([
      "visits.count": Fact(.count(3), remarks: [remark]),
      "visits.by-channel": Fact(FactTable(rows: [row]), remarks: [remark]),
      "visits.first": Fact(.count(1), remarks: [Words("甲", "a")]),
      "deals.units": Fact(.count(1), remarks: [Words("甲", "a")]),
    ]).bind(
      "<metrics of=\"visits.count\"/><p>{visits.count} 组，{visits.first} 组，{deals.units} 套</p><table of=\"visits.by-channel\"/>"
        + "<chart of=\"visits.by-channel\" kind=\"bar\"/>")
    #expect(document.notes == ["来访：2 组未填人数，按 1 人计", "甲"])
    #expect(document.tables.first?.remarks == ["2 组未填人数，按 1 人计"])
    #expect(document.charts.first?.table.remarks == [])
  }

  // MARK: Metrics and proofs

  @Test func headlineFiguresCompareAndProve() throws {
    let rows = Lineage { (1...20).map { SourceRow(file: 0, line: Int32($0 + 1)) } }
    let document = try office([
      "visits.count": Fact(.count(128), lineage: rows), "visits.count@previous": Fact(.count(117)),
      "visits.count@month": Fact(.count(412)), "targets.visits.target": Fact(.count(500)),
      "targets.visits.actual": Fact(.count(412)),
      "targets.visits.rate": Fact(.ratio(Ratio(412, over: 500))),
      "targets.visits.time-progress": Fact(.ratio(Ratio(22, over: 30))),
    ]).bind(
      "<metrics of=\"visits.count receipts.amount\" compare=\"previous month\" target=\"yes\"/>")
    guard case .metrics(let metrics) = document.blocks.first else {
      Issue.record("no metrics")
      return
    }
    let metric = try #require(metrics.metrics.first)
    let formatter = Formatter(.chinese)
    #expect(metric.label == "来访")
    #expect(metric.comparisons.map(\.label) == ["较上周", "本月"])
    #expect(metric.comparisons[0].change?.text(formatter) == "+9.4%")
    #expect(metric.comparisons[0].difference?.text(formatter) == "+11")
    #expect(metric.comparisons[1].value.text(formatter) == "412")
    #expect(metric.comparisons[1].change == nil)
    #expect(metric.progress?.rate.text(formatter) == "82.40%")
    #expect(metric.progress?.elapsed.text(formatter) == "73.33%")
    #expect(document.proofs.map(\.of) == ["visits.count"])
    #expect(document.proofs.first?.rowCount == 20)
    #expect(document.proofs.first?.rows.prefix(2) == ["来访.csv:2", "来访.csv:3"])
    #expect(document.proofs.first?.rows.count == 8)
    #expect(document.notes == ["回款：没有来访文件"])
  }

  @Test func anUnfinishedPeriodSaysHowManyDaysItCompares() throws {
    var office = office(["visits.count": Fact(.count(3)), "visits.count@previous": Fact(.count(3))])
    office.asOf = SmallOffice.day(2026, 11, 18)
    let document = try office.bind("<metrics of=\"visits.count\" compare=\"previous\"/>")
    guard case .metrics(let metrics) = document.blocks.first else {
      Issue.record("no metrics")
      return
    }
    #expect(document.isUnfinished)
    #expect(metrics.metrics[0].comparisons[0].label == "较上周前 3 天（未满）")
    #expect(metrics.metrics[0].comparisons[0].change?.text(Formatter(.chinese)) == "0.0%")
  }

  // MARK: Charts, lists, boards

  @Test func longTablesBecomeOneSeriesAWord() throws {
    let (first, second) = (SmallOffice.day(2026, 11, 9), SmallOffice.day(2026, 11, 16))
    let rows: [(CalendarDay, String, Value)] = [
      (first, "江畔一号", .count(14)), (first, "观澜府", .count(8)),
      (second, "江畔一号", .count(9)),
    ]
    let document = try office([
      "competitors.sold": Fact(
        FactTable(rows: rows.map { FactTable.Row([.day($0.0), .text($0.1), $0.2]) }))
    ]).bind("<chart of=\"competitors.sold\" kind=\"line\" series=\"project\" values=\"sold\"/>")
    let chart = try #require(document.charts.first)
    #expect(chart.values == ["江畔一号", "观澜府"])
    #expect(chart.table.texts == [["2026-11-09", "14", "8"], ["2026-11-16", "9", "—"]])
    #expect(chart.description == "竞品成交，2 项；江畔一号最高：2026-11-09 14 套")
  }

  @Test func theLimitOfALongTableCountsItsLastPlaces() throws {
    let rows = (0..<6).map { index in
      FactTable.Row([
        .day(SmallOffice.day(2026, 11, 1) + 7 * (index / 2)), .text(index % 2 == 0 ? "甲" : "乙"),
        .count(index),
      ])
    }
    let document = try office(["competitors.sold": Fact(FactTable(rows: rows))]).bind(
      "<chart of=\"competitors.sold\" kind=\"line\" limit=\"2\"/>")
    #expect(
      document.charts.first?.table.texts == [["2026-11-08", "2", "3"], ["2026-11-15", "4", "5"]])
  }

  @Test func longTablesAreShownWideWithTheSumsOfRowsAndColumns() throws {
    let (first, second) = (SmallOffice.day(2026, 11, 9), SmallOffice.day(2026, 11, 16))
    let rows: [(CalendarDay, String, Int)] = [(first, "甲", 4), (first, "乙", 5), (second, "乙", 6)]
    let document = try office([
      "competitors.sold": Fact(
        FactTable(rows: rows.map { FactTable.Row([.day($0.0), .text($0.1), .count($0.2)]) }))
    ]).bind("<table of=\"competitors.sold\" series=\"project\"/>")
    let table = try #require(document.tables.first)
    #expect(table.columns.map(\.label) == ["周", "甲", "乙", "合计"])
    #expect(table.texts == [["2026-11-09", "4", "5", "9"], ["2026-11-16", "—", "6", "6"]])
    #expect(
      table.total?.cells.map { $0.text(Formatter(.chinese)) } == ["合计", "4", "11", "15"])
  }

  @Test func aCardOfOneRowDrawsOnlyItsOwnNumbers() throws {
    let week = SmallOffice.day(2026, 11, 16)
    let sold = [("甲", 1), ("乙", 2)].map { FactTable.Row([.day(week), .text($0.0), .count($0.1)]) }
    let projects = ["甲", "乙"].map {
      FactTable.Row([.text($0), .missing(.notRecorded), .missing(.notRecorded)])
    }
    let document = try office([
      "competitors.sold": Fact(FactTable(rows: sold)),
      "competitors.summary": Fact(FactTable(rows: projects)),
    ]).bind(
      "<section title=\"{each.project}\" each=\"competitors.summary\"><chart of=\"competitors.sold\""
        + " kind=\"columns\" match=\"project\" title=\"{each.project}成交\"/></section>")
    #expect(document.charts.map(\.title) == ["甲成交", "乙成交"])
    #expect(
      document.charts.map { $0.table.texts } == [[["2026-11-16", "1"]], [["2026-11-16", "2"]]])
  }

  @Test func returnVisitsAreWhatIsLeftOfTheVisits() throws {
    let monday = SmallOffice.day(2026, 11, 16)
    let rows = [(12, 9), (11, 7)].enumerated().map { index, pair in
      FactTable.Row([.day(monday + index), .count(pair.0), .count(pair.1)])
    }
    let document = try office(["visits.daily": Fact(FactTable(rows: rows))]).bind(
      "<chart of=\"visits.daily\" kind=\"columns\" values=\"first return\"/><table of=\"visits.daily\"/>"
    )
    #expect(document.charts.first?.values == ["first", "return"])
    #expect(
      document.charts.first?.table.texts == [["2026-11-16", "9", "3"], ["2026-11-17", "7", "4"]])
    #expect(document.tables.first?.columns.map(\.key) == ["day", "visits", "first"])
  }

  @Test func rowsOfNobodyHaveNoSection() throws {
    let rows: [Value] = [.text("甲"), .words(Phrases.unfilled), .text("甲")]
    let fact = Fact(
      FactTable(
        rows: rows.map { FactTable.Row([$0, .missing(.notRecorded), .missing(.notRecorded)]) }))
    let document = try office(["competitors.summary": fact]).bind(
      "<section title=\"{each.project}\" each=\"competitors.summary\"><p>x</p></section>")
    #expect(document.titles == ["甲"])
  }

  @Test func aChartDrawsTheCountOfABreakdown() throws {
    let document = try office(["visits.by-channel": channels]).bind(
      "<chart of=\"visits.by-channel\" kind=\"bar\"/>")
    #expect(document.charts.first?.values == ["count"])
    #expect(document.charts.first?.table.total == nil)
  }

  @Test func sectionsRepeatForEveryRow() throws {
    let rows = [("江畔一号", 36_800), ("观澜府", 34_200)].map { name, price in
      FactTable.Row([
        .text(name), .ratio(Ratio(.money(Money(fen: Int64(price) * 100)), over: .count(1))),
        .ratio(Ratio(1, over: 26)),
      ])
    }
    let document = try office(["competitors.summary": Fact(FactTable(rows: rows))]).bind(
      "<section title=\"{each.project}\" each=\"competitors.summary\"><p>{each.price}，价差 {each.gap}</p></section>"
    )
    #expect(document.titles == ["江畔一号", "观澜府"])
    #expect(document.paragraphs == ["36,800 元/㎡，价差 +3.85%", "34,200 元/㎡，价差 +3.85%"])
  }

  @Test func checklistsKnowWhatTheDataDecide() throws {
    var office = office([
      "tasks.today": Fact(FactTable(rows: [])), "visits.count": Fact(.count(2)),
    ])
    office.texts = ["t/conclusion": ["定了"]]
    let document = try office.bind(
      "<checklist title=\"自检\"><item filled=\"conclusion\">一</item><item filled=\"points\">二</item>"
        + "<item none=\"tasks.today\">三</item><item none=\"visits.count\">四</item>"
        + "<item some=\"receipts.amount\">五</item><item>六</item>"
        + "<item filled=\"conclusion points\">七</item><item filled=\"points conclusion\">八</item>"
        + "</checklist>")
    guard case .checklist(let list) = document.blocks.first else {
      Issue.record("no checklist")
      return
    }
    #expect(list.items.map(\.isDone) == [true, nil, true, false, nil, nil, false, true])
  }

  @Test func listsShowRowsByTheirPattern() throws {
    let row = FactTable.Row([.text("回访"), .text("王芳"), .day(SmallOffice.day(2026, 11, 22))])
    let document = try office(["tasks.today": Fact(FactTable(rows: [row]))]).bind(
      "<list title=\"今日\" of=\"tasks.today\"><item>{row.task}（{row.staff}，{row.due:month-day}）</item></list>"
        + "<list title=\"今日\" of=\"tasks.today\" columns=\"staff task\"/>")
    let items = document.blocks.compactMap { block -> String? in
      if case .list(let list) = block { document.text(list.items[0]) } else { nil }
    }
    #expect(items == ["回访（王芳，11月22日）", "王芳 · 回访"])
  }

  @Test func typedTextFillsItsSlotAndABoxWaitsForTheRest() throws {
    var office = SmallOffice()
    office.texts = ["t/next-week": ["一", "二"]]
    let document = try office.bind(
      "<fill slot=\"next-week\" title=\"下周\" lines=\"6\"/><fill slot=\"other\" title=\"其他\"/>")
    let fills = document.blocks.compactMap { block -> Fill? in
      if case .fill(let fill) = block { fill } else { nil }
    }
    #expect(fills.map(\.paragraphs) == [["一", "二"], []])
    #expect(fills.map(\.lines) == [6, 4])
  }

  @Test func boardsPutFloorsFromTheTopAndRoomsInTheirPlace() throws {
    let rooms: [(Int, String, String)] = [
      (9, "12-901", "已售"), (10, "12-1002", "可售"), (10, "12-1001", "保留"),
    ]
    let rows = rooms.map {
      FactTable.Row([.text("12"), .count($0.0), .text($0.1), .text($0.2), .count(2)])
    }
    let document = try office(["stock.board": Fact(FactTable(rows: rows))]).bind(
      "<board of=\"stock.board\" value=\"first\"/>")
    guard case .board(let board) = document.blocks.first else {
      Issue.record("no board")
      return
    }
    #expect(board.states.map(\.word) == ["可售", "保留", "已售"])
    let floors = board.buildings[0].floors
    #expect(floors.map(\.label) == ["10", "9"])
    #expect(floors[0].cells.map { $0?.label } == ["12-1001", "12-1002"])
    #expect(floors[1].cells.map { $0?.label } == ["12-901", nil])
    #expect(floors[0].cells[0]?.level == 1)
  }

  // MARK: Audience and language

  @Test func blameIsForTheManagerOnly() throws {
    let blocks =
      "<section title=\"待改进\" audience=\"manager\"><table of=\"staff.behind\"/></section><p>x</p>"
    var office = office(["staff.behind": Fact(FactTable(rows: [FactTable.Row([.text("王五")])]))])
    #expect(try office.bind(blocks).titles == [])
    office.audience = .manager
    #expect(try office.bind(blocks).titles == ["待改进"])
    office.audience = .office
    #expect(try office.bind(blocks, attributes: "audience=\"manager\"").titles == ["待改进"])
  }

  @Test func englishComesFromTheListOfWords() throws {
    let list = WordList.read([
      TemplateSource(
        file: "words.en.xml",
        bytes: Array(
          ("<words xmlns=\"urn:anchang:report:1\"><word><zh>来访 {visits.count} 组</zh>"
            + "<en>{visits.count} visits</en></word><word><zh>报告</zh><en>Report</en></word></words>")
            .utf8))
    ])
    #expect(list.findings.isEmpty)
    var office = office(["visits.count": Fact(.count(3))])
    office.language = .english
    office.words = list.words
    let document = try office.bind("<p>来访 {visits.count} 组</p>")
    #expect(document.title == "Report")
    #expect(document.paragraphs == ["3 visits"])
  }

  @Test func closedWordsAreShownInEnglishAndStayInTheValue() throws {
    let text =
      "<words xmlns=\"urn:anchang:report:1\"><term><zh>自然到访</zh><en>walk-in</en></term>"
      + "<term><zh>中介</zh><en>broker</en></term></words>"
    let list = WordList.read([TemplateSource(file: "w.xml", bytes: Array(text.utf8))])
    let rows = ["自然到访", "中介、自然到访", "中介、老王", "26-30岁", "60岁以上", "2026年", "老城"].map {
      SmallOffice.row(.text($0), 1, of: 7, before: 1)
    }
    var office = office(["visits.by-channel": Fact(FactTable(rows: rows))])
    let block = "<table of=\"visits.by-channel\" columns=\"name\"/>"
    #expect(try office.bind(block).tables.first?.texts.first == ["自然到访"])
    office.language = .english
    office.words = list.words
    let table = try #require(try office.bind(block).tables.first)
    let english = Formatter(.english)
    #expect(
      table.rows.map { $0.cells[0].text(english) }
        == ["walk-in", "broker, walk-in", "中介、老王", "26-30", "60 and over", "2026", "老城"])
    #expect(table.rows.first?.cells[0].value == .text("自然到访"))
  }

  @Test func aTranslationMayNameOnlyWhatItsOriginalNames() {
    let text =
      "<words xmlns=\"urn:anchang:report:1\"><word><zh>甲</zh><en>{visits.count}</en></word></words>"
    let list = WordList.read([TemplateSource(file: "w.xml", bytes: Array(text.utf8))])
    #expect(list.findings.map(\.code) == ["template.strange-word"])
    #expect(list.words["甲"] == nil)
  }
}

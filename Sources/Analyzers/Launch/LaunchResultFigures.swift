import Facts
import Quantities
import Records

/// 开盘结果: funnel, pace, forecast against what came, and who did not buy.
enum LaunchResultFigures {
  static let analyzers = [funnel, pace, forecastError, notBought]

  static let funnel = Analyzer(
    FigureDefinition(
      "launch.funnel", Words("开盘漏斗", "Launch funnel"),
      Words(
        "认筹→有效→到场→选定→认购→签约的组数、环节率和总率；后一步大于前一步为错误",
        "cards, valid, arrived, chosen, subscribed, signed, with step and overall rates"),
      unit: .customers, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("name", Words("环节", "Step"), .text),
        FigureColumn("count", Words("组数", "Number"), .customers),
        FigureColumn("step", Words("环节率", "Of the step before"), .rate),
        FigureColumn("overall", Words("总率", "Of all"), .rate),
      ], source: "field practice: F13, 3.8"),
    unless: { LaunchDemandFigures.absence($0) }
  ) { analysis, _ in
    let cards = analysis.launchCards
    let chosen = cards.valid.filter(\.hasChosen)
    let bought = cards.valid.filter(analysis.hasBought)
    let steps: [(words: Words, cards: [LaunchCards.Card])] = [
      (Words("认筹", "cards"), cards.all), (Words("有效", "valid"), cards.valid),
      (Words("到场", "arrived"), cards.valid.filter(\.hasArrived)),
      (Words("选定", "chosen"), chosen),
      (Words("认购", "subscribed"), bought),
      (
        Words("签约", "signed"),
        bought.filter { card in
          analysis.purchases(of: card).contains {
            let signed = analysis.office.deals[Int($0)].signed
            return signed != Missing.day && signed <= analysis.day.number
          }
        }
      ),
    ]
    var remarks: [Words] = []
    var rows: [FactTable.Row] = []
    for (index, step) in steps.enumerated() {
      let before = index == 0 ? nil : steps[index - 1]
      rows.append(
        FactTable.Row(
          [
            .words(step.words), .count(step.cards.count),
            before.map { .ratio(Ratio(step.cards.count, over: $0.cards.count)) }
              ?? .missing(.notApplicable),
            .ratio(Ratio(step.cards.count, over: cards.all.count)),
          ], lineage: lineage(step.cards, analysis)))
      if let before, step.cards.count > before.cards.count {
        remarks.append(
          Words(
            "错误：\(step.words.chinese)（\(step.cards.count)）多于\(before.words.chinese)"
              + "（\(before.cards.count)）",
            "error: \(step.words.english) (\(step.cards.count)) exceeds "
              + "\(before.words.english) (\(before.cards.count))"))
      }
    }
    return Fact(
      FactTable(rows: rows, cases: cards.all.count), lineage: lineage(cards.all, analysis),
      remarks: remarks)
  }

  static let pace = Analyzer(
    FigureDefinition(
      "launch.pace", Words("选房进度", "Pace of choosing"),
      Words(
        "每15分钟选定的组数和其中认购的组数",
        "parties that chose in each quarter of an hour, and of them who bought"),
      unit: .customers, shape: .series, scopes: .toDate,
      columns: [
        FigureColumn("clock", Words("时刻", "From"), .clock),
        FigureColumn("count", Words("选定", "Chosen"), .customers),
        FigureColumn("sold", Words("认购", "Subscribed"), .customers),
        FigureColumn("running", Words("累计认购", "Subscribed so far"), .customers),
      ], source: "field practice: 3.8, pace per 15 minutes"),
    unless: { LaunchDemandFigures.absence($0) }
  ) { analysis, _ in
    let cards = analysis.launchCards
    let chosen = cards.valid.filter { $0.chosenAt != nil }
    let quarters = chosen.compactMap { $0.chosenAt.map { $0 / 15 } }
    guard let first = quarters.min(), let last = quarters.max() else {
      return Fact(FactTable(rows: [], absence: .notRecorded))
    }
    var running = 0
    let rows = (first...last).map { quarter in
      let members = chosen.filter { $0.chosenAt.map { $0 / 15 == quarter } ?? false }
      let sold = members.filter(analysis.hasBought).count
      running += sold
      return FactTable.Row(
        [.clock(quarter * 15), .count(members.count), .count(sold), .count(running)],
        lineage: lineage(members, analysis))
    }
    return Fact(FactTable(rows: rows, cases: chosen.count), lineage: lineage(chosen, analysis))
  }

  static let forecastError = Analyzer(
    FigureDefinition(
      "launch.forecast-error", Words("预测与实际", "Forecast against result"),
      Words(
        "各户型预计成交与开盘日实际认购之差", "expected sales of each layout against subscriptions of the launch day"
      ),
      unit: .units, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("layout", Words("户型", "Layout"), .text),
        FigureColumn("supply", Words("推售", "Supply"), .units),
        FigureColumn("expected", Words("预计", "Expected"), .units),
        FigureColumn("actual", Words("实际", "Actual"), .units),
        FigureColumn("error", Words("差额", "Difference"), .units),
        FigureColumn("rate", Words("去化率", "Sold of supply"), .rate),
      ], source: "field practice: D15, forecast error")
  ) { analysis, _ in
    if let absence = LaunchDemandFigures.absence(analysis, withUnits: true)
      ?? analysis.absence(of: [.deals], in: analysis.windows[.total])
    {
      return Fact(FactTable(rows: [], absence: absence))
    }
    let office = analysis.office
    guard let launch = office.settings.launchDay else {
      return Fact(FactTable(rows: [], absence: .noLaunchDay))
    }
    guard launch <= analysis.day else { return Fact(FactTable(rows: [], absence: .notBegun)) }
    let supply = analysis.launchSupply
    let window = Window(
      period: Period(.day, from: launch, to: launch), from: launch, to: launch,
      isUnfinished: false)
    let rooms = Set(supply.homes.map(\.room))
    let sold = analysis.deals(.subscribed, in: window).filter {
      rooms.contains(office.deals[$0].room)
    }
    var layoutOf: [Symbol: Symbol] = [:]
    for home in supply.homes { layoutOf[home.room] = home.layout }
    func cells(_ name: Value, _ homes: Int, _ expected: Int, _ actual: Int) -> [Value] {
      [
        name, .count(homes), .count(expected), .count(actual), .count(actual - expected),
        .ratio(Ratio(actual, over: homes)),
      ]
    }
    let rows = supply.layouts.map { layout in
      let own = sold.filter { layoutOf[office.deals[$0].room] == layout.layout }
      return FactTable.Row(
        cells(
          LaunchSupply.name(of: layout.layout, office.lexicon),
          layout.supply.count, layout.expected, own.count), lineage: own.lineage)
    }
    let total = cells(
      .words(.total), supply.homes.count, supply.layouts.reduce(0) { $0 + $1.expected }, sold.count)
    let forecast = Value.ratio(
      Ratio(LaunchDemandFigures.expectedHundredths(analysis), over: 100))
    let (zh, en) = (Formatter(.chinese), Formatter(.english))
    return Fact(
      FactTable(
        rows: rows, total: FactTable.Row(total, lineage: sold.lineage), cases: sold.count),
      lineage: .union([sold.lineage, analysis.launchCards.lineage(analysis.launchCards.valid)]),
      remarks: [
        Words(
          "按级别预测 \(zh.text(forecast, unit: .units, format: .decimal1)) 套，实际 \(sold.count) 套",
          "forecast by levels \(en.text(forecast, unit: .units, format: .decimal1)) homes, "
            + "actual \(sold.count)")
      ])
  }

  static let notBought = Analyzer(
    FigureDefinition(
      "launch.not-bought", Words("到场未成交", "Came and did not buy"),
      Words(
        "有效认筹中到场而没有认购的客户和原因", "valid cards that arrived and did not subscribe, with the reason"),
      unit: .customers, shape: .list, scopes: .toDate,
      columns: [
        FigureColumn("card", Words("认筹编号", "Card"), .text),
        FigureColumn("customer", Words("客户", "Customer"), .text, isPersonal: true),
        FigureColumn("level", Words("级别", "Level"), .text),
        FigureColumn("first", Words("第一意向", "First choice"), .text),
        FigureColumn("second", Words("第二意向", "Second choice"), .text),
        FigureColumn("reason", Words("原因", "Reason"), .text),
        FigureColumn("staff", Words("置业顾问", "Consultant"), .text),
      ], source: "field practice: D15, not bought: who and why"),
    unless: { LaunchDemandFigures.absence($0) }
  ) { analysis, _ in
    let (cards, office) = (analysis.launchCards, analysis.office)
    let table = office[.cards]
    let missed = cards.valid.filter { $0.hasArrived && !analysis.hasBought($0) }
    let rows = missed.map { card in
      let reasons = office.lexicon[table.list(.objection, card.row)].map { office.lexicon[$0] }
      return FactTable.Row(
        [
          .typed(card.number), .typed(analysis.holder(of: card)),
          .word(table.symbol(.level, card.row), office.lexicon),
          .word(table.symbol(.unit1, card.row), office.lexicon),
          .word(table.symbol(.unit2, card.row), office.lexicon),
          .typed(reasons.isEmpty ? card.result : reasons.joined(separator: "、")),
          .names(table.list(.staff, card.row), office.lexicon),
        ], lineage: cards.lineage([card]))
    }
    return Fact(FactTable(rows: rows), lineage: cards.lineage(missed))
  }

  /// The cards, and the deals they ended in.
  private static func lineage(_ cards: [LaunchCards.Card], _ analysis: Analysis) -> Lineage {
    let deals = Set(cards.flatMap(analysis.purchases)).sorted()
    return .union([
      analysis.launchCards.lineage(cards),
      Selection(house: analysis.house, thing: .deals, items: deals).lineage,
    ])
  }
}

extension Absence {
  /// The settings do not say when the launch is.
  static let noLaunchDay = Absence(
    "no-launch-day", Words("未设开盘日期", "no launch day in the settings"))
}

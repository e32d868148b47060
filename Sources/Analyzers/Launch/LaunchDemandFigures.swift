import Facts
import Quantities
import Records

/// 推筹比、热度、预测: what the cards wish for against what is released.
enum LaunchDemandFigures {
  static let analyzers = [demand, heat, spill, forecast, ballotOdds]

  static let demand = Analyzer(
    FigureDefinition(
      "launch.demand", Words("推筹比", "Demand against supply"),
      Words(
        "各户型的推售套数、首选与次选客户、推筹比、热度、预计成交（首选与推售取小）和缺口",
        "released homes of each layout, first and second choices, their ratio, heat, expected sales and gap"
      ),
      unit: .none, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("layout", Words("户型", "Layout"), .text),
        FigureColumn("supply", Words("推售", "Supply"), .units),
        FigureColumn("first", Words("首选", "First choices"), .customers),
        FigureColumn("second", Words("次选", "Second choices"), .customers),
        FigureColumn("ratio", Words("推筹比", "Ratio"), .perOne),
        FigureColumn("heat", Words("热度", "Heat"), .text),
        FigureColumn("expected", Words("预计成交", "Expected"), .units),
        FigureColumn("gap", Words("缺口", "Gap"), .units),
      ], source: "field practice: F37–F38; heat threshold is a setting"),
    unless: { absence($0, withUnits: true) }
  ) { analysis, _ in
    let supply = analysis.launchSupply
    let lexicon = analysis.office.lexicon
    let rows = supply.layouts.map { layout in
      let (homes, first) = (layout.supply.count, layout.first.count)
      return FactTable.Row(
        [
          LaunchSupply.name(of: layout.layout, lexicon), .count(homes),
          .count(first), .count(layout.second.count), .ratio(Ratio(first, over: homes)),
          supply.heat(first: first, supply: homes).map { .words($0.words) }
            ?? .missing(.zeroDenominator), .count(layout.expected), .count(first - homes),
        ], lineage: lineage(layout, analysis))
    }
    let (homes, first) = (
      supply.layouts.reduce(0) { $0 + $1.supply.count },
      supply.layouts.reduce(0) { $0 + $1.first.count }
    )
    let total = FactTable.Row([
      .words(.total), .count(homes), .count(first),
      .count(supply.layouts.reduce(0) { $0 + $1.second.count }), .ratio(Ratio(first, over: homes)),
      .missing(.notApplicable), .count(supply.layouts.reduce(0) { $0 + $1.expected }),
      .count(first - homes),
    ])
    return Fact(
      FactTable(rows: rows, total: total, cases: analysis.launchCards.valid.count),
      lineage: .union(supply.layouts.map { lineage($0, analysis) }), remarks: remarks(analysis))
  }

  static let heat = Analyzer(
    FigureDefinition(
      "launch.heat", Words("热度图", "Heat of every home"),
      Words("每套推售房源被列为首选、次选的次数和热度", "how often every released home is a first or second choice"),
      unit: .customers, shape: .grid, scopes: .toDate,
      columns: [
        FigureColumn("room", Words("房号", "Room"), .text),
        FigureColumn("building", Words("楼栋", "Building"), .text),
        FigureColumn("floor", Words("楼层", "Floor"), .none),
        FigureColumn("state", Words("热度", "Heat"), .text),
        FigureColumn("first", Words("首选", "First choices"), .customers),
        FigureColumn("second", Words("次选", "Second choices"), .customers),
        FigureColumn("layout", Words("户型", "Layout"), .text),
      ], source: "field practice: F38, heat map of demand"),
    unless: { absence($0, withUnits: true) }
  ) { analysis, _ in
    let (supply, office) = (analysis.launchSupply, analysis.office)
    let table = office[.units]
    let rows = supply.homes.map { home in
      FactTable.Row(
        [
          .text(office.lexicon[home.room]), .typed(StockTables.building(office, home.row)),
          table.number(.floor, home.row).map { .count($0) } ?? .missing(.notRecorded),
          supply.heat(first: home.first.count, supply: 1).map { .words($0.words) }
            ?? .missing(.notApplicable), .count(home.first.count), .count(home.second.count),
          .word(home.layout, office.lexicon),
        ],
        lineage: .union([
          supply.lineage(units: [home.row]),
          analysis.launchCards.lineage(home.first + home.second),
        ]))
    }
    return Fact(
      FactTable(rows: rows, cases: rows.count), lineage: .union(rows.map(\.lineage)),
      remarks: remarks(analysis))
  }

  static let spill = Analyzer(
    FigureDefinition(
      "launch.spill", Words("溢出去向", "Spill to second choices"),
      Words(
        "按号序先满足首选，落空的客户在次选户型尚有余量时转去次选，其余落空",
        "in card order first choices are served, the unserved go to their second choice while it lasts"
      ),
      unit: .customers, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("layout", Words("首选户型", "First choice"), .text),
        FigureColumn("to", Words("转向户型", "Goes to"), .text),
        FigureColumn("count", Words("客户", "Customers"), .customers),
      ], source: "field practice: F38, unmet demand in queue order"),
    unless: { absence($0, withUnits: true) }
  ) { analysis, _ in
    let supply = analysis.launchSupply
    let unserved = supply.unserved(analysis.launchCards.valid)
    var ways: [(from: Symbol, to: Symbol?, cards: [LaunchCards.Card])] = []
    for entry in unserved {
      if let known = ways.firstIndex(where: { $0.from == entry.from && $0.to == entry.to }) {
        ways[known].cards.append(entry.card)
      } else {
        ways.append((entry.from, entry.to, [entry.card]))
      }
    }
    let lexicon = analysis.office.lexicon
    func name(_ layout: Symbol) -> String { LaunchSupply.text(of: layout, lexicon) }
    ways.sort { a, b in
      if a.from != b.from { return name(a.from) < name(b.from) }
      guard let x = a.to, let y = b.to else { return a.to != nil && b.to == nil }
      return name(x) < name(y)
    }
    let rows = ways.map { way in
      FactTable.Row(
        [
          LaunchSupply.name(of: way.from, lexicon),
          way.to.map { LaunchSupply.name(of: $0, lexicon) } ?? .words(Words("落空", "unserved")),
          .count(way.cards.count),
        ], lineage: analysis.launchCards.lineage(way.cards))
    }
    return Fact(
      FactTable(rows: rows, cases: unserved.count),
      lineage: analysis.launchCards.lineage(unserved.map(\.card)))
  }

  static let forecast = Analyzer(
    FigureDefinition(
      "launch.forecast", Words("开盘成交预测", "Forecast of launch sales"),
      Words("各级有效认筹数 × 成交概率之和", "Σ valid cards of each level times its probability"),
      unit: .units, scopes: .toDate,
      source: "field practice: F13; A and B 80 %, C 50 %, D and blank 0, settings"),
    unless: { absence($0) }
  ) { analysis, _ in
    let cards = analysis.launchCards.valid
    return Fact(
      .ratio(Ratio(expectedHundredths(analysis), over: 100)),
      lineage: analysis.launchCards.lineage(cards))
  }

  static let ballotOdds = Analyzer(
    FigureDefinition(
      "launch.ballot-odds", Words("摇号中签率", "Ballot odds"),
      Words(
        "推售套数 ÷ 有效认筹数，一轮摇号、一筹一套", "released homes over valid cards: one round, one home a card"),
      unit: .rate, scopes: .toDate, source: "field practice: F41"),
    unless: { absence($0, withUnits: true) }
  ) { analysis, _ in
    let cards = analysis.launchCards
    let homes = analysis.launchSupply.layouts.reduce(0) { $0 + $1.supply.count }
    return Fact(
      .ratio(Ratio(homes, over: cards.valid.count)),
      lineage: .union(
        [cards.lineage(cards.valid)]
          + analysis.launchSupply.layouts.map { lineage($0, analysis) }),
      remarks: remarks(analysis))
  }

  /// Σ count × probability in hundredths of a home.
  static func expectedHundredths(_ analysis: Analysis) -> Int {
    let odds = analysis.office.settings.probabilities
    return analysis.launchCards.valid.reduce(0) { sum, card in
      switch card.level {
      case "A": sum + odds.a
      case "B": sum + odds.b
      case "C": sum + odds.c
      case "D": sum + odds.d
      default: sum
      }
    }
  }

  /// Why a launch figure has nothing to say.
  static func absence(_ analysis: Analysis, withUnits: Bool = false) -> Absence? {
    analysis.absence(of: withUnits ? [.cards, .units] : [.cards], in: analysis.windows[.total])
  }

  private static func lineage(_ layout: LaunchSupply.Demand, _ analysis: Analysis) -> Lineage {
    .union([
      analysis.launchSupply.lineage(units: layout.supply),
      analysis.launchCards.lineage(layout.first + layout.second),
    ])
  }

  private static func remarks(_ analysis: Analysis) -> [Words] {
    analysis.launchSupply.remark.map { [$0] } ?? []
  }
}

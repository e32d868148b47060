import Facts
import Quantities
import Records

/// 落点: grades with their odds, first against second choices, and whom to steer.
enum LaunchPlacementFigures {
  static let analyzers = [grades, choices, steering]

  static let grades = Analyzer(
    FigureDefinition(
      "launch.grades", Words("等级与成交概率", "Grades and odds"),
      Words(
        "各等级有效认筹数、成交概率（设置）和预计成交",
        "valid cards of each grade, its odds (settings) and expected sales"),
      unit: .customers, shape: .table, scopes: .toDate,
      columns: [
        .name, .count(Words("有效认筹", "Valid cards"), .customers), .share,
        FigureColumn("odds", Words("成交概率", "Odds"), .rate),
        FigureColumn("expected", Words("预计成交", "Expected"), .units),
      ], source: "field practice: F13, Σ grade count × probability"),
    unless: { LaunchDemandFigures.absence($0) }
  ) { analysis, _ in
    let cards = analysis.launchCards
    let odds = analysis.office.settings.probabilities
    let known = [("A", odds.a), ("B", odds.b), ("C", odds.c), ("D", odds.d)]
    var rows: [FactTable.Row] = []
    func add(_ name: Value, _ own: [LaunchCards.Card], _ percent: Int) {
      rows.append(
        FactTable.Row(
          [
            name, .count(own.count), .ratio(Ratio(own.count, over: cards.valid.count)),
            .ratio(Ratio(percent, over: 100)), .ratio(Ratio(own.count * percent, over: 100)),
          ], lineage: cards.lineage(own)))
    }
    for (level, percent) in known {
      add(.text(level), cards.valid.filter { $0.level == level }, percent)
    }
    let others = cards.valid.filter { card in !known.contains { $0.0 == card.level } }
    if !others.isEmpty { add(.words(.unfilled), others, 0) }
    let total = FactTable.Row(
      [
        .words(.total), .count(cards.valid.count),
        .ratio(Ratio(cards.valid.count, over: cards.valid.count)), .missing(.notApplicable),
        .ratio(Ratio(LaunchDemandFigures.expectedHundredths(analysis), over: 100)),
      ], lineage: cards.lineage(cards.valid))
    return Fact(
      FactTable(rows: rows, total: total, cases: cards.valid.count),
      lineage: cards.lineage(cards.valid))
  }

  static let choices = Analyzer(
    FigureDefinition(
      "launch.choices", Words("首选与次选", "First and second choices"),
      Words("有效认筹按首选户型和次选户型交叉", "valid cards by the layouts of their first and second choice"),
      unit: .customers, shape: .grid, scopes: .toDate,
      columns: [
        FigureColumn("layout", Words("首选户型", "First choice"), .text),
        FigureColumn("second", Words("次选户型", "Second choice"), .text),
        .count(Words("客户", "Customers"), .customers),
      ], source: "field practice: D16, matrix of first and second choices"),
    unless: { LaunchDemandFigures.absence($0) }
  ) { analysis, _ in
    let (cards, supply) = (analysis.launchCards, analysis.launchSupply)
    let lexicon = analysis.office.lexicon
    // Layouts in the order of the demand table; no second choice last.
    let layouts = supply.layouts.map(\.layout)
    let seconds: [Symbol?] = layouts + [nil]
    var rows: [FactTable.Row] = []
    for first in layouts {
      for second in seconds {
        let own = cards.valid.filter { card in
          let wish = supply.wish(of: card)
          return wish.first == first && wish.second == second
        }
        rows.append(
          FactTable.Row(
            [
              LaunchSupply.name(of: first, lexicon),
              second.map { LaunchSupply.name(of: $0, lexicon) } ?? .words(Words("无次选", "none")),
              .count(own.count),
            ], lineage: cards.lineage(own)))
      }
    }
    return Fact(FactTable(rows: rows), lineage: cards.lineage(cards.valid))
  }

  static let steering = Analyzer(
    FigureDefinition(
      "launch.steering", Words("引导名单", "Steering list"),
      Words(
        "按号序首选已满、次选户型尚有余量的有效认筹，逐个引导",
        "valid cards that their first choice cannot serve in card order while the second still has homes"
      ),
      unit: .customers, shape: .list, scopes: .toDate,
      columns: [
        FigureColumn("card", Words("认筹编号", "Card"), .text), .customer,
        FigureColumn("level", Words("级别", "Level"), .text),
        FigureColumn("from", Words("首选户型", "From"), .text),
        FigureColumn("to", Words("引导至", "To"), .text),
        FigureColumn("price", Words("可接受单价", "Acceptable price"), .pricePerArea), .staff,
      ], source: "field practice: D16, whom to steer from where to where"),
    unless: { LaunchDemandFigures.absence($0, withUnits: true) }
  ) { analysis, _ in
    let (office, cards) = (analysis.office, analysis.launchCards)
    let table = office[.cards]
    let steered = analysis.launchSupply.unserved(cards.valid).filter { $0.to != nil }
    let rows = steered.map { entry in
      FactTable.Row(
        [
          .typed(entry.card.number), .typed(analysis.holder(of: entry.card)),
          .word(table.symbol(.level, entry.card.row), office.lexicon),
          LaunchSupply.name(of: entry.from, office.lexicon),
          entry.to.map { LaunchSupply.name(of: $0, office.lexicon) } ?? .missing(.notApplicable),
          entry.card.price.map { .ratio(Ratio(.money($0), over: .count(1))) }
            ?? .missing(.notRecorded),
          .names(table.list(.staff, entry.card.row), office.lexicon),
        ], lineage: cards.lineage([entry.card]))
    }
    return Fact(FactTable(rows: rows), lineage: cards.lineage(steered.map(\.card)))
  }
}

extension LaunchSupply {
  /// A card whose first choice has run out, and the second choice that still had a home.
  struct Unserved {
    let card: LaunchCards.Card
    let from: Symbol
    let to: Symbol?
  }

  /// First choices are served in card order while homes last; then the others, in card order too,
  /// go to their second choice while it lasts.
  func unserved(_ cards: [LaunchCards.Card]) -> [Unserved] {
    var left: [Symbol: Int] = [:]
    for layout in layouts { left[layout.layout] = layout.supply.count }
    var waiting: [(card: LaunchCards.Card, first: Symbol, second: Symbol?)] = []
    for card in cards {
      let wish = wish(of: card)
      guard let first = wish.first else { continue }
      if left[first, default: 0] > 0 {
        left[first, default: 0] -= 1
      } else {
        waiting.append((card, first, wish.second))
      }
    }
    return waiting.map { entry in
      guard let second = entry.second, second != entry.first, left[second, default: 0] > 0 else {
        return Unserved(card: entry.card, from: entry.first, to: nil)
      }
      left[second, default: 0] -= 1
      return Unserved(card: entry.card, from: entry.first, to: second)
    }
  }
}

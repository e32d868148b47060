import Facts
import Quantities
import Records

/// 综合考评表与总分排行.
enum ScorecardFigures {
  static let analyzers = [scorecard, totals]

  private static let source = "field practice: F35; weights must add to 100, a missing item stops"

  static let scorecard = Analyzer(
    FigureDefinition(
      "staff.scorecard", Words("综合考评", "Appraisal"),
      Words(
        "每人各考评项的权重、目标、实际、得分（实际÷目标×100，封顶，或直接给分）和加权分；缺项或权重不为100则无总分",
        "weight, target, actual, score (completion up to the cap, or marks) and weighted score of "
          + "every item of a person; no total with a missing item or weights other than 100"),
      unit: .score, shape: .table, scopes: .own,
      columns: [
        FigureColumn("name", Words("置业顾问", "Consultant"), .text),
        FigureColumn("item", Words("考评项", "Item"), .text),
        FigureColumn("weight", Words("权重", "Weight"), .none),
        FigureColumn("target", Words("目标", "Target"), .none),
        FigureColumn("actual", Words("实际", "Actual"), .none),
        FigureColumn("score", Words("得分", "Score"), .score),
        FigureColumn("weighted", Words("加权分", "Weighted"), .score),
      ], source: source),
    unless: { absence($0.office) }
  ) { analysis, _ in
    let (period, cards) = Scorecard.cards(analysis.office, analysis.windows)
    let rows = cards.flatMap { card in
      card.items.map { item in
        FactTable.Row(
          [
            .typed(card.name), .typed(item.name), value(item.weight), value(item.target),
            value(item.actual), item.score.map { .exact($0) } ?? .missing(.itemMissing),
            item.weighted.map { .exact($0) } ?? .missing(.itemMissing),
          ], lineage: lineage([item], analysis.office))
      } + [
        FactTable.Row(
          [
            .typed(card.name), .words(.total), .exact(card.weights), .missing(.notApplicable),
            .missing(.notApplicable), .missing(.notApplicable), card.total,
          ], lineage: lineage(card.items, analysis.office))
      ]
    }
    return Fact(
      FactTable(rows: rows, cases: cards.count),
      lineage: lineage(cards.flatMap(\.items), analysis.office),
      remarks: remarks(period, cards))
  }

  static let totals = Analyzer(
    FigureDefinition(
      "staff.scores", Words("考评总分排行", "Appraisal totals"),
      Words(
        "每人考评总分和名次，没有总分的排在最后并注明原因",
        "everybody's total and rank; those without a total last, with the reason"),
      unit: .score, shape: .table, scopes: .own,
      columns: [
        FigureColumn("name", Words("置业顾问", "Consultant"), .text),
        FigureColumn("total", Words("总分", "Total"), .score),
        FigureColumn("rank", Words("名次", "Rank"), .rank),
        FigureColumn("reason", Words("说明", "Reason"), .text),
      ], source: source),
    unless: { absence($0.office) }
  ) { analysis, _ in
    let (period, cards) = Scorecard.cards(analysis.office, analysis.windows)
    let ranks = Ranks.competition(cards.map { $0.total.number })
    let order = cards.indices.sorted { a, b in
      let (x, y) = (ranks[a] ?? Int.max, ranks[b] ?? Int.max)
      return x != y ? x < y : cards[a].name < cards[b].name
    }
    let rows = order.map { index in
      let total = cards[index].total
      var reason: Value = .missing(.notApplicable)
      if case .missing(let absence) = total { reason = .words(absence.reason) }
      return FactTable.Row(
        [
          .typed(cards[index].name), total,
          ranks[index].map { .count($0) } ?? .missing(.notApplicable), reason,
        ], lineage: lineage(cards[index].items, analysis.office))
    }
    return Fact(
      FactTable(rows: rows, cases: rows.count),
      lineage: lineage(cards.flatMap(\.items), analysis.office),
      remarks: remarks(period, cards))
  }

  private static func absence(_ office: SalesOffice) -> Absence? {
    office.has(.scores) || office[.scores].count > 0 ? nil : .noFile(RecordKind.scores.words)
  }

  private static func value(_ number: Rational?) -> Value {
    number.map { .exact($0) } ?? .missing(.notRecorded)
  }

  private static func lineage(_ items: [Scorecard.Item], _ office: SalesOffice) -> Lineage {
    let rows = items.map { office[.scores].source($0.row) }
    return Lineage { rows }
  }

  private static func remarks(_ period: Period?, _ cards: [Scorecard]) -> [Words] {
    var remarks: [Words] = []
    if let period {
      remarks.append(
        Words("考评期 \(period.from)至\(period.to)", "appraisal of \(period.from) to \(period.to)"))
    }
    for card in cards {
      if case .missing(let absence) = card.total {
        remarks.append(
          Words("\(card.name)：\(absence.reason.chinese)", "\(card.name): \(absence.reason.english)")
        )
      }
    }
    return remarks
  }
}

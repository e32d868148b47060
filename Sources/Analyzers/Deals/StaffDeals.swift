import Facts
import Quantities
import Records

/// 认购按置业顾问: shared deals in equal parts, so that all rows add up to the project.
enum StaffDeals {
  static let analyzers: [Analyzer] = [byStaff]

  static let byStaff = Analyzer(
    FigureDefinition(
      "deals.by-staff", Words("认购按置业顾问", "Subscriptions by consultant"),
      Words(
        "本期认购套数（未扣退房，车位除外）按置业顾问，多人合作的平分，无人的归未分配",
        "subscribed units of the period by consultant, shared deals in equal parts, nobody's are unassigned"
      ),
      unit: .units, shape: .table,
      columns: [
        .name, .count(Words("认购", "Subscribed"), .units), .share, .previous(.units), .change,
      ], source: "field practice: F34, equal credit"),
    of: [.deals]
  ) { analysis, window, scope in
    let deals = analysis.deals(.subscribed, in: window)
    let now = credit(deals, analysis)
    var (before, absence): ([Symbol: SharedCount], Absence?) = ([:], .notApplicable)
    var wholeBefore = 0
    if scope == .this, let compared = analysis.windows.comparison(of: .this) {
      absence = analysis.absence(of: [.deals], in: compared)
      if absence == nil {
        let selection = analysis.deals(.subscribed, in: compared)
        wholeBefore = selection.count
        before = credit(selection, analysis)
      }
    }
    let lexicon = analysis.office.lexicon
    let categories = Categories(words: lexicon)
    let people = Set(now.keys).union(before.keys).map { Int($0.number) }.sorted()
    func cells(_ name: Value, _ count: Value, _ side: Ratio.Side, _ previous: Value) -> [Value] {
      let previous = absence.map { .missing($0) } ?? previous
      return [
        name, count, .ratio(Ratio(side, over: .count(deals.count))), previous,
        CellChange.of(count, from: previous),
      ]
    }
    let order = categories.sorted(people) { now[Symbol(number: Int32($0))]?.number ?? .zero }
    let credit = analysis.credit
    let rows = order.map { key in
      let person = Symbol(number: Int32(key))
      let (mine, then) = (now[person] ?? SharedCount(), before[person] ?? SharedCount())
      return FactTable.Row(
        cells(
          person.isNone ? .words(.unassigned) : .text(lexicon[person]), mine.value, mine.side,
          then.value),
        lineage: deals.lineage { item in
          credit.parts(of: deals.office.deals[item]).contains { $0.person == person }
        })
    }
    let total = FactTable.Row(
      cells(
        .words(.total), .count(deals.count), .count(deals.count), .count(wholeBefore)))
    return Fact(
      FactTable(rows: rows, total: total, cases: deals.count), lineage: deals.lineage)
  }

  private static func credit(_ deals: Selection, _ analysis: Analysis) -> [Symbol: SharedCount] {
    var counts: [Symbol: SharedCount] = [:]
    for item in deals.items {
      for part in analysis.credit.parts(of: deals.office.deals[Int(item)]) {
        counts[part.person, default: SharedCount()].add(oneOf: part.sharers)
      }
    }
    return counts
  }
}

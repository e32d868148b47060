import Facts
import Quantities
import Records

/// One breakdown: what is counted, under which categories, with which further columns.
struct Breakdown: Sendable {
  /// A column: selected things in a window and the categories of each.
  struct Measure: Sendable {
    /// Key of the figure's column.
    let column: String
    /// The kind whose file it needs.
    let kind: RecordKind
    let select: @Sendable (Analysis, Window) -> Selection
    /// Gives every category of a thing to a closure.
    let keys: @Sendable (Int, (Int) -> Void) -> Void
    /// What a thing adds: 1, or its amount in fen.
    let weight: (@Sendable (Int) -> Int64)?
    /// Where every thing has one category: those of many things at once, in their order.
    var single: (@Sendable ([Int32]) -> [Int32])?

    init(
      _ column: String, _ kind: RecordKind,
      select: @escaping @Sendable (Analysis, Window) -> Selection,
      weight: (@Sendable (Int) -> Int64)? = nil,
      keys: @escaping @Sendable (Int, (Int) -> Void) -> Void
    ) {
      self.column = column
      self.kind = kind
      self.select = select
      self.weight = weight
      self.keys = keys
    }
  }

  let categories: Categories
  /// The first is `count`: shares, changes and the order of rows are its.
  let measures: [Measure]
  let remarks: [Words]

  init(_ categories: Categories, _ measures: [Measure], remarks: [Words] = []) {
    self.categories = categories
    self.measures = measures
    self.remarks = remarks
  }

  /// The table of a window: name, count, share, previous, change, then the further columns.
  func fact(_ analysis: Analysis, _ window: Window, _ scope: Scope) -> Fact {
    let compared = comparison(analysis, scope)
    let selections = measures.map { $0.select(analysis, window) }
    let before = compared.window.map { window in measures.map { $0.select(analysis, window) } }
    var tally = WordTally(keyCount: categories.keyCount, columns: measures.count * 2)
    for index in measures.indices {
      count(selections[index], measures[index], column: index, in: &tally)
      if let before {
        count(before[index], measures[index], column: measures.count + index, in: &tally)
      }
    }
    let keys = categories.sorted(tally.keys.filter { !tally.isEmpty($0) }) { key in
      Rational(Int(tally[key, 0]))
    }
    let whole = selections[0].count
    func cells(_ name: Value, _ number: (Int) -> Int64) -> [Value] {
      let count = Value.count(Int(number(0)))
      let previous: Value =
        compared.absence.map { .missing($0) }
        ?? .count(Int(number(measures.count)))
      return [
        name, count, .ratio(Ratio(Int(number(0)), over: whole)), previous,
        CellChange.of(count, from: previous),
      ] + measures.indices.dropFirst().map { cell(measures[$0], number($0), analysis) }
    }
    let rows = keys.map { key in
      FactTable.Row(
        cells(categories.cell(key)) { tally[key, $0] },
        lineage: .union(
          measures.indices.map { index in
            let measure = measures[index]
            return selections[index].lineage { item in
              var isIn = false
              measure.keys(item) { if $0 == key { isIn = true } }
              return isIn
            }
          }))
    }
    let total = FactTable.Row(
      cells(.words(.total)) { column in
        let index = column % measures.count
        let selection = column < measures.count ? selections[index] : before?[index]
        guard let selection else { return 0 }
        guard let weight = measures[index].weight else { return Int64(selection.count) }
        return selection.items.reduce(0) { $0 + weight(Int($1)) }
      })
    return Fact(
      FactTable(
        rows: rows, total: categories.isMultiple ? nil : total, cases: whole,
        isMultiple: categories.isMultiple),
      lineage: .union(selections.map(\.lineage)), remarks: remarks)
  }

  /// What the period is compared with: only the report's own period has a comparison.
  private func comparison(
    _ analysis: Analysis, _ scope: Scope
  ) -> (window: Window?, absence: Absence?) {
    guard scope == .this, let window = analysis.windows.comparison(of: .this) else {
      return (nil, .notApplicable)
    }
    if let absence = analysis.absence(of: [measures[0].kind], in: window) {
      return (nil, absence)
    }
    return (window, nil)
  }

  private func count(
    _ selection: Selection, _ measure: Measure, column: Int, in tally: inout WordTally
  ) {
    if measure.weight == nil, let single = measure.single {
      for key in single(selection.items) { tally.add(to: column, of: Int(key)) }
      return
    }
    for item in selection.items {
      let amount = measure.weight.map { $0(Int(item)) } ?? 1
      measure.keys(Int(item)) { tally.add(amount, to: column, of: $0) }
    }
  }

  private func cell(_ measure: Measure, _ number: Int64, _ analysis: Analysis) -> Value {
    let office = analysis.office
    guard office.has(measure.kind) || office[measure.kind].count > 0 else {
      return .missing(.noFile(measure.kind.words))
    }
    return measure.weight == nil ? .count(Int(number)) : .money(Money(fen: number))
  }
}

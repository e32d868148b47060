import Documents
import Facts
import Quantities

/// Charts: their numbers as a table, the drawn columns, and a sentence for those who cannot see.
extension Binding {
  func chart(_ spec: ChartSpec) -> Result<Chart, AbsentFigure> {
    guard let first = spec.table.figures.first, let definition = context.catalogue[first.id]
    else { return .failure(AbsentFigure(name: "", absence: .notApplicable)) }
    var tableSpec = spec.table
    if definition.shape != .scalar { tableSpec.columns = columns(spec, definition) }
    let keepsLast = definition.shape != .table && spec.kind != .pareto
    let series = series(spec, definition)
    // A limit counts the drawn places, not the rows of a long table.
    let limit = tableSpec.limit
    if series != nil { tableSpec.limit = nil }
    var places: [Int] = []
    let numbers = table(
      tableSpec, keepsLast: keepsLast, isCurve: spec.kind == .pareto, places: &places)
    return numbers.map { table in
      var table = table
      if let series {
        table = pivoted(table, series: series)
        if let limit {
          table.rows = Array(keepsLast ? table.rows.suffix(limit) : table.rows.prefix(limit))
        }
        if let panels = spec.panels { table = fullest(panels, of: table) }
      }
      // Words that only the compared period has draw nothing.
      if definition.shape == .table {
        table.rows.removeAll { row in
          row.cells.count > 1 && row.cells.dropFirst().allSatisfy { $0.value.number == .zero }
        }
      }
      let values = table.columns.dropFirst().map(\.key)
      return Chart(
        kind: spec.kind, title: table.title, description: description(of: table), table: table,
        values: Array(values), places: places)
    }
  }

  /// The table with the series that have most values, then the largest sum; the others are said.
  private func fullest(_ count: Int, of table: Table) -> Table {
    let series = Array(1..<max(1, table.columns.count))
    guard series.count > count else { return table }
    func weight(_ column: Int) -> (values: Int, sum: Rational) {
      let numbers = table.rows.compactMap { $0.cells[column].value.number }
      return (numbers.count, numbers.reduce(.zero, +))
    }
    let weights = series.map { (column: $0, weight: weight($0)) }
    let sorted = weights.sorted { a, b in
      if a.weight.values != b.weight.values { return a.weight.values > b.weight.values }
      return a.weight.sum != b.weight.sum
        ? a.weight.sum > b.weight.sum : a.column < b.column
    }
    let kept = [0] + sorted.prefix(count).map(\.column).sorted()
    var table = table
    table.columns = kept.map { table.columns[$0] }
    table.rows = table.rows.map { row in
      var row = row
      row.cells = kept.map { row.cells[$0] }
      return row
    }
    table.remarks.append(Phrases.some(count, of: series.count)[language])
    return table
  }

  /// The row key, the column that makes the series, and the drawn columns.
  private func columns(_ spec: ChartSpec, _ definition: FigureDefinition) -> [TableSpec.Column] {
    guard let key = definition.columns.first else { return [] }
    let series = series(spec, definition)
    var drawn = spec.table.columns.filter { $0.key != key.key && $0.key != series }
    if drawn.isEmpty { drawn = usual(spec.kind, definition, except: series) }
    let extra = series.map { [TableSpec.Column(key: $0)] } ?? []
    return [TableSpec.Column(key: key.key)] + extra + drawn
  }

  private func series(_ spec: ChartSpec, _ definition: FigureDefinition) -> String? {
    if let series = spec.table.series { return series }
    // A grid has two keys; the second makes the series, unless the section's row has chosen one.
    guard definition.shape == .grid, definition.columns.count > 2 else { return nil }
    let key = definition.columns[1].key
    return key == spec.table.match ? nil : key
  }

  /// What is drawn when the template names nothing: numbers of one unit, the count first.
  private func usual(
    _ kind: Chart.Kind, _ definition: FigureDefinition, except series: String?
  ) -> [TableSpec.Column] {
    let numbers = definition.columns.dropFirst().filter { column in
      guard column.key != series else { return false }
      return switch column.unit {
      case .text, .none, .day, .clock, .rank: false
      default: true
      }
    }
    if kind == .pareto { return numbers.map { TableSpec.Column(key: $0.key) } }
    guard let first = numbers.first(where: { $0.key == "count" }) ?? numbers.first else {
      return []
    }
    if definition.shape == .table || series != nil { return [TableSpec.Column(key: first.key)] }
    return numbers.filter { $0.unit == first.unit }.map { TableSpec.Column(key: $0.key) }
  }

  private func description(of table: Table) -> String {
    let count = Phrases.chart(table.title, table.rows.count)[language]
    guard table.columns.count > 1 else { return count }
    var best: (number: Rational, row: Table.Row)?
    for row in table.rows {
      guard row.cells.count > 1, let number = Change.natural(row.cells[1].value) else { continue }
      if let known = best, known.number >= number { continue }
      best = (number, row)
    }
    guard let best else { return count }
    let shown = best.row.cells[1]
    let unit = shown.unitText(formatter)
    let value = shown.text(formatter) + (unit.isEmpty || unit == "%" ? "" : " " + unit)
    let highest = Phrases.highest(
      table.columns[1].label, best.row.cells[0].text(formatter), value)
    return count + Phrases.semicolon[language] + highest[language]
  }
}

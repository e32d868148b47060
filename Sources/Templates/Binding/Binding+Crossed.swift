import Documents
import Facts
import Quantities

/// Long tables (key, word, value) shown wide: a column for every word.
extension Binding {
  /// A crossed table with the sums of its rows and columns, which are checked by being printed.
  func crossed(_ spec: TableSpec) -> Result<Table, AbsentFigure> {
    guard let first = spec.figures.first, let definition = context.catalogue[first.id],
      let key = definition.columns.first, let series = spec.series
    else { return .failure(AbsentFigure(name: "", absence: .notApplicable)) }
    var long = spec
    var values = spec.columns.filter { $0.key != key.key && $0.key != series }
    if values.isEmpty {
      values = definition.columns.dropFirst().filter { $0.key != series && $0.unit != .text }
        .prefix(1).map { TableSpec.Column(key: $0.key) }
    }
    long.columns = [TableSpec.Column(key: key.key), TableSpec.Column(key: series)] + values
    long.limit = nil
    return table(long).map { table in
      var wide = pivoted(table, series: series)
      if spec.hasTotal { addSums(to: &wide) }
      if let limit = spec.limit, wide.rows.count > limit {
        wide.remarks.append(
          Phrases.more(wide.rows.count - limit, of: wide.rows.count)[language])
        wide.rows = Array(wide.rows.prefix(limit))
      }
      return wide
    }
  }

  /// The table with a column for every word of `series`, in the order of the rows.
  func pivoted(_ table: Table, series: String) -> Table {
    guard let seriesColumn = table.columns.firstIndex(where: { $0.key == series }),
      let valueColumn = table.columns.indices.first(where: { $0 > 0 && $0 != seriesColumn })
    else { return table }
    var names: [Value] = []
    var labels: [Value: String] = [:]
    var keys: [Value] = []
    var cells: [Value: [Value: Shown]] = [:]
    for row in table.rows {
      let (key, name) = (row.cells[0].value, row.cells[seriesColumn].value)
      if !names.contains(name) { names.append(name) }
      labels[name] = row.cells[seriesColumn].text(formatter)
      if !keys.contains(key) { keys.append(key) }
      cells[key, default: [:]][name] = row.cells[valueColumn]
    }
    let value = table.columns[valueColumn]
    let unit = table.rows.first?.cells[valueColumn].unit ?? .none
    var wide = table
    wide.total = nil
    wide.columns =
      [table.columns[0]]
      + names.map { name in
        let key = Shown(name, unit: .text).text(formatter)
        return Table.Column(
          key: key, label: labels[name] ?? key, unit: value.unit, kind: value.kind)
      }
    wide.rows = keys.map { key in
      let first = table.rows.first { $0.cells[0].value == key }?.cells[0]
      let rest = names.map {
        cells[key]?[$0] ?? Shown(.missing(.notRecorded), unit: unit)
      }
      return Table.Row([first ?? Shown(key, unit: .text)] + rest)
    }
    return wide
  }

  private func addSums(to table: inout Table) {
    guard let sample = table.rows.first?.cells.dropFirst().first, table.rows.count > 0 else {
      return
    }
    func sum(_ cells: [Shown]) -> Shown? {
      let known = cells.map(\.value).filter { !$0.isMissing }
      guard let total = Folding.sum(known) else { return nil }
      return Shown(total, unit: sample.unit, format: sample.format)
    }
    let rowSums = table.rows.map { sum(Array($0.cells.dropFirst())) }
    let columnSums = table.columns.indices.dropFirst().map { column in
      sum(table.rows.map { $0.cells[column] })
    }
    let all = sum(rowSums.compactMap { $0 })
    guard let all, !rowSums.contains(nil), !columnSums.contains(nil) else { return }
    let kind = table.columns.last?.kind ?? .number
    let unit = table.columns.last?.unit ?? ""
    table.columns.append(
      Table.Column(key: "total", label: Phrases.total[language], unit: unit, kind: kind))
    for (index, sum) in rowSums.enumerated() {
      if let sum { table.rows[index].cells.append(sum) }
    }
    let name = Shown(.words(Phrases.total), unit: .text)
    table.total = Table.Row([name] + columnSums.compactMap { $0 } + [all], kind: .total)
  }
}

import Analyzers
import Facts
import Quantities

/// The figures of a run for a terminal: id, name, value, change; tables below their heading.
struct FigureText {
  let analysis: Analysis
  let catalogue: Catalogue
  let language: Language

  private var formatter: Formatter { Formatter(language) }

  func text(_ keys: [FigureKey]) -> String {
    var text = ""
    var scalars = TextTable(right: [2])
    for key in keys {
      guard let definition = catalogue[key.id] else { continue }
      let fact = FigureMask.shown(key, definition, analysis)
      switch fact.content {
      case .scalar(let value):
        scalars.add([key.text, definition.name[language]] + shown(value, definition.unit))
      case .table(let table):
        text += scalars.text()
        scalars = TextTable(right: [2])
        text += self.table(table, key, definition)
      }
    }
    return text + scalars.text()
  }

  private func shown(_ value: Value, _ unit: Unit) -> [String] {
    if case .missing(let absence) = value { return [Formatter.dash, absence.reason[language]] }
    var cells = [formatter.text(value, unit: unit), formatter.unitText(unit)]
    if case .ratio = value {
      cells[1] +=
        (cells[1].isEmpty ? "" : "  ")
        + "(" + formatter.text(value, unit: unit, format: .fraction) + ")"
    }
    return cells
  }

  private func table(
    _ table: FactTable, _ key: FigureKey, _ definition: FigureDefinition
  ) -> String {
    var text = "\n\(key.text)  \(definition.name[language])"
    if let cases = table.cases { text += "  n = \(cases)" }
    text += "\n"
    if let absence = table.absence { return text + "  " + absence.reason[language] + "\n" }
    let numeric = definition.columns.indices.filter {
      ![.text, .none].contains(definition.columns[$0].unit)
    }
    var lines = TextTable(right: Set(numeric))
    lines.add(definition.columns.map(\.key))
    let shares = definition.columns.indices.map {
      TableShares.printed(table, definition, column: $0)
    }
    for (number, row) in (Array(table.rows) + (table.total.map { [$0] } ?? [])).enumerated() {
      lines.add(
        zip(row.cells, definition.columns).enumerated().map { index, cell in
          if let printed = shares[index], printed.indices.contains(number) {
            return printed[number]
          }
          return formatter.text(cell.0, unit: cell.1.unit)
        })
    }
    let several = Words("多选，合计可超过100%", "several answers each; shares may pass 100%")
    return text + lines.text(indent: "  ")
      + (table.isMultiple ? "  " + several[language] + "\n" : "") + "\n"
  }
}

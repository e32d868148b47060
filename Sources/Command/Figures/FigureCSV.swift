import Analyzers
import Facts
import Quantities

/// The figures of a run as CSV: one line a value, exact; UTF-8 with BOM, CRLF, safe in Excel.
struct FigureCSV {
  let analysis: Analysis
  let catalogue: Catalogue
  let language: Language

  func text(_ keys: [FigureKey]) -> String {
    var text = "\u{FEFF}"
    line(
      ["figure", "name", "row", "column", "value", "numerator", "denominator", "unit", "reason"],
      to: &text)
    for key in keys {
      guard let definition = catalogue[key.id] else { continue }
      let fact = FigureMask.shown(key, definition, analysis)
      let head = [key.text, definition.name[language]]
      switch fact.content {
      case .scalar(let value):
        line(head + ["", ""] + cells(value, definition.unit), to: &text)
      case .table(let table):
        if let absence = table.absence {
          line(head + ["", ""] + cells(.missing(absence), definition.unit), to: &text)
        }
        for (number, row) in table.rows.enumerated() {
          let name = row.cells.first.map { plain($0) } ?? String(number + 1)
          for (column, cell) in zip(definition.columns, row.cells).dropFirst() {
            line(head + [name, column.key] + cells(cell, column.unit), to: &text)
          }
        }
      }
    }
    return text
  }

  private func cells(_ value: Value, _ unit: Unit) -> [String] {
    let name = unit.words[language]
    switch value {
    case .missing(let absence): return ["", "", "", name, absence.reason[language]]
    case .ratio(let exact):
      let ratio = exact.cleared
      let reason = ratio.quotient == nil ? Absence.zeroDenominator.reason[language] : ""
      return ["", side(ratio.numerator), side(ratio.denominator), name, reason]
    case .portion(let portion) where !portion.isWhole:
      return ["", String(portion.numerator), String(portion.denominator), name, ""]
    default: return [plain(value), "", "", name, ""]
    }
  }

  private func plain(_ value: Value) -> String {
    switch value {
    case .count(let count): String(count)
    case .portion(let portion): String(portion.numerator)
    case .money(let money): Digits.decimal(Int128(money.fen), decimals: 2)
    case .area(let area): Digits.decimal(Int128(area.hundredths), decimals: 2)
    default: Formatter(language).text(value, unit: .none)
    }
  }

  private func side(_ side: Ratio.Side) -> String {
    switch side {
    case .count(let count): String(count)
    case .portion(let portion) where portion.isWhole: String(portion.numerator)
    case .portion(let portion): "\(portion.numerator)/\(portion.denominator)"
    case .money(let money): Digits.decimal(Int128(money.fen), decimals: 2)
    case .area(let area): Digits.decimal(Int128(area.hundredths), decimals: 2)
    }
  }

  private func line(_ cells: [String], to text: inout String) {
    text += cells.map(CSVCell.text).joined(separator: ",") + "\r\n"
  }
}

import Analyzers
import Facts
import Quantities
import Records

/// The figures of a run as JSON, exact: money and areas as "0.00" strings, quotients with both
/// sides, what is missing as null with its reason.
struct FigureJSON {
  let analysis: Analysis
  let catalogue: Catalogue
  let language: Language

  /// All asked-for figures, in the order given.
  func text(_ keys: [FigureKey]) -> String {
    var json = JSONText()
    json.object { json in
      json.key("period")
      json.object { json in
        json.key("from")
        json.string(analysis.windows.period.from.description)
        json.key("to")
        json.string(analysis.windows.period.to.description)
        json.key("asOf")
        json.string(analysis.office.asOf.description)
      }
      json.key("figures")
      json.object { json in
        for key in keys {
          guard let definition = catalogue[key.id] else { continue }
          json.key(key.text, onNewLine: true)
          write(key, definition, to: &json)
        }
        json.newline()
      }
    }
    return json.text + "\n"
  }

  private func write(_ key: FigureKey, _ definition: FigureDefinition, to json: inout JSONText) {
    let fact = FigureMask.shown(key, definition, analysis)
    json.object { json in
      switch fact.content {
      case .scalar(let value):
        members(of: value, to: &json)
        json.key("unit")
        json.string(definition.unit.words.chinese)
        if key.scope == .this, definition.allows(.previous) {
          json.key("previous")
          cell(analysis.fact(FigureKey(key.id, .previous)).value, to: &json)
        }
        json.key("rows")
        json.raw(String(fact.lineage.rows.count))
      case .table(let table):
        json.key("columns")
        json.array { json in
          for column in definition.columns { json.string(column.key) }
        }
        json.key("rows")
        json.array { json in
          for row in table.rows {
            json.array { json in
              for value in row.cells { cell(value, to: &json) }
            }
          }
        }
        if definition.shape == .list {
          json.key("count")
          json.raw(String(table.rows.count))
        }
        if let total = table.total {
          json.key("total")
          json.array { json in
            for value in total.cells { cell(value, to: &json) }
          }
        }
        if let cases = table.cases {
          json.key("cases")
          json.raw(String(cases))
        }
        if let absence = table.absence {
          json.key("value")
          json.raw("null")
          json.key("reason")
          json.string(absence.reason[language])
        }
      }
    }
  }

  /// The members that tell a value inside the object of its figure.
  private func members(of value: Value, to json: inout JSONText) {
    switch value {
    case .missing(let absence):
      json.key("value")
      json.raw("null")
      json.key("reason")
      json.string(absence.reason[language])
    case .ratio, .portion:
      quotient(value, to: &json)
    default:
      json.key("value")
      cell(value, to: &json)
    }
  }

  /// A value as one JSON value, as in the cells of a table.
  private func cell(_ value: Value, to json: inout JSONText) {
    switch value {
    case .count(let count): json.raw(String(count))
    case .money(let money): json.string(Digits.decimal(Int128(money.fen), decimals: 2))
    case .area(let area): json.string(Digits.decimal(Int128(area.hundredths), decimals: 2))
    case .portion(let portion) where portion.isWhole: json.raw(String(portion.numerator))
    case .portion, .ratio: json.object { quotient(value, to: &$0) }
    case .day(let day): json.string(day.description)
    case .clock(let minutes): json.string("\(minutes / 60):\(Digits.padded(minutes % 60, 2))")
    case .text(let text): json.string(text)
    case .words(let words): json.string(words[language])
    case .missing: json.raw("null")
    }
  }

  private func quotient(_ value: Value, to json: inout JSONText) {
    switch value {
    case .portion(let portion):
      json.key("numerator")
      json.raw(String(portion.numerator))
      json.key("denominator")
      json.raw(String(portion.denominator))
    case .ratio(let exact):
      let ratio = exact.cleared
      json.key("numerator")
      side(ratio.numerator, to: &json)
      json.key("denominator")
      side(ratio.denominator, to: &json)
      if ratio.quotient == nil {
        json.key("value")
        json.raw("null")
        json.key("reason")
        json.string(Absence.zeroDenominator.reason[language])
      }
    default: break
    }
  }

  private func side(_ side: Ratio.Side, to json: inout JSONText) {
    switch side {
    case .count(let count): json.raw(String(count))
    case .portion(let portion) where portion.isWhole: json.raw(String(portion.numerator))
    case .portion(let portion): json.string("\(portion.numerator)/\(portion.denominator)")
    case .money(let money): json.string(Digits.decimal(Int128(money.fen), decimals: 2))
    case .area(let area): json.string(Digits.decimal(Int128(area.hundredths), decimals: 2))
    }
  }
}

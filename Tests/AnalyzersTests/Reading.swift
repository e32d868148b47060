import Analyzers
import Facts
import OfficeSupport
import Quantities
import Records

/// Short ways to ask an office for figures in tests.
extension Analysis {
  /// An analysis of an office for a week, month … named by its first and last day.
  static func of(
    _ hand: HandOffice, _ kind: Period.Kind = .week, _ from: String, _ to: String,
    asOf: String? = nil
  ) -> Analysis {
    let zero = CalendarDay(number: 0)
    let period = Period(
      kind, from: HandOffice.day(from) ?? zero, to: HandOffice.day(to) ?? zero)
    return Analysis(office: hand.office(asOf: asOf ?? to), period: period, showsPersonal: true)
  }

  /// A figure as short text: `12`, `2300000.01`, `3/41`, `null reason-code`.
  func text(_ key: String) -> String {
    let parts = key.split(separator: "@")
    let scope = parts.count > 1 ? Scope(rawValue: String(parts[1])) ?? .this : .this
    return Analysis.text(fact(FigureKey(String(parts[0]), scope)).value)
  }

  /// A table as lines of short texts, `|` between cells, only the given columns.
  func lines(_ key: String, _ columns: String) -> [String] {
    let parts = key.split(separator: "@")
    let scope = parts.count > 1 ? Scope(rawValue: String(parts[1])) ?? .this : .this
    let id = String(parts[0])
    guard let table = fact(FigureKey(id, scope)).table, let definition = Catalogue.all[id] else {
      return ["no table"]
    }
    let wanted = columns.split(separator: " ").map { column in
      definition.columns.firstIndex { $0.key == column } ?? -1
    }
    return table.rows.map { row in
      wanted.map { $0 < 0 ? "?" : Analysis.text(row.cells[$0]) }.joined(separator: "|")
    }
  }

  /// Lines of the rows behind a figure, with the position of their files: `0:2 0:5`.
  func rows(_ key: String) -> String {
    let parts = key.split(separator: "@")
    let scope = parts.count > 1 ? Scope(rawValue: String(parts[1])) ?? .this : .this
    return fact(FigureKey(String(parts[0]), scope)).lineage.rows
      .map { "\($0.file):\($0.line)" }.joined(separator: " ")
  }

  static func text(_ value: Value) -> String {
    switch value {
    case .count(let count): String(count)
    case .portion(let portion):
      portion.isWhole ? String(portion.numerator) : "\(portion.numerator)/\(portion.denominator)"
    case .money(let money): Digits.decimal(Int128(money.fen), decimals: 2)
    case .area(let area): Digits.decimal(Int128(area.hundredths), decimals: 2)
    case .ratio(let ratio): side(ratio.numerator) + "/" + side(ratio.denominator)
    case .day(let day): day.description
    case .clock(let minutes): String(minutes)
    case .text(let text): text
    case .words(let words): words.chinese
    case .missing(let absence): "null \(absence.code)"
    }
  }

  private static func side(_ side: Ratio.Side) -> String {
    switch side {
    case .count(let count): String(count)
    case .portion(let portion): text(.portion(portion))
    case .money(let money): text(.money(money))
    case .area(let area): text(.area(area))
    }
  }
}

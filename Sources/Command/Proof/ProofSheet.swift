import Analyzers
import Facts
import Quantities
import Records

/// The proof sheet (复算单) of one figure: what it means, how it was counted, and every row.
struct ProofSheet {
  /// One side of a quotient, or the only side of a plain figure.
  struct Side {
    let label: Words
    /// The side as counted; nil for a plain figure, whose value is the result.
    let value: String?
    let rows: [SourceRow]
  }

  let key: FigureKey
  let definition: FigureDefinition
  let period: Period
  let window: Window
  let asOf: CalendarDay
  let rules: [Words]
  /// Name of the proved row of a table.
  let rowName: String?
  /// The result as printed, with its unit.
  let result: [(label: String, text: String)]
  /// "3 / 41 = 7.32%"; nil for plain figures.
  let arithmetic: String?
  let sides: [Side]
  let remarks: [Words]

  /// All rows of all sides, each once.
  var rows: [SourceRow] { Lineage { sides.flatMap(\.rows) }.rows }

  /// The proof of a figure, or of one row of its table.
  init(
    _ key: FigureKey, row name: String?, analysis: Analysis, catalogue: Catalogue,
    language: Language
  ) throws(Failure) {
    guard let definition = catalogue[key.id] else {
      throw Failure(.fault, "没有指标 \(key.id)", "no figure \(key.id)")
    }
    self.key = key
    self.definition = definition
    period = analysis.windows.period
    window = analysis.windows[key.scope]
    asOf = analysis.office.asOf
    rules = CountingRules.list(analysis.office)
    let fact = FigureMask.shown(key, definition, analysis)
    let formatter = Formatter(language)
    remarks = fact.remarks
    switch fact.content {
    case .scalar(let value):
      guard name == nil else {
        throw Failure(
          .usage, "\(key.text) 不是表，不能用 --row", "\(key.text) is no table, so --row does not apply")
      }
      rowName = nil
      result = [(definition.name[language], ProofSheet.shown(value, definition.unit, formatter))]
      arithmetic = ProofSheet.arithmetic(value, definition.unit, formatter)
      if let sides = fact.sides, case .ratio(let ratio) = value {
        self.sides = [
          Side(
            label: Words("分子", "numerator"), value: ProofSheet.side(ratio.numerator, formatter),
            rows: sides.numerator.rows),
          Side(
            label: Words("分母", "denominator"),
            value: ProofSheet.side(ratio.denominator, formatter), rows: sides.denominator.rows),
        ]
      } else {
        sides = [Side(label: Words("来源行", "rows"), value: nil, rows: fact.lineage.rows)]
      }
    case .table(let table):
      var result: [(label: String, text: String)] = []
      var lineage = fact.lineage
      if let name {
        guard let row = ProofSheet.row(name, in: table, formatter) else {
          let names = table.rows.prefix(20).compactMap(\.cells.first).map {
            formatter.text($0, unit: .text)
          }
          throw Failure(
            .usage, "\(key.text) 没有“\(name)”这一行；有：\(names.joined(separator: "、"))",
            "\(key.text) has no row \"\(name)\"; there are: \(names.joined(separator: ", "))")
        }
        lineage = row.lineage
        for (column, cell) in zip(definition.columns, row.cells) {
          result.append((column.name[language], ProofSheet.shown(cell, column.unit, formatter)))
        }
      } else {
        result.append((Words("行数", "rows of the table")[language], String(table.rows.count)))
      }
      rowName = name
      self.result = result
      arithmetic = nil
      sides = [Side(label: Words("来源行", "rows"), value: nil, rows: lineage.rows)]
    }
  }

  private static func row(
    _ name: String, in table: FactTable, _ formatter: Formatter
  ) -> FactTable.Row? {
    (table.rows + (table.total.map { [$0] } ?? [])).first {
      $0.cells.first.map { formatter.text($0, unit: .text) } == name
    }
  }

  private static func shown(_ value: Value, _ unit: Unit, _ formatter: Formatter) -> String {
    if case .missing(let absence) = value {
      return Formatter.dash + "（" + absence.reason[formatter.language] + "）"
    }
    let unitText = formatter.unitText(unit)
    let text = formatter.text(value, unit: unit)
    return unitText.isEmpty ? text : text + " " + unitText
  }

  /// The exact quotient and its one rounding.
  private static func arithmetic(
    _ value: Value, _ unit: Unit, _ formatter: Formatter
  ) -> String? {
    guard case .ratio(let ratio) = value, let quotient = ratio.quotient else { return nil }
    let exact = formatter.number(quotient, .decimal3)
    let isExact = quotient.scaled(decimals: 3) * quotient.denominator == quotient.numerator * 1000
    return formatter.text(value, unit: unit, format: .fraction) + (isExact ? " = " : " ≈ ") + exact
      + " → " + shown(value, unit, formatter)
  }

  private static func side(_ side: Ratio.Side, _ formatter: Formatter) -> String {
    switch side {
    case .money(let money):
      formatter.text(.money(money), unit: .money, format: .yuan) + " 元"
    case .area(let area): formatter.text(.area(area), unit: .area) + " ㎡"
    case .count(let count): formatter.text(.count(count), unit: .none)
    case .portion(let portion): formatter.text(.portion(portion), unit: .none)
    }
  }
}

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
  let window: Window
  let asOf: CalendarDay
  let rules: [Words]
  /// The settings the figure depends on, with their values.
  let settings: [Words]
  /// Name of the proved row of a table.
  let rowName: String?
  /// The result as printed, with its unit.
  let result: [(label: String, text: String)]
  /// "3 / 41 = 7.32%", "12,345,678.00 元 → 1,234.57 万元"; nil where nothing was rounded.
  let arithmetic: [String]
  let sides: [Side]
  let remarks: [Words]

  /// All rows of all sides, each once.
  var rows: [SourceRow] { Lineage { sides.flatMap(\.rows) }.rows }

  /// The counted days, or the day of a figure that is a state on it.
  func days(_ language: Language) -> String {
    guard window.hasBegun else { return Formatter.dash }
    if definition.scopes == .toDate {
      return Words("状态截至", "state on")[language] + " \(window.to)"
    }
    let unfinished = Words("（未满）", " (unfinished)")[language]
    return "\(window.from) — \(window.to)" + (window.isUnfinished ? unfinished : "")
  }

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
    window = analysis.windows[key.scope]
    asOf = analysis.office.asOf
    rules = CountingRules.list(analysis.office)
    settings = SettingsInForce.list(for: key.id, analysis.office)
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
      arithmetic = ProofSheet.arithmetic(value, definition.unit, formatter).map { [$0] } ?? []
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
      var arithmetic: [String] = []
      var lineage = fact.lineage
      if let name {
        let choice = try RowChoice(name, of: key, shown: table, language)
        // A total that names no rows of its own is of all of them.
        let isWhole = choice.index == nil && choice.row.lineage.rows.isEmpty
        lineage = isWhole ? fact.lineage : choice.row.lineage
        for (index, (column, cell)) in zip(definition.columns, choice.row.cells).enumerated() {
          let label = column.name[language]
          result.append((label, ProofSheet.shown(cell, column.unit, formatter)))
          guard var text = ProofSheet.arithmetic(cell, column.unit, formatter) else { continue }
          if let printed = TableShares.printed(table, definition, column: index),
            let row = choice.index, printed[row] != formatter.text(cell, unit: column.unit)
          {
            text +=
              Words("；各行合计100.0%，印作 ", "; printed as ")[language] + printed[row]
              + Words("", " so that all rows add to 100.0%")[language]
          }
          arithmetic.append(label + Words("：", ": ")[language] + text)
        }
        rowName = choice.name
      } else {
        result.append((Words("行数", "rows of the table")[language], String(table.rows.count)))
        if let absence = table.absence {
          result.append(
            (definition.name[language], Formatter.dash + "（\(absence.reason[language])）"))
        }
        rowName = nil
      }
      self.result = result
      self.arithmetic = arithmetic
      sides = [Side(label: Words("来源行", "rows"), value: nil, rows: lineage.rows)]
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

  /// The exact value and its one rounding; nil where the printed value is the exact one.
  private static func arithmetic(
    _ value: Value, _ unit: Unit, _ formatter: Formatter
  ) -> String? {
    let shown = shown(value, unit, formatter)
    switch value {
    case .ratio(let ratio):
      guard let quotient = ratio.quotient else { return nil }
      let exact = formatter.number(quotient, .decimal3)
      let isExact = quotient.scaled(decimals: 3) * quotient.denominator == quotient.numerator * 1000
      return side(ratio.numerator, formatter) + " / " + side(ratio.denominator, formatter)
        + (isExact ? " = " : " ≈ ") + exact + " → " + shown
    case .money(let money) where unit != .pricePerArea || money.fen % 100 != 0:
      let exact = side(.money(money), formatter)
      return exact == shown ? nil : exact + " → " + shown
    case .portion(let portion) where !portion.isWhole:
      return "\(portion.numerator)/\(portion.denominator) → " + shown
    default: return nil
    }
  }

  private static func side(_ side: Ratio.Side, _ formatter: Formatter) -> String {
    switch side {
    case .money(let money):
      formatter.text(.money(money), unit: .money, format: .yuan)
        + Words(" 元", " yuan")[formatter.language]
    case .area(let area): formatter.text(.area(area), unit: .area) + " ㎡"
    case .count(let count): formatter.text(.count(count), unit: .none)
    case .portion(let portion) where portion.isWhole:
      formatter.text(.portion(portion), unit: .none)
    case .portion(let portion): "\(portion.numerator)/\(portion.denominator)"
    }
  }
}

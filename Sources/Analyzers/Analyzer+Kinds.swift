import Facts
import Quantities
import Records

extension Analyzer {
  /// A figure of some kinds of rows: where a kind is missing, the period has not begun, or a
  /// compared period lies before a kind's first row, the figure says so instead of counting.
  init(
    _ definition: FigureDefinition, of kinds: [RecordKind],
    compute: @escaping @Sendable (Analysis, Window) -> Fact
  ) {
    self.init(definition, of: kinds) { analysis, window, _ in compute(analysis, window) }
  }

  /// The same for a figure that looks at the asked-for scope too.
  init(
    _ definition: FigureDefinition, of kinds: [RecordKind],
    compute: @escaping @Sendable (Analysis, Window, Scope) -> Fact
  ) {
    let shape = definition.shape
    self.init(definition) { analysis, scope in
      let window = analysis.windows[definition.scopes == .toDate ? .total : scope]
      if let absence = analysis.absence(of: kinds, in: window) {
        return Fact.absent(absence, shape)
      }
      return compute(analysis, window, scope)
    }
  }

  /// A figure that is not computed where `absence` gives a reason.
  init(
    _ definition: FigureDefinition, unless absence: @escaping @Sendable (Analysis) -> Absence?,
    compute: @escaping @Sendable (Analysis, Scope) -> Fact
  ) {
    let shape = definition.shape
    self.init(definition) { analysis, scope in
      if let absence = absence(analysis) { return Fact.absent(absence, shape) }
      return compute(analysis, scope)
    }
  }
}

extension Fact {
  /// A figure that cannot be computed, as a value or as a table.
  static func absent(_ absence: Absence, _ shape: FigureDefinition.Shape) -> Fact {
    shape == .scalar ? Fact(.missing(absence)) : Fact(FactTable(rows: [], absence: absence))
  }

  /// A quotient with the rows of its two sides.
  static func quotient(
    _ numerator: Ratio.Side, over denominator: Ratio.Side, rows: (Lineage, Lineage),
    remarks: [Words] = []
  ) -> Fact {
    Fact(
      .ratio(Ratio(numerator, over: denominator)),
      lineage: Lineage.union([rows.0, rows.1]),
      sides: (numerator: rows.0, denominator: rows.1), remarks: remarks)
  }

  /// A quotient of two counts of selected things.
  static func quotient(_ numerator: Selection, over denominator: Selection) -> Fact {
    quotient(
      .count(numerator.count), over: .count(denominator.count),
      rows: (numerator.lineage, denominator.lineage))
  }

  /// Number of selected things.
  static func count(_ selection: Selection, remarks: [Words] = []) -> Fact {
    Fact(.count(selection.count), lineage: selection.lineage, remarks: remarks)
  }
}

/// The change of a cell against the compared period: (this − previous) / previous, a quotient over
/// zero when there was nothing before.
enum CellChange {
  static func of(_ this: Value, from previous: Value) -> Value {
    switch (this, previous) {
    case (.missing, _): this
    case (_, .missing): previous
    case (.count(let a), .count(let b)): .ratio(Ratio(a - b, over: b))
    case (.money(let a), .money(let b)): .ratio(Ratio(.money(a - b), over: .money(b)))
    case (.area(let a), .area(let b)): .ratio(Ratio(.area(a - b), over: .area(b)))
    default:
      if let a = this.number, let b = previous.number {
        .ratio(Ratio(.portion(a - b), over: .portion(b)))
      } else {
        .missing(.notApplicable)
      }
    }
  }
}

package import Quantities

/// The computed content of one figure, with the rows it came from.
package struct Fact: Sendable {
  package enum Content: Sendable {
    case scalar(Value)
    case table(FactTable)
  }

  package var content: Content
  /// All source rows behind the figure.
  package var lineage: Lineage
  /// For a quotient: the rows of its two sides.
  package var sides: (numerator: Lineage, denominator: Lineage)?
  /// What a reader must know beside the figure, in one line each.
  package var remarks: [Words]

  package init(
    _ value: Value, lineage: Lineage = .none,
    sides: (numerator: Lineage, denominator: Lineage)? = nil, remarks: [Words] = []
  ) {
    content = .scalar(value)
    self.lineage = lineage
    self.sides = sides
    self.remarks = remarks
  }

  package init(_ table: FactTable, lineage: Lineage = .none, remarks: [Words] = []) {
    content = .table(table)
    self.lineage = lineage
    self.sides = nil
    self.remarks = remarks
  }

  /// The value of a scalar figure; missing for a table.
  package var value: Value {
    if case .scalar(let value) = content { value } else { .missing(.notApplicable) }
  }

  /// The table of a figure with rows; nil for a scalar.
  package var table: FactTable? {
    if case .table(let table) = content { table } else { nil }
  }
}

/// Rows and cells of a figure; the columns are those of its definition.
package struct FactTable: Sendable {
  package struct Row: Sendable {
    /// Cells in the order of the definition's columns; the first is the row's key.
    package var cells: [Value]
    package var lineage: Lineage

    package init(_ cells: [Value], lineage: Lineage = .none) {
      self.cells = cells
      self.lineage = lineage
    }
  }

  package var rows: Rows
  /// Totals computed from raw values, never from rounded or shown ones; nil where there is none.
  package var total: Row?
  /// Number of cases behind a breakdown, printed as n.
  package var cases: Int?
  /// Several words a case: shares may pass 100 %.
  package var isMultiple: Bool
  /// The table cannot be computed, and why; then it has no rows.
  package var absence: Absence?

  package init(
    rows: [Row], total: Row? = nil, cases: Int? = nil, isMultiple: Bool = false,
    absence: Absence? = nil
  ) {
    self.init(
      rows: Rows(rows), total: total, cases: cases, isMultiple: isMultiple, absence: absence)
  }

  package init(
    rows: Rows, total: Row? = nil, cases: Int? = nil, isMultiple: Bool = false,
    absence: Absence? = nil
  ) {
    self.rows = rows
    self.total = total
    self.cases = cases
    self.isMultiple = isMultiple
    self.absence = absence
  }
}

extension FactTable {
  /// The rows of a table in order. Those of a long table are made one by one for whoever looks at
  /// them: a report shows a few places of a curve, or the first rows of a list.
  package struct Rows: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
    private let made: [Row]
    private let make: (@Sendable (Int) -> Row)?
    package let endIndex: Int

    package init(_ rows: [Row]) {
      made = rows
      make = nil
      endIndex = rows.count
    }

    package init(arrayLiteral rows: Row...) { self.init(rows) }

    /// - Parameter make: gives the row of a position, always the same one; from any thread.
    package init(count: Int, make: @escaping @Sendable (Int) -> Row) {
      made = []
      self.make = make
      endIndex = count
    }

    package var startIndex: Int { 0 }
    /// Whether a row is made each time that it is looked at.
    package var areMadeLate: Bool { make != nil }

    package subscript(position: Int) -> Row { make?(position) ?? made[position] }
  }
}

/// The source rows behind a figure, found only when somebody asks.
package struct Lineage: Sendable {
  private let find: @Sendable () -> [SourceRow]

  /// `find` gives the rows in any order, repeats allowed.
  package init(_ find: @escaping @Sendable () -> [SourceRow]) { self.find = find }

  package static let none = Lineage { [] }

  /// The rows, each once, by file, then line.
  package var rows: [SourceRow] {
    var rows = find()
    rows.sort()
    var unique: [SourceRow] = []
    for row in rows where row != unique.last { unique.append(row) }
    return unique
  }

  /// The rows of several lineages together.
  package static func union(_ parts: [Lineage]) -> Lineage {
    Lineage { parts.flatMap(\.rows) }
  }
}

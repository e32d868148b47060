package import Quantities

/// One entry of the catalogue: what a figure is called, means, and looks like.
package struct FigureDefinition: Sendable {
  /// What a figure's content is.
  package enum Shape: String, Sendable {
    case scalar
    /// Named rows in order of size.
    case table
    /// Rows in order of time or of a curve.
    case series
    /// Rows of the files themselves.
    case list
    /// Cells by two keys.
    case grid
  }

  /// Which scopes a figure has.
  package enum Scopes: Sendable {
    case all
    /// By nature a state on the last counted day: only `this` and `total`, which are equal.
    case toDate
    /// Fixed to the report's period (week series …).
    case own
    /// Of the report's period, or of a whole calendar period around the last counted day: this,
    /// week, month, quarter and year (targets).
    case calendar
  }

  /// Stable and public.
  package let id: String
  package let name: Words
  /// One sentence.
  package let meaning: Words
  package let unit: Unit
  package let shape: Shape
  package let scopes: Scopes
  /// Columns of a table, series, list or grid; the first is the row key.
  package let columns: [FigureColumn]
  /// Where the formula comes from: the field's practice, a book, a rule of the house.
  package let source: String

  package init(
    _ id: String, _ name: Words, _ meaning: Words, unit: Unit, shape: Shape = .scalar,
    scopes: Scopes = .all, columns: [FigureColumn] = [], source: String
  ) {
    self.id = id
    self.name = name
    self.meaning = meaning
    self.unit = unit
    self.shape = shape
    self.scopes = scopes
    self.columns = columns
    self.source = source
  }

  /// Whether the figure may be asked for with a scope.
  package func allows(_ scope: Scope) -> Bool {
    switch scopes {
    case .all: true
    case .toDate: scope == .this || scope == .total
    case .own: scope == .this
    case .calendar: [.this, .week, .month, .quarter, .year].contains(scope)
    }
  }
}

/// One column of a figure's table.
package struct FigureColumn: Hashable, Sendable {
  /// Stable key, used by templates and JSON.
  package let key: String
  package let name: Words
  package let unit: Unit
  /// Personal data: masked unless the user asked otherwise.
  package let isPersonal: Bool

  package init(_ key: String, _ name: Words, _ unit: Unit, isPersonal: Bool = false) {
    self.key = key
    self.name = name
    self.unit = unit
    self.isPersonal = isPersonal
  }
}

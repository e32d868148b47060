/// Which stretch of time a figure is asked for; written as a suffix, `visits.count@month`.
package enum Scope: String, CaseIterable, Sendable {
  case this, previous
  case lastYear = "last-year"
  /// To date: from the week's, month's … first day to the last counted day.
  case week, month, quarter, year, total
}

/// The public name of one value: a figure and its scope.
package struct FigureKey: Hashable, Comparable, Sendable {
  package let id: String
  package let scope: Scope

  package init(_ id: String, _ scope: Scope = .this) {
    self.id = id
    self.scope = scope
  }

  /// `visits.count` or `visits.count@month`.
  package var text: String { scope == .this ? id : id + "@" + scope.rawValue }

  package static func < (left: FigureKey, right: FigureKey) -> Bool { left.text < right.text }
}

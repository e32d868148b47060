/// A stretch of whole days, both ends included, and the calendar unit it stands for.
package struct Period: Hashable, Sendable {
  /// What a period is; decides what the period before it is.
  package enum Kind: String, CaseIterable, Sendable {
    case day, week, month, quarter, year, range, total
  }

  package let kind: Kind
  package let from: CalendarDay
  package let to: CalendarDay

  /// - Precondition: `from` is not after `to`.
  package init(_ kind: Kind, from: CalendarDay, to: CalendarDay) {
    self.kind = kind
    self.from = from
    self.to = to
  }

  /// Number of days, at least 1.
  package var days: Int { to - from + 1 }

  package func contains(_ day: CalendarDay) -> Bool { from <= day && day <= to }
}

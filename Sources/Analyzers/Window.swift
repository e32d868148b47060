package import Facts
package import Quantities

/// The days that a scope of the run's period covers, cut at the last counted day.
package struct Window: Hashable, Sendable {
  /// The whole calendar period.
  package let period: Period
  /// First and last counted day; `to` is before `from` when nothing can count yet.
  package let from: CalendarDay
  package let to: CalendarDay
  /// The period goes on after the last counted day.
  package let isUnfinished: Bool
  /// The window is there to compare with; before the first row of a kind it has no figure.
  package let isCompared: Bool
  /// As-of lies before the first day.
  package var hasBegun: Bool { from <= to }

  package init(
    period: Period, from: CalendarDay, to: CalendarDay, isUnfinished: Bool,
    isCompared: Bool = false
  ) {
    self.period = period
    self.from = from
    self.to = to
    self.isUnfinished = isUnfinished
    self.isCompared = isCompared
  }

  package func contains(_ day: Int32) -> Bool { from.number <= day && day <= to.number }
}

/// Resolves scopes to windows (fine points: the last counted day decides every to-date end; an
/// unfinished period of n elapsed days is compared with the first n days of the previous one).
package struct Windows: Sendable {
  package let period: Period
  package let asOf: CalendarDay
  package let calendar: CalendarRules
  /// First dated row of the office, for `total`.
  package let firstDay: CalendarDay?

  package init(
    period: Period, asOf: CalendarDay, calendar: CalendarRules, firstDay: CalendarDay?
  ) {
    self.period = period
    self.asOf = asOf
    self.calendar = calendar
    self.firstDay = firstDay
  }

  /// min(period's last day, as-of).
  package var lastCountedDay: CalendarDay { min(period.to, asOf) }

  /// Days of the period that have passed, 0 when it has not begun.
  package var elapsedDays: Int { max(0, lastCountedDay - period.from + 1) }

  package var isUnfinished: Bool { asOf < period.to }

  package subscript(scope: Scope) -> Window {
    let last = lastCountedDay
    switch scope {
    case .this:
      return Window(period: period, from: period.from, to: last, isUnfinished: isUnfinished)
    case .previous:
      return comparison(of: .this) ?? self[.this]
    case .lastYear:
      let other = yearBefore(period)
      let to = isUnfinished ? min(other.to, last.adding(years: -1)) : other.to
      return Window(
        period: other, from: other.from, to: to, isUnfinished: isUnfinished, isCompared: true)
    case .week: return toDate(.week, last)
    case .month: return toDate(.month, last)
    case .quarter: return toDate(.quarter, last)
    case .year: return toDate(.year, last)
    case .total:
      let first = min(firstDay ?? last, last)
      return Window(
        period: Period(.total, from: first, to: last), from: first, to: last, isUnfinished: false)
    }
  }

  /// What a scope's window is compared with: the calendar period before, cut to as many days when
  /// the window is unfinished; nil for `total`, before which there is nothing.
  package func comparison(of scope: Scope) -> Window? {
    guard scope != .total else { return nil }
    let window = self[scope]
    return cut(calendar.previous(window.period), like: window)
  }

  /// A week, day or range one calendar year earlier by both dates; months, quarters and years are
  /// those of the year before.
  private func yearBefore(_ period: Period) -> Period {
    let from = period.from.adding(years: -1)
    switch period.kind {
    case .month, .quarter, .year: return calendar.period(period.kind, containing: from)
    case .day, .week, .range, .total:
      return Period(period.kind, from: from, to: period.to.adding(years: -1))
    }
  }

  /// The whole of `other`, or as many of its first days as `window` has counted ones.
  private func cut(_ other: Period, like window: Window) -> Window {
    // Before a period begins there is nothing to be fair to: the one before it is whole.
    guard window.hasBegun else {
      return Window(
        period: other, from: other.from, to: min(other.to, asOf), isUnfinished: asOf < other.to,
        isCompared: true)
    }
    let elapsed = window.to - window.from + 1
    let to = window.isUnfinished ? min(other.to, other.from + (elapsed - 1)) : other.to
    return Window(
      period: other, from: other.from, to: to, isUnfinished: window.isUnfinished,
      isCompared: true)
  }

  private func toDate(_ kind: Period.Kind, _ last: CalendarDay) -> Window {
    let whole = calendar.period(kind, containing: last)
    return Window(period: whole, from: whole.from, to: last, isUnfinished: last < whole.to)
  }
}

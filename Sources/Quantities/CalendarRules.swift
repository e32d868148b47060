/// The office's calendar: on which weekday a week and on which day a month begins.
///
/// A month that begins on day 20 is named after the month in which it ends; quarters and years are
/// made of such months.
package struct CalendarRules: Hashable, Sendable {
  /// 1 (Monday, the default) to 7 (Sunday).
  package var weekStart: Int
  /// 1 (the default) to 28.
  package var monthStart: Int

  package init(weekStart: Int = 1, monthStart: Int = 1) {
    self.weekStart = weekStart
    self.monthStart = monthStart
  }

  /// The calendar period of a kind that contains `day`; `.range` and `.total` give the day itself.
  package func period(_ kind: Period.Kind, containing day: CalendarDay) -> Period {
    switch kind {
    case .day, .range, .total:
      return Period(kind, from: day, to: day)
    case .week:
      let from = day - (day.weekday - weekStart + 7) % 7
      return Period(.week, from: from, to: from + 6)
    case .month:
      let from = monthFirst(day)
      return Period(.month, from: from, to: from.adding(months: 1) - 1)
    case .quarter:
      let (year, month) = nominalMonth(day)
      return months(.quarter, year: year, from: (month - 1) / 3 * 3 + 1, count: 3)
    case .year:
      return months(.year, year: nominalMonth(day).year, from: 1, count: 12)
    }
  }

  /// The `count` months of `year` that begin with month `from`, as one period.
  package func months(_ kind: Period.Kind, year: Int, from month: Int, count: Int) -> Period {
    let total = year * 12 + month - 1 - (monthStart > 1 ? 1 : 0)
    let base = CalendarDay(number: 0).adding(months: total - 1970 * 12)
    let from = base + (monthStart - 1)
    return Period(kind, from: from, to: from.adding(months: count) - 1)
  }

  /// The calendar period before `period`; a range is preceded by as many days.
  package func previous(_ period: Period) -> Period {
    switch period.kind {
    case .day: return Period(.day, from: period.from - 1, to: period.from - 1)
    case .week: return Period(.week, from: period.from - 7, to: period.from - 1)
    case .month: return Period(.month, from: period.from.adding(months: -1), to: period.from - 1)
    case .quarter:
      return Period(.quarter, from: period.from.adding(months: -3), to: period.from - 1)
    case .year: return Period(.year, from: period.from.adding(months: -12), to: period.from - 1)
    case .range, .total:
      return Period(period.kind, from: period.from - period.days, to: period.from - 1)
    }
  }

  /// The year and month (1–12) after which the office's month of `day` is named.
  package func nominalMonth(_ day: CalendarDay) -> (year: Int, month: Int) {
    let (year, month, _) = monthFirst(day).parts
    guard monthStart > 1 else { return (year, month) }
    return month == 12 ? (year + 1, 1) : (year, month + 1)
  }

  private func monthFirst(_ day: CalendarDay) -> CalendarDay {
    let (_, _, number) = day.parts
    let first = day - (number - 1)
    return (number >= monthStart ? first : first.adding(months: -1)) + (monthStart - 1)
  }
}

/// A period as people write it on a command line or in a file of targets.
///
/// Known forms: `2026-11-22`, `2026-11-16..2026-11-22`, `2026-W47`, `2026-11`, `2026年11月`, `11月`
/// (needs a year), `2026-Q4`, `2026Q4`, `2026年4季度`, `2026`, `2026年`, and, where the day of the run
/// is known, `today`, `yesterday`, `this-…` and `last-…` with `week`, `month`, `quarter`, `year`.
package enum PeriodExpression {
  /// The relative words, for help and for "did you mean".
  package static let relativeWords = [
    "today", "yesterday", "this-week", "last-week", "this-month", "last-month", "this-quarter",
    "last-quarter", "this-year", "last-year",
  ]

  /// The period that `text` names; nil when it is none of the known forms.
  ///
  /// - Parameters:
  ///   - year: the year of a month written alone.
  ///   - today: the day of the run, for the relative words.
  package static func parse(
    _ text: String, calendar: CalendarRules, year: Int? = nil, today: CalendarDay? = nil
  ) -> Period? {
    if let today, let period = relative(text, calendar, today) { return period }
    if let range = text.range(of: "..") {
      guard let from = day(text[..<range.lowerBound]), let to = day(text[range.upperBound...]),
        from <= to
      else { return nil }
      return Period(.range, from: from, to: to)
    }
    if let day = day(text[...]) { return Period(.day, from: day, to: day) }
    let parts = Parts(text)
    switch (parts.year ?? year, parts.unit) {
    case (let year?, .week(let week)):
      return self.week(week, of: year, calendar)
    case (let year?, .month(let month)) where (1...12).contains(month):
      return calendar.months(.month, year: year, from: month, count: 1)
    case (let year?, .quarter(let quarter)) where (1...4).contains(quarter):
      return calendar.months(.quarter, year: year, from: quarter * 3 - 2, count: 3)
    case (let year?, .year) where parts.year != nil:
      return calendar.months(.year, year: year, from: 1, count: 12)
    default:
      return nil
    }
  }

  private static func relative(
    _ text: String, _ calendar: CalendarRules, _ today: CalendarDay
  ) -> Period? {
    switch text {
    case "today": return Period(.day, from: today, to: today)
    case "yesterday": return Period(.day, from: today - 1, to: today - 1)
    default:
      let words = text.split(separator: "-", maxSplits: 1)
      guard words.count == 2, let kind = Period.Kind(rawValue: String(words[1])),
        [.week, .month, .quarter, .year].contains(kind)
      else { return nil }
      let current = calendar.period(kind, containing: today)
      if words[0] == "this" { return current }
      return words[0] == "last" ? calendar.previous(current) : nil
    }
  }

  /// Week `number` of an ISO year; with another first weekday, the week that holds the most of it.
  private static func week(
    _ number: Int, of year: Int, _ calendar: CalendarRules
  ) -> Period? {
    guard (1...53).contains(number),
      let fourth = CalendarDay(year: year, month: 1, day: 4)
    else { return nil }
    let monday = fourth - (fourth.weekday - 1) + 7 * (number - 1)
    guard monday.isoWeek == (year, number) else { return nil }
    return calendar.period(.week, containing: monday + 3)
  }

  /// `2026-11-22`, strictly.
  private static func day(_ text: Substring) -> CalendarDay? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, (1...2).contains(parts[1].count),
      (1...2).contains(parts[2].count), let year = number(parts[0]), let month = number(parts[1]),
      let day = number(parts[2])
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }

  /// A year, and a unit within it.
  private struct Parts {
    enum Unit {
      case year, unknown
      case week(Int)
      case month(Int)
      case quarter(Int)
    }
    var year: Int?
    var unit = Unit.unknown

    init(_ text: String) {
      var rest = text[...]
      let head = rest.prefix { $0.isASCII && $0.isNumber }
      if head.count == 4 {
        year = PeriodExpression.number(head)
        rest = rest.dropFirst(4)
        if rest.isEmpty || rest == "年" || rest == "年度" {
          unit = .year
          return
        }
        if rest.first == "-" || rest.first == "年" { rest = rest.dropFirst() }
      }
      if rest.first == "W" || rest.first == "w" {
        PeriodExpression.number(rest.dropFirst()).map { unit = .week($0) }
      } else if rest.first == "Q" || rest.first == "q" {
        PeriodExpression.number(rest.dropFirst()).map { unit = .quarter($0) }
      } else if rest.hasSuffix("季度") {
        let name = rest.dropLast(2).drop { $0 == "第" }
        let named = ["一": 1, "二": 2, "三": 3, "四": 4][String(name)]
        (named ?? PeriodExpression.number(name)).map { unit = .quarter($0) }
      } else if rest.hasSuffix("月") {
        PeriodExpression.number(rest.dropLast()).map { unit = .month($0) }
      } else if year != nil {
        PeriodExpression.number(rest).map { unit = .month($0) }
      }
    }
  }
}

extension String {
  /// The first place where `part` stands.
  fileprivate func range(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) {
        return start..<index(start, offsetBy: part.count)
      }
      start = index(after: start)
    }
    return nil
  }
}

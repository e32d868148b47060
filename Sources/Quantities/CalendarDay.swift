/// A civil day of the Gregorian calendar, as a count of days since 1970-01-01. No time zone.
package struct CalendarDay: Hashable, Comparable, Sendable {
  package var number: Int32

  package init(number: Int32) { self.number = number }

  /// The day `year-month-day`; nil when there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, (1...9999).contains(year) else { return nil }
    guard day <= CalendarDay.days(inMonth: month, of: year) else { return nil }
    self.init(unchecked: year, month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    // Days from civil: years begin in March, so that the leap day is the last of its year.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month (1–12) and day (1–31).
  package var parts: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { parts.year }
  package var month: Int { parts.month }
  package var day: Int { parts.day }

  /// 1 for Monday to 7 for Sunday.
  package var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 + 1 }

  /// ISO 8601 week-numbering year and week (1–53).
  package var isoWeek: (year: Int, week: Int) {
    let thursday = self + (4 - weekday)
    let first = CalendarDay(unchecked: thursday.year, 1, 1)
    return (thursday.year, Int(thursday.number - first.number) / 7 + 1)
  }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }
  package static func + (day: CalendarDay, count: Int) -> CalendarDay {
    CalendarDay(number: day.number + Int32(count))
  }
  package static func - (day: CalendarDay, count: Int) -> CalendarDay { day + -count }
  /// Days from `right` to `left`.
  package static func - (left: CalendarDay, right: CalendarDay) -> Int {
    Int(left.number) - Int(right.number)
  }

  /// The same day `count` months later; a day past the month's end becomes the month's last day.
  package func adding(months count: Int) -> CalendarDay {
    let (year, month, day) = parts
    let total = year * 12 + month - 1 + count
    let newYear = total >= 0 ? total / 12 : (total - 11) / 12
    let newMonth = total - newYear * 12 + 1
    let last = CalendarDay.days(inMonth: newMonth, of: newYear)
    return CalendarDay(unchecked: newYear, newMonth, min(day, last))
  }

  /// The same day one or more years later; 29 February becomes 28 February where there is none.
  package func adding(years count: Int) -> CalendarDay { adding(months: 12 * count) }

  /// Days in a month of a year.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDay: CustomStringConvertible {
  /// `2026-03-02`.
  package var description: String {
    let (year, month, day) = parts
    guard (0...9999).contains(year) else {
      return "\(Digits.padded(year, 4))-\(Digits.padded(month, 2))-\(Digits.padded(day, 2))"
    }
    return String(unsafeUninitializedCapacity: 10) { text in
      func put(_ number: Int, at place: Int) {
        text[place] = 0x30 + UInt8(number / 10)
        text[place + 1] = 0x30 + UInt8(number % 10)
      }
      put(year / 100, at: 0)
      put(year % 100, at: 2)
      text[4] = UInt8(ascii: "-")
      put(month, at: 5)
      text[7] = UInt8(ascii: "-")
      put(day, at: 8)
      return 10
    }
  }
}

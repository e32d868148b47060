import Quantities

/// The less common forms of a day: one cell, folded, read from left to right.
struct DayGrammar {
  private let text: [UInt8]
  private let reader: DayReader
  private var position = 0

  init(_ folded: [UInt8], reader: DayReader) {
    text = folded
    self.reader = reader
  }

  func read() -> Reading {
    var copy = self
    return copy.readDay()
  }

  /// The parts of a cell of the form a/b/yyyy, for the decision over a whole column.
  static func orderEvidence(_ folded: [UInt8]) -> (first: Int, second: Int)? {
    var grammar = DayGrammar(folded, reader: DayReader())
    guard let first = grammar.number(), grammar.separator() != nil,
      let second = grammar.number(), grammar.separator() != nil, let third = grammar.number(),
      first.digits <= 2, second.digits <= 2, third.digits == 4 || third.digits == 2
    else { return nil }
    // Two digits throughout are yy/M/d unless the column shows otherwise; they prove nothing.
    return third.digits == 4 ? (first.value, second.value) : nil
  }

  private enum Separator { case dash, slash, point, year, month, none }

  private mutating func readDay() -> Reading {
    if let empty = placeholder() { return empty }
    skipWeekday()
    guard let first = number() else { return .bad }
    if let serial = serial(first) { return serial }
    if first.digits == 8, first.value >= 1900_00_00 {
      return finish(first.value / 10_000, first.value / 100 % 100, first.value % 100, [])
    }
    if reader.takesMonths, first.digits == 6, atEnd {
      return month(first.value / 100, first.value % 100)
    }
    guard let separator = separator() else { return .bad }
    if separator == .month {
      // 3月2日, or 3月 alone for a month.
      if atEnd { return reader.takesMonths ? borrowedMonth(first.value) : .bad }
      guard let day = number(), day.digits <= 2 else { return .bad }
      skip("日", "号")
      return withoutYear(first.value, day.value)
    }
    guard let second = number(), second.digits <= 2 else { return .bad }
    if separator == .year {
      let year = first.digits == 2 ? 2000 + first.value : first.value
      let notes: Reading.Notes = first.digits == 2 ? .shortYear : []
      guard first.digits == 4 || first.digits == 2 else { return .bad }
      guard self.separator() == .month else {
        return reader.takesMonths && atEnd ? month(year, second.value) : .bad
      }
      if atEnd { return reader.takesMonths ? month(year, second.value) : .bad }
      guard let day = number(), day.digits <= 2 else { return .bad }
      skip("日", "号")
      return finish(year, second.value, day.value, notes)
    }
    let mark = position
    if self.separator() != nil, let third = number() {
      return threeNumbers(first, second, third)
    }
    position = mark
    if first.digits == 4 {
      return reader.takesMonths && atEnd ? month(first.value, second.value) : .bad
    }
    guard first.digits <= 2 else { return .bad }
    return reader.order == .dayFirst
      ? withoutYear(second.value, first.value) : withoutYear(first.value, second.value)
  }

  private mutating func threeNumbers(_ first: Number, _ second: Number, _ third: Number) -> Reading
  {
    if first.digits == 4 {
      return third.digits <= 2 ? finish(first.value, second.value, third.value, []) : .bad
    }
    guard first.digits <= 2 else { return .bad }
    if third.digits == 4 {
      switch reader.order {
      case .dayFirst: return finish(third.value, second.value, first.value, [])
      case .monthFirst: return finish(third.value, first.value, second.value, [])
      case .yearFirst: return .bad
      case nil: return Reading(state: .ambiguousOrder)
      }
    }
    guard third.digits <= 2 else { return .bad }
    switch reader.order {
    case .dayFirst where third.digits == 2:
      return finish(2000 + third.value, second.value, first.value, .shortYear)
    case .monthFirst where third.digits == 2:
      return finish(2000 + third.value, first.value, second.value, .shortYear)
    default:
      guard first.digits == 2 else { return .bad }
      return finish(2000 + first.value, second.value, third.value, .shortYear)
    }
  }

  // MARK: Pieces

  private struct Number {
    let value: Int
    let digits: Int
  }

  private var atEnd: Bool { position >= text.count }

  private mutating func number() -> Number? {
    skipBlanks()
    var value = 0
    var digits = 0
    while position < text.count, text[position].isDigit, digits < 9 {
      value = value * 10 + text[position].digit
      digits += 1
      position += 1
    }
    return digits > 0 ? Number(value: value, digits: digits) : nil
  }

  private mutating func separator() -> Separator? {
    skipBlanks()
    guard position < text.count else { return nil }
    switch text[position] {
    case 0x2D:
      position += 1
      return .dash
    case 0x2F:
      position += 1
      return .slash
    case 0x2E:
      position += 1
      return .point
    default:
      if skip("年") { return .year }
      if skip("月份") || skip("月") { return .month }
      // Dashes that an input method typed.
      return skip("—") || skip("–") || skip("−") || skip("‐") ? .dash : nil
    }
  }

  private mutating func skipBlanks() {
    while position < text.count, text[position].isBlank { position += 1 }
  }

  /// Skips one of some words, if it stands here.
  @discardableResult
  private mutating func skip(_ words: String...) -> Bool {
    skipBlanks()
    for word in words where text[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return true
    }
    return false
  }

  /// 周二, 星期二, (二), Tue, Tuesday with or without brackets.
  private mutating func skipWeekday() {
    let mark = position
    let bracket = skip("(")
    var found = false
    if skip("星期", "礼拜", "周") {
      found = skip("一", "二", "三", "四", "五", "六", "日", "天")
    } else {
      let letters = text[position...].prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      let word = String(decoding: letters, as: UTF8.self).lowercased()
      if DayGrammar.weekdays.contains(where: { word == $0 || word == $0.prefix(3) }) {
        position += letters.count
        _ = skip(".") || skip(",")
        found = true
      }
    }
    if !found || (bracket && !skip(")")) { position = mark }
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// 0, 1900-01-00, 1899-12-30, 9999-12-31, 0000-00-00: what exports write for "no day".
  private func placeholder() -> Reading? {
    let digits = text.prefix { $0.isDigit || $0 == 0x2D || $0 == 0x2F || $0 == 0x2E }
    let parts = digits.split { !$0.isDigit }.map { Int(String(decoding: $0, as: UTF8.self)) ?? -1 }
    switch parts {
    case [0], [0, 0], [0, 0, 0], [1900, 1, 0], [1899, 12, 30], [1899, 12, 31], [9999, 12, 31]:
      return digits.count == text.count || text[digits.count].isBlank ? .empty : nil
    default: return nil
    }
  }

  /// 45356 and 45356.604167: days since 1899-12-30 in a date column.
  private mutating func serial(_ number: Number) -> Reading? {
    guard number.digits == 5 else { return nil }
    var fraction = 0
    var scale = 1
    var end = position
    if end < text.count, text[end] == 0x2E {
      end += 1
      while end < text.count, text[end].isDigit {
        if scale < 1_000_000_000 {
          fraction = fraction * 10 + text[end].digit
          scale *= 10
        }
        end += 1
      }
      guard scale > 1 else { return nil }
    }
    guard end == text.count else { return nil }
    guard (20_000...80_000).contains(number.value) else { return .bad }
    var day = Int64(number.value) - 25_569
    var minutes = Int16(-1)
    if fraction > 0 {
      // To the nearest second first, so that 14:30 is not 14:29.
      let seconds = (fraction * 86_400 * 2 + scale) / (2 * scale)
      day += Int64(seconds / 86_400)
      minutes = Int16(seconds % 86_400 / 60)
    }
    return Reading(state: .value, number: day, minutes: minutes, notes: .serial)
  }

  private func withoutYearReading() -> Reading { Reading(state: .noYear) }

  private mutating func withoutYear(_ month: Int, _ day: Int) -> Reading {
    guard CalendarDay(year: 2024, month: month, day: day) != nil else { return .bad }
    guard let year = reader.year else { return withoutYearReading() }
    return finish(year, month, day, .borrowedYear)
  }

  private func borrowedMonth(_ month: Int) -> Reading {
    guard (1...12).contains(month) else { return .bad }
    guard let year = reader.year else { return withoutYearReading() }
    var reading = self.month(year, month)
    reading.notes.insert(.borrowedYear)
    return reading
  }

  private func month(_ year: Int, _ month: Int) -> Reading {
    guard (1900..<2200).contains(year), let day = CalendarDay(year: year, month: month, day: 1)
    else { return .bad }
    return .value(Int64(day.number))
  }

  /// Checks the day and reads what follows it: weekday, time, zone.
  private mutating func finish(
    _ year: Int, _ month: Int, _ day: Int, _ notes: Reading.Notes
  ) -> Reading {
    skip("日", "号")
    guard (1900..<2200).contains(year), let found = CalendarDay(year: year, month: month, day: day)
    else { return .bad }
    var clock = DayClock(Array(text[position...]))
    guard let time = clock.read() else { return .bad }
    return Reading(
      state: .value, number: Int64(found.number), minutes: Int16(time.minutes),
      notes: time.hasZone ? notes.union(.zone) : notes)
  }
}

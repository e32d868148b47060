/// What may stand behind a day: nothing, a weekday, a time of day, both.
struct DayClock {
  private let text: [UInt8]
  private var position = 0

  init(_ text: [UInt8]) { self.text = text }

  /// Minutes after midnight (−1 without a time) and whether a zone was written; nil when the rest
  /// is neither weekday nor time.
  ///
  /// 24:00 belongs to the day written: its minutes are those of 23:59.
  mutating func read() -> (minutes: Int, hasZone: Bool)? {
    skipWeekday()
    _ = skip("T") || skip("t") || skip(",")
    if atEnd { return (-1, false) }
    let half = halfDay()
    guard let hour = number() else { return nil }
    var minute = 0
    var seconds = 0
    if skip(":") || skip("点") || skip("时") {
      if skip("半") {
        minute = 30
      } else if let written = number() {
        minute = written
        if skip(":") || skip("分") {
          if let written = number() { seconds = written }
          if skip(".") { _ = number() }
          _ = skip("秒")
        }
      } else if !precededByHourWord {
        return nil
      }
    } else if half == nil, !skipMeridiemAhead() {
      return nil
    }
    let meridiem = half ?? halfDay()
    var hasZone = false
    if skip("Z") || skip("z") {
      hasZone = true
    } else if position > 0, skip("+") || skip("-") {
      guard number() != nil else { return nil }
      if skip(":") { _ = number() }
      hasZone = true
    }
    skipWeekday()
    guard atEnd, minute < 60, seconds < 60 else { return nil }
    return hour24(hour, minute, seconds, meridiem).map { ($0, hasZone) }
  }

  private enum Half { case morning, noon, afternoon }

  private func hour24(_ hour: Int, _ minute: Int, _ seconds: Int, _ half: Half?) -> Int? {
    if hour == 24 { return minute == 0 && seconds == 0 && half == nil ? 24 * 60 - 1 : nil }
    guard hour < 24 else { return nil }
    switch half {
    case .morning: return (hour == 12 ? 0 : hour) * 60 + minute
    case .noon: return (hour < 10 ? hour + 12 : hour) * 60 + minute
    case .afternoon: return (hour < 12 ? hour + 12 : hour) * 60 + minute
    case nil: return hour * 60 + minute
    }
  }

  private mutating func halfDay() -> Half? {
    if skip("上午") || skip("凌晨") || skip("早上") || skip("早") || skip("AM") || skip("am")
      || skip("a.m.")
    {
      return .morning
    }
    if skip("中午") { return .noon }
    if skip("下午") || skip("晚上") || skip("傍晚") || skip("晚") || skip("PM") || skip("pm")
      || skip("p.m.")
    {
      return .afternoon
    }
    return nil
  }

  /// Whether "2 PM" follows an hour without minutes.
  private mutating func skipMeridiemAhead() -> Bool {
    let mark = position
    defer { position = mark }
    return halfDay() != nil
  }

  /// Whether the last thing read was 点 or 时, which needs no minutes.
  private var precededByHourWord: Bool {
    let before = text[..<position]
    return before.suffix(3).elementsEqual("点".utf8) || before.suffix(3).elementsEqual("时".utf8)
  }

  private mutating func skipWeekday() {
    let mark = position
    let bracket = skip("(")
    var found = false
    if skip("星期") || skip("礼拜") || skip("周") {
      found = "一二三四五六日天".contains { skip(String($0)) }
    } else {
      skipBlanks()
      let letters = text[position...].prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      let word = String(decoding: letters, as: UTF8.self).lowercased()
      if DayClock.weekdays.contains(where: { word == $0 || word == $0.prefix(3) }) {
        position += letters.count
        found = true
      }
    }
    if !found || (bracket && !skip(")")) { position = mark }
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private var atEnd: Bool {
    text[position...].allSatisfy { $0.isBlank }
  }

  private mutating func number() -> Int? {
    skipBlanks()
    var value = 0
    var digits = 0
    while position < text.count, text[position].isDigit, digits < 9 {
      value = value * 10 + text[position].digit
      digits += 1
      position += 1
    }
    return digits > 0 ? value : nil
  }

  private mutating func skipBlanks() {
    while position < text.count, text[position].isBlank { position += 1 }
  }

  private mutating func skip(_ word: String) -> Bool {
    skipBlanks()
    guard text[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }
}

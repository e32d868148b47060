/// Writes values as people read them, in one language; the same bytes on every machine.
///
/// Minus is "−" (U+2212), missing is "—". One rounding, half away from zero, from the exact value.
package struct Formatter: Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  /// What a missing value shows.
  package static let dash = "—"

  /// The text of a value of a unit; `signed` puts "+" before what is above zero.
  package func text(
    _ value: Value, unit: Unit, format: Format = .usual, signed: Bool = false
  ) -> String {
    let isUsual = format == .usual
    var format = isUsual ? Format.usual(for: unit) : format
    // Times that were counted have no decimals; their mean has.
    if isUsual, unit == .times, case .count = value { format = .integer }
    if format == .usual, let text = mixed(value, unit: unit, signed: signed) { return text }
    switch value {
    case .missing: return Formatter.dash
    case .text(let text): return text
    case .words(let words): return words[language]
    case .day(let day): return self.day(day, format)
    case .clock(let minutes):
      return "\(minutes / 60):\(Digits.padded(minutes % 60, 2))"
    case .ratio(let ratio) where format == .fraction:
      if case .money(let top) = ratio.numerator, case .money(let bottom) = ratio.denominator {
        // Two amounts of money in the unit that all others are shown in.
        return number(Ratio.Side.money(top).number, .wan) + " / "
          + number(Ratio.Side.money(bottom).number, .wan) + " " + unitText(.money)
      }
      return side(ratio.numerator) + " / " + side(ratio.denominator)
    case .count, .portion, .money, .area, .ratio:
      guard let number = natural(value) else { return Formatter.dash }
      return self.number(number, format, isMoney: isMoney(value), signed: signed)
    }
  }

  /// Values of columns whose unit differs from row to row; nil where the usual way does.
  private func mixed(_ value: Value, unit: Unit, signed: Bool) -> String? {
    if unit == .none, case .money = value {
      // A price or an amount among things of other units: in yuan, so that no digit is lost.
      return text(value, unit: .money, format: .yuan0, signed: signed)
        + Words(" 元", " yuan")[language]
    }
    guard unit == .ofRow || unit == .perDay else { return nil }
    switch value {
    case .money(let money):
      return number(Ratio.Side.money(money).number, .wan, signed: signed) + wan
    case .ratio(let ratio):
      guard let quotient = ratio.quotient else { return Formatter.dash }
      guard unit == .perDay else { return number(quotient, .percent2, signed: signed) }
      if case .money = ratio.numerator { return number(quotient, .wan) + wan }
      let needed = Rounding.up(quotient.numerator, by: quotient.denominator)
      return Digits.decimal(needed, decimals: 0, grouping: true)
    default: return nil
    }
  }

  private var wan: String { Words("万元", " ×10k yuan")[language] }

  /// The unit to print beside a value shown in a format: 万元 for money in 万元, and so on.
  package func unitText(_ unit: Unit, format: Format = .usual) -> String {
    let format = format == .usual ? Format.usual(for: unit) : format
    switch format {
    case .wan: return Words("万元", "10k yuan")[language]
    case .yi: return Words("亿元", "100m yuan")[language]
    case .percent1, .percent2: return ""
    default: return unit.words[language]
    }
  }

  /// A number in natural units (yuan, ㎡, parts of one) in a format.
  package func number(
    _ number: Rational, _ format: Format, isMoney: Bool = false, signed: Bool = false
  ) -> String {
    switch format {
    case .integer, .yuan0: return plain(number, 0, signed)
    case .decimal1: return plain(number, 1, signed)
    case .decimal2, .yuan: return plain(number, 2, signed)
    case .decimal3: return plain(number, 3, signed)
    case .percent1: return plain(number * Rational(100), 1, signed) + "%"
    case .percent2: return plain(number * Rational(100), 2, signed) + "%"
    case .points: return plain(number * Rational(100), 2, true)
    case .wan: return plain(number * Formatter.perWan, 2, signed)
    case .yi: return plain(number * Formatter.perYi, 2, signed)
    case .perOne: return plain(number, 1, signed) + ":1"
    case .usual, .iso, .monthDay, .short, .weekday, .clock, .fraction:
      if isMoney { return plain(number, 2, signed) }
      if number.isWhole { return plain(number, 0, signed) }
      // A portion of a shared thing: as many decimals as it needs, at most two.
      let one = (number * Rational(10)).isWhole
      return plain(number, one ? 1 : 2, signed)
    }
  }

  /// A weekday's name: 周一, Mon.
  package func weekday(_ day: CalendarDay) -> String {
    let names =
      language == .chinese
      ? ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
      : ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return names[day.weekday - 1]
  }

  /// A day in one of the day formats; any other format gives ISO.
  package func day(_ day: CalendarDay, _ format: Format) -> String {
    let (_, month, number) = day.parts
    switch format {
    case .monthDay:
      guard language == .english else { return "\(month)月\(number)日" }
      let names = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
      ]
      return "\(number) \(names[month - 1])"
    case .short: return "\(Digits.padded(month, 2))-\(Digits.padded(number, 2))"
    case .weekday: return weekday(day)
    default: return day.description
    }
  }

  private static let perWan = Rational(1, over: 10_000) ?? .zero
  private static let perYi = Rational(1, over: 100_000_000) ?? .zero

  private func plain(_ number: Rational, _ decimals: Int, _ signed: Bool) -> String {
    let scaled = number.scaled(decimals: decimals)
    let text = Digits.decimal(Int128(scaled.magnitude), decimals: decimals, grouping: true)
    if scaled < 0 { return "−" + text }
    return signed && scaled > 0 ? "+" + text : text
  }

  private func natural(_ value: Value) -> Rational? {
    switch value {
    case .money(let money): Ratio.Side.money(money).number
    case .area(let area): Ratio.Side.area(area).number
    default: value.number
    }
  }

  private func isMoney(_ value: Value) -> Bool {
    if case .money = value { true } else { false }
  }

  private func side(_ side: Ratio.Side) -> String {
    switch side {
    case .count(let count): plain(Rational(count), 0, false)
    case .portion(let portion): number(portion, .usual)
    case .money(let money): plain(Ratio.Side.money(money).number, 2, false)
    case .area(let area): plain(Ratio.Side.area(area).number, 2, false)
    }
  }
}

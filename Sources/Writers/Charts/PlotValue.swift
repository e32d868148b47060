import Documents
import Quantities

/// A value on a chart: millionths of its natural unit (things, yuan, ㎡, parts of one, days), so
/// that all drawing is whole-number arithmetic.
struct PlotValue {
  static let one: Int128 = 1_000_000

  /// The value in millionths; nil for words and for what is missing.
  static func of(_ value: Value) -> Int128? {
    switch value {
    case .money(let money): Int128(money.fen) * (one / 100)
    case .area(let area): Int128(area.hundredths) * (one / 100)
    case .count(let count): Int128(count) * one
    case .day(let day): Int128(day.number) * one
    case .clock(let minutes): Int128(minutes) * one
    case .portion(let portion): portion.scaled(decimals: 6)
    case .ratio(let ratio): ratio.quotient?.scaled(decimals: 6)
    case .text, .words, .missing: nil
    }
  }

  /// Millionths in one of the units that a format prints, as a power of ten: 10^10 for 万元.
  static func digits(of format: Format) -> Int {
    switch format {
    case .percent1, .percent2, .points: 4
    case .wan: 10
    case .yi: 14
    default: 6
    }
  }
}

/// A run of values along an axis, from round number to round number.
struct Scale {
  let low: Int128
  let high: Int128
  let step: Int128

  /// A scale that holds all `values`, with about `count` steps.
  ///
  /// - Parameters:
  ///   - fromZero: the scale begins at zero, or holds it.
  ///   - smallest: no step is smaller, such as one for counted things.
  init(_ values: [Int128], fromZero: Bool, count: Int = 4, smallest: Int128 = 1) {
    var low = values.min() ?? 0
    var high = values.max() ?? 0
    if fromZero {
      low = min(low, 0)
      high = max(high, 0)
    }
    if low == high {
      // One value, or all equal: a scale around it, or up from zero.
      if low == 0 || fromZero { high = max(high, low + max(smallest, 1)) }
      let margin = max(Int128((high.magnitude + low.magnitude) / 20), max(smallest, 1))
      if low == high {
        low -= margin
        high += margin
      }
    }
    let rough = max((high - low) / Int128(max(count, 1)), 1)
    var power: Int128 = 1
    while power * 10 <= rough { power *= 10 }
    // 1, 2, 2.5 or 5 times a power of ten, the first that needs no more than `count` steps.
    let steps = [power, power * 2, power * 5 / 2, power * 5, power * 10]
    let step = max(steps.first { $0 >= rough && $0 % smallest == 0 } ?? smallest, smallest)
    self.step = step
    self.low = Scale.floor(low, step) * step
    self.high = -Scale.floor(-high, step) * step
  }

  /// The round numbers from end to end.
  var ticks: [Int128] {
    var ticks: [Int128] = []
    var tick = low
    while tick <= high && ticks.count < 40 {
      ticks.append(tick)
      tick += step
    }
    return ticks
  }

  /// Where a value lies on `length` hundredths of a pixel, from the low end.
  func position(_ value: Int128, _ length: Int) -> Int {
    guard high > low else { return 0 }
    let clamped = max(low, min(high, value))
    return Int(Rounding.divide((clamped - low) * Int128(length), by: high - low))
  }

  /// A tick as people read it, in the unit that the format prints.
  func label(_ tick: Int128, _ format: Format, _ formatter: Formatter) -> String {
    if format == .iso || format == .short || format == .monthDay {
      return formatter.text(
        .day(CalendarDay(number: Int32(clamping: tick / PlotValue.one))), unit: .day,
        format: .short)
    }
    let digits = PlotValue.digits(of: format)
    var text = Digits.decimal(Int128(tick.magnitude), decimals: digits, grouping: true)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    if tick < 0 { text = "−" + text }
    return format == .percent1 || format == .percent2 ? text + "%" : text
  }

  private static func floor(_ value: Int128, _ step: Int128) -> Int128 {
    let quotient = value / step
    return value < 0 && value % step != 0 ? quotient - 1 : quotient
  }
}

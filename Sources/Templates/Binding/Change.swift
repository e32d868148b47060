import Documents
import Quantities

/// A figure against the same figure of another period.
struct Change {
  /// (this − before) / before, or percentage points for rates, or the plain difference for
  /// figures that have no sensible quotient; missing over zero.
  let relative: Shown
  /// this − before in the figure's own unit; nil for rates, and where a side is missing.
  let difference: Shown?

  init(_ now: Value, against before: Value, unit: Unit) {
    if case .missing = now {
      (relative, difference) = (Shown(now, unit: .rate), nil)
      return
    }
    guard let a = Change.natural(now), let b = Change.natural(before) else {
      let value: Value = before.isMissing ? before : .missing(.notApplicable)
      (relative, difference) = (Shown(value, unit: .rate), nil)
      return
    }
    let absolute = Shown(Change.minus(now, before, a - b), unit: unit, isSigned: true)
    switch unit {
    case .rate, .share, .fineShare:
      relative = Shown(.portion(a - b), unit: .points, isSigned: true)
      difference = nil
    case .perOne, .index, .gini, .score, .days, .months, .weeks, .times, .minutes:
      (relative, difference) = (absolute, absolute)
    default:
      difference = absolute
      guard b > .zero else {
        relative = Shown(.missing(.zeroDenominator), unit: .rate)
        return
      }
      relative = Shown(
        .ratio(Change.quotient(now, before, a - b, b)), unit: .rate, format: .percent1,
        isSigned: true)
    }
  }

  /// The number in natural units: yuan, ㎡, parts of one.
  static func natural(_ value: Value) -> Rational? {
    switch value {
    case .money(let money): Ratio.Side.money(money).number
    case .area(let area): Ratio.Side.area(area).number
    case .count, .portion, .ratio: value.number
    default: nil
    }
  }

  private static func minus(_ now: Value, _ before: Value, _ difference: Rational) -> Value {
    switch (now, before) {
    case (.count(let a), .count(let b)): .count(a - b)
    case (.money(let a), .money(let b)): .money(a - b)
    case (.area(let a), .area(let b)): .area(Area(hundredths: a.hundredths - b.hundredths))
    default: .portion(difference)
    }
  }

  private static func quotient(
    _ now: Value, _ before: Value, _ difference: Rational, _ base: Rational
  ) -> Ratio {
    switch (now, before) {
    case (.count(let a), .count(let b)): Ratio(a - b, over: b)
    case (.money(let a), .money(let b)): Ratio(.money(a - b), over: .money(b))
    case (.area(let a), .area(let b)):
      Ratio(.area(Area(hundredths: a.hundredths - b.hundredths)), over: .area(b))
    default: Ratio(.portion(difference), over: .portion(base))
    }
  }
}

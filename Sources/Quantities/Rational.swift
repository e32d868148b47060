/// An exact fraction in lowest terms with a positive denominator.
///
/// 128-bit parts hold every product of two amounts of money that an office, or a group of
/// offices, can reach; an overflow traps instead of giving a wrong figure.
package struct Rational: Hashable, Sendable {
  /// Signed numerator, without a common factor with the denominator.
  package let numerator: Int128
  /// Denominator, always positive.
  package let denominator: Int128

  package static let zero = Rational(0)

  package init(_ value: Int) {
    numerator = Int128(value)
    denominator = 1
  }

  /// The fraction in lowest terms; nil when `denominator` is zero.
  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    let divisor = Rational.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / Int128(divisor))
    self.denominator = sign * (denominator / Int128(divisor))
  }

  private init(reducing numerator: Int128, over denominator: Int128) {
    let divisor = Rational.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    self.numerator = numerator / Int128(divisor)
    self.denominator = denominator / Int128(divisor)
  }

  /// Whether the fraction is a whole number.
  package var isWhole: Bool { denominator == 1 }

  package static func + (left: Rational, right: Rational) -> Rational {
    if left.denominator == right.denominator {
      return Rational(reducing: left.numerator + right.numerator, over: left.denominator)
    }
    return Rational(
      reducing: left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  package static func - (left: Rational, right: Rational) -> Rational { left + -right }

  package static prefix func - (value: Rational) -> Rational {
    Rational(reducing: -value.numerator, over: value.denominator)
  }

  package static func * (left: Rational, right: Rational) -> Rational {
    Rational(
      reducing: left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// The quotient; nil when `right` is zero.
  package static func / (left: Rational, right: Rational) -> Rational? {
    Rational(left.numerator * right.denominator, over: left.denominator * right.numerator)
  }

  package static func += (left: inout Rational, right: Rational) { left = left + right }

  /// `self × 10^decimals` rounded once to a whole number, half away from zero.
  package func scaled(decimals: Int) -> Int128 {
    var factor: Int128 = 1
    for _ in 0..<decimals { factor *= 10 }
    return Rounding.divide(numerator * factor, by: denominator)
  }

  /// The smallest number that both of two positive numbers divide.
  package static func lowestMultiple(_ a: Int128, _ b: Int128) -> Int128 {
    a / Int128(greatestCommonDivisor(a.magnitude, b.magnitude)) * b
  }

  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    if a == 1 || b == 1 { return 1 }
    // Nearly all parts fit into a machine word, which divides much faster.
    if var one = UInt64(exactly: a), var other = UInt64(exactly: b) {
      while other != 0 { (one, other) = (other, one % other) }
      return one == 0 ? 1 : UInt128(one)
    }
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 0 ? 1 : a
  }
}

extension Rational: Comparable {
  package static func < (left: Rational, right: Rational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

import Quantities

/// A desk with a line before it: arrivals at random, `desks` equal desks (M/M/c).
///
/// Erlang's formula C; with I(k) = 1/B(k), the inverse of formula B, I(0) = 1,
/// I(k) = 1 + (k/a)·I(k−1), C = 1/(I(c) − ρ(I(c) − 1)), mean wait = C·s/(c − a).
struct WaitingLine {
  /// Arrivals an hour and minutes of service.
  let arrivalsPerHour: Rational
  let minutes: Rational

  /// Offered load a = λ·s/60.
  var load: Rational {
    arrivalsPerHour * minutes * (Rational(1, over: 60) ?? .zero)
  }

  /// Desks to plan: ⌈a/0.8⌉, at least one.
  var plannedDesks: Int {
    let needed = load * (Rational(5, over: 4) ?? .zero)
    return max(1, Int(Rounding.up(needed.numerator, by: needed.denominator)))
  }

  /// Probability that somebody waits; nil where the desks cannot keep up (a ≥ c).
  func probabilityOfWaiting(desks: Int) -> Rational? {
    let c = Rational(desks)
    guard load < c else { return nil }
    guard load > .zero, let inverseLoad = Rational(1) / load, let use = load / c else {
      return .zero
    }
    guard isExact(desks) else { return approximate(desks) }
    var inverse = Rational(1)
    for k in 1...desks { inverse = Rational(1) + Rational(k) * inverseLoad * inverse }
    return Rational(1) / (inverse - use * (inverse - Rational(1)))
  }

  /// Mean minutes that an arrival waits; nil where the desks cannot keep up.
  func meanWait(desks: Int) -> Rational? {
    guard let waiting = probabilityOfWaiting(desks: desks) else { return nil }
    return waiting * minutes / (Rational(desks) - load)
  }

  /// Whether the fractions of the recursion stay well inside 128 bits.
  private func isExact(_ desks: Int) -> Bool {
    let numerator = 128 - load.numerator.leadingZeroBitCount
    let denominator = 128 - (load.denominator * Int128(desks)).leadingZeroBitCount
    return (numerator + denominator + 1) * desks < 80
  }

  /// The same in binary fractions, to nine decimals: for many desks, where the exact fractions
  /// would grow beyond 128 bits. The printed two decimals do not depend on it.
  private func approximate(_ desks: Int) -> Rational? {
    let a = Double(load.numerator) / Double(load.denominator)
    var inverse = 1.0
    for k in 1...desks { inverse = 1 + Double(k) / a * inverse }
    let waiting = 1 / (inverse - a / Double(desks) * (inverse - 1))
    return Rational(Int128((waiting * 1_000_000_000).rounded()), over: 1_000_000_000)
  }
}

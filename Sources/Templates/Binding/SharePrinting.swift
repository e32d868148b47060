package import Quantities

/// Shares of one whole, rounded together so that the printed ones add up to 100.0 % (largest
/// remainder, ties to the upper row).
package enum SharePrinting {
  /// What is printed for each share, in thousandths of one (`decimals` 1) or finer; nil when the
  /// values are no parts of one whole that together make it.
  package static func printed(_ values: [Value], decimals: Int) -> [Value]? {
    var parts: [Rational] = []
    var whole: Rational?
    for value in values {
      guard case .ratio(let ratio) = value else { return nil }
      let denominator = ratio.denominator.number
      guard whole == nil || whole == denominator, ratio.numerator.number >= .zero else {
        return nil
      }
      whole = denominator
      parts.append(ratio.numerator.number)
    }
    guard let whole, whole > .zero, parts.reduce(.zero, +) == whole else { return nil }
    // Parts of shared deals may be halves or thirds: the same weights as whole numbers.
    let scale = parts.reduce(Int128(1)) { Rational.lowestMultiple($0, $1.denominator) }
    let weights = parts.map { $0.numerator * (scale / $0.denominator) }
    let all: Int128 = decimals == 2 ? 10_000 : 1000
    return Rounding.largestRemainder(all, weights: weights).map {
      .ratio(Ratio(Int($0), over: Int(all)))
    }
  }
}

/// The one rounding rule of every printed figure: half away from zero.
package enum Rounding {
  /// `numerator / denominator` rounded to a whole number, half away from zero.
  ///
  /// - Precondition: `denominator` is not zero.
  package static func divide(_ numerator: Int128, by denominator: Int128) -> Int128 {
    let magnitude = (2 * numerator.magnitude + denominator.magnitude) / (2 * denominator.magnitude)
    let negative = (numerator < 0) != (denominator < 0)
    return negative ? -Int128(magnitude) : Int128(magnitude)
  }

  /// The smallest whole number not below `numerator / denominator`.
  ///
  /// - Precondition: `denominator` is positive.
  package static func up(_ numerator: Int128, by denominator: Int128) -> Int128 {
    let quotient = numerator / denominator
    return numerator % denominator > 0 ? quotient + 1 : quotient
  }

  /// Whole parts of `total` in proportion to `weights` that add up to `total` exactly
  /// (largest remainder; ties go to the earlier part). Empty weights give an empty result;
  /// weights that sum to zero give zeros.
  package static func largestRemainder(_ total: Int128, weights: [Int128]) -> [Int128] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    var parts = weights.map { total * $0 / sum }
    var left = total - parts.reduce(0, +)
    let order = weights.indices.sorted { a, b in
      let (ra, rb) = (total * weights[a] % sum, total * weights[b] % sum)
      return ra != rb ? ra > rb : a < b
    }
    for index in order where left > 0 {
      parts[index] += 1
      left -= 1
    }
    return parts
  }
}

/// Plain decimal digits, independent of locale.
package enum Digits {
  /// `value` with leading zeros up to `width` digits.
  package static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return text.count >= width ? text : String(repeating: "0", count: width - text.count) + text
  }

  /// `scaled / 10^decimals` as plain digits: a sign only below zero (−0 never prints, minus is
  /// "-" here), thousands separated by "," when `grouping`.
  package static func decimal(_ scaled: Int128, decimals: Int, grouping: Bool = false) -> String {
    var digits = String(scaled.magnitude)
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    let whole = digits.dropLast(decimals)
    let fraction = digits.suffix(decimals)
    var text = scaled < 0 ? "-" : ""
    if grouping {
      for (index, character) in whole.enumerated() {
        if index > 0, (whole.count - index) % 3 == 0 { text.append(",") }
        text.append(character)
      }
    } else {
      text += whole
    }
    return decimals > 0 ? text + "." + fraction : text
  }
}

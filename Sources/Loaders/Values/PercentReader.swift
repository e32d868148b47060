package import Quantities

/// Reads shares and plain numbers exactly: 12.5% and 0.125 are the same.
package enum PercentReader {
  /// The number of a text; nil for anything but a plain decimal with or without a percent sign.
  package static func read(_ text: String) -> Rational? {
    var copy = text
    let bytes = copy.withUTF8 { NumberText(Bytes($0)).bytes }
    var rest = bytes[...]
    let isPercent = NumberText.cut(["%"], from: &rest) != nil
    guard
      let number = Array(rest).withUnsafeBytes({ PlainDecimal.signed($0, 0, $0.count) }),
      let rational = number.number.rational
    else { return nil }
    let signed = number.isNegative ? -rational : rational
    return isPercent ? signed / Rational(100) : signed
  }
}

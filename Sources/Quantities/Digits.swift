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
    var digits = Digits.reversed(scaled.magnitude)
    while digits.count <= decimals { digits.append(0x30) }
    var text: [UInt8] = []
    text.reserveCapacity(digits.count * 4 / 3 + 3)
    if scaled < 0 { text.append(UInt8(ascii: "-")) }
    var left = digits.count
    while left > 0 {
      left -= 1
      text.append(digits[left])
      if left == decimals, decimals > 0 { text.append(UInt8(ascii: ".")) }
      if grouping, left > decimals, (left - decimals) % 3 == 0 { text.append(UInt8(ascii: ",")) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The decimal digits of a number, the last one first.
  private static func reversed(_ number: UInt128) -> [UInt8] {
    guard var rest = UInt64(exactly: number) else { return String(number).utf8.reversed() }
    var digits: [UInt8] = []
    digits.reserveCapacity(20)
    repeat {
      digits.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    return digits
  }
}

import Quantities

/// A plain decimal as written: its digits, and how many of them stand behind the point.
///
/// Only ASCII digits, one point and thousands separators in their places are a number: no
/// exponent, no sign, no "nan", no "0x10".
struct PlainDecimal: Equatable {
  var digits: Int128
  var decimals: Int

  /// The number that fills `text[from..<to]`; nil for anything else.
  static func parse(_ text: Bytes, _ from: Int, _ to: Int) -> PlainDecimal? {
    var digits: Int128 = 0
    var count = 0
    var decimals = 0
    var index = from
    var group = -1  // digits since the last thousands separator, −1 before the first
    var lead = 0
    while index < to {
      let byte = text[index]
      if byte.isDigit {
        digits = digits * 10 + Int128(byte.digit)
        if digits > 0 { count += 1 }
        if group >= 0 { group += 1 } else { lead += 1 }
      } else if byte == 0x2C {
        if group < 0 ? !(1...3).contains(lead) : group != 3 { return nil }
        group = 0
      } else {
        break
      }
      if count > 24 { return nil }
      index += 1
    }
    if group >= 0, group != 3 { return nil }
    let whole = index - from
    if index < to {
      guard text[index] == 0x2E else { return nil }
      index += 1
      while index < to {
        let byte = text[index]
        guard byte.isDigit else { return nil }
        // Beyond 24 digits nothing can change the rounding of a fen.
        if count < 24 {
          digits = digits * 10 + Int128(byte.digit)
          decimals += 1
          if digits > 0 { count += 1 }
          if decimals > 24 { return nil }
        }
        index += 1
      }
      if decimals == 0 { return nil }
    }
    return whole + decimals > 0 ? PlainDecimal(digits: digits, decimals: decimals) : nil
  }

  /// The number times `factor`, rounded once, half away from zero; nil when it is too large.
  func scaled(by factor: Int128) -> (value: Int64, isExact: Bool)? {
    var divisor: Int128 = 1
    for _ in 0..<decimals { divisor *= 10 }
    let product = digits.multipliedReportingOverflow(by: factor)
    if product.overflow { return nil }
    let rounded = Rounding.divide(product.partialValue, by: divisor)
    guard let value = Int64(exactly: rounded), value < 1_000_000_000_000_000_000 else { return nil }
    return (value, product.partialValue % divisor == 0)
  }

  /// The number as an exact fraction.
  var rational: Rational? {
    var divisor: Int128 = 1
    for _ in 0..<decimals { divisor *= 10 }
    return Rational(digits, over: divisor)
  }
}

extension PlainDecimal {
  /// A number with its sign: `-5`, `5-`, `(5)`, `−5`.
  static func signed(
    _ text: Bytes, _ from: Int, _ to: Int
  ) -> (number: PlainDecimal, isNegative: Bool)? {
    var (from, to) = (from, to)
    var negative = false
    if to - from >= 2, text[from] == 0x28, text[to - 1] == 0x29 {
      negative = true
      from += 1
      to -= 1
    } else if from < to, text[from] == 0x2D {
      negative = true
      from += 1
    } else if to - from >= 3, text[from] == 0xE2, text[from + 1] == 0x88, text[from + 2] == 0x92 {
      negative = true
      from += 3
    } else if from < to, text[to - 1] == 0x2D {
      negative = true
      to -= 1
    }
    return parse(text, from, to).map { ($0, negative) }
  }
}

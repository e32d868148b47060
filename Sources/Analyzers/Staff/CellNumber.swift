import Quantities

/// A number typed into a text cell of a side file: digits, thousands commas, a decimal point, a
/// minus, and a unit or percent sign behind it that is not looked at.
enum CellNumber {
  /// The exact number; nil where the cell is none.
  static func parse(_ text: String) -> Rational? {
    var digits = ""
    var decimals: Int?
    var isNegative = false
    for character in text where character != "," && character != "，" && character != " " {
      if let digit = character.wholeNumberValue, character.isNumber, digit < 10 {
        digits += String(digit)
        decimals = decimals.map { $0 + 1 }
      } else if character == "." || character == "．", decimals == nil {
        decimals = 0
      } else if character == "-" || character == "−", digits.isEmpty, !isNegative {
        isNegative = true
      } else if !digits.isEmpty {
        break
      } else {
        return nil
      }
    }
    guard !digits.isEmpty, digits.count < 30, let number = Int128(digits) else { return nil }
    var scale: Int128 = 1
    for _ in 0..<(decimals ?? 0) { scale *= 10 }
    return Rational(isNegative ? -number : number, over: scale)
  }
}

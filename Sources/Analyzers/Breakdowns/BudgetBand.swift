import Quantities

/// Bands of 50万 for budgets as people write them: 365, 350-400, 450万以下, 3,800,000元.
///
/// A number without a unit is 万元 below 10,000 and yuan from there. Of two numbers the middle
/// counts; 以下 means just below the number, 以上 from it. Whatever else stands there is 其他写法.
enum BudgetBand {
  /// Keys 1 ... 20 are the bands up to 1000万, 21 what lies above, 22 other writings.
  static let other = 22

  private static let width: Int64 = 500_000

  static let names: [Words] =
    (0..<20).map { index in
      let (from, to) = (index * 50, index * 50 + 50)
      return Words("\(from)-\(to)万", "\(millions(from))-\(millions(to))m yuan")
    } + [Words("1000万以上", "10m yuan and more"), Words("其他写法", "other writings")]

  /// 350 → 3.5.
  private static func millions(_ tenThousands: Int) -> String {
    let rest = tenThousands % 100
    return rest == 0 ? "\(tenThousands / 100)" : "\(tenThousands / 100).\(rest / 10)"
  }

  /// The key of a cell's text, at least 1.
  static func key(of text: String) -> Int {
    guard let yuan = plainYuan(of: text) ?? yuan(of: text), yuan >= 0 else { return other }
    return min(Int(yuan / width), 20) + 1
  }

  /// The same as `yuan` for a number and nothing else, as most are; nil for anything else.
  private static func plainYuan(of text: String) -> Int64? {
    var (whole, tenThousandths, decimals): (Int64, Int64, Int?) = (0, 0, nil)
    guard text.utf8.count <= 12 else { return nil }
    for byte in text.utf8 {
      switch (byte, decimals) {
      case (0x30...0x39, nil): whole = whole * 10 + Int64(byte - 0x30)
      case (0x30...0x39, let places?) where places < 4:
        tenThousandths = tenThousandths * 10 + Int64(byte - 0x30)
        decimals = places + 1
      case (UInt8(ascii: "."), nil): decimals = 0
      default: return nil
      }
    }
    guard text.utf8.first != UInt8(ascii: "."), decimals != 0, !text.isEmpty else { return nil }
    for _ in (decimals ?? 4)..<4 { tenThousandths *= 10 }
    return whole < 10_000 ? whole * 10_000 + tenThousandths : whole
  }

  private static let below = ["以下", "以内", "不超过"]
  private static let fillers =
    below + [
      "以上", "左右", "之间", "总价", "预算", "人民币", "约", "起", "至", "到", "元", "-", "~", "–", "—", "～", "－",
      " ", "+", "\u{3000}",
    ]

  /// Whole yuan that a text stands for; nil where it cannot be told.
  private static func yuan(of text: String) -> Int64? {
    var numbers: [(number: Rational, unit: Rational?)] = []
    var rest = ""
    var digits = ""
    func close() -> Bool {
      defer { digits = "" }
      guard !digits.isEmpty else { return true }
      guard digits.utf8.count(where: { $0 == UInt8(ascii: ".") }) <= 1,
        let number = CellNumber.parse(digits)
      else { return false }
      numbers.append((number, nil))
      return true
    }
    for character in text {
      if character.isASCII, character.isNumber || character == "." || character == "," {
        digits.append(character)
        continue
      }
      guard close() else { return nil }
      switch character {
      case "万" where !numbers.isEmpty: numbers[numbers.count - 1].unit = Rational(10_000)
      case "亿" where !numbers.isEmpty: numbers[numbers.count - 1].unit = Rational(100_000_000)
      default: rest.append(character)
      }
    }
    guard close(), (1...2).contains(numbers.count) else { return nil }
    let isBelow = below.contains { rest.contains($0) }
    var left = Substring(rest)
    while !left.isEmpty {
      guard let filler = fillers.first(where: { left.hasPrefix($0) }) else { return nil }
      left = left.dropFirst(filler.count)
    }
    let unit = numbers[numbers.count - 1].unit
    let values = numbers.map { number, own in
      number * (own ?? unit ?? Rational(number < Rational(10_000) ? 10_000 : 1))
    }
    guard values[0] <= values[values.count - 1],
      let middle = (values[0] + values[values.count - 1]) / Rational(2)
    else { return nil }
    let whole = middle.numerator / middle.denominator
    guard whole < Int128(Int64.max) else { return nil }
    let isWhole = middle.isWhole
    return Int64(whole) - (isBelow && values.count == 1 && isWhole && whole > 0 ? 1 : 0)
  }
}

extension String {
  /// Whether `part` stands in the text.
  fileprivate func contains(_ part: String) -> Bool {
    let (text, part) = (Array(self), Array(part))
    guard part.count <= text.count else { return false }
    return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
  }
}

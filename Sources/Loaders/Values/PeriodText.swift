import Quantities

/// Periods as target files write them, brought to one form: 2026, 2026-Q4, 2026-11, 2026-W47,
/// 2026-11-22, 2026-11-16..2026-11-22.
enum PeriodText {
  /// The one form; nil for what is no period, or needs a year that nobody told.
  static func canonical(_ text: String, year: Int?, calendar: CalendarRules) -> String? {
    let text = CellText.folded(text).filter { !$0.isWhitespace }
    guard let form = form(text, year: year),
      PeriodExpression.parse(form, calendar: calendar) != nil
    else { return nil }
    return form
  }

  /// Whether the text would be a period if the year were known.
  static func lacksYear(_ text: String, calendar: CalendarRules) -> Bool {
    canonical(text, year: nil, calendar: calendar) == nil
      && canonical(text, year: 2026, calendar: calendar) != nil
  }

  private static func form(_ text: String, year: Int?) -> String? {
    if text.contains("..") { return text }
    let (shape, numbers) = shape(text)
    func two(_ number: Int) -> String { Digits.padded(number, 2) }
    switch shape {
    case "#" where numbers[0] >= 190_000: return "\(numbers[0] / 100)-\(two(numbers[0] % 100))"
    case "#" where numbers[0] >= 1900, "#年", "#年度", "#全年", "#年全年": return "\(numbers[0])"
    case "#-#", "#年#月", "#/#", "#.#", "#年#月份": return "\(numbers[0])-\(two(numbers[1]))"
    case "#月", "#月份": return year.map { "\($0)-\(two(numbers[0]))" }
    case "#Q#", "#-Q#", "#年Q#", "#年#季度", "#年第#季度", "#第#季度":
      return "\(numbers[0])-Q\(numbers[1])"
    case "Q#", "第#季度", "#季度": return year.map { "\($0)-Q\(numbers[0])" }
    case "#W#", "#-W#", "#年W#", "#年第#周", "#年#周": return "\(numbers[0])-W\(numbers[1])"
    case "W#", "第#周", "#周": return year.map { "\($0)-W\(numbers[0])" }
    case "#-#-#", "#/#/#", "#.#.#", "#年#月#日":
      return "\(numbers[0])-\(two(numbers[1]))-\(two(numbers[2]))"
    default: return nil
    }
  }

  /// The text with every number as "#", and the numbers; a "#" of the text itself is "?".
  static func shape(_ text: String) -> (shape: String, numbers: [Int]) {
    var shape = ""
    var numbers: [Int] = []
    var digits = ""
    let numerals = ["一": "1", "二": "2", "三": "3", "四": "4"]
    for character in text.uppercased() + " " {
      if ("0"..."9").contains(character), digits.count < 9 {
        digits.append(character)
        continue
      }
      if let number = Int(digits) {
        numbers.append(number)
        shape += "#"
        digits = ""
      }
      if let numeral = numerals[String(character)], text.contains("季度") {
        digits = numeral
      } else if character != " " {
        shape.append(character == "#" ? "?" : character)
      }
    }
    return (shape, numbers)
  }
}

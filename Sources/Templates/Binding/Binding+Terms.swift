import Facts
import Quantities

/// The closed words of the program in another language: statuses, sources, standard channels.
///
/// They are printed in the report's language and stay as they are in the value, so that every
/// edition holds the same data. The office's own words (names, rooms, layouts, what people typed)
/// are left alone.
extension Binding {
  /// Columns whose cells are somebody's own words, even where one of them equals a closed word.
  private static let ownWords: Set<String> = [
    "zone", "post", "item", "task", "tasks", "standard", "staff", "project", "file", "answer",
    "room", "building", "layout", "expected", "value", "slot",
  ]

  /// What is printed for a cell in place of its value; nil where the value itself is.
  func term(for value: Value, in column: FigureColumn) -> Value? {
    guard language == .english, !column.isPersonal, !Self.ownWords.contains(column.key) else {
      return nil
    }
    switch value {
    case .text(let text): return term(text).map(Value.text)
    case .words(let words):
      // "Channel: 自然到访": the field in English, its word as the office writes it.
      let english = words.english
      guard let colon = english.firstIndex(of: ":"), english.contains(where: { !$0.isASCII }) else {
        return nil
      }
      let word = english[english.index(after: colon)...].drop { $0 == " " }
      return term(String(word)).map { .text(english[...colon] + " " + $0) }
    default: return nil
    }
  }

  private func term(_ text: String) -> String? {
    if let term = context.words.terms[text] { return term }
    if let numbers = Self.agesOrYear(text) { return numbers }
    // Several answers of one cell.
    let parts = text.split(separator: "、").map(String.init)
    guard parts.count > 1 else { return nil }
    let terms = parts.compactMap { context.words.terms[$0] }
    return terms.count == parts.count ? terms.joined(separator: ", ") : nil
  }

  /// "26-30岁", "25岁以下", "60岁以上", "2026年" without the Chinese.
  private static func agesOrYear(_ text: String) -> String? {
    if text.last == "年", text.count == 5, text.dropLast().allSatisfy(\.isWholeNumber) {
      return String(text.dropLast())
    }
    guard let mark = text.firstIndex(of: "岁") else { return nil }
    let years = text[..<mark]
    guard !years.isEmpty, years.allSatisfy({ $0.isNumber && $0.isASCII || "-–~".contains($0) })
    else { return nil }
    switch text[text.index(after: mark)...] {
    case "": return String(years)
    case "以下": return "\(years) and under"
    case "以上": return "\(years) and over"
    default: return nil
    }
  }
}

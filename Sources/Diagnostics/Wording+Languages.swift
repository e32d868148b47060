extension Wording {
  /// All findings in Chinese.
  package static let chinese = Wording(
    Dictionary(areas.map { ($0.code, $0.chinese) }) { first, _ in first })

  /// All findings in English.
  package static let english = Wording(
    Dictionary(areas.map { ($0.code, $0.english) }) { first, _ in first })

  /// The lists of all areas: code, English, Chinese.
  static var areas: [(code: String, english: Entry, chinese: Entry)] {
    rows + cells + files + offices + templates + labels
  }
}

/// The two languages that Anchang speaks.
package enum Language: String, CaseIterable, Sendable {
  case chinese = "zh"
  case english = "en"
}

/// A short text in both languages.
package struct Words: Hashable, Sendable {
  package let chinese: String
  package let english: String

  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  package subscript(language: Language) -> String {
    language == .chinese ? chinese : english
  }
}

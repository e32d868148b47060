package import Quantities

extension [Inline] {
  /// The words as they read, without markup.
  package func plain(_ formatter: Formatter) -> String {
    map { inline in
      switch inline {
      case .text(let text): text
      case .value(let shown): shown.text(formatter)
      case .link(let text, _): text
      }
    }.joined()
  }

  /// Whether a value stands in the text.
  package var hasValues: Bool {
    contains { if case .value = $0 { true } else { false } }
  }
}

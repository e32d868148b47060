/// One thing that we tell a person about the input, the templates or the output.
///
/// Facts only: `code` names the kind of finding, `facts` fill its sentence. The words are in one
/// list per language (`Wording`), so that no module writes sentences of its own.
package struct Finding: Hashable, Sendable {
  package enum Severity: String, CaseIterable, Comparable, Sendable {
    case note, warning, error

    package static func < (left: Severity, right: Severity) -> Bool {
      left.order < right.order
    }

    private var order: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  package let severity: Severity
  /// Stable and public, such as `visit.bad-date`: the kind of thing, then what is wrong with it.
  package let code: String
  /// What was found, what was expected, names of columns …, by the names used in the sentence.
  package let facts: [String: String]
  package let place: Place?
  /// The source line and the part of it that is meant, already masked.
  package let excerpt: Excerpt?

  package init(
    _ severity: Severity, _ code: String, _ facts: [String: String] = [:], at place: Place? = nil,
    excerpt: Excerpt? = nil
  ) {
    self.severity = severity
    self.code = code
    self.facts = facts
    self.place = place
    self.excerpt = excerpt
  }
}

/// Where something stands: a file, and in it a line and a column, both counted from 1.
///
/// The column counts characters of the decoded line, as an editor shows them.
package struct Place: Hashable, Sendable {
  package let file: String
  package let line: Int?
  package let column: Int?

  package init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// A line of the source as shown under a message, with the marked stretch in characters.
package struct Excerpt: Hashable, Sendable {
  package let text: String
  /// First marked character, counted from 0.
  package let start: Int
  /// Number of marked characters, at least 1.
  package let length: Int

  package init(text: String, start: Int, length: Int) {
    self.text = text
    self.start = start
    self.length = length
  }
}

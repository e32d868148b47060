/// What a report knew of the rows behind it, for telling later what came late and what changed;
/// nobody can read a row back from it.
package struct KnownRows: Hashable, Sendable {
  /// Rows of the report's period, by kind and file.
  package var rows: [Marks] = []
  /// Counting rows dated before the period, by kind and month.
  package var earlier: [Month] = []
  /// Lines that were rejected, by file.
  package var rejected: [Lines] = []

  package init() {}

  package var isEmpty: Bool { rows.isEmpty && earlier.isEmpty && rejected.isEmpty }

  /// Marks of the rows of one kind in one file.
  package struct Marks: Hashable, Sendable {
    /// Canonical name of the kind, such as `visits`.
    package let kind: String
    package let file: String
    /// One word a row: its mark, line and state.
    package var words: [String]

    package init(kind: String, file: String, words: [String] = []) {
      self.kind = kind
      self.file = file
      self.words = words
    }
  }

  /// Rows of one kind in one month.
  package struct Month: Hashable, Sendable {
    package let kind: String
    /// `2026-01`.
    package let month: String
    package let rows: Int

    package init(kind: String, month: String, rows: Int) {
      self.kind = kind
      self.month = month
      self.rows = rows
    }
  }

  /// Lines of one file.
  package struct Lines: Hashable, Sendable {
    package let file: String
    package var lines: [Int]

    package init(file: String, lines: [Int]) {
      self.file = file
      self.lines = lines
    }
  }
}

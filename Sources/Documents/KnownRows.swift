/// What a report knew of the rows behind it, for telling later what came late and what changed;
/// nobody can read a name or a number from it.
package struct KnownRows: Hashable, Sendable {
  /// Rows of the report's period, and of side files, by kind and file.
  package var rows: [Marks] = []
  /// Counting rows dated before the period, by kind and month.
  package var earlier: [Month] = []
  /// Marks of the last rows before the period, by kind.
  package var before: [Before] = []
  /// Lines that were rejected, by file.
  package var rejected: [Lines] = []

  package init() {}

  package var isEmpty: Bool {
    rows.isEmpty && earlier.isEmpty && before.isEmpty && rejected.isEmpty
  }

  /// Marks of the rows of one kind in one file.
  package struct Marks: Hashable, Sendable {
    /// Canonical name of the kind, such as `visits`.
    package let kind: String
    package let file: String
    /// Names of the columns whose cells follow each mark, with blanks between.
    package let columns: String
    /// One word a row, with blanks between: its mark, line, stages and cells; only digits, letters
    /// and signs of ASCII that XML need not escape.
    package var text: String

    package init(kind: String, file: String, columns: String, text: String = "") {
      self.kind = kind
      self.file = file
      self.columns = columns
      self.text = text
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

  /// Marks of the rows of one kind from a day up to the period.
  package struct Before: Hashable, Sendable {
    package let kind: String
    /// ISO day from which on every row is marked.
    package let from: String
    /// Marks (ASCII digits and letters) with blanks between.
    package let text: String

    package init(kind: String, from: String, text: String) {
      self.kind = kind
      self.from = from
      self.text = text
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

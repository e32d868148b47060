package import Quantities

/// One file of the run: what it is and what became of every one of its rows.
package struct SourceFile: Sendable {
  /// File name without folders, as reports name it.
  package let name: String
  /// Nil for a file that was not used.
  package let kind: RecordKind?
  /// "UTF-8", "GB18030", …
  package let encoding: String
  /// SHA-256 of the bytes, lower-case hexadecimal.
  package let checksum: String
  /// Line of the header row.
  package let headerLine: Int
  /// Lines above the header that were skipped.
  package let titleLines: Int
  /// Columns of the kind that the file has: what the entry audit may ask for.
  package let fields: Set<Field>
  package var balance: RowBalance

  package init(
    name: String, kind: RecordKind?, encoding: String, checksum: String, headerLine: Int,
    titleLines: Int, fields: Set<Field> = [], balance: RowBalance
  ) {
    self.name = name
    self.kind = kind
    self.encoding = encoding
    self.checksum = checksum
    self.headerLine = headerLine
    self.titleLines = titleLines
    self.fields = fields
    self.balance = balance
  }
}

/// Where the rows below a header went: rows = counted + outside + duplicates + excluded + skipped
/// + rejected, always. What is counted and what is outside depends on the period, so it is
/// computed from the tables by an analyzer; the other numbers are settled on loading.
package struct RowBalance: Hashable, Sendable {
  /// Records below the header.
  package var rows = 0
  /// Blank, total, footer and repeated header rows.
  package var skipped = 0
  package var rejected = 0
  package var duplicates = 0
  package var excluded = 0
  /// What did not become a counting row, by reason, in the order of first appearance.
  package var reasons: [Reason] = []

  package init() {}

  /// One named reason and how many rows it holds.
  package struct Reason: Hashable, Sendable {
    /// Stable code, such as `special-visit`, `total-row`, `bad-date`.
    package let code: String
    package let words: Words
    package var count: Int

    package init(code: String, words: Words, count: Int) {
      self.code = code
      self.words = words
      self.count = count
    }
  }
}

/// A row that is in no table, for `why FILE:LINE` and lists of rejects.
package struct SetAsideRow: Hashable, Sendable {
  package enum Cause: Sendable { case skipped, rejected }

  package let source: SourceRow
  package let cause: Cause
  /// Stable code of the reason, such as `visits.bad-date`.
  package let code: String
  package let reason: Words
  /// Header of the column meant, if one is.
  package let column: String?

  package init(
    source: SourceRow, cause: Cause, code: String, reason: Words, column: String? = nil
  ) {
    self.source = source
    self.cause = cause
    self.code = code
    self.reason = reason
    self.column = column
  }
}

package import Diagnostics
package import Records

/// What came of reading an office's files.
package struct LoadResult: Sendable {
  /// Nil when nothing could be read; then the findings hold an error.
  package var office: SalesOffice?
  /// All problems of all files, by file, then line.
  package var findings: [Finding]
  /// Rows to repair: what could not be counted, as it came.
  package var rejects: [RejectedRow]

  package init(office: SalesOffice?, findings: [Finding], rejects: [RejectedRow]) {
    self.office = office
    self.findings = findings
    self.rejects = rejects
  }
}

/// One row that was rejected, with its cells as they came.
package struct RejectedRow: Hashable, Sendable {
  package let file: String
  package let line: Int
  /// Header of the column meant; empty where the whole row is.
  package let column: String
  /// Stable code of the reason.
  package let code: String
  /// Header row of the row's file, as typed.
  package let header: [String]
  /// The cells as they came, quotes undone.
  package let cells: [String]

  package init(
    file: String, line: Int, column: String, code: String, header: [String], cells: [String]
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.code = code
    self.header = header
    self.cells = cells
  }
}

package import Diagnostics
package import Records

/// How one file was understood, for `anchang columns`.
package struct FileExplanation: Hashable, Sendable {
  /// One column of the file.
  package struct Column: Hashable, Sendable {
    /// Position from 1.
    package let position: Int
    /// The header as typed.
    package let header: String
    /// Columns it fills, with their canonical header and unit; empty when it is not used.
    package let fills: [Fill]
    /// Known to be of no use, so that nobody need look after it.
    package let isKnownUnused: Bool
    /// Known headers near an unknown one.
    package let nearMisses: [String]
  }

  /// A column of the office's tables that a header fills.
  package struct Fill: Hashable, Sendable {
    /// How a header was recognised.
    package enum Origin: String, Sendable { case columnsFile = "columns.csv", canonical, alias }

    package let field: Field
    /// English and canonical Chinese name.
    package let name: String
    package let header: String
    /// The unit of the bracket or of `columns.csv`, if one is written.
    package let unit: String?
    package let origin: Origin
  }

  package let file: String
  /// Nil when no kind was recognised.
  package let kind: RecordKind?
  package let isForced: Bool
  package let encoding: String
  /// ",", a tab, ";" or "|".
  package let separator: String
  /// Line of the header, 0 when none was found.
  package let headerLine: Int
  /// Lines above the header that were skipped.
  package let titleLines: Int
  package let columns: [Column]
  /// Canonical headers of key and usual columns that the file does not have.
  package let missing: [String]
  /// What stops the file from being read: no known header, two columns for one field …
  package let problems: [Finding]
}

package import Quantities
package import Records

/// What to read and how: one office's folder or files, and what the user said about them.
package struct LoadRequest: Sendable {
  /// A file given by itself, its kind forced or left to its header.
  package struct NamedFile: Hashable, Sendable {
    /// "-" is standard input.
    package let path: String
    package let kind: RecordKind?

    package init(path: String, kind: RecordKind? = nil) {
      self.path = path
      self.kind = kind
    }
  }

  /// How a day with two small numbers is written.
  package enum DateOrder: String, CaseIterable, Sendable { case ymd, dmy, mdy }

  /// A folder, a single file, or "-"; nil when only `files` are read.
  package var data: String?
  package var files: [NamedFile] = []
  /// Name of an encoding as the user typed it; nil to find out.
  package var encoding: String?
  /// Year of days written without one.
  package var year: Int?
  package var dateOrder: DateOrder?
  /// Nil: the latest dated row that is not after `today`.
  package var asOf: CalendarDay?
  /// The day of the run.
  package var today: CalendarDay
  /// Show names and phones in full in findings.
  package var showsPersonal = false
  /// Columns that the asked-for figures need beside those that every figure needs; nil for all.
  package var fields: Set<Field>?
  /// Is told when one of the columns that were not read is asked for.
  package let unread = UnreadColumns()

  /// Is told now and then how far a long file is read, on the calling thread.
  package var progress: (@Sendable (ReadingProgress) -> Void)?

  package init(data: String?, today: CalendarDay) {
    self.data = data
    self.today = today
  }
}

/// How far a file is read.
package struct ReadingProgress: Hashable, Sendable {
  /// The file's name without folders.
  package let file: String
  /// Percent of its bytes, to the nearest piece, 0...100.
  package let percent: Int

  package init(file: String, percent: Int) {
    self.file = file
    self.percent = percent
  }
}

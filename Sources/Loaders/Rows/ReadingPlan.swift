import Quantities
import Records

/// All that reading the rows of one file depends on; every thread makes its own `RowReader` of it.
struct ReadingPlan {
  /// One column that is read.
  struct Column {
    let column: HeaderPlan.Column
    let target: HeaderTarget
    let spec: FieldSpec
    /// Whether its cells are kept; otherwise only the row checks look at them.
    let isKept: Bool
    let order: DayOrder?
  }

  /// Index of the file among the sources, and its name.
  let file: UInt16
  let name: String
  let header: HeaderPlan
  /// Cells of the header row, as typed.
  let cells: [String]
  let separator: UInt8
  /// Lines on which rows may begin: those below the header, up to the next table of the file.
  let lines: Range<Int>
  let columns: [Column]
  /// Year of days written without one.
  let year: Int?
  /// Whether days of two small numbers are told if no order is known, or asked for first.
  let ordersAreSettled: Bool
  let keepsMinutes: Bool
  /// The columns that together name a room, where no single one does.
  let roomParts: [Field]?
  /// All files of the kind have this header and separator: their rows compare cell by cell.
  let hasTwinHeaders: Bool
  let showsPersonal: Bool
  let words: WordBook
  let staff: StaffBook
  let settings: Settings

  var kind: RecordKind { header.kind }
  var separatorCharacter: Character { Character(Unicode.Scalar(separator)) }
}

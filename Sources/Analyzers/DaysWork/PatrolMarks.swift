import Facts
import Quantities
import Records

/// The marks of patrol rows, exact: half points are given and taken.
struct PatrolMarks {
  private let table: RecordTable

  init(_ table: RecordTable) { self.table = table }

  /// Full marks of a row; nil where none are written.
  func full(_ row: Int) -> Rational? { CellNumber.parse(table.text(.full, row)) }

  /// Marks taken off a row; nil where none are written.
  func off(_ row: Int) -> Rational? { CellNumber.parse(table.text(.off, row)) }

  /// Whether a row lost marks.
  func isFault(_ row: Int) -> Bool { (off(row) ?? .zero) > .zero }

  /// Σ of the full marks and of the marks off.
  func sums(_ rows: [Int]) -> (full: Rational, off: Rational) {
    rows.reduce((.zero, .zero)) { ($0.0 + (full($1) ?? .zero), $0.1 + (off($1) ?? .zero)) }
  }

  /// How many cells of some rows hold something that is no number: said beside the sums, which
  /// leave them out.
  func remarks(_ rows: [Int]) -> [Words] {
    let unread = rows.reduce(0) { count, row in
      let cells = [(table.text(.full, row), full(row)), (table.text(.off, row), off(row))]
      return count + cells.filter { $0.1 == nil && !PatrolMarks.isBlank($0.0) }.count
    }
    guard unread > 0 else { return [] }
    return [
      Words("\(unread)个满分或扣分读不出，未计", "\(unread) marks are no numbers and are left out")
    ]
  }

  private static func isBlank(_ text: String) -> Bool {
    text.allSatisfy { $0.isWhitespace || "-—–/".contains($0) }
  }

  /// Marks as a cell: whole ones as whole numbers.
  static func cell(_ marks: Rational) -> Value {
    marks.isWhole ? .count(Int(marks.numerator)) : .exact(marks)
  }
}

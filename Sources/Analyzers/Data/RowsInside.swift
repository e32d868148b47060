import Quantities
import Records

/// Counted rows of the dated kinds, file by file: those with a date in a window, and the others.
struct RowsInside {
  /// By position of the file; none for files of kinds without dates.
  private(set) var counted: [Int: Int] = [:]
  private(set) var outside: [Int: Int] = [:]

  init(_ office: SalesOffice, _ window: Window) {
    for (file, source) in office.sources.enumerated() {
      guard let kind = source.kind, !RowsInside.fields(kind).isEmpty else { continue }
      (counted[file], outside[file]) = (0, 0)
    }
    for kind in RecordKind.allCases {
      let table = office[kind]
      let columns = RowsInside.fields(kind).map { table.days($0) }.filter { !$0.isEmpty }
      guard !RowsInside.fields(kind).isEmpty else { continue }
      for row in 0..<table.count where table.state[row] == .counts {
        let file = Int(table.file[row])
        if columns.contains(where: { window.contains($0[row]) }) {
          counted[file, default: 0] += 1
        } else {
          outside[file, default: 0] += 1
        }
      }
    }
  }

  /// The dates that place a row inside a period. A follow-up that is due belongs to its period even
  /// when nobody called.
  private static func fields(_ kind: RecordKind) -> [Field] {
    kind == .followups ? [.date, .followDue] : DataSpan.dateFields(kind)
  }
}

import Quantities
package import Records

/// Counted rows of the dated kinds, file by file: those with a date in a window, and the others.
package struct RowsInside {
  /// By position of the file; 0 for files of kinds without dates.
  private var counted: [Int]
  private var outside: [Int]
  private let isDated: [Bool]

  init(_ office: SalesOffice, _ window: Window) {
    isDated = office.sources.map { $0.kind.map { !DataSpan.placingFields($0).isEmpty } ?? false }
    counted = Array(repeating: 0, count: office.sources.count)
    outside = counted
    for kind in RecordKind.allCases where !DataSpan.placingFields(kind).isEmpty {
      let table = office[kind]
      let (states, files) = (table.state, table.file)
      let isInside = RowsInside.places(table, window)
      // Rows of one file follow each other: they are counted in runs.
      var row = 0
      while row < table.count {
        let file = files[row]
        var (inside, rows) = (0, 0)
        while row < table.count, files[row] == file {
          if states[row] == .counts {
            rows += 1
            if isInside[row] { inside += 1 }
          }
          row += 1
        }
        guard Int(file) < counted.count else { continue }
        counted[Int(file)] += inside
        outside[Int(file)] += rows - inside
      }
    }
  }

  /// Counted rows of a file inside and outside the window; nil for files of kinds without dates.
  func rows(ofFile file: Int) -> (inside: Int, outside: Int)? {
    isDated[file] ? (counted[file], outside[file]) : nil
  }

  /// Whether a date of a row lies in the window, for each row of a table.
  private static func places(_ table: RecordTable, _ window: Window) -> [Bool] {
    var isInside = [Bool](repeating: false, count: table.count)
    let (from, to) = (window.from.number, window.to.number)
    for field in DataSpan.placingFields(table.kind) {
      let days = table.days(field)
      for row in days.indices where from <= days[row] && days[row] <= to { isInside[row] = true }
    }
    return isInside
  }

  /// Whether any counted row of some kinds has a date in a window.
  package static func hasAny(
    of kinds: [RecordKind], in office: SalesOffice, _ window: Window
  ) -> Bool {
    let (from, to) = (window.from.number, window.to.number)
    for kind in kinds {
      let table = office[kind]
      let states = table.state
      for field in DataSpan.dateFields(kind) {
        let days = table.days(field)
        for row in days.indices where from <= days[row] && days[row] <= to {
          if states[row] == .counts { return true }
        }
      }
    }
    return false
  }
}

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
      let states = table.state
      var inside = table.rows(
        DataSpan.placingFields(kind), from: window.from.number, to: window.to.number)[...]
      for (file, rows) in table.file.runs {
        let own = inside.prefix { Int($0) < rows.upperBound }
        inside = inside.dropFirst(own.count)
        guard Int(file) < counted.count else { continue }
        let counting = states[rows].count { $0 == .counts }
        let countingInside = own.count { states[Int($0)] == .counts }
        counted[Int(file)] += countingInside
        outside[Int(file)] += counting - countingInside
      }
    }
  }

  /// Counted rows of a file inside and outside the window; nil for files of kinds without dates.
  func rows(ofFile file: Int) -> (inside: Int, outside: Int)? {
    isDated[file] ? (counted[file], outside[file]) : nil
  }

  /// Whether any counted row of some kinds has a date in a window.
  package static func hasAny(
    of kinds: [RecordKind], in office: SalesOffice, _ window: Window
  ) -> Bool {
    kinds.contains { kind in
      let (table, states) = (office[kind], office[kind].state)
      return table.rows(
        DataSpan.dateFields(kind), from: window.from.number, to: window.to.number
      ).contains { states[Int($0)] == .counts }
    }
  }
}

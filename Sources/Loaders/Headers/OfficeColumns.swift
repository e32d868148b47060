import Records

/// The office's own headers: `columns.csv`.
enum OfficeColumns {
  /// A line that names no kind or no column.
  struct Problem {
    let row: Int
    let code: String
    let facts: [String: String]
  }

  /// Adds all lines of the table to the book; gives those that could not be understood.
  static func add(_ table: RecordTable, to book: inout HeaderBook) -> [Problem] {
    var problems: [Problem] = []
    for row in 0..<table.count where table.state[row] == .counts {
      let kindName = table.text(.kind, row)
      let column = table.text(.standard, row)
      guard let kind = HeaderBook.kind(named: kindName) else {
        problems.append(Problem(row: row, code: "columns.unknown-kind", facts: ["found": kindName]))
        continue
      }
      guard let field = book.field(named: column, in: kind) else {
        problems.append(
          Problem(
            row: row, code: "columns.unknown-column",
            facts: ["found": column, "kind": kind.rawValue, "kindName": kindName]))
        continue
      }
      let unit = CellText.folded(table.text(.unit, row))
      book.add(
        kind, field, header: table.text(.header, row), unit: unit.isEmpty ? nil : unit)
    }
    return problems
  }
}

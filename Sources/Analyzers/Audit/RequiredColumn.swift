import Quantities
import Records

/// A column that must be filled, cell by cell.
struct RequiredColumn: Sendable {
  /// Its header in both languages.
  let name: Words
  private let column: Column
  private let files: FileColumn
  private let isInFile: [Bool]

  init(_ field: Field, _ name: String, _ kind: RecordKind, _ office: SalesOffice) {
    let header = kind.fields.first { $0.field == field }?.header ?? name
    self.name = Words(header, name)
    column = office[kind][field]
    files = office[kind].file
    isInFile = office.sources.map { $0.fields.contains(field) }
  }

  /// Whether the row's file has the column.
  func applies(to row: Int) -> Bool {
    if case .absent = column { return false }
    let file = Int(files[row])
    return file < isInFile.count && isInFile[file]
  }

  /// Whether nothing readable is written.
  func isBlank(_ row: Int) -> Bool {
    switch column {
    case .absent: true
    case .days(let cells): cells[row] == Missing.day
    case .numbers(let cells): cells[row] == Missing.number
    case .symbols(let cells): cells[row].isNone
    case .lists(let cells): cells[row].isNone
    case .phones(let cells): cells[row] == .none
    case .texts(let cells): cells.isEmpty(row)
    }
  }
}

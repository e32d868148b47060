import Quantities
import Records

/// Which row of a table stands at a place of the files.
struct RowPlaces {
  private let table: RecordTable
  /// The rows by their places; empty while the table itself is in that order, as loaders leave it.
  private let order: [Int32]

  init(_ table: RecordTable) {
    self.table = table
    let (files, lines) = (table.file, table.line)
    var isSorted = true
    for row in files.indices.dropFirst() where isSorted {
      isSorted =
        files[row - 1] < files[row] || files[row - 1] == files[row] && lines[row - 1] <= lines[row]
    }
    order =
      isSorted
      ? []
      : files.indices.map { Int32($0) }.sorted { a, b in
        let (one, other) = (table.source(Int(a)), table.source(Int(b)))
        return one != other ? one < other : a < b
      }
  }

  /// The row at a place, of several the last; nil where none stands there.
  func row(at source: SourceRow) -> Int? {
    var (low, high) = (0, table.count)
    while low < high {
      let middle = (low + high) / 2
      if source < table.source(row(middle)) { high = middle } else { low = middle + 1 }
    }
    guard low > 0, table.source(row(low - 1)) == source else { return nil }
    return row(low - 1)
  }

  private func row(_ position: Int) -> Int { order.isEmpty ? position : Int(order[position]) }
}

/// The file of each row by its index among the sources: the rows of a file stand behind each other.
package struct FileColumn: RandomAccessCollection, Sendable {
  private var files: [UInt16] = []
  /// Where the rows of each of them end.
  private var ends: [Int] = []

  package init() {}

  package var startIndex: Int { 0 }
  package var endIndex: Int { ends.last ?? 0 }

  package subscript(row: Int) -> UInt16 {
    if files.count == 1 { return files[0] }
    var (low, high) = (0, ends.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= row { low = middle + 1 } else { high = middle }
    }
    return files[low]
  }

  /// The rows of each file that has any, in the order of the rows.
  package var runs: [(file: UInt16, rows: Range<Int>)] {
    zip(files, zip([0] + ends, ends)).map { ($0, $1.0..<$1.1) }
  }

  /// Appends rows of one file.
  package mutating func append(_ file: UInt16, count: Int = 1) {
    guard count > 0 else { return }
    let end = endIndex + count
    if files.last == file {
      ends[ends.count - 1] = end
    } else {
      files.append(file)
      ends.append(end)
    }
  }

  package mutating func append(_ other: FileColumn) {
    var start = 0
    for (file, end) in zip(other.files, other.ends) {
      append(file, count: end - start)
      start = end
    }
  }

  /// Takes back all rows from `count` on.
  package mutating func truncate(to count: Int) {
    while let end = ends.last, end > count {
      let start = ends.count > 1 ? ends[ends.count - 2] : 0
      if start >= count {
        files.removeLast()
        ends.removeLast()
      } else {
        ends[ends.count - 1] = count
      }
    }
  }
}

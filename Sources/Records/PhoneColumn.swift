/// The telephone numbers of a column, five bytes a row: a number of eleven digits needs no more.
package struct PhoneColumn: RandomAccessCollection, Sendable {
  private var low: [UInt32] = []
  private var high: [Int8] = []

  package init() {}

  package var startIndex: Int { 0 }
  package var endIndex: Int { low.count }

  package subscript(row: Int) -> PhoneCell {
    PhoneCell(raw: Int64(high[row]) << 32 | Int64(low[row]))
  }

  package mutating func append(_ cell: PhoneCell) {
    low.append(PhoneColumn.low(cell))
    high.append(PhoneColumn.high(cell))
  }

  /// Appends cells by what they hold.
  package mutating func append(raw cells: ArraySlice<Int64>) {
    let start = low.count
    low.append(contentsOf: repeatElement(0, count: cells.count))
    high.append(contentsOf: repeatElement(0, count: cells.count))
    low.withUnsafeMutableBufferPointer { low in
      high.withUnsafeMutableBufferPointer { high in
        for (place, cell) in cells.enumerated() {
          low[start + place] = PhoneColumn.low(PhoneCell(raw: cell))
          high[start + place] = PhoneColumn.high(PhoneCell(raw: cell))
        }
      }
    }
  }

  /// Appends the cells of another column, whose entries are those of another phone book.
  ///
  /// - Parameter map: the cells for its entries.
  package mutating func append(_ other: PhoneColumn, entries map: [PhoneCell]) {
    let start = low.count
    low += other.low
    high += other.high
    guard !map.isEmpty else { return }
    for (place, part) in other.high.enumerated() where part < 0 {
      guard let entry = other[place].entry else { continue }
      low[start + place] = PhoneColumn.low(map[entry])
      high[start + place] = PhoneColumn.high(map[entry])
    }
  }

  /// Asks for memory for a long column of `count` rows in all.
  package mutating func reserveColumn(_ count: Int) {
    low.reserveColumn(count)
    high.reserveColumn(count)
  }

  /// Takes back all rows from `count` on.
  package mutating func truncate(to count: Int) {
    guard low.count > count else { return }
    low.removeLast(low.count - count)
    high.removeLast(high.count - count)
  }

  private static func low(_ cell: PhoneCell) -> UInt32 { UInt32(truncatingIfNeeded: cell.raw) }

  /// Traps where a number has more than eleven digits and is no entry of the phone book.
  private static func high(_ cell: PhoneCell) -> Int8 { Int8(cell.raw >> 32) }
}

import Quantities

/// Counts and sums by category in one pass: flat arrays, no dictionary.
struct WordTally {
  /// Row of a key, −1 for keys not met.
  private var rowOfKey: [Int32]
  /// Keys in the order in which they were met.
  private(set) var keys: [Int] = []
  /// Numbers of a row side by side.
  private var cells: [Int64] = []
  private let columns: Int

  init(keyCount: Int, columns: Int) {
    rowOfKey = Array(repeating: -1, count: max(1, keyCount))
    self.columns = columns
  }

  mutating func add(_ amount: Int64 = 1, to column: Int, of key: Int) {
    var row = Int(rowOfKey[key])
    if row < 0 {
      row = keys.count
      rowOfKey[key] = Int32(row)
      keys.append(key)
      cells.append(contentsOf: repeatElement(0, count: columns))
    }
    cells[row * columns + column] += amount
  }

  subscript(key: Int, column: Int) -> Int64 {
    let row = Int(rowOfKey[key])
    return row < 0 ? 0 : cells[row * columns + column]
  }

  /// Whether any of a key's numbers is not zero.
  func isEmpty(_ key: Int) -> Bool {
    (0..<columns).allSatisfy { self[key, $0] == 0 }
  }
}

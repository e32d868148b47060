import Records

/// Finds copies among the rows of one kind: identical rows in two files, identical rows inside one
/// file, and records whose id a later file has again.
struct DuplicateSearch {
  /// Rows that stand in an earlier file too.
  private(set) var copies: [Int] = []
  /// Rows whose record id occurs in a later file.
  private(set) var replaced: [Int] = []
  /// Rows inside one file that are identical to an earlier row of it, with that row.
  private(set) var twice: [(row: Int, first: Int)] = []

  /// - Parameters:
  ///   - files: index of the file of each row; rows stand in file order.
  ///   - rows: fingerprint of each row.
  ///   - ids: fingerprint of each row's record id, 0 without one.
  init(files: [UInt16], rows: [UInt64], ids: [UInt64]) {
    guard !files.isEmpty else { return }
    let isCopy = findCopies(files, rows)
    if files.first != files.last { findReplaced(files, ids, isCopy) }
  }

  /// Across files a row counts as often as in the file where it occurs most, earlier files first.
  private mutating func findCopies(_ files: [UInt16], _ rows: [UInt64]) -> [Bool] {
    var isCopy = Array(repeating: false, count: rows.count)
    DuplicateSearch.forEachGroup(rows) { group in
      guard group.count > 1 else { return }
      var most = 0
      var index = 0
      while index < group.count {
        let file = files[group[index]]
        var end = index
        while end < group.count, files[group[end]] == file { end += 1 }
        for (number, row) in group[index..<end].enumerated() {
          if number < most {
            isCopy[row] = true
          } else if number > 0 {
            twice.append((row, group[index]))
          }
        }
        most = max(most, end - index)
        index = end
      }
    }
    copies = isCopy.indices.filter { isCopy[$0] }
    twice.sort { $0.row < $1.row }
    return isCopy
  }

  private mutating func findReplaced(_ files: [UInt16], _ ids: [UInt64], _ isCopy: [Bool]) {
    var isReplaced = Array(repeating: false, count: ids.count)
    DuplicateSearch.forEachGroup(ids) { group in
      guard group.count > 1, ids[group[0]] != 0 else { return }
      var last: UInt16?
      for row in group where !isCopy[row] { last = max(last ?? 0, files[row]) }
      guard let last else { return }
      for row in group where !isCopy[row] && files[row] < last { isReplaced[row] = true }
    }
    replaced = isReplaced.indices.filter { isReplaced[$0] }
  }

  /// Gives every group of equal hashes that has two members or more, members in row order.
  ///
  /// Rows are first dealt into buckets by the top bits, so that each bucket fits the cache.
  private static func forEachGroup(_ hashes: [UInt64], _ body: ([Int]) -> Void) {
    var bits = 0
    while hashes.count >> bits > 2048, bits < 16 { bits += 1 }
    let shift = UInt64(64 - bits)
    var starts = Array(repeating: 0, count: (1 << bits) + 1)
    func bucket(_ hash: UInt64) -> Int { bits == 0 ? 0 : Int(hash >> shift) }
    for hash in hashes { starts[bucket(hash) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    var order = [Int32](repeating: 0, count: hashes.count)
    for (row, hash) in hashes.enumerated() {
      let place = bucket(hash)
      order[next[place]] = Int32(truncatingIfNeeded: row)
      next[place] += 1
    }
    for index in 0..<(1 << bits) where starts[index + 1] - starts[index] > 1 {
      let rows = order[starts[index]..<starts[index + 1]].sorted {
        let (left, right) = (hashes[Int($0)], hashes[Int($1)])
        return left != right ? left < right : $0 < $1
      }
      var from = 0
      while from < rows.count {
        var to = from + 1
        while to < rows.count, hashes[Int(rows[to])] == hashes[Int(rows[from])] { to += 1 }
        if to - from > 1 { body(rows[from..<to].map(Int.init)) }
        from = to
      }
    }
  }
}

import CSV
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
  ///   - ids: fingerprint of each row's record id, 0 without one; none where no row has one.
  init(files: FileColumn, rows: [UInt64], ids: [UInt64]) {
    guard !files.isEmpty else { return }
    findCopies(files, rows)
    if files.first != files.last, !ids.isEmpty { findReplaced(files, ids) }
  }

  /// Across files a row counts as often as in the file where it occurs most, earlier files first.
  private mutating func findCopies(_ files: FileColumn, _ rows: [UInt64]) {
    DuplicateSearch.forEachGroup(rows) { group in
      var most = 0
      var index = 0
      while index < group.count {
        let file = files[group[index]]
        var end = index
        while end < group.count, files[group[end]] == file { end += 1 }
        for (number, row) in group[index..<end].enumerated() {
          if number < most {
            copies.append(row)
          } else if number > 0 {
            twice.append((row, group[index]))
          }
        }
        most = max(most, end - index)
        index = end
      }
    }
    copies.sort()
    twice.sort { $0.row < $1.row }
  }

  private mutating func findReplaced(_ files: FileColumn, _ ids: [UInt64]) {
    let isCopy = Set(copies)
    DuplicateSearch.forEachGroup(ids) { group in
      var last: UInt16?
      for row in group where !isCopy.contains(row) { last = max(last ?? 0, files[row]) }
      guard let last else { return }
      for row in group where !isCopy.contains(row) && files[row] < last { replaced.append(row) }
    }
    replaced.sort()
  }

  /// Gives every group of equal hashes that has two members or more, members in row order; 0 is
  /// no hash. Nearly all rows are alone: those that are not are looked for among the few that may be
  /// one of the hashes that were met again.
  private static func forEachGroup(_ hashes: [UInt64], _ body: ([Int]) -> Void) {
    let repeated = RepeatedHashes.find(in: hashes)
    guard !repeated.isEmpty else { return }
    let sieve = HashSieve(repeated)
    var rows: [(hash: UInt64, row: Int)] = []
    for (row, hash) in hashes.enumerated() where sieve.mayHold(hash) && hash != 0 {
      rows.append((hash, row))
    }
    rows.sort { $0.hash != $1.hash ? $0.hash < $1.hash : $0.row < $1.row }
    var from = 0
    while from < rows.count {
      var to = from + 1
      while to < rows.count, rows[to].hash == rows[from].hash { to += 1 }
      if to - from > 1 { body(rows[from..<to].map(\.row)) }
      from = to
    }
  }
}

/// One bit for each of many places: a hash whose bit is not set is none of those put in.
private struct HashSieve {
  private var words: [UInt64]
  private let shift: UInt64

  init(_ hashes: [UInt64]) {
    var bits = 16
    while 1 << bits < hashes.count * 16 { bits += 1 }
    words = Array(repeating: 0, count: (1 << bits) / 64)
    shift = UInt64(64 - bits)
    for hash in hashes { words[place(hash) >> 6] |= 1 << UInt64(place(hash) & 63) }
  }

  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool {
    words[place(hash) >> 6] & (1 << UInt64(place(hash) & 63)) != 0
  }

  /// The highest bits, which are as good as any of a well mixed hash.
  @inline(__always)
  private func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> shift) }
}

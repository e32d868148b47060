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
  init(files: [UInt16], rows: [UInt64], ids: [UInt64]) {
    guard !files.isEmpty else { return }
    findCopies(files, rows)
    if files.first != files.last, !ids.isEmpty { findReplaced(files, ids) }
  }

  /// Across files a row counts as often as in the file where it occurs most, earlier files first.
  private mutating func findCopies(_ files: [UInt16], _ rows: [UInt64]) {
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

  private mutating func findReplaced(_ files: [UInt16], _ ids: [UInt64]) {
    let isCopy = Set(copies)
    DuplicateSearch.forEachGroup(ids) { group in
      var last: UInt16?
      for row in group where !isCopy.contains(row) { last = max(last ?? 0, files[row]) }
      guard let last else { return }
      for row in group where !isCopy.contains(row) && files[row] < last { replaced.append(row) }
    }
    replaced.sort()
  }

  /// With fewer rows a second thread costs more than it saves.
  private static let fewRows = 100_000

  /// Gives every group of equal hashes that has two members or more, members in row order; 0 is
  /// no hash. Every hash belongs to one half, so that the halves can be searched side by side.
  private static func forEachGroup(_ hashes: [UInt64], _ body: ([Int]) -> Void) {
    let threads = hashes.count < fewRows ? 1 : WorkerCount.ofThisMachine
    let halves = SideBySide.map(2, threads: threads) { groups(of: UInt64($0), hashes) }
    for group in halves.joined() { body(group) }
  }

  /// Nearly all rows are alone. A bit for every hash, one of sixteen a row, tells most of them at
  /// one look; the few that share a bit are sorted.
  private static func groups(of half: UInt64, _ hashes: [UInt64]) -> [[Int]] {
    var bits = 10
    while (1 << bits) < hashes.count * 8 { bits += 1 }
    let shift = UInt64(64 - bits)
    func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash << 1) &>> shift) }
    var seen = BitTable(bits)
    var shared = BitTable(bits)
    // To which half a hash belongs is anybody's guess, the processor's too: nothing is asked about
    // it, and the bit of a hash of the other half is none.
    func bit(_ hash: UInt64) -> UInt64 {
      UInt64(truncatingIfNeeded: hash == 0 ? 0 : 1) & (hash >> 63 ^ half ^ 1)
    }
    for hash in hashes where seen.insert(place(hash), bit(hash)) { shared.set(place(hash)) }
    var rows: [(hash: UInt64, row: Int)] = []
    for (row, hash) in hashes.enumerated()
    where shared[place(hash)] && hash != 0 && hash >> 63 == half {
      rows.append((hash, row))
    }
    rows.sort { $0.hash != $1.hash ? $0.hash < $1.hash : $0.row < $1.row }
    var groups: [[Int]] = []
    var from = 0
    while from < rows.count {
      var to = from + 1
      while to < rows.count, rows[to].hash == rows[from].hash { to += 1 }
      if to - from > 1 { groups.append(rows[from..<to].map(\.row)) }
      from = to
    }
    return groups
  }
}

/// One bit for each of 2ⁿ places.
private struct BitTable {
  private var words: [UInt64]

  init(_ bits: Int) { words = Array(repeating: 0, count: max(1, (1 << bits) / 64)) }

  subscript(place: Int) -> Bool { words[place >> 6] & (UInt64(1) << UInt64(place & 63)) != 0 }

  mutating func set(_ place: Int) { words[place >> 6] |= UInt64(1) << UInt64(place & 63) }

  /// Sets a bit where `one` is 1 and not 0, and says whether it was set already.
  @inline(__always)
  mutating func insert(_ place: Int, _ one: UInt64) -> Bool {
    let (word, bit) = (place >> 6, one &<< UInt64(truncatingIfNeeded: place & 63))
    let known = words[word]
    words[word] = known | bit
    return known & bit != 0
  }
}

import CSV
import CScan

/// Finds the hashes that stand more than once in a column, and a few that do not.
enum RepeatedHashes {
  /// With fewer rows a second thread costs more than it saves.
  private static let fewRows = 100_000

  /// All repeated hashes, as often as they were met again, and one of some thousand others; 0 is no
  /// hash.
  static func find(in hashes: [UInt64]) -> [UInt64] {
    let shares = shares(of: hashes)
    let threads = hashes.count < fewRows ? 1 : WorkerCount.ofThisMachine
    let tables = (0..<threads).map { _ in TagTable(hashes.count / shares.rule.count) }
    return SideBySide.map(shares.rule.count, workers: tables) { table, share in
      repeated(in: hashes, shares, share, table)
    }.flatMap { $0 }
  }

  private static func shares(of hashes: [UInt64]) -> Shares {
    let rule = Shares.Rule(rows: hashes.count, most: 1 << 19)
    var shares = Shares(rule)
    shares.append(hashes.count) { row in
      hashes[row] == 0 ? Shares.Rule.none : rule.share(of: hashes[row])
    }
    return shares
  }

  private static func repeated(
    in hashes: [UInt64], _ shares: Shares, _ share: Int, _ table: TagTable
  ) -> [UInt64] {
    table.clear()
    var repeated: [UInt64] = []
    hashes.withUnsafeBufferPointer { hashes in
      shares.forEach(of: share) { rows in
        // Rows of a share stand far apart, and places in its table anywhere: all of them are fetched
        // before the first is needed.
        guard let base = hashes.baseAddress else { return }
        for row in rows { cscan_prefetch(base + Int(row)) }
        for row in rows { table.prefetch(hashes[Int(row)]) }
        for row in rows where !table.insert(hashes[Int(row)]) { repeated.append(hashes[Int(row)]) }
      }
    }
    return repeated
  }
}

/// A set of hashes of which two bytes each are kept, in an open-addressing table: a hash may be taken
/// for another one, but one that is there is always found.
///
/// Unchecked, because one thread uses it.
private final class TagTable: @unchecked Sendable {
  private let tags: UnsafeMutableBufferPointer<UInt16>
  private var filled = 0

  /// - Parameter count: hashes that are expected.
  init(_ count: Int) {
    var size = 1 << 10
    while size < count * 2 { size *= 2 }
    tags = .allocate(capacity: size)
    tags.initialize(repeating: 0)
  }

  deinit { tags.deallocate() }

  func clear() {
    guard filled > 0 else { return }
    filled = 0
    tags.update(repeating: 0)
  }

  /// Fetches the place of a hash.
  @inline(__always)
  func prefetch(_ hash: UInt64) {
    if let base = tags.baseAddress { cscan_prefetch(base + start(of: hash)) }
  }

  /// False when the hash is there already, or there is no more room for it.
  @inline(__always)
  func insert(_ hash: UInt64) -> Bool {
    let tag = UInt16(truncatingIfNeeded: hash >> 40) | 1
    var place = start(of: hash)
    while tags[place] != 0 {
      if tags[place] == tag { return false }
      place = (place + 1) & (tags.count - 1)
    }
    // Hashes that are not as well mixed as they should be: all others may be repeated.
    guard filled < tags.count / 4 * 3 else { return false }
    tags[place] = tag
    filled += 1
    return true
  }

  /// By low bits, for the highest are those of the share, and the last one may say that it is a hash.
  @inline(__always)
  private func start(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 1) & (tags.count - 1)
  }
}

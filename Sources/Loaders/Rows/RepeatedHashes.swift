import CSV
import CScan

/// Finds the hashes that stand more than once in a column, and a few that do not.
///
/// Every hash belongs to one share, by its highest bits, and a share's hashes go into a table that
/// stays in the processor's memory: the column is gone through once a share, which costs far less
/// than waiting for one large table at every row.
enum RepeatedHashes {
  /// With fewer rows a second thread costs more than it saves.
  private static let fewRows = 100_000
  /// Hashes of a share.
  private static let some = 1 << 19

  /// All repeated hashes, as often as they were met again, and one of some hundred thousand others;
  /// 0 is no hash.
  static func find(in hashes: [UInt64]) -> [UInt64] {
    guard hashes.count >= fewRows else { return repeated(in: hashes, share: 0, bits: 0) }
    let bits = (1...).first { hashes.count >> $0 <= some } ?? 1
    let shares = SideBySide.map(1 << bits, threads: WorkerCount.ofThisMachine) {
      repeated(in: hashes, share: UInt64($0), bits: bits)
    }
    return shares.flatMap { $0 }
  }

  private static func repeated(in hashes: [UInt64], share: UInt64, bits: Int) -> [UInt64] {
    var repeated: [UInt64] = []
    var table = TagTable(hashes.count >> bits)
    forEachOwn(hashes, share, UInt64(bits)) { own in
      table.prepare(for: own)
      for hash in own where !table.insert(hash) { repeated.append(hash) }
    }
    return repeated
  }

  /// Gives the hashes of a share in their order, some at a time. To which share a hash belongs nobody
  /// can guess, the processor neither: they are picked without asking.
  @inline(__always)
  private static func forEachOwn(
    _ hashes: [UInt64], _ share: UInt64, _ bits: UInt64, _ body: (Slice<Picked>) -> Void
  ) {
    let some = 64
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * some) { own in
      var (start, count) = (0, 0)
      while start < hashes.count {
        let end = min(start + some, hashes.count)
        for hash in hashes[start..<end] {
          own[count] = hash
          // A shift by all 64 bits leaves nothing, as it should.
          count &+= hash != 0 && hash >> (64 - bits) == share ? 1 : 0
        }
        start = end
        guard count >= some || start == hashes.count else { continue }
        body(own[..<count])
        count = 0
      }
    }
  }

  fileprivate typealias Picked = UnsafeMutableBufferPointer<UInt64>
}

/// A set of hashes of which two bytes each are kept, in an open-addressing table: a hash may be taken
/// for another one, but one that is there is always found.
private struct TagTable {
  private var tags: [UInt16]
  private var filled = 0

  /// - Parameter count: hashes that are expected.
  init(_ count: Int) {
    var size = 1 << 10
    while size < count * 2 { size *= 2 }
    tags = Array(repeating: 0, count: size)
  }

  /// Fetches the places of some hashes.
  @inline(__always)
  func prepare(for hashes: Slice<RepeatedHashes.Picked>) {
    tags.withUnsafeBufferPointer { tags in
      guard let base = tags.baseAddress else { return }
      for hash in hashes { cscan_prefetch(base + start(of: hash)) }
    }
  }

  /// False when the hash is there already, or there is no more room for it.
  @inline(__always)
  mutating func insert(_ hash: UInt64) -> Bool {
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

import CSV
import CScan

/// Rows parted into shares, so that what is looked up among the rows of one share stays in the
/// processor's memory. A byte a row tells its share: the rows of one are found 64 rows at a look,
/// and whether a row is one of them is never asked by a branch, which would be guessed wrong.
struct Shares: Sendable {
  /// Which hash belongs to which share.
  struct Rule: Sendable {
    /// The share of what belongs to none, and of what belongs to every share.
    static let none = UInt8.max
    static let every = UInt8.max - 1

    /// Number of shares, a power of two up to 128.
    let count: Int
    private let shift: UInt64

    /// One share for each of two threads; more where one would have more than `most` of the rows.
    init(rows: Int, most: Int) {
      var bits = 1
      while bits < 7, rows >> bits > most { bits += 1 }
      count = 1 << bits
      shift = UInt64(64 - bits)
    }

    /// The share of a well mixed hash, by its highest bits.
    @inline(__always)
    func share(of hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash &>> shift) }
  }

  let rule: Rule
  private var shares: [UInt8] = []
  private var hasEvery = false

  init(_ rule: Rule) { self.rule = rule }

  /// With fewer rows a second thread costs more than it saves.
  private static let fewRows = 100_000

  /// Adds rows.
  ///
  /// - Parameter share: gives the share of one of them; on any of the threads.
  @inline(__always)
  mutating func append(_ rows: Int, _ share: @escaping @Sendable (Int) -> UInt8) {
    let some = 1 << 15
    let threads = rows < Shares.fewRows ? 1 : WorkerCount.ofThisMachine
    SideBySide.forEach((rows + some - 1) / some, workers: Array(0..<threads)) { _, number in
      let own = number * some..<min(number * some + some, rows)
      return [UInt8](unsafeUninitializedCapacity: own.count) { shares, count in
        for (place, row) in own.enumerated() { shares[place] = share(row) }
        count = own.count
      }
    } take: { _, own in
      hasEvery = hasEvery || own.contains(Rule.every)
      shares += own
    }
  }

  /// Gives the rows of a share, ascending, some at a time.
  @inline(__always)
  func forEach(of share: Int, _ body: (Slice<UnsafeMutableBufferPointer<Int32>>) -> Void) {
    let wanted = UInt8(truncatingIfNeeded: share)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 128) { rows in
      shares.withUnsafeBufferPointer { shares in
        guard let base = shares.baseAddress else { return }
        var count = 0
        for block in stride(from: 0, to: shares.count, by: 64) {
          var bits = Shares.rows(base + block, shares.count - block, wanted, hasEvery)
          while bits != 0 {
            rows[count] = Int32(truncatingIfNeeded: block &+ bits.trailingZeroBitCount)
            count &+= 1
            bits &= bits &- 1
          }
          if count >= 64 {
            body(rows[..<count])
            count = 0
          }
        }
        if count > 0 { body(rows[..<count]) }
      }
    }
  }

  /// Which of at most 64 rows belong to a share, a bit for each.
  @inline(__always)
  private static func rows(
    _ shares: UnsafePointer<UInt8>, _ count: Int, _ wanted: UInt8, _ hasEvery: Bool
  ) -> UInt64 {
    guard count >= 64 else {
      var bits: UInt64 = 0
      for row in 0..<count where shares[row] == wanted || shares[row] == Rule.every {
        bits |= 1 << UInt64(row)
      }
      return bits
    }
    let own = cscan_equal_bits(shares, wanted)
    return hasEvery ? own | cscan_equal_bits(shares, Rule.every) : own
  }
}

import CScan

/// A cell as a cache finds it: its first sixteen bytes as two words, its length and a hash.
///
/// Most cells are no longer than that, so that nothing else of them must be looked at.
struct CellKey {
  let low: UInt64
  let high: UInt64
  let count: Int
  let hash: UInt32

  /// - Parameter cell: a cell of a piece, behind whose beginning sixteen bytes can be loaded.
  init(_ cell: Bytes) {
    count = cell.count
    guard let base = cell.baseAddress, count > 0 else {
      (low, high, hash) = (0, 0, cscan_word_hash(0, 0, 0))
      return
    }
    // What stands behind the cell is cut off: shifts by 64 or more give nothing left.
    let bits = UInt64(truncatingIfNeeded: count) &* 8
    low = base.loadUnaligned(as: UInt64.self) & ~(~0 << bits)
    let behind = base.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    high = bits > 64 ? behind & ~(~0 << (bits - 64)) : 0
    hash =
      count > 16
      ? UInt32(truncatingIfNeeded: cell.longFingerprint)
      : cscan_word_hash(low, high, UInt64(truncatingIfNeeded: count))
  }
}

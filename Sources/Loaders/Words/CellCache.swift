/// What cells of one column were read as, by their bytes: a repeated word costs one hash and one
/// comparison. Open addressing; the bytes of all cells lie in one run.
struct CellCache {
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var ends: [Int] = []
  private var values: [Int64] = []
  private var bytes: [UInt8] = []
  private var mask: Int
  init() {
    slots = Array(repeating: -1, count: 64)
    mask = 63
  }

  /// The value remembered for a cell.
  @inline(__always)
  func find(_ cell: Bytes, _ hash: UInt64) -> Int64? {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = Int(slots[slot])
      if entry < 0 { return nil }
      if hashes[entry] == hash, isEqual(entry, cell) { return values[entry] }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private func isEqual(_ entry: Int, _ cell: Bytes) -> Bool {
    let start = entry == 0 ? 0 : ends[entry - 1]
    guard ends[entry] - start == cell.count else { return false }
    return bytes.withUnsafeBytes { cell.equals($0.slice(start, start + cell.count)) }
  }

  /// Remembers the value of a cell that is not there yet.
  mutating func insert(_ cell: Bytes, _ hash: UInt64, _ value: Int64) {
    if values.count * 2 >= slots.count { grow() }
    place(hash, Int32(values.count))
    bytes.append(contentsOf: cell)
    ends.append(bytes.count)
    hashes.append(hash)
    values.append(value)
  }

  private mutating func place(_ hash: UInt64, _ entry: Int32) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    mask = slots.count - 1
    for (entry, hash) in hashes.enumerated() { place(hash, Int32(entry)) }
  }
}

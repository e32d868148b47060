/// What cells of one column were read as, by their bytes: a repeated word costs one hash and one
/// comparison. Open addressing; the bytes of all cells lie in one run.
///
/// A look-up stands in the innermost loop of reading, so that this is a bare handle on memory of
/// its own: copying it counts no references and writing asks for no other owners. Whoever makes
/// one calls `deallocate`.
struct CellCache {
  private struct Entry {
    var low: UInt64
    var high: UInt64
    var hash: UInt64
    var value: Int64
    var count: Int32
    /// Where the bytes of a cell of more than sixteen begin.
    var start: Int32

    /// No cell has so many bytes.
    static let empty = Entry(low: 0, high: 0, hash: 0, value: 0, count: -1, start: 0)
  }

  private struct Table {
    var slots: UnsafeMutableBufferPointer<Entry>
    var filled = 0
    var bytes: UnsafeMutableRawBufferPointer
    var used = 0
  }

  private let table: UnsafeMutablePointer<Table>

  init() {
    table = .allocate(capacity: 1)
    table.initialize(
      to: Table(
        slots: CellCache.emptySlots(64),
        bytes: .allocate(byteCount: 512, alignment: 1)))
  }

  /// Gives the memory back; no copy of the handle may be used any more.
  func deallocate() {
    table.pointee.slots.deallocate()
    table.pointee.bytes.deallocate()
    table.deallocate()
  }

  /// The value remembered for a cell.
  ///
  /// - Parameter key: the key of that cell.
  @inline(__always)
  func find(_ cell: Bytes, _ key: CellKey) -> Int64? {
    let slots = table.pointee.slots
    var slot = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
    let count = Int32(truncatingIfNeeded: key.count)
    while slots[slot].count >= 0 {
      if slots[slot].low == key.low, slots[slot].high == key.high, slots[slot].count == count,
        count <= 16 || isEqual(slots[slot], cell)
      {
        return slots[slot].value
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isEqual(_ entry: Entry, _ cell: Bytes) -> Bool {
    let start = Int(entry.start)
    return cell.equals(Bytes(table.pointee.bytes).slice(start, start + cell.count))
  }

  /// Remembers the value of a cell that is not there yet; not of one that is too long to be a word,
  /// or when too much was remembered.
  func insert(_ cell: Bytes, _ key: CellKey, _ value: Int64) {
    guard key.count < 1 << 16, table.pointee.used < 1 << 30 else { return }
    if table.pointee.filled * 2 >= table.pointee.slots.count { growSlots() }
    let start = key.count > 16 ? keep(cell) : 0
    CellCache.place(
      Entry(
        low: key.low, high: key.high, hash: key.hash, value: value, count: Int32(key.count),
        start: Int32(start)), in: table.pointee.slots)
    table.pointee.filled += 1
  }

  /// Copies the bytes of a cell behind those of the others; gives where they begin.
  private func keep(_ cell: Bytes) -> Int {
    let start = table.pointee.used
    let end = start + cell.count
    if end > table.pointee.bytes.count {
      let old = table.pointee.bytes
      let new = UnsafeMutableRawBufferPointer.allocate(byteCount: end * 2, alignment: 1)
      new.copyMemory(from: Bytes(old))
      old.deallocate()
      table.pointee.bytes = new
    }
    UnsafeMutableRawBufferPointer(rebasing: table.pointee.bytes[start..<end])
      .copyMemory(from: cell)
    table.pointee.used = end
    return start
  }

  private func growSlots() {
    let old = table.pointee.slots
    let new = CellCache.emptySlots(old.count * 4)
    for entry in old where entry.count >= 0 { CellCache.place(entry, in: new) }
    old.deallocate()
    table.pointee.slots = new
  }

  private static func place(_ entry: Entry, in slots: UnsafeMutableBufferPointer<Entry>) {
    var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
    while slots[slot].count >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  private static func emptySlots(_ count: Int) -> UnsafeMutableBufferPointer<Entry> {
    let slots = UnsafeMutableBufferPointer<Entry>.allocate(capacity: count)
    slots.initialize(repeating: .empty)
    return slots
  }
}

/// What cells of one column were read as, by their bytes: a repeated word costs one hash and one
/// comparison. Open addressing; the bytes of all cells lie in one run.
///
/// A look-up stands in the innermost loop of reading, so that this is a bare handle on memory of
/// its own: copying it counts no references and writing asks for no other owners. Whoever makes
/// one calls `deallocate`.
struct CellCache {
  private struct Entry {
    var hash: UInt64
    var value: Int64
    /// Where the cell's bytes begin; −1 in an empty slot.
    var start: Int
    var count: Int
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
  @inline(__always)
  func find(_ cell: Bytes, _ hash: UInt64) -> Int64? {
    let slots = table.pointee.slots
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].start >= 0 {
      if slots[slot].hash == hash, isEqual(slots[slot], cell) { return slots[slot].value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  @inline(__always)
  private func isEqual(_ entry: Entry, _ cell: Bytes) -> Bool {
    guard entry.count == cell.count else { return false }
    return cell.equals(Bytes(table.pointee.bytes).slice(entry.start, entry.start + entry.count))
  }

  /// Remembers the value of a cell that is not there yet.
  func insert(_ cell: Bytes, _ hash: UInt64, _ value: Int64) {
    if table.pointee.filled * 2 >= table.pointee.slots.count { growSlots() }
    let start = keep(cell)
    CellCache.place(
      Entry(hash: hash, value: value, start: start, count: cell.count), in: table.pointee.slots)
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
    for entry in old where entry.start >= 0 { CellCache.place(entry, in: new) }
    old.deallocate()
    table.pointee.slots = new
  }

  private static func place(_ entry: Entry, in slots: UnsafeMutableBufferPointer<Entry>) {
    var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
    while slots[slot].start >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  private static func emptySlots(_ count: Int) -> UnsafeMutableBufferPointer<Entry> {
    let slots = UnsafeMutableBufferPointer<Entry>.allocate(capacity: count)
    slots.initialize(repeating: Entry(hash: 0, value: 0, start: -1, count: 0))
    return slots
  }
}

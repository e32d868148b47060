import CScan
import Records

/// What cells of one column were read as, by their bytes: a repeated word costs one hash and one
/// comparison. Open addressing; the bytes of long cells lie in one run.
///
/// A look-up stands in the innermost loop of reading, so that this is a bare handle on memory of
/// its own: copying it counts no references and writing asks for no other owners. Whoever makes
/// one calls `deallocate`.
struct CellCache {
  private struct Table {
    var slots: UnsafeMutableBufferPointer<cscan_word>
    var filled = 0
    var bytes: UnsafeMutableRawBufferPointer
    var used = 0
  }

  private let table: UnsafeMutablePointer<Table>

  /// No cell has so many bytes.
  private static let empty = cscan_word(low: 0, high: 0, count: -1, value: 0, hash: 0, start: 0)

  init() {
    table = .allocate(capacity: 1)
    table.initialize(
      to: Table(
        slots: CellCache.emptySlots(128),
        bytes: .allocate(byteCount: 512, alignment: 1)))
  }

  /// Gives the memory back; no copy of the handle may be used any more.
  func deallocate() {
    table.pointee.slots.deallocate()
    table.pointee.bytes.deallocate()
    table.deallocate()
  }

  /// The slots, for the loop over a whole column; a power of two. Valid until the next `insert`.
  var slots: UnsafeMutableBufferPointer<cscan_word> { table.pointee.slots }

  /// The value remembered for a cell, `Missing.number` where nothing is written in it.
  ///
  /// - Parameter key: the key of that cell.
  func find(_ cell: Bytes, _ key: CellKey) -> Int64? {
    let slots = table.pointee.slots
    var slot = Int(key.hash) & (slots.count - 1)
    while slots[slot].count >= 0 {
      if slots[slot].low == key.low, slots[slot].high == key.high, slots[slot].count == key.count,
        key.count <= 16 || isEqual(slots[slot], cell)
      {
        let value = slots[slot].value
        return value == Missing.day ? Missing.number : Int64(value)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isEqual(_ entry: cscan_word, _ cell: Bytes) -> Bool {
    let start = Int(entry.start)
    return cell.equals(Bytes(table.pointee.bytes).slice(start, start + cell.count))
  }

  /// Remembers the value of a cell that is not there yet; not of one that is too long to be a word,
  /// or when too much was remembered.
  ///
  /// - Parameter value: a symbol, a list, yes or no; `Missing.number` where nothing is written.
  func insert(_ cell: Bytes, _ key: CellKey, _ value: Int64) {
    guard key.count < 1 << 16, table.pointee.used < 1 << 30 else { return }
    // Few words have room, so that most are found at once; many are not given more than they need.
    let slots = table.pointee.slots.count
    if table.pointee.filled * (slots < 4096 ? 4 : 2) >= slots { growSlots() }
    let start = key.count > 16 ? keep(cell) : 0
    CellCache.place(
      cscan_word(
        low: key.low, high: key.high, count: Int32(key.count),
        value: value == Missing.number ? Missing.day : Int32(truncatingIfNeeded: value),
        hash: key.hash, start: UInt32(start)), in: table.pointee.slots)
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

  private static func place(
    _ entry: cscan_word, in slots: UnsafeMutableBufferPointer<cscan_word>
  ) {
    var slot = Int(entry.hash) & (slots.count - 1)
    while slots[slot].count >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  private static func emptySlots(_ count: Int) -> UnsafeMutableBufferPointer<cscan_word> {
    let slots = UnsafeMutableBufferPointer<cscan_word>.allocate(capacity: count)
    slots.initialize(repeating: empty)
    return slots
  }
}

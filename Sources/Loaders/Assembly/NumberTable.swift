import Records

/// Telephone numbers as keys and the first record of each: an open-addressing table of 4 bytes a
/// slot; the number itself is read from the record's cell.
struct NumberTable {
  /// A number that is kept here because its cell holds more than one plain mobile number.
  private struct Extra {
    let key: Int64
    let record: Int32
  }

  private let cells: NumberedCells
  /// 0 empty, n > 0 record n − 1, n < 0 extra −n − 1.
  private var slots: [Int32]
  /// How often a slot's number was met, at most 255.
  private var uses: [UInt8]
  private var extras: [Extra] = []
  private var filled = 0

  /// - Parameter records: number of all records; the table grows when it must.
  init(_ cells: NumberedCells, records: Int) {
    self.cells = cells
    var size = 1 << 10
    while size < records * 3 / 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    uses = Array(repeating: 0, count: size)
  }

  /// The key of a full number: its digits as an integer, its length where it is no mobile number;
  /// nil when it may not join records.
  static func key(of number: PhoneNumber) -> Int64? {
    guard number.isKey, let digits = Int64(number.digits) else { return nil }
    let length = number.digits.utf8.count
    if length == 11, number.digits.utf8.first == UInt8(ascii: "1") { return digits }
    return Int64(length) << 48 | digits
  }

  /// The key of a plain mobile number; nil when all of its digits are equal.
  static func key(ofMobile number: Int64) -> Int64? { number == 11_111_111_111 ? nil : number }

  /// The record that first had the number; it is `record` itself when the number is new.
  mutating func insert(_ key: Int64, of record: Int32, isPlain: Bool) -> Int32 {
    if filled * 10 >= slots.count * 7 { grow() }
    var slot = place(key)
    while slots[slot] != 0 {
      if self.key(at: slot) == key {
        if uses[slot] < .max { uses[slot] += 1 }
        return self.record(at: slot)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    if isPlain {
      slots[slot] = record + 1
    } else {
      extras.append(Extra(key: key, record: record))
      slots[slot] = -Int32(extras.count)
    }
    uses[slot] = 1
    filled += 1
    return record
  }

  /// Slot of a known number; nil when it is not in the table.
  func slot(of key: Int64) -> Int? {
    var slot = place(key)
    while slots[slot] != 0 {
      if self.key(at: slot) == key { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// How often the number of a slot was met, at most 255.
  func uses(at slot: Int) -> Int { Int(uses[slot]) }

  /// Whether some number was met at least `count` times.
  func hasNumber(usedAtLeast count: Int) -> Bool { uses.contains { Int($0) >= count } }

  private func key(at slot: Int) -> Int64 {
    let entry = slots[slot]
    return entry > 0 ? cells.mobile(entry - 1) : extras[Int(-entry) - 1].key
  }

  private func record(at slot: Int) -> Int32 {
    let entry = slots[slot]
    return entry > 0 ? entry - 1 : extras[Int(-entry) - 1].record
  }

  private func place(_ key: Int64) -> Int {
    let mixed = UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 32))) & (slots.count - 1)
  }

  private mutating func grow() {
    let (oldSlots, oldUses) = (slots, uses)
    slots = Array(repeating: 0, count: oldSlots.count * 2)
    uses = Array(repeating: 0, count: oldSlots.count * 2)
    for (index, entry) in oldSlots.enumerated() where entry != 0 {
      let key = entry > 0 ? cells.mobile(entry - 1) : extras[Int(-entry) - 1].key
      var slot = place(key)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
      uses[slot] = oldUses[index]
    }
  }
}

/// The telephone cells of all records, by record number: those of up to five kinds one after the
/// other, none of them copied.
struct NumberedCells {
  private let first: [PhoneCell]
  private let second: [PhoneCell]
  private let others: [PhoneCell]
  private let secondStart: Int
  private let othersStart: Int

  init(_ columns: IdentityColumns) {
    func cells(_ part: IdentityColumns.Part) -> [PhoneCell] {
      part.phones.isEmpty
        ? Array(repeating: .none, count: part.table.count) : part.phones
    }
    // Calls and visits are the long ones; what follows them is small enough to be put together.
    first = columns.parts[0].phones
    second = columns.parts[1].phones
    others = columns.parts.dropFirst(2).flatMap(cells)
    secondStart = Int(columns.parts[1].offset)
    othersStart = Int(columns.parts[2].offset)
  }

  /// The plain mobile number of a record whose cell is just that.
  func mobile(_ record: Int32) -> Int64 {
    let record = Int(record)
    if record >= othersStart { return others[record - othersStart].raw }
    return record >= secondStart ? second[record - secondStart].raw : first[record].raw
  }
}

import CScan
import Records

/// Telephone numbers as keys and the first record of each: an open-addressing table in which all
/// that is known of a number lies in one place of memory.
///
/// It is written to for every row, so that its memory is its own and nothing asks for other owners.
/// Unchecked, because one thread fills it, and it is read when that thread has ended.
final class NumberTable: @unchecked Sendable {
  private struct Slot {
    /// 0 in an empty slot.
    var key: Int64 = 0
    var record: Int32 = 0
    /// The plain surname that was met last with the number, 0 for none.
    var last: UInt16 = 0
    /// At least as many as there are different surnames at the number, at most 255.
    var surnames: UInt8 = 0
  }

  private var slots: UnsafeMutableBufferPointer<Slot>
  private var filled = 0

  /// - Parameter records: number of all records; the table grows when it must.
  init(records: Int) {
    var size = 1 << 10
    while size < records / 2 { size *= 2 }
    slots = NumberTable.emptySlots(size)
  }

  deinit { slots.deallocate() }

  private static func emptySlots(_ count: Int) -> UnsafeMutableBufferPointer<Slot> {
    let size = count * MemoryLayout<Slot>.stride
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: size,
      alignment: size < WidePages.size ? MemoryLayout<Slot>.alignment : WidePages.size)
    // Numbers stand anywhere in it: with wide pages the processor knows where all of them are.
    WidePages.use(for: memory.baseAddress, byteCount: size)
    let slots = memory.bindMemory(to: Slot.self)
    slots.initialize(repeating: Slot())
    return slots
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
  ///
  /// - Parameter named: the surnames written beside the number.
  @inline(__always)
  func insert(_ key: Int64, of record: Int32, named: Surname.Mark = .none) -> Int32 {
    if filled * 8 >= slots.count * 7 { grow() }
    let index = index(of: key)
    if slots[index].key == 0 {
      slots[index].key = key
      slots[index].record = record
      filled += 1
    }
    note(named, at: index)
    return slots[index].record
  }

  /// A surname is counted when it is not the one met before it: the first of every different one
  /// is, and one met again behind another is too.
  @inline(__always)
  private func note(_ named: Surname.Mark, at index: Int) {
    var more = 0
    switch named {
    case .none: return
    case .plain(let surname):
      guard slots[index].last != surname else { return }
      slots[index].last = surname
      more = 1
    case .several(let count): more = count
    }
    slots[index].surnames = UInt8(min(255, Int(slots[index].surnames) + more))
  }

  /// The record that first had a number; nil when nobody has it.
  func record(of key: Int64) -> Int32? {
    let slot = slots[index(of: key)]
    return slot.key == key ? slot.record : nil
  }

  /// The few numbers that may have more than `count` different surnames.
  func keys(withSurnamesMoreThan count: Int) -> [Int64] {
    slots.filter { Int($0.surnames) > count }.map(\.key)
  }

  /// Says that a number is looked up soon: where the numbers of a long file stand is everywhere,
  /// and waiting for the memory is most of the work.
  @inline(__always)
  func prefetch(_ key: Int64) {
    if let base = slots.baseAddress { cscan_prefetch(base + start(of: key)) }
  }

  @inline(__always)
  private func start(of key: Int64) -> Int {
    let mixed = NumberTable.mixed(key)
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 32))) & (slots.count - 1)
  }

  @inline(__always)
  static func mixed(_ key: Int64) -> UInt64 {
    UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The slot of a number, or the empty one where it belongs.
  @inline(__always)
  private func index(of key: Int64) -> Int {
    var index = start(of: key)
    while slots[index].key != key && slots[index].key != 0 {
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }

  private func grow() {
    let old = slots
    slots = NumberTable.emptySlots(old.count * 2)
    for slot in old where slot.key != 0 { slots[index(of: slot.key)] = slot }
    old.deallocate()
  }
}

/// What is known of the numbers of an office.
struct NumberTables {
  let rule: Shares.Rule
  /// The table of each share; none where nobody looks numbers up.
  let tables: [NumberTable]
  /// Numbers that may have too many different surnames.
  let suspects: [Int64]

  /// The record that first had a number; nil when nobody has it.
  func record(of key: Int64) -> Int32? {
    tables[Int(rule.share(of: NumberTable.mixed(key)))].record(of: key)
  }
}

/// Says at a glance that a number is none of a few: a bit for each of them among 65,536.
struct KeySieve {
  private var words = [UInt64](repeating: 0, count: 1024)

  init(_ keys: Set<Int64>) {
    for key in keys { words[place(key) >> 6] |= 1 << UInt64(place(key) & 63) }
  }

  /// False for sure, or true perhaps.
  func mayHold(_ key: Int64) -> Bool {
    words[place(key) >> 6] & (1 << UInt64(place(key) & 63)) != 0
  }

  private func place(_ key: Int64) -> Int {
    Int(truncatingIfNeeded: (UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }
}

import Records

/// Records without id and full number: a masked number and a surname join them to the one customer
/// that fits; where none fits, the same mask and the same full name are one customer.
struct WeakKeys {
  /// What a masked number still shows: its first and last digits.
  private struct Mask: Hashable {
    let head: Int64
    let headLength: Int
    let tail: Int64
    let tailLength: Int

    init(head: Int64, headLength: Int, tail: Int64, tailLength: Int) {
      self.head = head
      self.headLength = headLength
      self.tail = tail
      self.tailLength = tailLength
    }

    /// The visible ends of a masked number; nil when it shows nothing.
    init?(_ number: PhoneNumber) {
      guard number.isMasked else { return nil }
      let digits = Array(number.digits.utf8)
      let star = UInt8(ascii: "*")
      let head = digits.prefix { $0 != star }
      let tail = digits.suffix(from: (digits.lastIndex(of: star) ?? 0) + 1)
      guard head.count + tail.count > 0, head.count <= 12, tail.count <= 12 else { return nil }
      self.init(
        head: Mask.value(head), headLength: head.count, tail: Mask.value(tail),
        tailLength: tail.count)
    }

    private static func value(_ digits: ArraySlice<UInt8>) -> Int64 {
      digits.reduce(0) { $0 * 10 + Int64($1) - 48 }
    }
  }

  private struct Shape: Hashable {
    let head: Int
    let tail: Int
  }

  private let columns: IdentityColumns
  private var groups: CustomerGroups
  private let deadNumbers: Set<Int64>
  private var records: [Int32] = []
  /// Positions in `records` by what they show.
  private var wanted: [Mask: [Int]] = [:]
  private var shapes: Set<Shape> = []

  /// Joins what fits, and says how many records were joined.
  static func join(
    _ columns: IdentityColumns, _ groups: inout CustomerGroups, _ deadNumbers: Set<Int64>
  ) -> Int {
    var weak = WeakKeys(columns, groups: groups, deadNumbers: deadNumbers)
    return weak.join(&groups)
  }

  private init(_ columns: IdentityColumns, groups: CustomerGroups, deadNumbers: Set<Int64>) {
    self.columns = columns
    self.groups = groups
    self.deadNumbers = deadNumbers
    for part in columns.joiningParts where !part.phones.isEmpty {
      for (row, cell) in part.phones.enumerated() where cell.raw < 0 {
        add(part.offset + Int32(row))
      }
    }
  }

  /// Takes in a record that has a masked number and no better key.
  private mutating func add(_ record: Int32) {
    guard groups.takesPart(Int(record)) else { return }
    let masks = columns.bookedNumbers(record).compactMap { Mask($0) }
    guard !masks.isEmpty, columns.id(record).isNone, keys(of: record).isEmpty else { return }
    for mask in masks {
      wanted[mask, default: []].append(records.count)
      shapes.insert(Shape(head: mask.headLength, tail: mask.tailLength))
    }
    records.append(record)
  }

  private mutating func join(_ target: inout CustomerGroups) -> Int {
    guard !records.isEmpty else { return 0 }
    let candidates = fittingCustomers()
    var joined = 0
    var known: [String: Int32] = [:]
    for (position, record) in records.enumerated() {
      switch candidates[position].count {
      case 1:
        target.join(candidates[position][0], record)
        joined += 1
      case 0:
        joined += joinSameMask(record, &known, &target)
      default: break
      }
    }
    return joined
  }

  private func joinSameMask(
    _ record: Int32, _ known: inout [String: Int32], _ target: inout CustomerGroups
  ) -> Int {
    var isJoined = false
    for number in columns.bookedNumbers(record) where number.isMasked {
      for name in columns.names(record) {
        let key = number.digits + "\n" + name
        if let other = known[key] {
          target.join(other, record)
          isJoined = true
        } else {
          known[key] = record
        }
      }
    }
    return isJoined ? 1 : 0
  }

  /// For each weak record the roots of the customers whose number and surname fit.
  private mutating func fittingCustomers() -> [[Int32]] {
    var byNumber = [[Int32]](repeating: [], count: records.count)
    var roots: Set<Int32> = []
    let shapes = shapes.sorted { ($0.head, $0.tail) < ($1.head, $1.tail) }
    let (columns, deadNumbers, wanted) = (columns, deadNumbers, wanted)
    for part in columns.joiningParts {
      for (row, cell) in part.phones.enumerated() {
        let record = part.offset + Int32(row)
        guard cell.raw != 0, groups.takesPart(Int(record)) else { continue }
        columns.forEachKey(in: cell) { key in
          if !deadNumbers.isEmpty, deadNumbers.contains(key) { return }
          for shape in shapes {
            guard let mask = mask(of: key, shape), let positions = wanted[mask] else { continue }
            let root = groups.root(record)
            roots.insert(root)
            for position in positions where !byNumber[position].contains(root) {
              byNumber[position].append(root)
            }
          }
        }
      }
    }
    guard !roots.isEmpty else { return byNumber }
    var surnames: [Int32: Set<UInt32>] = [:]
    for record in 0..<Int32(columns.joiningCount) where groups.takesPart(Int(record)) {
      let root = groups.root(record)
      if roots.contains(root) { surnames[root, default: []].formUnion(columns.surnames(record)) }
    }
    return zip(records, byNumber).map { record, roots in
      let own = columns.surnames(record)
      return roots.filter { root in own.contains { surnames[root]?.contains($0) ?? false } }
    }
  }

  private func keys(of record: Int32) -> [Int64] {
    var keys: [Int64] = []
    columns.forEachKey(of: record) { key in
      if deadNumbers.isEmpty || !deadNumbers.contains(key) { keys.append(key) }
    }
    return keys
  }

  /// What a full number shows when it is masked in a shape; nil when it is too short for it.
  private func mask(of key: Int64, _ shape: Shape) -> Mask? {
    let length = key >> 48 > 0 ? Int(key >> 48) : 11
    let digits = key & (1 << 48 - 1)
    guard shape.head + shape.tail <= length else { return nil }
    return Mask(
      head: digits / WeakKeys.power(length - shape.head), headLength: shape.head,
      tail: digits % WeakKeys.power(shape.tail), tailLength: shape.tail)
  }

  private static func power(_ exponent: Int) -> Int64 {
    var power: Int64 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}

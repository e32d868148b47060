/// Which records belong together: disjoint sets over record numbers (union-find) whose root is
/// always the first record of the set.
struct CustomerGroups {
  private var parent: [Int32]

  /// Number of a record that takes no part.
  static let outside: Int32 = -1

  /// All records outside; `add` takes them in.
  init(count: Int) { parent = [Int32](repeating: CustomerGroups.outside, count: count) }

  /// Makes records take part, each as a set of its own.
  ///
  /// - Parameters:
  ///   - rows: rows of a kind, whose records begin with `offset`.
  ///   - takesPart: whether a row does.
  @inline(__always)
  mutating func add(_ rows: Range<Int>, from offset: Int, _ takesPart: (Int) -> Bool) {
    parent.withUnsafeMutableBufferPointer { parent in
      for row in rows where takesPart(row) { parent[offset + row] = Int32(offset + row) }
    }
  }

  var count: Int { parent.count }

  func takesPart(_ record: Int) -> Bool { parent[record] != CustomerGroups.outside }

  /// The first record of the set of a record that takes part.
  mutating func root(_ record: Int32) -> Int32 {
    var record = record
    while parent[Int(record)] != record {
      let above = parent[Int(parent[Int(record)])]
      parent[Int(record)] = above
      record = above
    }
    return record
  }

  mutating func join(_ one: Int32, _ other: Int32) {
    let (a, b) = (root(one), root(other))
    if a < b {
      parent[Int(b)] = a
    } else {
      parent[Int(a)] = b
    }
  }

  /// Gives the parents to several threads, each of which looks at and writes to those of its own
  /// records: a record that is alone may be put below an earlier one.
  mutating func withParents<Result>(_ body: (Parents) -> Result) -> Result {
    parent.withUnsafeMutableBufferPointer { body(Parents(parents: $0)) }
  }

  /// The parents of all records, without a look at who else has them.
  struct Parents: @unchecked Sendable {
    fileprivate let parents: UnsafeMutableBufferPointer<Int32>

    @inline(__always)
    func takesPart(_ record: Int32) -> Bool { parents[Int(record)] != CustomerGroups.outside }

    /// Puts a record that is alone below an earlier one.
    @inline(__always)
    func attach(_ record: Int32, to earlier: Int32) { parents[Int(record)] = earlier }
  }

  /// The same as `join` for a record and an earlier one: a record that is still alone, as nearly
  /// all are when their first number is met, needs no search for roots.
  mutating func attach(_ record: Int32, to earlier: Int32) {
    if parent[Int(record)] == record {
      parent[Int(record)] = earlier
    } else {
      join(earlier, record)
    }
  }

  /// Numbers the sets by their first records, from 0, and gives their number. The sets are used up:
  /// from now on records can only be asked for the numbers of their sets.
  mutating func number() -> Int {
    var next: Int32 = 0
    parent.withUnsafeMutableBufferPointer { parent in
      for record in parent.indices where parent[record] == record {
        parent[record] = CustomerGroups.mark(next)
        next += 1
      }
    }
    return Int(next)
  }

  /// The number of the set of each of some records, −1 for those outside.
  func numbers(of records: Range<Int>) -> [Int32] {
    parent.withUnsafeBufferPointer { parent in
      [Int32](unsafeUninitializedCapacity: records.count) { numbers, count in
        for (place, record) in records.enumerated() {
          var above = parent[record]
          while above >= 0 { above = parent[Int(above)] }
          numbers[place] = above == CustomerGroups.outside ? -1 : CustomerGroups.mark(above)
        }
        count = records.count
      }
    }
  }

  /// What stands in the place of a first record's parent when its set has a number; and back.
  private static func mark(_ number: Int32) -> Int32 { -2 - number }
}

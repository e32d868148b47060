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

  /// Numbers the sets by their first records, from 0, and gives every record the number of its
  /// set; −1 for records outside.
  ///
  /// The sets are used up.
  mutating func numbered() -> (count: Int, numbers: [Int32]) {
    var numbers: [Int32] = []
    swap(&numbers, &parent)
    var next: Int32 = 0
    for record in numbers.indices where numbers[record] != CustomerGroups.outside {
      // The parent of a record stands before it and has its number already.
      let above = Int(numbers[record])
      if above == record {
        numbers[record] = next
        next += 1
      } else {
        numbers[record] = numbers[above]
      }
    }
    return (Int(next), numbers)
  }
}

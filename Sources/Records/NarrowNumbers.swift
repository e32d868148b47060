/// A column of numbers from zero on that takes the narrower of two widths while no number needs the
/// other.
struct NarrowNumbers<
  Narrow: FixedWidthInteger & UnsignedInteger & Sendable, Wide: FixedWidthInteger & Sendable
>: RandomAccessCollection, Sendable {
  private(set) var narrow: [Narrow] = []
  /// All numbers, once one of them needs more; `narrow` is empty then.
  private(set) var wide: [Wide] = []
  private(set) var isWide = false

  init() {}

  /// The largest number of the narrow width.
  static var narrowLimit: Wide { Wide(Narrow.max) }

  var startIndex: Int { 0 }
  var endIndex: Int { isWide ? wide.count : narrow.count }

  subscript(row: Int) -> Wide {
    isWide ? wide[row] : Wide(truncatingIfNeeded: narrow[row])
  }

  mutating func append(_ number: Wide) {
    if !isWide, number > Self.narrowLimit { widen() }
    if isWide { wide.append(number) } else { narrow.append(Narrow(truncatingIfNeeded: number)) }
  }

  /// Appends some numbers.
  mutating func append(_ numbers: ArraySlice<Wide>) {
    // As large as the largest of them, or larger, but no wider.
    let bound = numbers.reduce(0) { $0 | $1 }
    if !isWide, bound > Self.narrowLimit { widen() }
    guard !isWide else {
      wide += numbers
      return
    }
    let start = narrow.count
    narrow.append(contentsOf: repeatElement(0, count: numbers.count))
    narrow.withUnsafeMutableBufferPointer { narrow in
      for (place, number) in numbers.enumerated() {
        narrow[start + place] = Narrow(truncatingIfNeeded: number)
      }
    }
  }

  /// Appends what becomes of the elements of another collection.
  ///
  /// - Parameter largest: none of the numbers is larger.
  mutating func append<Others: RandomAccessCollection>(
    _ others: Others, upTo largest: Wide, each make: (Others.Element) -> Wide
  ) where Others.Index == Int {
    if !isWide, largest > Self.narrowLimit { widen() }
    if isWide {
      wide.append(others, each: make)
    } else {
      narrow.append(others) { Narrow(truncatingIfNeeded: make($0)) }
    }
  }

  /// Appends what becomes of the numbers of another column.
  mutating func append(_ other: Self, upTo largest: Wide, each make: (Wide) -> Wide) {
    if other.isWide {
      append(other.wide[...], upTo: largest, each: make)
    } else {
      append(other.narrow[...], upTo: largest) { make(Wide(truncatingIfNeeded: $0)) }
    }
  }

  /// Asks for memory for a long column of `count` rows in all.
  mutating func reserveColumn(_ count: Int) {
    if isWide { wide.reserveColumn(count) } else { narrow.reserveColumn(count) }
  }

  /// Takes back all rows from `count` on.
  mutating func truncate(to count: Int) {
    if narrow.count > count { narrow.removeLast(narrow.count - count) }
    if wide.count > count { wide.removeLast(wide.count - count) }
  }

  private mutating func widen() {
    wide = narrow.map { Wide(truncatingIfNeeded: $0) }
    narrow = []
    isWide = true
  }
}

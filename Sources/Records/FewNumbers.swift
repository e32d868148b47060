/// A column in which few different numbers stand: a byte a row, which tells one of at most 255.
struct FewNumbers: RandomAccessCollection, Sendable {
  private static let most = 255
  /// In `placeOf`: a number that the column does not have yet.
  private static let unknown = UInt8.max

  private var places: [UInt8] = []
  /// The different numbers in the order in which they came.
  private(set) var numbers: [Int32] = []
  /// Where each number stands in `numbers`.
  private var placeOf: [UInt8] = []

  init() {}

  var startIndex: Int { 0 }
  var endIndex: Int { places.count }

  subscript(row: Int) -> Int32 { numbers[Int(places[row])] }

  /// Appends what becomes of the elements of another collection, unless there are too many different
  /// numbers then: nothing is appended and the answer is false.
  ///
  /// - Parameter make: gives the number of an element, not below zero; it may be asked twice.
  mutating func append<Others: RandomAccessCollection>(
    _ others: Others, each make: (Others.Element) -> Int32
  ) -> Bool where Others.Index == Int {
    let start = places.count
    var areKnown = true
    let known = placeOf
    places.append(others) { element in
      let number = Int(make(element))
      let place = number < known.count ? known[number] : FewNumbers.unknown
      areKnown = areKnown && place != FewNumbers.unknown
      return place
    }
    if areKnown { return true }
    for (row, element) in zip(start..., others) where places[row] == FewNumbers.unknown {
      guard let place = place(of: make(element)) else {
        places.removeLast(places.count - start)
        return false
      }
      places[row] = place
    }
    return true
  }

  /// The place of a number, which is one of the column's from now on; nil where there are too many.
  private mutating func place(of number: Int32) -> UInt8? {
    let index = Int(number)
    if index < placeOf.count, placeOf[index] != FewNumbers.unknown { return placeOf[index] }
    guard numbers.count < FewNumbers.most else { return nil }
    if index >= placeOf.count {
      placeOf += repeatElement(FewNumbers.unknown, count: index + 1 - placeOf.count)
    }
    placeOf[index] = UInt8(numbers.count)
    numbers.append(number)
    return placeOf[index]
  }

  /// Asks for memory for a long column of `count` rows in all.
  mutating func reserveColumn(_ count: Int) { places.reserveColumn(count) }

  /// Takes back all rows from `count` on.
  mutating func truncate(to count: Int) {
    if places.count > count { places.removeLast(places.count - count) }
  }
}

import Records

/// Positions grouped by a small whole number, without a list of its own for every key.
struct Positions: Sendable {
  private let positions: [Int32]
  /// Positions of key k: those up to `ends[k]`, from the end of the key before.
  private let ends: NearNumbers<UInt8, Int32>

  /// - Parameters:
  ///   - pairs: keys with one position each; the positions of a key keep this order.
  ///   - keyCount: keys are 0 ..< keyCount.
  init(_ pairs: [(key: Int32, position: Int32)], keyCount: Int) {
    var ends = [Int32](repeating: 0, count: keyCount + 1)
    for pair in pairs { ends[Int(pair.key) + 1] += 1 }
    for key in 0..<keyCount { ends[key + 1] += ends[key] }
    var positions = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      positions[Int(ends[Int(pair.key)])] = pair.position
      ends[Int(pair.key)] += 1
    }
    self.positions = positions
    self.ends = NearNumbers(ends)
  }

  /// The positions of a key; empty for one that is not known.
  subscript(key: Int) -> ArraySlice<Int32> {
    guard key >= 0, key + 1 < ends.count else { return [] }
    return positions[(key == 0 ? 0 : Int(ends[key - 1]))..<Int(ends[key])]
  }
}

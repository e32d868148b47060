/// The order of numbers inside texts as people read them: YX9 before YX10.
enum NaturalOrder {
  /// Whether `a` stands before `b`: runs of digits compare as numbers, all else by code point.
  static func precedes(_ a: String, _ b: String) -> Bool {
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    var (i, j) = (0, 0)
    while i < x.count, j < y.count {
      if isDigit(x[i]), isDigit(y[j]) {
        let (left, right) = (digits(x, from: &i), digits(y, from: &j))
        if left.count != right.count { return left.count < right.count }
        for (p, q) in zip(left, right) where p != q { return p < q }
      } else {
        if x[i] != y[j] { return x[i] < y[j] }
        i += 1
        j += 1
      }
    }
    let (restA, restB) = (x.count - i, y.count - j)
    return restA != restB ? restA < restB : a < b
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// The run of digits at a position without leading zeros; moves the position behind it.
  private static func digits(_ bytes: [UInt8], from position: inout Int) -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count, isDigit(bytes[position]) { position += 1 }
    return bytes[start..<position].drop { $0 == 48 }
  }
}

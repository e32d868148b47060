import Diagnostics

/// Surnames as keys: the first character of a name, or the first two of a compound surname.
enum Surname {
  /// The compound surnames, by their two characters.
  private struct Compounds {
    private let pairs: [(first: Unicode.Scalar, second: Unicode.Scalar)]
    /// A bit for the lowest six bits of every first character: most names are told by it alone.
    private let sieve: UInt64

    init(_ names: [String]) {
      pairs = names.compactMap { name in
        let scalars = Array(name.unicodeScalars)
        return scalars.count == 2 ? (scalars[0], scalars[1]) : nil
      }
      sieve = pairs.reduce(0) { $0 | 1 << UInt64($1.first.value & 63) }
    }

    /// The number of a compound surname, from 1; 0 where the two characters are none.
    @inline(__always)
    func number(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt32 {
      guard sieve & 1 << UInt64(first.value & 63) != 0 else { return 0 }
      let place = pairs.firstIndex { $0.first == first && $0.second == second }
      return place.map { UInt32($0) + 1 } ?? 0
    }
  }

  private static let compounds = Compounds(PersonalMask.compoundSurnames)

  /// The key of the surname of a name that begins with two characters, of which the second may be
  /// missing.
  @inline(__always)
  private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) -> UInt32 {
    let number = second.map { compounds.number(first, $0) } ?? 0
    return number > 0 ? number | 1 << 31 : first.value
  }

  /// The surname of one name, 0 for none: the code point of its character, or the number of a
  /// compound surname with the highest bit set.
  static func key(of name: String) -> UInt32 {
    var scalars = name.unicodeScalars.makeIterator()
    guard let first = scalars.next(), !isAddress(name, first) else { return 0 }
    return key(first, scalars.next())
  }

  /// 先生 and 女士 are no names by themselves.
  private static func isAddress(_ name: String, _ first: Unicode.Scalar) -> Bool {
    (first == "先" || first == "女") && (name == "先生" || name == "女士")
  }

  /// The surnames of all names of a cell.
  static func keys(of cell: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    if let key = plainKey(of: cell) { return [key] }
    return names(in: cell).map(key(of:)).filter { $0 != 0 }
  }

  /// The surnames of a cell at a glance.
  enum Mark {
    case none
    /// One surname: its character, or the number of a compound one.
    case plain(UInt16)
    /// As many surnames, some of which may be equal.
    case several(Int)
  }

  /// The surnames of a cell at a glance.
  @inline(__always)
  static func mark(of cell: UnsafeBufferPointer<UInt8>) -> Mark {
    if cell.isEmpty { return .none }
    if let key = plainKey(of: cell) { return .plain(UInt16(truncatingIfNeeded: key)) }
    let count = keys(of: cell).count
    return count == 0 ? .none : .several(count)
  }

  /// The surname of a cell that holds one name of Chinese characters and nothing else; nil for any
  /// other cell and for what may be no name.
  @inline(__always)
  private static func plainKey(of cell: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard cell.count >= 3, cell.count % 3 == 0 else { return nil }
    for index in stride(from: 0, to: cell.count, by: 3)
    where cell[index] < 0xE4 || cell[index] > 0xE9 {
      return nil
    }
    guard let first = character(cell, 0), first != "先", first != "女" else { return nil }
    return key(first, cell.count > 3 ? character(cell, 3) : nil)
  }

  /// The character of three bytes at a place.
  @inline(__always)
  private static func character(
    _ cell: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Unicode.Scalar? {
    Unicode.Scalar(
      UInt32(cell[start] & 0x0F) << 12 | UInt32(cell[start + 1] & 0x3F) << 6
        | UInt32(cell[start + 2] & 0x3F))
  }

  /// The names of a cell, parted by 、，,;；/ and line breaks.
  static func names(in cell: UnsafeBufferPointer<UInt8>) -> [String] {
    if cell.isEmpty { return [] }
    // Scalars, not characters: where a character ends is dear to find and tells nothing here.
    return String(decoding: cell, as: UTF8.self).unicodeScalars
      .split(whereSeparator: separates)
      .map { trimmed($0) }
      .filter { !$0.isEmpty }
  }

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "，", ",", ";", "；", "/", "／", "\n", "\r": true
    default: false
    }
  }

  /// The text without blanks at its ends.
  private static func trimmed(_ name: Substring.UnicodeScalarView) -> String {
    var name = name
    while let first = name.first, first.properties.isWhitespace { name.removeFirst() }
    while let last = name.last, last.properties.isWhitespace { name.removeLast() }
    return String(name)
  }
}

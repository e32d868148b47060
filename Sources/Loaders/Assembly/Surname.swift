import Diagnostics

/// Surnames as keys: the first character of a name, or the first two of a compound surname.
enum Surname {
  /// Compound surnames of two characters.
  private static let compounds: [String: UInt32] = Dictionary(
    PersonalMask.compoundSurnames.enumerated().map { ($1, UInt32($0) | 1 << 31) },
    uniquingKeysWith: { first, _ in first })

  /// Whether a compound surname begins with the character: 上东令公司夏尉慕欧皇诸. Asked of every row.
  @inline(__always)
  private static func beginsCompound(_ first: UInt32) -> Bool {
    switch first {
    case 0x4E0A, 0x4E1C, 0x4EE4, 0x516C, 0x53F8, 0x590F, 0x5C09, 0x6155, 0x6B27, 0x7687, 0x8BF8:
      true
    default: false
    }
  }

  /// The surname of one name, 0 for none: the code point of its character, or the number of a
  /// compound surname with the highest bit set.
  static func key(of name: String) -> UInt32 {
    guard let first = name.unicodeScalars.first?.value, !isAddress(name, first) else { return 0 }
    if beginsCompound(first),
      let compound = compounds[String(String.UnicodeScalarView(name.unicodeScalars.prefix(2)))]
    {
      return compound
    }
    return first
  }

  /// 先生 and 女士 are no names by themselves.
  private static func isAddress(_ name: String, _ first: UInt32) -> Bool {
    (first == 0x5148 || first == 0x5973) && (name == "先生" || name == "女士")
  }

  /// The surnames of all names of a cell.
  static func keys(of cell: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    if let key = plainKey(of: cell) { return [key] }
    return names(in: cell).map(key(of:)).filter { $0 != 0 }
  }

  /// The surnames of a cell at a glance.
  enum Mark {
    case none
    /// One surname of one character.
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
  /// other cell and for names whose surname may be compound.
  private static func plainKey(of cell: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard cell.count >= 3, cell.count % 3 == 0 else { return nil }
    for index in stride(from: 0, to: cell.count, by: 3)
    where cell[index] < 0xE4 || cell[index] > 0xE9 {
      return nil
    }
    let first =
      UInt32(cell[0] & 0x0F) << 12 | UInt32(cell[1] & 0x3F) << 6 | UInt32(cell[2] & 0x3F)
    return beginsCompound(first) || first == 0x5148 || first == 0x5973 ? nil : first
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

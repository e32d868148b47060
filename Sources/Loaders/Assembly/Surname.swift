/// Surnames as keys: the first character of a name, or the first two of a compound surname.
enum Surname {
  /// Compound surnames of two characters.
  private static let compounds: [String: UInt32] = Dictionary(
    ["欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯"].enumerated()
      .map { ($1, UInt32($0) | 1 << 31) }, uniquingKeysWith: { first, _ in first })
  private static let compoundStarts: Set<UInt32> = Set(
    compounds.keys.compactMap { $0.unicodeScalars.first?.value })

  /// The surname of one name, 0 for none: the code point of its character, or the number of a
  /// compound surname with the highest bit set.
  static func key(of name: String) -> UInt32 {
    guard let first = name.unicodeScalars.first?.value, !isAddress(name, first) else { return 0 }
    if compoundStarts.contains(first),
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
    names(in: cell).map(key(of:)).filter { $0 != 0 }
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

/// Surnames as keys: the first character of a name, or the first two of a compound surname.
enum Surname {
  /// Compound surnames of two characters.
  private static let compounds: [String: UInt32] = Dictionary(
    ["欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯"].enumerated()
      .map { ($1, UInt32($0) | 1 << 31) }, uniquingKeysWith: { first, _ in first })
  private static let compoundStarts: Set<UInt32> = Set(
    compounds.keys.compactMap { $0.unicodeScalars.first?.value })

  /// Words of address that are no name by themselves.
  private static let addresses = ["先生", "女士"]

  /// The surname of one name, 0 for none: the code point of its character, or the number of a
  /// compound surname with the highest bit set.
  static func key(of name: String) -> UInt32 {
    guard let first = name.unicodeScalars.first?.value, !addresses.contains(name) else { return 0 }
    if compoundStarts.contains(first),
      let compound = compounds[String(String.UnicodeScalarView(name.unicodeScalars.prefix(2)))]
    {
      return compound
    }
    return first
  }

  /// The surnames of all names of a cell.
  static func keys(of cell: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    names(in: cell).map(key(of:)).filter { $0 != 0 }
  }

  /// The names of a cell, parted by 、，,;；/ and line breaks.
  static func names(in cell: UnsafeBufferPointer<UInt8>) -> [String] {
    if cell.isEmpty { return [] }
    return String(decoding: cell, as: UTF8.self)
      .split { "、，,;；/／\n\r".contains($0) || $0 == "\r\n" }
      .map { $0.trimmed }
      .filter { !$0.isEmpty }
  }
}

extension Substring {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    var text = self
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

/// A header as it is compared: width folded, without blanks, zero-width characters and line
/// breaks, its trailing brackets cut and kept as the unit.
struct HeaderName: Hashable {
  /// Lower case; in a purely English header `_` and `-` are gone too, so that `visit_date`,
  /// `visit-date` and `Visit Date` are one name.
  let name: String
  /// What stood in the trailing bracket: 万元, 元/㎡, 认购/签约/退房.
  let unit: String?

  init(_ typed: String) {
    var text = HeaderName.folded(typed)
    var unit: String?
    while let cut = HeaderName.cutBracket(text) {
      text = cut.name
      // With two brackets the one that names a unit of money is the unit.
      if unit == nil || MoneyUnit(header: unit ?? "") == nil { unit = cut.bracket }
    }
    name = HeaderName.normalized(text)
    self.unit = unit
  }

  /// 定金金额/元 and 总价/万元: the name without the unit behind a slash.
  var withoutSlashUnit: (name: String, unit: String)? {
    // Asked of every cell of every head: the bytes tell at once that there is none.
    guard name.utf8.contains(0x2F), let slash = name.lastIndex(of: "/"), slash > name.startIndex
    else { return nil }
    let tail = String(name[name.index(after: slash)...])
    guard MoneyUnit.named(tail) != nil || tail == "m2" || tail == "㎡" else { return nil }
    return (String(name[..<slash]), tail)
  }

  /// The form of a header's name in the tables of known headers.
  static func normalized(_ text: String) -> String {
    let lower = CellText.lowercased(text)
    guard lower.utf8.allSatisfy({ $0 < 0x80 }) else { return lower }
    let plain = lower.utf8.filter { $0 != 0x5F && $0 != 0x2D }
    return plain.isEmpty ? lower : String(decoding: plain, as: UTF8.self)
  }

  /// The folded text without blanks.
  private static func folded(_ typed: String) -> String {
    var typed = typed
    let bytes = typed.withUTF8 { CellText.folded(Bytes($0)) }
    return String(decoding: bytes.filter { !$0.isBlank }, as: UTF8.self)
  }

  /// Cuts one bracket from the end; after folding mixed widths are one width.
  private static func cutBracket(_ text: String) -> (name: String, bracket: String)? {
    guard let end = text.utf8.last, end == 0x29 || end == 0x5D || end == 0x91,
      let last = text.last, closings.contains(last),
      let open = text.lastIndex(where: { openings.contains($0) }), open > text.startIndex
    else { return nil }
    return (String(text[..<open]), String(text[text.index(after: open)...].dropLast()))
  }

  private static let openings: Set<Character> = ["(", "[", "【"]
  private static let closings: Set<Character> = [")", "]", "】"]
}

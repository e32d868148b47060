import Records

/// A header as it is compared: width folded, without blanks, zero-width characters and line
/// breaks, its trailing brackets cut and kept as the unit.
struct HeaderName: Hashable {
  /// Lower case; in a purely English header `_` and `-` are gone too, so that `visit_date`,
  /// `visit-date` and `Visit Date` are one name.
  let name: String
  /// What stood in the trailing bracket: 万元, 元/㎡, 认购/签约/退房.
  let unit: String?

  /// The name as tables of headers are asked for it.
  var key: ExactText { ExactText(name) }

  init(_ typed: String) {
    if HeaderName.isPlain(typed) {
      (name, unit) = (typed, nil)
      return
    }
    var bytes = HeaderName.folded(typed)
    var unit: String?
    while let cut = HeaderName.bracket(at: bytes) {
      // With two brackets the one that names a unit of money is the unit.
      if unit == nil || MoneyUnit(header: unit ?? "") == nil {
        unit = String(decoding: bytes[cut.inside], as: UTF8.self)
      }
      bytes.removeSubrange(cut.start...)
    }
    name = HeaderName.normalized(bytes)
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

  /// Whether a header is its own name: nothing to fold or to trim, no bracket, and neither capitals
  /// nor what parts the words of an English name. As most are that the tables of known headers hold.
  private static func isPlain(_ typed: String) -> Bool {
    var (last, hasOthers, hasMarks): (UInt8, Bool, Bool) = (0x27, false, false)
    for byte in typed.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, 0x2F, 0x80...0xBF: break
      // Han characters, none of which has a small form.
      case 0xE4...0xE9: hasOthers = true
      case 0x2D, 0x5F: hasMarks = true
      default: return false
      }
      last = byte
    }
    return last != 0x91 && last != 0x27 && (hasOthers || !hasMarks)
  }

  /// The form of a header's name in the tables of known headers.
  private static func normalized(_ bytes: [UInt8]) -> String {
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      return CellText.lowercased(String(decoding: bytes, as: UTF8.self))
    }
    let lower = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    let plain = lower.filter { $0 != 0x5F && $0 != 0x2D }
    return String(decoding: plain.isEmpty ? lower : plain, as: UTF8.self)
  }

  /// The folded text without blanks.
  private static func folded(_ typed: String) -> [UInt8] {
    var typed = typed
    var bytes = typed.withUTF8 { CellText.folded(Bytes($0)) }
    bytes.removeAll(where: \.isBlank)
    return bytes
  }

  /// The bracket at the end of a folded text, and what stands in it: () [] or 【】; after folding
  /// mixed widths are one width.
  private static func bracket(at bytes: [UInt8]) -> (start: Int, inside: Range<Int>)? {
    let closing: Int
    switch bytes.last {
    case 0x29, 0x5D: closing = 1
    case 0x91
    where bytes.count >= 3 && bytes[bytes.count - 2] == 0x80
      && bytes[bytes.count - 3] == 0xE3:
      closing = 3
    default: return nil
    }
    let end = bytes.count - closing
    for start in stride(from: end - 1, to: 0, by: -1) {
      switch bytes[start] {
      case 0x28, 0x5B: return (start, start + 1..<end)
      case 0xE3 where start + 2 < end && bytes[start + 1] == 0x80 && bytes[start + 2] == 0x90:
        return (start, start + 3..<end)
      default: continue
      }
    }
    return nil
  }
}

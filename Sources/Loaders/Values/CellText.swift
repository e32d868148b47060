/// The text of a cell: what is trimmed before anything looks at it, and how it is folded before
/// it is compared.
package enum CellText {
  /// The cell without blanks, ideographic and no-break spaces and zero-width characters at its
  /// ends, and without the guards that spreadsheets and exports put around a value: `="…"` and a
  /// leading `'`.
  @inline(__always)
  static func trimmed(_ cell: Bytes) -> Bytes {
    let count = cell.count
    if count == 0 { return cell }
    // Nearly every cell begins with a letter, a digit or a common character and ends plainly.
    if startsPlainly(cell[0]), endsPlainly(cell, count) { return cell }
    return trimmedSlowly(cell)
  }

  @inline(__always)
  private static func startsPlainly(_ byte: UInt8) -> Bool {
    if byte < 0x80 { return byte > 0x20 && byte != 0x27 && byte != 0x3D }
    return byte >= 0xE4 && byte != 0xEF
  }

  @inline(__always)
  private static func endsPlainly(_ cell: Bytes, _ count: Int) -> Bool {
    let last = cell[count - 1]
    if last < 0x80 { return last > 0x20 }
    if count < 3 { return false }
    let lead = cell[count - 3]
    return lead >= 0xE4 && lead != 0xEF
  }

  private static func trimmedSlowly(_ cell: Bytes) -> Bytes {
    var from = 0
    var to = cell.count
    while true {
      while from < to {
        let length = blankLength(cell, at: from, before: to)
        if length == 0 { break }
        from += length
      }
      while to > from {
        let length = blankLengthBehind(cell, from: from, before: to)
        if length == 0 { break }
        to -= length
      }
      if to - from >= 3, cell[from] == 0x3D, cell[from + 1] == 0x22, cell[to - 1] == 0x22 {
        from += 2  // ="…"
        to -= 1
        continue
      }
      if from < to, cell[from] == 0x27 {
        from += 1  // '…
        continue
      }
      return cell.slice(from, to)
    }
  }

  /// Bytes of the blank or invisible character at `index`; 0 where there is none.
  static func blankLength(_ cell: Bytes, at index: Int, before end: Int) -> Int {
    let byte = cell[index]
    if byte < 0x80 { return byte.isBlank ? 1 : 0 }
    if byte == 0xC2, index + 1 < end {
      let next = cell[index + 1]
      return next == 0xA0 || next == 0xAD ? 2 : 0
    }
    guard index + 2 < end else { return 0 }
    return isInvisible(byte, cell[index + 1], cell[index + 2]) ? 3 : 0
  }

  private static func blankLengthBehind(_ cell: Bytes, from: Int, before end: Int) -> Int {
    if cell[end - 1].isBlank { return 1 }
    if end - from >= 2, cell[end - 2] == 0xC2, cell[end - 1] == 0xA0 || cell[end - 1] == 0xAD {
      return 2
    }
    if end - from >= 3, isInvisible(cell[end - 3], cell[end - 2], cell[end - 1]) { return 3 }
    return 0
  }

  /// U+3000, the spaces and marks of U+2000–U+200F, U+2028–U+202F, U+205F–U+2060 and U+FEFF.
  private static func isInvisible(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b) {
    case (0xE3, 0x80): c == 0x80
    case (0xE2, 0x80): c <= 0x8F || (c >= 0xA8 && c <= 0xAF)
    case (0xE2, 0x81): c == 0x9F || c == 0xA0
    case (0xEF, 0xBB): c == 0xBF
    default: false
    }
  }

  /// Whether folding may change the bytes: anything of the blocks that hold widths, small forms,
  /// superscripts, circled numbers, squared units, spaces and zero-width characters.
  @inline(__always)
  static func needsFolding(_ cell: Bytes) -> Bool {
    let count = cell.count
    var index = 0
    while index + 8 <= count {
      let word = cell.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 {
        if holds(word, 0xC2C2_C2C2_C2C2_C2C2) || holds(word, 0xE2E2_E2E2_E2E2_E2E2)
          || holds(word, 0xE3E3_E3E3_E3E3_E3E3) || holds(word, 0xEFEF_EFEF_EFEF_EFEF)
        {
          return true
        }
      }
      index += 8
    }
    while index < count {
      let byte = cell[index]
      if byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF { return true }
      index += 1
    }
    return false
  }

  /// Whether one of the eight bytes of a word is that of a pattern: the difference has a zero byte.
  @inline(__always)
  private static func holds(_ word: UInt64, _ pattern: UInt64) -> Bool {
    let difference = word ^ pattern
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
  }

  /// The text used for comparing: full and half width folded as NFKC does, zero-width characters
  /// removed, line breaks and all spaces as one kind of blank, trimmed.
  static func folded(_ cell: Bytes) -> [UInt8] {
    var result: [UInt8] = []
    appendFolded(cell, to: &result)
    return result
  }

  /// Appends the folded text to `result`.
  static func appendFolded(_ cell: Bytes, to result: inout [UInt8]) {
    let cell = trimmed(cell)
    let start = result.count
    guard needsFolding(cell) else {
      result.append(contentsOf: cell)
      return
    }
    var index = 0
    while index < cell.count {
      let byte = cell[index]
      switch byte {
      case 0xC2 where index + 1 < cell.count:
        foldLatin(cell[index + 1], into: &result)
        index += 2
      case 0xE2, 0xE3, 0xEF:
        guard index + 2 < cell.count else {
          result.append(byte)
          index += 1
          continue
        }
        foldThree(byte, cell[index + 1], cell[index + 2], into: &result)
        index += 3
      default:
        result.append(byte)
        index += 1
      }
    }
    // A width form may have folded to a blank at an end.
    while result.count > start, result[result.count - 1].isBlank { result.removeLast() }
    var blanks = start
    while blanks < result.count, result[blanks].isBlank { blanks += 1 }
    if blanks > start { result.removeSubrange(start..<blanks) }
  }

  private static func foldLatin(_ byte: UInt8, into result: inout [UInt8]) {
    switch byte {
    case 0xA0: result.append(0x20)
    case 0xAD: break
    case 0xB2: result.append(0x32)
    case 0xB3: result.append(0x33)
    case 0xB9: result.append(0x31)
    default: result += [0xC2, byte]
    }
  }

  private static func foldThree(
    _ a: UInt8, _ b: UInt8, _ c: UInt8, into result: inout [UInt8]
  ) {
    let code = UInt32(a & 0x0F) << 12 | UInt32(b & 0x3F) << 6 | UInt32(c & 0x3F)
    switch code {
    case 0x33A1:  // ㎡, which stands in half of all rows
      result.append(0x6D)
      result.append(0x32)
    case 0x3001, 0x3002:  // 、 and 。
      result.append(a)
      result.append(b)
      result.append(c)
    case 0xFF01...0xFF5E: result.append(UInt8(code - 0xFEE0))
    case 0x3000, 0x2000...0x200A, 0x202F, 0x205F, 0x2028, 0x2029: result.append(0x20)
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: break
    case 0x2070, 0x2074...0x2079: result.append(0x30 + UInt8(code - 0x2070))
    case 0x2080...0x2089: result.append(0x30 + UInt8(code - 0x2080))
    case 0x2460...0x2473: result += Array(String(code - 0x245F).utf8)
    case 0x2474...0x2487: result += Array("(\(code - 0x2473))".utf8)
    case 0x2160...0x216B: result += Array(romans[Int(code - 0x2160)].utf8)
    case 0x2170...0x217B: result += Array(romans[Int(code - 0x2170)].lowercased().utf8)
    default:
      if let plain = CellText.compatible[code] {
        result += Array(plain.utf8)
      } else {
        result.append(a)
        result.append(b)
        result.append(c)
      }
    }
  }

  private static let romans = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
  ]

  /// Single compatibility characters met in exports and what NFKC makes of them.
  private static let compatible: [UInt32: String] = [
    0x33A1: "m2", 0x33A5: "m3", 0x339E: "km", 0x339D: "cm", 0x339C: "mm", 0x338F: "kg",
    0x2026: "...", 0x2116: "No", 0x2122: "TM", 0xFFE0: "¢", 0xFFE1: "£", 0xFFE5: "¥",
    0xFFE6: "₩", 0xFE50: ",", 0xFE51: "、", 0xFE52: ".", 0xFE54: ";", 0xFE55: ":", 0xFE56: "?",
    0xFE57: "!", 0xFE58: "—", 0xFE59: "(", 0xFE5A: ")", 0xFE5B: "{", 0xFE5C: "}", 0xFE5D: "〔",
    0xFE5E: "〕", 0xFE5F: "#", 0xFE60: "&", 0xFE61: "*", 0xFE62: "+", 0xFE63: "-", 0xFE64: "<",
    0xFE65: ">", 0xFE66: "=", 0xFE68: "\\", 0xFE69: "$", 0xFE6A: "%", 0xFE6B: "@",
    0xFF61: "。", 0xFF62: "「", 0xFF63: "」", 0xFF64: "、", 0xFF65: "・",
  ]

  /// The folded text as a String.
  static func foldedText(_ cell: Bytes) -> String {
    let cell = trimmed(cell)
    guard needsFolding(cell) else { return String(decoding: cell, as: UTF8.self) }
    return String(decoding: folded(cell), as: UTF8.self)
  }

  /// The folded form of a text.
  package static func folded(_ text: String) -> String {
    var text = text
    return text.withUTF8 { foldedText(Bytes($0)) }
  }

  /// A folded text in lower case.
  static func lowercased(_ text: String) -> String {
    let bytes = text.utf8
    // Beyond ASCII no character of Chinese text has two cases; letters of other alphabets may.
    if bytes.contains(where: { $0 >= 0xC3 && $0 < 0xE3 || $0 == 0xEA || $0 >= 0xEF }) {
      return text.lowercased()
    }
    if !bytes.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) { return text }
    return String(
      decoding: bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}

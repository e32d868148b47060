import Records

/// Reads telephone cells: one plain mobile number at once, everything else into numbers.
struct PhoneReader {
  /// The numbers of a cell that is more than one plain mobile number.
  struct Numbers {
    var numbers: [PhoneNumber] = []
    var notes: Reading.Notes = []
    /// Something is written that is no telephone and no word for "none".
    var isUnreadable = false
  }

  /// Eleven ASCII digits that begin with 1 and are not all the same.
  @inline(__always)
  static func plainMobile(_ cell: Bytes) -> Int64? {
    guard cell.count == 11, cell[0] == 0x31 else { return nil }
    // The first eight digits and the last eight, of which three are new.
    let (first, last) = (cell.word(at: 0), cell.word(at: 3))
    guard areDigits(first), areDigits(last) else { return nil }
    let number = value(first) &* 1000 &+ value(last) % 1000
    return number == 11_111_111_111 ? nil : number
  }

  /// Whether eight bytes are ASCII digits.
  @inline(__always)
  private static func areDigits(_ word: UInt64) -> Bool {
    let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    let wanted: UInt64 = 0x3030_3030_3030_3030
    return word & high == wanted && (word &+ 0x0606_0606_0606_0606) & high == wanted
  }

  /// The number of eight digits, the first in the lowest byte: neighbours are put together, then
  /// pairs, then fours.
  @inline(__always)
  private static func value(_ word: UInt64) -> Int64 {
    let pairs = ((word.littleEndian & 0x0F0F_0F0F_0F0F_0F0F) &* (10 << 8 + 1)) >> 8
    let fours = ((pairs & 0x00FF_00FF_00FF_00FF) &* (100 << 16 + 1)) >> 16
    let eight = ((fours & 0x0000_FFFF_0000_FFFF) &* (10_000 << 32 + 1)) >> 32
    return Int64(truncatingIfNeeded: eight)
  }

  static func read(_ cell: Bytes) -> Numbers {
    var result = Numbers()
    let folded = CellText.folded(cell)
    for part in split(folded) {
      let text = String(decoding: part, as: UTF8.self)
      if text.isEmpty || EmptyMark.marks.contains(text.uppercased()) { continue }
      read(part, into: &result)
    }
    return result
  }

  /// Parts between 、，,;/ and line breaks; blanks part two whole numbers only.
  private static func split(_ folded: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    var index = 0
    while index < folded.count {
      let byte = folded[index]
      if byte == 0x2C || byte == 0x3B || byte == 0x2F || byte == 0x0A || byte == 0x0D
        || byte == 0x7C
      {
        parts.append([])
      } else if byte == 0xE3, index + 2 < folded.count, folded[index + 1] == 0x80,
        folded[index + 2] == 0x81
      {
        parts.append([])
        index += 2
      } else {
        parts[parts.count - 1].append(byte)
      }
      index += 1
    }
    return parts.flatMap { part in
      let pieces = part.split { $0.isBlank }.map(Array.init)
      let areNumbers = pieces.count > 1 && pieces.allSatisfy { $0.count >= 11 && $0[0] == 0x31 }
      return areNumbers ? pieces : [pieces.flatMap { $0 }]
    }
  }

  private static func read(_ part: [UInt8], into result: inout Numbers) {
    var text = part[...]
    if text.first == 0x27 { text = text.dropFirst() }
    let body = String(decoding: text, as: UTF8.self)
    let digits = text.filter { $0.isDigit }
    if digits.isEmpty {
      if !words.contains(body) { result.isUnreadable = true }
      return
    }
    if isExponential(text) {
      result.notes.insert(.lost)
      return
    }
    if NumberText.cut([".0", ".00"], from: &text) != nil, text.contains(where: { !$0.isDigit }) {
      text = part[...]
    }
    cutCountry(&text)
    if let masked = masked(text) {
      result.append(masked)
      return
    }
    // Only digits and what stands between digits of a telephone number; letters and other
    // scripts' digits make the cell unreadable.
    let allowed = text.allSatisfy {
      $0.isDigit || $0 == 0x2D || $0 == 0x28 || $0 == 0x29 || $0 == 0x2B || $0 == 0x2E
    }
    let number = String(decoding: text.filter { $0.isDigit }, as: UTF8.self)
    guard allowed || hasLabel(text) else {
      result.isUnreadable = true
      return
    }
    let phone = PhoneNumber(number)
    if !phone.isKey { result.notes.insert(.oddPhone) }
    result.append(phone)
  }

  /// 1.38E+10, 1.38E10.
  private static func isExponential(_ text: ArraySlice<UInt8>) -> Bool {
    guard let e = text.firstIndex(where: { $0 == 0x45 || $0 == 0x65 }), e > text.startIndex else {
      return false
    }
    let before = text[..<e].allSatisfy { $0.isDigit || $0 == 0x2E }
    let after = text[(e + 1)...].allSatisfy { $0.isDigit || $0 == 0x2B }
    return before && after && e + 1 < text.endIndex
  }

  /// +86, 0086, 86- and 86 before a mobile number.
  private static func cutCountry(_ text: inout ArraySlice<UInt8>) {
    if NumberText.cutFront(["(+86)", "(86)", "+86", "0086", "86-"], from: &text) != nil {
      if text.first == 0x2D { text = text.dropFirst() }
      return
    }
    let digits = text.filter { $0.isDigit }
    if digits.count == 13, text.starts(with: "861".utf8) { text = text.dropFirst(2) }
  }

  /// 138****6021, 138XXXX6021, 138••••6021; digits kept, each hidden character a `*`.
  private static func masked(_ text: ArraySlice<UInt8>) -> PhoneNumber? {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    var result = ""
    var hidden = 0
    for scalar in scalars {
      if ("0"..."9").contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else if masks.contains(scalar) {
        result.append("*")
        hidden += 1
      } else if scalar != "-" && scalar != " " {
        return nil
      }
    }
    return hidden > 0 ? PhoneNumber(result) : nil
  }

  private static func hasLabel(_ text: ArraySlice<UInt8>) -> Bool {
    let body = String(decoding: text, as: UTF8.self)
    return ["转", "ext", "电话", "手机", "tel", "Tel", "TEL", ":"].contains { body.contains($0) }
  }

  private static let masks: Set<Unicode.Scalar> = ["*", "x", "X", "•", "●", "×", "＊", "?"]

  /// What people write instead of a number.
  static let words: Set<String> = [
    "无", "未留", "未留电", "未留电话", "不留", "不留信息", "不留电话", "拒留", "拒绝留电", "同行", "未提供", "没有",
    "无电话", "空号", "保密", "-",
  ]
}

extension PhoneReader.Numbers {
  fileprivate mutating func append(_ number: PhoneNumber) {
    if !numbers.contains(number) { numbers.append(number) }
  }
}

/// Parts cells with several words.
enum WordSplitter {
  /// Parts between 、，,;/| and line breaks of a folded text, trimmed, empties left out.
  static func parts(_ folded: String, slash: Bool = true) -> [String] {
    // Most cells hold one word: their bytes tell that nothing parts them.
    if !folded.utf8.contains(where: mayPart) { return [folded] }
    var parts: [String] = []
    var part = ""
    func close() {
      let text = trimmed(part)
      if !text.isEmpty { parts.append(text) }
      part = ""
    }
    for scalar in folded.unicodeScalars {
      switch scalar {
      case "、", "，", ",", ";", "；", "|", "\n", "\r": close()
      case "/" where slash, "／" where slash, "\\" where slash: close()
      default: part.unicodeScalars.append(scalar)
      }
    }
    close()
    return parts
  }

  /// Whether a byte is a separator, a blank, or begins a character that may be one.
  private static func mayPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, 0x2C, 0x2F, 0x3B, 0x5C, 0x7C, 0xC2, 0xE1...0xE3, 0xEF: true
    default: false
    }
  }

  /// The pieces of a part at its blanks, when every piece is known; else the part alone.
  static func pieces(_ part: String, isKnown: (String) -> Bool) -> [String] {
    if !part.utf8.contains(where: mayPart) { return [part] }
    let pieces = part.split(whereSeparator: { $0.isWhitespace }).map(String.init)
    return pieces.count > 1 && pieces.allSatisfy(isKnown) ? pieces : [part]
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}

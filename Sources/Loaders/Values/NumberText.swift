/// A cell of a number column made ready: folded, all blanks and line breaks gone.
struct NumberText {
  let bytes: [UInt8]

  init(_ cell: Bytes) {
    var folded = CellText.folded(cell)
    folded.removeAll { $0.isBlank }
    bytes = folded
  }

  /// Cuts one of `endings` (longest first) from the end; the one that was cut.
  static func cut(_ endings: [String], from text: inout ArraySlice<UInt8>) -> String? {
    for ending in endings where text.count > ending.utf8.count {
      if text.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
        text = text.dropLast(ending.utf8.count)
        return ending
      }
    }
    return nil
  }

  /// Cuts one of `beginnings` from the start; the one that was cut.
  static func cutFront(_ beginnings: [String], from text: inout ArraySlice<UInt8>) -> String? {
    for beginning in beginnings where text.count > beginning.utf8.count {
      if text.starts(with: beginning.utf8) {
        text = text.dropFirst(beginning.utf8.count)
        return beginning
      }
    }
    return nil
  }

  /// Whether the text is a range or a limit: 130-140万, 450万以下, <90, 约100, 590万起.
  static func isBand(_ text: [UInt8]) -> Bool {
    let string = String(decoding: text, as: UTF8.self)
    guard text.contains(where: { $0.isDigit }) else { return false }
    if bandEndings.contains(where: { string.hasSuffix($0) || string.contains($0 + "(") }) {
      return true
    }
    if bandBeginnings.contains(where: { string.hasPrefix($0) }) { return true }
    // Two numbers around one dash.
    let scalars = Array(string.unicodeScalars)
    for index in scalars.indices.dropFirst().dropLast()
    where "-~—–至到".unicodeScalars.contains(scalars[index]) {
      let before = scalars[..<index].contains { ("0"..."9").contains($0) }
      if before, ("0"..."9").contains(scalars[index + 1]) { return true }
    }
    return false
  }

  private static let bandEndings = [
    "以下", "以上", "以内", "以外", "起", "左右", "+", "多万", "上下", "之间", "不到",
  ]
  private static let bandBeginnings = ["<", ">", "≤", "≥", "约", "大约", "近", "不足", "超过"]
}

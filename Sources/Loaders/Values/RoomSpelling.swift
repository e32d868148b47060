/// One spelling for a room: 12栋2单元1801室, 12#2-1801 and 12-2-1801 are the same room.
enum RoomSpelling {
  /// Folded, blanks removed, 号楼/栋/幢/#/座/单元 become "-", 室 nothing; equal text = same room.
  static func folded(_ cell: Bytes) -> String {
    folded(CellText.foldedText(cell))
  }

  static func folded(_ text: String) -> String {
    var text = text.filter { !$0.isWhitespace }
    for word in ["号楼", "栋", "幢", "#", "单元"] { text = text.replacing(word, with: "-") }
    text = text.replacing("室", with: "")
    var result = ""
    for character in text {
      if character == "-", result.isEmpty || result.last == "-" { continue }
      result.append(character)
    }
    if result.last == "-" { result.removeLast() }
    return result
  }
}

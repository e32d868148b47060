/// The words by which exports say that nothing was written.
enum EmptyMark {
  /// Which columns take 无 and similar words as "nothing".
  enum Column {
    /// 无 is an answer (抗性, 关注点, 备注 …).
    case general
    /// Names, telephones, rooms, ids: 无 is nothing.
    case personal
  }

  /// Whether a trimmed cell is empty for a column.
  @inline(__always)
  static func isEmpty(_ cell: Bytes, _ column: Column = .general) -> Bool {
    if cell.count == 0 { return true }
    // The longest mark is "(空)" in full-width brackets: nine bytes.
    if cell.count > 9 { return false }
    return isMark(cell, column)
  }

  private static func isMark(_ cell: Bytes, _ column: Column) -> Bool {
    // A mark begins with one of few bytes; digits and letters of values go out at once.
    switch cell[0] {
    case 0x2D, 0x2F, 0x5C, 0x23, 0x28, 0x6E, 0x4E, 0xE2, 0xEF: break
    case 0xE6 where beginsMark(cell): break
    default: return false
    }
    let text = String(decoding: CellText.folded(cell), as: UTF8.self)
    if marks.contains(text.uppercased()) { return true }
    return column == .personal && text == "无"
  }

  /// Whether a cell begins with 未, 暂 or 无; so many names and words begin with the same byte that
  /// the whole character is looked at.
  private static func beginsMark(_ cell: Bytes) -> Bool {
    guard cell.count >= 3 else { return false }
    switch (cell[1], cell[2]) {
    case (0x9C, 0xAA), (0x9A, 0x82), (0x97, 0xA0): return true
    default: return false
    }
  }

  /// Whether a folded word says that nothing was written. No mark has more than six bytes.
  static func isMark(_ word: String) -> Bool {
    word.utf8.count <= 6 && marks.contains(word.uppercased())
  }

  /// Printed in the reference.
  static let marks: Set<String> = [
    "", "-", "--", "---", "—", "——", "–", "/", "\\", "未知", "暂无", "N/A", "#N/A", "NULL", "(空)",
    "(NULL)",
  ]

  /// Error values of spreadsheets: a reject in a key column, not filled anywhere else.
  static func isSpreadsheetError(_ cell: Bytes) -> Bool {
    guard cell.count >= 5, cell[0] == 0x23 else { return false }
    return errors.contains(String(decoding: cell, as: UTF8.self).uppercased())
  }

  static let errors: Set<String> = [
    "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
  ]
}

/// Reads yes and no: 1 and 0.
struct YesNoReader {
  func read(_ cell: Bytes) -> Reading {
    let cell = CellText.trimmed(cell)
    if cell.count == 0 { return .empty }
    let word = CellText.foldedText(cell).uppercased()
    if YesNoReader.yes.contains(word) { return .value(1) }
    if YesNoReader.no.contains(word) { return .value(0) }
    return EmptyMark.isEmpty(cell) ? .empty : .bad
  }

  /// Printed in the reference.
  static let yes: Set<String> = [
    "是", "1", "Y", "YES", "TRUE", "T", "有", "√", "✓", "✔", "有效", "已", "对", "已接通", "接通",
  ]
  static let no: Set<String> = [
    "否", "0", "N", "NO", "FALSE", "F", "无", "×", "✗", "✘", "X", "无效", "未", "错", "未接通", "不是",
  ]
}

/// Rows below the header that are no records: totals and footers. These tests come before the
/// number of fields is looked at.
enum SkippedRow {
  enum Mark: Equatable {
    /// 合计, 小计 …: compared with our own sum.
    case total
    /// 制表人：, END: nothing to compare.
    case footer
  }

  /// What the first filled cell of a row makes of it; `cell` is trimmed.
  @inline(__always)
  static func mark(_ cell: Bytes) -> Mark? {
    // 合 小 总 本 平 制 审 备 说 T t S s E e G g
    switch cell[0] {
    case 0xE5, 0xE6, 0xE8, 0xEF, 0x54, 0x74, 0x53, 0x73, 0x45, 0x65, 0x47, 0x67: break
    default: return nil
    }
    if cell[0] < 0x80 { return cell.count > 40 ? nil : slowly(cell) }
    guard cell.count >= 6 else { return nil }
    switch (cell[0], cell[1], cell[2]) {
    case (0xE5, 0x90, 0x88), (0xE5, 0xB0, 0x8F), (0xE6, 0x80, 0xBB), (0xE6, 0x9C, 0xAC),
      (0xE5, 0xB9, 0xB3), (0xE5, 0x88, 0xB6), (0xE5, 0xAE, 0xA1), (0xE5, 0xA4, 0x87),
      (0xE8, 0xAF, 0xB4), (0xEF, _, _):
      return slowly(cell)
    default: return nil
    }
  }

  private static func slowly(_ cell: Bytes) -> Mark? {
    var text = CellText.foldedText(cell).filter { !$0.isWhitespace }
    if footers.contains(where: { text.hasPrefix($0) }) { return .footer }
    if text.hasPrefix("备注:") || text.hasPrefix("说明:") { return .footer }
    if text.last == ":" { text.removeLast() }
    let word = text.lowercased()
    if totals.contains(word) { return .total }
    return ends.contains(word) || word == "审核" ? .footer : nil
  }

  /// Whether a total row stands for the rows since the last one rather than for all.
  static func isPartial(_ cell: Bytes) -> Bool {
    let text = CellText.foldedText(cell).filter { !$0.isWhitespace }.lowercased()
    return text.hasPrefix("小计") || text.hasPrefix("本页合计") || text.hasPrefix("subtotal")
  }

  static let totals: Set<String> = [
    "合计", "小计", "总计", "总合计", "本页合计", "平均", "total", "subtotal", "grandtotal",
  ]
  static let footers = ["制表人", "审核人", "审批"]
  static let ends: Set<String> = ["end", "endoffile", "endofreport"]
}

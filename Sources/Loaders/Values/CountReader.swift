/// Reads whole numbers of things, with or without their counting word.
struct CountReader {
  /// Competitor notes only: 约30组 is 30, marked approximate.
  let takesApproximate: Bool

  func read(_ cell: Bytes) -> Reading {
    if let number = CountReader.plain(cell) { return .value(number) }
    let cell = CellText.trimmed(cell)
    if EmptyMark.isEmpty(cell) { return .empty }
    let folded = NumberText(cell).bytes
    var text = folded[...]
    var notes: Reading.Notes = []
    if takesApproximate {
      if NumberText.cutFront(["大约", "约", "近"], from: &text) != nil { notes = .approximate }
      cutApproximate(&text, &notes)
    }
    _ = NumberText.cut(CountReader.endings, from: &text)
    if takesApproximate { cutApproximate(&text, &notes) }
    _ = NumberText.cutFront(["第"], from: &text)
    let number = Array(text).withUnsafeBytes { PlainDecimal.signed($0, 0, $0.count) }
    guard let number else { return NumberText.isBand(folded) ? .band : .bad }
    guard let scaled = number.number.scaled(by: 1), scaled.isExact else { return .bad }
    return .value(number.isNegative ? -scaled.value : scaled.value, notes)
  }

  private func cutApproximate(_ text: inout ArraySlice<UInt8>, _ notes: inout Reading.Notes) {
    if NumberText.cut(["左右", "上下", "+", "多", "余"], from: &text) != nil { notes = .approximate }
  }

  @inline(__always)
  private static func plain(_ cell: Bytes) -> Int64? {
    guard cell.count > 0, cell.count <= 12 else { return nil }
    var value: Int64 = 0
    for byte in cell {
      guard byte.isDigit else { return nil }
      value = value &* 10 &+ Int64(byte.digit)
    }
    return value
  }

  private static let endings = [
    "人次", "组", "套", "人", "次", "通", "批", "户", "个", "台", "位", "间", "张", "分", "层", "楼", "F",
    "天", "%",
  ]
}

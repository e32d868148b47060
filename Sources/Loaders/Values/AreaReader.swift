/// Reads floor areas into hundredths of a square metre; ranges are bands.
struct AreaReader {
  func read(_ cell: Bytes) -> Reading {
    if let hundredths = AreaReader.plain(cell) { return .value(hundredths) }
    let cell = CellText.trimmed(cell)
    if EmptyMark.isEmpty(cell) { return .empty }
    let folded = NumberText(cell).bytes
    var text = folded[...]
    let unit = NumberText.cut(AreaReader.endings, from: &text)
    let number = Array(text).withUnsafeBytes { PlainDecimal.signed($0, 0, $0.count) }
    guard let number else { return NumberText.isBand(folded) ? .band : .bad }
    let factor: Int128 = unit == "万m2" || unit == "万平方米" || unit == "万平米" ? 1_000_000 : 100
    guard let scaled = number.number.scaled(by: factor) else { return .bad }
    return .value(
      number.isNegative ? -scaled.value : scaled.value, scaled.isExact ? [] : .rounded)
  }

  /// Plain digits with at most two decimals.
  @inline(__always)
  private static func plain(_ cell: Bytes) -> Int64? {
    let count = cell.count
    guard count > 0, count <= 12 else { return nil }
    var value: Int64 = 0
    var index = 0
    while index < count, cell[index].isDigit {
      value = value &* 10 &+ Int64(cell[index].digit)
      index += 1
    }
    guard index > 0 else { return nil }
    if index == count { return value &* 100 }
    guard cell[index] == 0x2E, count - index <= 3, count - index >= 2 else { return nil }
    let decimals = count - index - 1
    index += 1
    while index < count {
      guard cell[index].isDigit else { return nil }
      value = value &* 10 &+ Int64(cell[index].digit)
      index += 1
    }
    return decimals == 2 ? value : value &* 10
  }

  private static let endings = [
    "万平方米", "万平米", "万m2", "平方米", "平米", "平方", "m²", "m2", "M2", "㎡", "平", "sqm", "方",
  ]
}

/// Reads amounts of money and prices a square metre into whole fen.
///
/// Unit: in the cell, else the column's, else yuan. More decimals than fen are rounded once, half
/// away from zero. Ranges are bands.
struct MoneyReader {
  /// The unit of the header's bracket or of `columns.csv`; nil when neither names one.
  let unit: MoneyUnit?

  func read(_ cell: Bytes) -> Reading {
    if let fen = plain(cell) { return .value(fen) }
    let cell = CellText.trimmed(cell)
    if EmptyMark.isEmpty(cell) { return .empty }
    return readSlowly(NumberText(cell).bytes)
  }

  /// Plain digits with at most two decimals, the common form.
  @inline(__always)
  private func plain(_ cell: Bytes) -> Int64? {
    let count = cell.count
    guard count > 0, count <= 15 else { return nil }
    var value: Int64 = 0
    var index = 0
    while index < count, cell[index].isDigit {
      value = value &* 10 &+ Int64(cell[index].digit)
      index += 1
    }
    guard index > 0 else { return nil }
    var decimals = 0
    if index < count {
      guard cell[index] == 0x2E, count - index <= 3, count - index >= 2 else { return nil }
      index += 1
      while index < count {
        guard cell[index].isDigit else { return nil }
        value = value &* 10 &+ Int64(cell[index].digit)
        decimals += 1
        index += 1
      }
    }
    let hundredths = decimals == 2 ? value : decimals == 1 ? value &* 10 : value &* 100
    let (fen, overflow) = hundredths.multipliedReportingOverflow(by: unit?.yuan ?? 1)
    return overflow || fen > 1_000_000_000_000_000_000 ? nil : fen
  }

  private func readSlowly(_ folded: [UInt8]) -> Reading {
    var text = folded[...]
    var negative = false
    if text.count > 2, text.first == 0x28, text.last == 0x29 {
      negative = true
      text = text.dropFirst().dropLast()
    }
    if text.count > 1, text.first == 0x2D {
      if negative { return .bad }
      negative = true
      text = text.dropFirst()
    } else if NumberText.cutFront(["−"], from: &text) != nil {
      if negative { return .bad }
      negative = true
    }
    _ = NumberText.cutFront(MoneyReader.signs, from: &text)
    _ = NumberText.cut(MoneyReader.perUnit, from: &text)
    let word = NumberText.cut(MoneyUnit.endings, from: &text)
    let own = word.flatMap(MoneyUnit.named)
    let number = Array(text).withUnsafeBytes { PlainDecimal.signed($0, 0, $0.count) }
    guard let number, !(number.isNegative && negative) else {
      return NumberText.isBand(folded) ? .band : .bad
    }
    let yuan = own?.yuan ?? unit?.yuan ?? 1
    guard let scaled = number.number.scaled(by: Int128(yuan) * 100) else { return .bad }
    var notes: Reading.Notes = scaled.isExact ? [] : .rounded
    if let own, let unit, own != unit { notes.insert(.cellUnit) }
    return .value(negative || number.isNegative ? -scaled.value : scaled.value, notes)
  }

  private static let signs = ["人民币", "RMB", "rmb", "CNY", "¥", "￥"]
  private static let perUnit = [
    "/平方米", "/平米", "/平方", "/m²", "/m2", "/M2", "/㎡", "/平", "/套", "每平方米", "每平米", "每平",
  ]
}

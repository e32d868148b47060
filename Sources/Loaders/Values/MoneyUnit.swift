/// The unit of an amount of money: how many yuan one of it is.
struct MoneyUnit: Equatable {
  let yuan: Int64

  static let yuan = MoneyUnit(yuan: 1)

  /// Words for units, longest first, so that 万元 is found before 元.
  static let words: [(word: String, yuan: Int64)] = [
    ("百万元整", 1_000_000), ("人民币元", 1), ("百万元", 1_000_000), ("万元整", 10_000),
    ("百万", 1_000_000), ("亿元", 100_000_000), ("千元", 1000), ("万元", 10_000), ("元整", 1),
    ("亿", 100_000_000), ("万", 10_000), ("元", 1), ("圆", 1), ("yuan", 1), ("rmb", 1), ("cny", 1),
    ("w", 10_000), ("W", 10_000), ("RMB", 1), ("CNY", 1), ("Yuan", 1),
  ]

  static let endings = words.map(\.word)

  /// The unit of a word; nil when it names no money.
  static func named(_ word: String) -> MoneyUnit? {
    words.first { $0.word == word }.map { MoneyUnit(yuan: $0.yuan) }
  }

  /// The unit that a header's bracket or `columns.csv` names: 万元, 元/㎡, 单位：万元; nil when it
  /// names no money.
  init?(header text: String) {
    var text = CellText.folded(text).filter { !$0.isWhitespace }.lowercased()
    for prefix in ["单位:", "单位", "人民币"] where text.hasPrefix(prefix) && text.count > prefix.count {
      text.removeFirst(prefix.count)
    }
    if let slash = text.firstIndex(of: "/") { text = String(text[..<slash]) }
    guard let unit = MoneyUnit.named(text) else { return nil }
    self = unit
  }

  init(yuan: Int64) { self.yuan = yuan }
}

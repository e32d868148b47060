import Quantities
import Records

/// The categories of one field: what words a thing falls under, how they are called, how ordered.
///
/// Keys are small whole numbers, 0 for what nobody wrote down (未填).
struct Categories: Sendable {
  /// How the rows of a breakdown stand.
  enum Order: Sendable {
    /// By the first count, largest first, then by name.
    case size
    /// In the field's own order; the closure gives the rank of a name. 未填 is last.
    case natural(@Sendable (String) -> NaturalRank)
  }

  /// Keys are 0 ..< keyCount.
  let keyCount: Int
  /// What a key is called; nil for 未填.
  let name: @Sendable (Int) -> Words?
  let order: Order
  /// A thing may fall under several words.
  let isMultiple: Bool

  init(
    keyCount: Int, order: Order = .size, isMultiple: Bool = false,
    name: @escaping @Sendable (Int) -> Words?
  ) {
    self.keyCount = keyCount
    self.order = order
    self.isMultiple = isMultiple
    self.name = name
  }

  /// The words of the office as categories: a key is the number of a symbol.
  init(words lexicon: Lexicon, order: Order = .size, isMultiple: Bool = false) {
    self.init(keyCount: lexicon.count, order: order, isMultiple: isMultiple) { key in
      guard key > 0 else { return nil }
      let text = lexicon[Symbol(number: Int32(key))]
      return Words(text, text)
    }
  }

  /// A closed list in its own order: key 1 is the first.
  init(list: [Words], isMultiple: Bool = false) {
    let ranks = Dictionary(
      list.enumerated().map { ($1.chinese, $0) }, uniquingKeysWith: { first, _ in first })
    self.init(
      keyCount: list.count + 1,
      order: .natural { NaturalRank(group: 0, number: ranks[$0] ?? list.count, text: $0) },
      isMultiple: isMultiple
    ) { key in key > 0 ? list[key - 1] : nil }
  }

  /// The cell that names a row.
  func cell(_ key: Int) -> Value {
    guard let name = name(key) else { return .words(.unfilled) }
    return name.chinese == name.english ? .text(name.chinese) : .words(name)
  }

  /// The keys in the order of a printed table; `size` gives the first count of a key.
  func sorted(_ keys: [Int], by size: (Int) -> Rational) -> [Int] {
    let names = keys.map { name($0)?.chinese ?? Words.unfilled.chinese }
    switch order {
    case .size:
      let sizes = keys.map(size)
      return keys.indices.sorted { a, b in
        sizes[a] != sizes[b] ? sizes[a] > sizes[b] : precedes(names[a], names[b])
      }.map { keys[$0] }
    case .natural(let rank):
      let ranks = names.map(rank)
      return keys.indices.sorted { a, b in
        if (keys[a] == 0) != (keys[b] == 0) { return keys[b] == 0 }
        return ranks[a] < ranks[b]
      }.map { keys[$0] }
    }
  }

  /// The order of code points, the same everywhere.
  private func precedes(_ one: String, _ other: String) -> Bool {
    one.unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
  }
}

/// The place of a word in the natural order of its field.
struct NaturalRank: Comparable, Sendable {
  let group: Int
  let number: Int
  let text: String

  static func < (one: NaturalRank, other: NaturalRank) -> Bool {
    if one.group != other.group { return one.group < other.group }
    if one.number != other.number { return one.number < other.number }
    return one.text.unicodeScalars.lexicographicallyPrecedes(other.text.unicodeScalars)
  }

  /// Bands of numbers (30岁以下, 31-40): by the first number, "below" before what begins there;
  /// words without a number after them.
  static func band(_ text: String) -> NaturalRank {
    let digits = text.drop { !("0"..."9").contains($0) }.prefix { ("0"..."9").contains($0) }
    guard let number = Int(digits) else { return NaturalRank(group: 1, number: 0, text: text) }
    let isBelow = ["以下", "以内", "<", "＜", "不足"].contains { text.contains($0) }
    return NaturalRank(group: 0, number: number &* 2 &- (isBelow ? 1 : 0), text: text)
  }

  /// Levels: A before B, within a letter + before plain before −, then by number; other words after.
  static func level(_ text: String) -> NaturalRank {
    let scalars = Array(text.unicodeScalars.map(\.value))
    guard let letter = scalars.first, (65...90).contains(letter) || (97...122).contains(letter)
    else { return NaturalRank(group: 1, number: 0, text: text) }
    var rest = scalars.dropFirst()
    var digit = 0
    if let next = rest.first, (48...57).contains(next) {
      digit = Int(next) - 47
      rest = rest.dropFirst()
    }
    var sign = 1
    if let last = rest.first, last == 43 || last == 45 {
      sign = last == 43 ? 0 : 2
      rest = rest.dropFirst()
    }
    guard rest.isEmpty else { return NaturalRank(group: 1, number: 0, text: text) }
    let upper = letter > 90 ? letter - 32 : letter
    return NaturalRank(group: 0, number: (Int(upper) * 3 + sign) * 12 + digit, text: text)
  }
}

extension String {
  /// Whether `part` stands in the text.
  fileprivate func contains(_ part: String) -> Bool {
    let (text, part) = (Array(unicodeScalars), Array(part.unicodeScalars))
    guard part.count <= text.count else { return false }
    return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
  }
}

/// All words of an office: symbols for words, lists of symbols for cells with several words.
///
/// One lexicon serves all kinds and fields, so that a channel of a call and the same channel of a
/// deal are one symbol.
package struct Lexicon: Sendable {
  private var texts: [String] = [""]
  private var numbers: [ExactText: Int32] = [:]
  private var lists: [[Symbol]] = [[]]
  private var listNumbers: [[Symbol]: Int32] = [:]

  package init() {}

  /// The symbol of a word, new or known; the empty text is `Symbol.none`.
  package mutating func intern(_ text: String) -> Symbol {
    if text.isEmpty { return .none }
    let key = ExactText(text)
    if let number = numbers[key] { return Symbol(number: number) }
    let number = Int32(texts.count)
    texts.append(text)
    numbers[key] = number
    return Symbol(number: number)
  }

  /// The list of some words, new or known; no words are `WordList.none`.
  package mutating func intern(_ words: [Symbol]) -> WordList {
    if words.isEmpty { return .none }
    if let number = listNumbers[words] { return WordList(number: number) }
    let number = Int32(lists.count)
    lists.append(words)
    listNumbers[words] = number
    return WordList(number: number)
  }

  /// The symbol of a word that is already known.
  package func symbol(of text: String) -> Symbol? {
    text.isEmpty ? Symbol.none : numbers[ExactText(text)].map(Symbol.init(number:))
  }

  /// The text of a symbol; empty for `none`.
  package subscript(symbol: Symbol) -> String { texts[Int(symbol.number)] }

  /// The words of a list in the order of the cell.
  package subscript(list: WordList) -> [Symbol] { lists[Int(list.number)] }

  /// Number of symbols, `none` included: symbols are 0 ..< count.
  package var count: Int { texts.count }

  /// Number of lists, `none` included.
  package var listCount: Int { lists.count }

  /// The words from symbol `first` on, in the order of their symbols.
  package func words(from first: Int) -> [String] { Array(texts[first...]) }

  /// The lists from number `first` on, in order.
  package func lists(from first: Int) -> [[Symbol]] { Array(lists[first...]) }
}

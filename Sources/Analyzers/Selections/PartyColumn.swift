import Records

/// One column of the visits as the parties have it: of several rows of a party the first cell
/// that is written counts, cells with several words are united.
struct PartyColumn: Sendable {
  private let parties: Parties
  private let lexicon: Lexicon
  private let symbols: WordColumn<Symbol>
  private let lists: WordColumn<WordList>
  /// Whether the visits have the column, be it without a row.
  let exists: Bool
  /// Whether cells hold several words.
  let isMultiple: Bool

  init(_ field: Field, _ office: SalesOffice) {
    parties = office.parties
    lexicon = office.lexicon
    symbols = office.visits.symbols(field)
    lists = office.visits.lists(field)
    exists = office.visits.has(field)
    isMultiple = PartyColumn.isMultiple(field, office)
  }

  /// Whether the cells of a column of the visits hold several words; a file without rows has it too.
  static func isMultiple(_ field: Field, _ office: SalesOffice) -> Bool {
    if case .lists = office.visits[field] { true } else { false }
  }

  /// The party's word; `none` where nothing is written.
  func word(_ party: Int) -> Symbol { parties.symbol(symbols, party) }

  /// The numbers of the words of several parties, 0 where nothing is written.
  func numbers(of items: [Int32]) -> [Int32] {
    let (parties, symbols) = (parties, symbols)
    return items.map { parties.symbol(symbols, Int($0)).number }
  }

  /// The party's first list that is written, such as its consultants.
  func list(_ party: Int) -> WordList {
    guard !lists.isEmpty else { return .none }
    for row in parties.rows(of: party) where !lists[Int(row)].isNone { return lists[Int(row)] }
    return .none
  }

  /// Gives all words of the party, each once, to a closure; a missing one where there are none.
  func forEachWord(_ party: Int, _ body: (Symbol) -> Void) {
    let rows = parties.rows(of: party)
    guard isMultiple, rows.count == 1, let row = rows.first else {
      let words = words(party)
      if words.isEmpty { body(.none) }
      for word in words { body(word) }
      return
    }
    let words = lexicon[lists[Int(row)]]
    if words.isEmpty { body(.none) }
    for (index, word) in words.enumerated() where !words[..<index].contains(word) { body(word) }
  }

  /// All words of the party, each once, in the order of its rows; a single-valued column gives one.
  func words(_ party: Int) -> [Symbol] {
    guard isMultiple else {
      let word = word(party)
      return word.isNone ? [] : [word]
    }
    var found: [Symbol] = []
    for row in parties.rows(of: party) where !lists[Int(row)].isNone {
      for word in lexicon[lists[Int(row)]] where !found.contains(word) { found.append(word) }
    }
    return found
  }
}

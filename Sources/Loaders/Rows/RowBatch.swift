import Records

/// The rows of one piece of a file, as one thread read them: symbols, lists and telephone entries
/// are numbered by that thread's own lexicon until they are put into the table of the kind.
struct RowBatch: Sendable {
  /// The thread's context, whose numbers these are.
  let context: LoadContext
  var rows: TableBuilder
  var outcome = RowOutcome()
  var news = ContextNews()
}

/// What a thread's context learned since its last batch.
struct ContextNews: Sendable {
  struct Word: Sendable {
    let word: String
    let field: Field
    let kind: RecordKind
  }

  var words: [String] = []
  var lists: [[Symbol]] = []
  var phones: [[PhoneNumber]] = []
  var unknown: [Word] = []
  var staff: [String] = []
}

/// From the numbers of one thread's context to those of the run.
struct ContextMap {
  private(set) var symbols: [Int32] = [0]
  private(set) var lists: [Int32] = [0]
  /// The largest of the run's numbers among them.
  private(set) var largestSymbol: Int32 = 0
  private(set) var largestList: Int32 = 0
  private(set) var phones: [PhoneCell] = []

  /// Takes what the thread learned into the context of the run.
  mutating func learn(_ news: ContextNews, _ context: LoadContext) {
    for word in news.words {
      let number = context.lexicon.intern(word).number
      symbols.append(number)
      largestSymbol = max(largestSymbol, number)
    }
    for list in news.lists {
      let words = list.map { Symbol(number: symbols[Int($0.number)]) }
      let number = context.lexicon.intern(words).number
      lists.append(number)
      largestList = max(largestList, number)
    }
    for numbers in news.phones { phones.append(context.cell(of: numbers)) }
    for entry in news.unknown { context.noteUnknown(entry.word, entry.field, entry.kind) }
    for name in news.staff { context.noteStaff(name) }
  }
}

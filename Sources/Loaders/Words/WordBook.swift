import Records

/// From a word as typed to the office's standard word: `words.csv` first and final, then the
/// built-in list; an unknown word stays as it is.
struct WordBook {
  /// Field → folded lower-case word → standard word.
  private var office: [Field: [String: String]] = [:]

  private struct Key: Hashable {
    let kind: RecordKind
    let field: Field
  }

  private static let builtIn: [Key: [String: String]] = {
    var builtIn: [Key: [String: String]] = [:]
    for list in BuiltInWords.all {
      var table: [String: String] = [:]
      for entry in list.entries {
        for word in [entry.standard] + entry.words {
          table[CellText.lowercased(CellText.folded(word))] = entry.standard
        }
      }
      for kind in list.kinds.isEmpty ? RecordKind.allCases : list.kinds {
        builtIn[Key(kind: kind, field: list.field)] = table
      }
    }
    return builtIn
  }()

  init() {}

  /// Makes the table of built-in words, which is made once.
  static func prepare() { _ = builtIn }

  /// Adds one line of `words.csv`. A standard word of the office is itself final.
  mutating func add(_ field: Field, word: String, standard: String) {
    let standard = CellText.folded(standard)
    office[field, default: [:]][CellText.lowercased(CellText.folded(word))] = standard
    let own = CellText.lowercased(standard)
    if office[field]?[own] == nil { office[field]?[own] = standard }
  }

  /// The words of one column.
  func words(of field: Field, in kind: RecordKind) -> ColumnWords {
    ColumnWords(
      office: office[field] ?? [:], builtIn: WordBook.builtIn[Key(kind: kind, field: field)],
      isLevel: field == .level)
  }
}

/// The words that are known in one column.
struct ColumnWords {
  /// Folded lower-case word → standard word.
  fileprivate let office: [String: String]
  fileprivate let builtIn: [String: String]?
  fileprivate let isLevel: Bool

  /// The standard word of a folded word, and whether any list knows it.
  func standard(_ word: String) -> (word: String, isKnown: Bool) {
    let key = CellText.lowercased(word)
    if let own = office[key] { return (own, true) }
    if isLevel, let level = ColumnWords.level(word) { return (level, true) }
    if let standard = builtIn?[key] { return (standard, true) }
    return (word, false)
  }

  /// Whether there is any list for the column, so that an unknown word is worth a note.
  var hasList: Bool { isLevel || builtIn != nil }

  /// A级, Ａ, a类, B+, A1: a letter, an optional digit and sign.
  private static func level(_ word: String) -> String? {
    var text = word.uppercased().filter { !$0.isWhitespace }
    if let last = text.last, "级类".contains(last) { text.removeLast() }
    let scalars = Array(text.unicodeScalars)
    guard (1...3).contains(scalars.count), ("A"..."Z").contains(scalars[0]) else { return nil }
    let rest = scalars.dropFirst()
    let isLevel =
      rest.isEmpty
      || (rest.count == 1
        && (("0"..."9").contains(scalars[1]) || "+-".unicodeScalars.contains(scalars[1])))
      || (rest.count == 2 && ("0"..."9").contains(scalars[1])
        && "+-".unicodeScalars.contains(scalars[2]))
    return isLevel ? text : nil
  }
}

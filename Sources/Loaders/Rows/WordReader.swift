import Records

/// Reads cells of words: folds them, parts those with several, and gives symbols. Called once for
/// every different cell of a column; the column's cache answers the rest.
struct WordReader {
  let kind: RecordKind
  let field: Field
  let context: LoadContext
  private let known: ColumnWords

  init(kind: RecordKind, field: Field, context: LoadContext) {
    self.kind = kind
    self.field = field
    self.context = context
    known = context.words.words(of: field, in: kind)
  }

  /// Whether 无 is nothing in this column.
  static func emptyColumn(_ field: Field) -> EmptyMark.Column {
    switch field {
    case .name, .phone, .customerID, .recordID, .room, .unit1, .unit2, .staff, .referrer, .card,
      .owner, .checker, .surveyor, .aliases:
      .personal
    default: .general
    }
  }

  /// One word.
  func word(_ cell: Bytes) -> Reading {
    let cell = CellText.trimmed(cell)
    if EmptyMark.isEmpty(cell, WordReader.emptyColumn(field)) { return .empty }
    if EmptyMark.isSpreadsheetError(cell) { return .bad }
    let text = CellText.foldedText(cell)
    let (word, isKnown) = known.standard(text)
    if field == .channel, !isKnown {
      let parts = WordSplitter.parts(text)
      if let first = parts.first, parts.count > 1 {
        return .value(symbol(first), .firstOfSeveral)
      }
    }
    if !isKnown, known.hasList { context.noteUnknown(word, field, kind) }
    return .value(Int64(context.lexicon.intern(word).number))
  }

  /// Several words.
  func words(_ cell: Bytes) -> Reading {
    let cell = CellText.trimmed(cell)
    if EmptyMark.isEmpty(cell, WordReader.emptyColumn(field)) { return .empty }
    if EmptyMark.isSpreadsheetError(cell) { return .bad }
    let text = CellText.foldedText(cell)
    let whole = known.standard(text)
    if whole.isKnown { return list([context.lexicon.intern(whole.word)]) }
    var symbols: [Symbol] = []
    for part in WordSplitter.parts(text) {
      let pieces = WordSplitter.pieces(part) {
        known.standard($0).isKnown
      }
      for piece in pieces where !EmptyMark.isMark(piece) {
        let symbol = Symbol(number: Int32(symbol(piece)))
        if !symbols.contains(symbol) { symbols.append(symbol) }
      }
    }
    return list(symbols)
  }

  /// One or several consultants.
  func staff(_ cell: Bytes) -> Reading {
    let cell = CellText.trimmed(cell)
    if EmptyMark.isEmpty(cell, .personal) { return .empty }
    if EmptyMark.isSpreadsheetError(cell) { return .bad }
    let text = CellText.foldedText(cell)
    var symbols: [Symbol] = []
    let parts = context.staff.knows(text) ? [text] : WordSplitter.parts(text)
    for part in parts {
      for piece in WordSplitter.pieces(part, isKnown: { context.staff.knows($0) }) {
        let name = context.staff.name(piece)
        if StaffBook.nobody.contains(name) || EmptyMark.isMark(name) { continue }
        context.noteStaff(name)
        let symbol = context.lexicon.intern(name)
        if !symbols.contains(symbol) { symbols.append(symbol) }
      }
    }
    return list(symbols)
  }

  /// A room, one spelling.
  func room(_ cell: Bytes) -> Reading {
    let cell = CellText.trimmed(cell)
    if EmptyMark.isEmpty(cell, .personal) { return .empty }
    if EmptyMark.isSpreadsheetError(cell) { return .bad }
    let room = RoomSpelling.folded(cell)
    return room.isEmpty ? .empty : .value(Int64(context.lexicon.intern(room).number))
  }

  /// A customer id: folded, without the ".0" that a number column added.
  func identifier(_ cell: Bytes) -> Reading {
    let cell = CellText.trimmed(cell)
    if EmptyMark.isEmpty(cell, .personal) { return .empty }
    if EmptyMark.isSpreadsheetError(cell) { return .bad }
    var text = CellText.foldedText(cell)
    if WordReader.isExponential(text) { return Reading(state: .empty, notes: .lost) }
    if text.hasSuffix(".0"), text.dropLast(2).utf8.allSatisfy({ $0.isDigit }) {
      text.removeLast(2)
    }
    return .value(Int64(context.lexicon.intern(text).number))
  }

  /// Telephone cells that are more than one plain mobile number.
  func phones(_ cell: Bytes) -> Reading {
    let cell = CellText.trimmed(cell)
    if EmptyMark.isEmpty(cell, .personal) { return .empty }
    if EmptyMark.isSpreadsheetError(cell) { return .bad }
    let numbers = PhoneReader.read(cell)
    if numbers.numbers.isEmpty {
      if numbers.isUnreadable { return .bad }
      return Reading(state: .empty, notes: numbers.notes)
    }
    return .value(context.cell(of: numbers.numbers).raw, numbers.notes)
  }

  private func symbol(_ text: String) -> Int64 {
    let (word, isKnown) = known.standard(text)
    if !isKnown, known.hasList { context.noteUnknown(word, field, kind) }
    return Int64(context.lexicon.intern(word).number)
  }

  private func list(_ symbols: [Symbol]) -> Reading {
    symbols.isEmpty ? .empty : .value(Int64(context.lexicon.intern(symbols).number))
  }

  /// 4.40981E+17: an id that a spreadsheet destroyed.
  private static func isExponential(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let plus = bytes.firstIndex(of: 0x2B), let point = bytes.firstIndex(of: 0x2E),
      point < plus
    else { return false }
    let e = bytes.index(before: plus)
    let before = bytes[..<e]
    return (bytes[e] == 0x45 || bytes[e] == 0x65) && before.allSatisfy { $0.isDigit || $0 == 0x2E }
      && bytes[bytes.index(after: plus)...].allSatisfy { $0.isDigit }
  }
}

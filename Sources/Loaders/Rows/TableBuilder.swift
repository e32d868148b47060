import Records

/// Grows the table of one kind, file by file and row by row.
struct TableBuilder {
  /// The cells of one column while it grows.
  struct Store {
    let field: Field
    let shape: Shape
    var days = DayColumn()
    var numbers: [Int64] = []
    var symbols: WordColumn<Symbol>
    var lists: WordColumn<WordList>
    var phones = PhoneColumn()
    var texts = TextColumn()

    /// - Parameter isShort: whether the column will have few rows.
    init(_ field: Field, _ shape: Shape, isShort: Bool) {
      self.field = field
      self.shape = shape
      symbols = WordColumn(isShort: isShort)
      lists = WordColumn(isShort: isShort)
    }

    /// Asks for memory for the cells of so many rows, except that of texts.
    mutating func reserve(_ rows: Int) {
      switch shape {
      case .days: days.reserveColumn(rows)
      case .numbers: numbers.reserveColumn(rows)
      case .symbols: symbols.reserveColumn(rows)
      case .lists: lists.reserveColumn(rows)
      case .phones: phones.reserveColumn(rows)
      case .texts: break
      }
    }
  }

  enum Shape { case days, numbers, symbols, lists, phones, texts }

  let kind: RecordKind
  /// Whether these are the rows of one piece of a file only.
  private let isBatch: Bool
  var table: RecordTable
  private(set) var stores: [Store] = []
  private(set) var keepsMinutes = false
  /// Hash of each row's cells, for copies; and of its record id, 0 without one, none where no file
  /// has ids.
  var rowHashes: [UInt64] = []
  var idHashes: [UInt64] = []

  init(_ kind: RecordKind, isBatch: Bool = false) {
    self.kind = kind
    self.isBatch = isBatch
    table = RecordTable(kind)
  }

  /// Index of the store of a field, filled up to the current row.
  mutating func store(_ field: Field, _ type: FieldType) -> Int {
    store(field, TableBuilder.shape(type))
  }

  private mutating func store(_ field: Field, _ shape: Shape) -> Int {
    let index: Int
    if let known = stores.indices.first(where: { stores[$0].field == field }) {
      index = known
    } else {
      index = stores.count
      stores.append(Store(field, shape, isShort: isBatch))
    }
    fill(index)
    return index
  }

  /// Keeps the time of the key date from now on; earlier rows have none.
  mutating func keepMinutes() {
    keepsMinutes = true
    while table.minutes.count < table.count { table.minutes.append(-1) }
  }

  static func shape(_ type: FieldType) -> Shape {
    switch type {
    case .day, .week: .days
    case .money, .price, .area, .count, .yesNo, .quantity: .numbers
    case .word, .room, .identifier: .symbols
    case .words, .staff: .lists
    case .phones: .phones
    case .names, .text: .texts
    }
  }

  /// Appends "nothing" until a store has as many cells as there are rows.
  private mutating func fill(_ index: Int) {
    let rows = table.count
    switch stores[index].shape {
    case .days:
      while stores[index].days.count < rows { stores[index].days.append(Missing.day) }
    case .numbers:
      while stores[index].numbers.count < rows { stores[index].numbers.append(Missing.number) }
    case .symbols:
      while stores[index].symbols.count < rows { stores[index].symbols.append(.none) }
    case .lists:
      while stores[index].lists.count < rows { stores[index].lists.append(.none) }
    case .phones:
      while stores[index].phones.count < rows { stores[index].phones.append(.none) }
    case .texts:
      while stores[index].texts.count < rows { stores[index].texts.append("") }
    }
  }

  @inline(__always)
  mutating func append(_ value: Int64, to index: Int) {
    switch stores[index].shape {
    case .days:
      stores[index].days.append(value == Missing.number ? Missing.day : Int32(value))
    case .numbers: stores[index].numbers.append(value)
    case .symbols:
      stores[index].symbols.append(value == Missing.number ? .none : Symbol(number: Int32(value)))
    case .lists:
      stores[index].lists.append(value == Missing.number ? .none : WordList(number: Int32(value)))
    case .phones:
      stores[index].phones.append(value == Missing.number ? .none : PhoneCell(raw: value))
    case .texts: break
    }
  }

  @inline(__always)
  mutating func append(_ text: Bytes, to index: Int) {
    stores[index].texts.append(text)
  }

  /// Appends rows of a column of texts.
  mutating func append(_ texts: ArraySlice<Bytes>, to index: Int) {
    stores[index].texts.append(texts)
  }

  /// Appends rows `rows` of a column of days, symbols or lists, as numbers.
  mutating func append(_ values: ArraySlice<Int32>, to index: Int) {
    switch stores[index].shape {
    case .days: stores[index].days.append(values)
    case .symbols: stores[index].symbols.append(numbers: values)
    case .lists: stores[index].lists.append(numbers: values)
    default: break
    }
  }

  /// Appends rows of a column of numbers or telephones.
  mutating func append(_ values: ArraySlice<Int64>, to index: Int) {
    switch stores[index].shape {
    case .numbers: stores[index].numbers += values
    case .phones: stores[index].phones.append(raw: values)
    default: break
    }
  }

  // MARK: - Batches

  /// Makes room for counting rows of one file, whose lines and cells are appended by themselves.
  mutating func appendRows(_ rows: Int, file: UInt16) {
    table.appendRows(rows, file: file)
  }

  /// The stores of this table for those of a batch, in their order.
  mutating func stores(for batch: TableBuilder) -> [Int] {
    if batch.keepsMinutes { keepMinutes() }
    return batch.stores.map { store($0.field, $0.shape) }
  }

  /// Asks for memory for so many rows, where there are none yet.
  mutating func reserve(_ rows: Int) {
    table.reserveCapacity(rows)
    if keepsMinutes { table.minutes.reserveCapacity(rows) }
    rowHashes.reserveCapacity(rows)
    for index in stores.indices { stores[index].reserve(rows) }
  }

  /// Asks for the memory of a long file's rows ahead, where they are most of the table: columns
  /// that grow step by step are copied at every step.
  ///
  /// - Parameters:
  ///   - times: number of batches that are to come.
  ///   - batch: the first of them.
  mutating func reserve(_ times: Int, like batch: TableBuilder) {
    // Batches differ a little in their numbers of rows.
    let rows = batch.table.count * times / 16 * 17
    guard times >= 16, rows > table.count else { return }
    let all = table.count + rows
    table.reserveCapacity(all)
    if batch.keepsMinutes { table.minutes.reserveColumn(all) }
    rowHashes.reserveColumn(all)
    if !batch.idHashes.isEmpty { idHashes.reserveColumn(all) }
    for store in batch.stores {
      guard let index = stores.indices.first(where: { stores[$0].field == store.field }) else {
        continue
      }
      stores[index].reserve(all)
      if store.shape == .texts { stores[index].texts.reserve(all, like: store.texts) }
    }
  }

  /// Appends the rows of a batch to the stores that `stores(for:)` gave.
  mutating func append(_ batch: TableBuilder, to targets: [Int], _ map: ContextMap) {
    table.appendRows(of: batch.table)
    if keepsMinutes, !batch.keepsMinutes { keepMinutes() }
    rowHashes += batch.rowHashes
    if !batch.idHashes.isEmpty {
      padIDs(to: table.count - batch.table.count)
      idHashes += batch.idHashes
    }
    for (store, target) in zip(batch.stores, targets) {
      switch store.shape {
      case .days: stores[target].days.append(store.days)
      case .numbers: stores[target].numbers += store.numbers
      case .symbols:
        stores[target].symbols.append(store.symbols, numbered: map.symbols, upTo: map.largestSymbol)
      case .lists:
        stores[target].lists.append(store.lists, numbered: map.lists, upTo: map.largestList)
      case .phones:
        stores[target].phones.append(store.phones, entries: map.phones)
      case .texts: stores[target].texts.append(store.texts)
      }
    }
  }

  /// Gives rows without a record id the hash 0, once some row has one.
  mutating func padIDs(to rows: Int) {
    while idHashes.count < rows { idHashes.append(0) }
  }

  /// Gives back the memory of the hashes, when copies have been looked for.
  mutating func forgetHashes() {
    rowHashes = []
    idHashes = []
  }

  /// Takes back all rows from `count` on: a file that must be read once more.
  mutating func truncate(to count: Int) {
    table.truncate(to: count)
    if rowHashes.count > count { rowHashes.removeLast(rowHashes.count - count) }
    if idHashes.count > count { idHashes.removeLast(idHashes.count - count) }
    for index in stores.indices {
      switch stores[index].shape {
      case .days: stores[index].days.truncate(to: count)
      case .numbers: stores[index].numbers.keep(count)
      case .symbols: stores[index].symbols.truncate(to: count)
      case .lists: stores[index].lists.truncate(to: count)
      case .phones: stores[index].phones.truncate(to: count)
      case .texts: stores[index].texts.truncate(to: count)
      }
    }
  }

  /// The finished table.
  mutating func finished() -> RecordTable {
    for index in stores.indices {
      fill(index)
      let store = stores[index]
      switch store.shape {
      case .days: table[store.field] = .days(store.days)
      case .numbers: table[store.field] = .numbers(store.numbers)
      case .symbols: table[store.field] = .symbols(store.symbols)
      case .lists: table[store.field] = .lists(store.lists)
      case .phones: table[store.field] = .phones(store.phones)
      case .texts: table[store.field] = .texts(store.texts)
      }
    }
    if keepsMinutes { keepMinutes() }
    return table
  }

  /// The table as it stands, with its columns.
  func finish() -> RecordTable {
    var copy = self
    return copy.finished()
  }
}

extension Array {
  /// Drops everything behind the first `count` elements.
  fileprivate mutating func keep(_ count: Int) {
    if self.count > count { removeLast(self.count - count) }
  }
}

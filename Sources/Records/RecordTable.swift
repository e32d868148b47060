package import Quantities

/// The accepted rows of one kind, column by column.
///
/// Rows stand in the order of file name, then line. Rejected and skipped rows are not here; rows
/// that are not counted (special visits, deleted rows, duplicates) are, with their `state`,
/// because their keys still join customers and because they can be asked for.
package struct RecordTable: Sendable {
  /// Why a row counts or not; the period decides later whether a counting row is outside.
  package enum State: UInt8, Sendable {
    case counts = 0
    /// A copy of a row in another file, or a state replaced by a later file.
    case duplicate
    /// A special visit, a deleted or test row, a reservation that is no deal …
    case excluded

    /// Written out so that loops of other modules compare a byte instead of calling.
    package static func == (left: State, right: State) -> Bool {
      switch (left, right) {
      case (.counts, .counts), (.duplicate, .duplicate), (.excluded, .excluded): true
      default: false
      }
    }
    package static func != (left: State, right: State) -> Bool { !(left == right) }
  }

  package let kind: RecordKind
  package private(set) var count = 0
  /// Index of the row's file in `SalesOffice.sources`.
  package var file = FileColumn()
  /// Line of the row's first byte, from 1.
  package var line = LineColumn()
  package var state: [State] = []
  /// Minutes after midnight of the key date, −1 where the cell has no time; empty unless asked for.
  package var minutes: [Int16] = []
  private var columns: [Column]
  /// Columns that the files have and that were not read, and who is told when one is asked for.
  private var unread: (fields: Set<Field>, asked: UnreadColumns)?

  package init(_ kind: RecordKind) {
    self.kind = kind
    columns = Array(repeating: .absent, count: Field.allCases.count)
  }

  /// Where a row stands in the office's files.
  package func source(_ row: Int) -> SourceRow {
    SourceRow(file: Int32(file[row]), line: line[row])
  }

  /// Whether any file of the kind has the column (and it was asked for).
  package func has(_ field: Field) -> Bool {
    if case .absent = self[field] { false } else { true }
  }

  package subscript(field: Field) -> Column {
    get {
      let column = columns[Int(field.rawValue)]
      if case .absent = column, let unread, unread.fields.contains(field) {
        unread.asked.note(field)
      }
      return column
    }
    set { columns[Int(field.rawValue)] = newValue }
  }

  /// Leaves a column of the files unread: it is as if no file had it, but `asked` is told when somebody
  /// asks for it.
  package mutating func leaveUnread(_ field: Field, _ asked: UnreadColumns) {
    unread = ((unread?.fields ?? []).union([field]), asked)
  }

  /// Adds a row; the loader appends to every present column itself.
  package mutating func appendRow(file: UInt16, line: Int32, state: State = .counts) {
    self.file.append(file)
    self.line.append(line)
    self.state.append(state)
    count += 1
  }
}

extension RecordTable {
  /// Adds counting rows of one file; the loader appends their lines and columns itself.
  package mutating func appendRows(_ rows: Int, file: UInt16) {
    self.file.append(file, count: rows)
    state.append(contentsOf: repeatElement(.counts, count: rows))
    count += rows
  }

  /// Asks for memory for `count` rows in all.
  package mutating func reserveCapacity(_ count: Int) {
    line.reserveColumn(count)
    state.reserveColumn(count)
  }

  /// Adds the rows of another table; the loader appends its columns itself.
  package mutating func appendRows(of other: RecordTable) {
    file.append(other.file)
    line.append(other.line)
    state += other.state
    minutes += other.minutes
    count += other.count
  }

  /// Takes back all rows from `count` on; the loader shortens its columns itself.
  package mutating func truncate(to count: Int) {
    guard self.count > count else { return }
    let surplus = self.count - count
    file.truncate(to: count)
    line.truncate(to: count)
    state.removeLast(surplus)
    if minutes.count > count { minutes.removeLast(minutes.count - count) }
    self.count = count
  }
}

/// The cells of one column, all of one type; `absent` when no file has the column.
package indirect enum Column: Sendable {
  case absent
  /// Day numbers; `Missing.day` where empty.
  case days(DayColumn)
  /// Fen, hundredths of ㎡ or whole numbers; `Missing.number` where empty.
  case numbers([Int64])
  case symbols(WordColumn<Symbol>)
  case lists(WordColumn<WordList>)
  case phones(PhoneColumn)
  case texts(TextColumn)
}

/// What stands in a column where a cell is empty or unreadable.
package enum Missing {
  package static var day: Int32 { Int32.min }
  package static var number: Int64 { Int64.min }
}

extension RecordTable {
  // Whole columns, for loops over many rows: empty when the column is absent.
  package func days(_ field: Field) -> DayColumn {
    if case .days(let values) = self[field] { values } else { DayColumn() }
  }
  package func numbers(_ field: Field) -> [Int64] {
    if case .numbers(let values) = self[field] { values } else { [] }
  }
  package func symbols(_ field: Field) -> WordColumn<Symbol> {
    if case .symbols(let values) = self[field] { values } else { WordColumn() }
  }
  package func lists(_ field: Field) -> WordColumn<WordList> {
    if case .lists(let values) = self[field] { values } else { WordColumn() }
  }
  /// The texts of a column; nil when the column is absent.
  package func texts(_ field: Field) -> TextColumn? {
    if case .texts(let values) = self[field] { values } else { nil }
  }
  package func phones(_ field: Field) -> PhoneColumn {
    if case .phones(let values) = self[field] { values } else { PhoneColumn() }
  }

  /// The rows with a day from one to another in any of some columns, ascending.
  package func rows(_ fields: [Field], from: Int32, to: Int32) -> [Int32] {
    let lists = fields.map { days($0).rows(from: from, to: to) }.filter { !$0.isEmpty }
    guard lists.count > 1 else { return lists.first ?? [] }
    var isInside = [Bool](repeating: false, count: count)
    for row in lists.joined() { isInside[Int(row)] = true }
    return isInside.indices.filter { isInside[$0] }.map { Int32($0) }
  }

  /// The first day of each row in some columns, `Missing.day` where there is none; empty where the
  /// table has none of them.
  package func firstDays(_ fields: [Field]) -> DayColumn {
    let columns = fields.map { days($0) }.filter { !$0.isEmpty }
    guard columns.count > 1 else { return columns.first ?? DayColumn() }
    var first = DayColumn()
    for row in 0..<count {
      first.append(columns.lazy.map { $0[row] }.filter { $0 != Missing.day }.min() ?? Missing.day)
    }
    return first
  }

  // Single cells; nil, `none` or empty where nothing is written or the column is absent.
  package func day(_ field: Field, _ row: Int) -> CalendarDay? {
    guard case .days(let values) = self[field], values[row] != Missing.day else { return nil }
    return CalendarDay(number: values[row])
  }
  package func number(_ field: Field, _ row: Int) -> Int? {
    guard case .numbers(let values) = self[field], values[row] != Missing.number else {
      return nil
    }
    return Int(values[row])
  }
  package func money(_ field: Field, _ row: Int) -> Money? {
    number(field, row).map { Money(fen: Int64($0)) }
  }
  package func area(_ field: Field, _ row: Int) -> Area? {
    number(field, row).map { Area(hundredths: Int64($0)) }
  }
  /// 是/否 as true/false.
  package func flag(_ field: Field, _ row: Int) -> Bool? { number(field, row).map { $0 != 0 } }
  package func symbol(_ field: Field, _ row: Int) -> Symbol {
    if case .symbols(let values) = self[field] { values[row] } else { .none }
  }
  package func list(_ field: Field, _ row: Int) -> WordList {
    if case .lists(let values) = self[field] { values[row] } else { .none }
  }
  package func text(_ field: Field, _ row: Int) -> String {
    if case .texts(let values) = self[field] { values[row] } else { "" }
  }
}

import CSV
import Quantities
import Records

/// The rows of all kinds that have customers as one run of record numbers, with what tells who
/// they are.
struct IdentityColumns {
  /// In the order in which customers are numbered.
  static let kinds: [RecordKind] = [.calls, .visits, .deals, .cards, .followups]

  /// The rows of one kind: an object, for it is looked for record by record and has many columns.
  final class Part: Sendable {
    let table: RecordTable
    /// Number of the kind's first record.
    let offset: Int32
    let phones: PhoneColumn
    let ids: WordColumn<Symbol>
    let names: TextColumn?
    let days: [DayColumn]

    let records: Range<Int32>

    init(_ table: RecordTable, offset: Int, days: [DayColumn]) {
      self.table = table
      self.offset = Int32(offset)
      phones = table.phones(.phone)
      ids = table.symbols(.customerID)
      names = table.texts(.name)
      self.days = days
      records = Int32(offset)..<Int32(offset + table.count)
    }
  }

  let parts: [Part]
  private let phoneBook: [[PhoneNumber]]
  private let asOf: Int32
  /// Number of all records.
  let count: Int
  /// Number of the records that join customers: all but the follow-ups, which stand last.
  let joiningCount: Int

  init(_ office: SalesOffice) {
    var parts: [Part] = []
    var offset = 0
    for kind in IdentityColumns.kinds {
      let table = office[kind]
      let days = IdentityColumns.dayFields(kind).map { table.days($0) }.filter { !$0.isEmpty }
      parts.append(Part(table, offset: offset, days: days))
      offset += table.count
    }
    self.parts = parts
    count = offset
    joiningCount = offset - office[.followups].count
    phoneBook = office.phoneBook
    asOf = office.asOf.number
  }

  /// The kinds whose rows join customers.
  var joiningParts: ArraySlice<Part> { parts.dropLast() }

  private static func dayFields(_ kind: RecordKind) -> [Field] {
    switch kind {
    case .deals: [.date, .subscribed, .signed, .cancelled]
    case .cards: [.issued]
    default: [.date]
    }
  }

  private func part(of record: Int32) -> Part {
    for part in parts.reversed() where part.offset <= record && !part.records.isEmpty {
      return part
    }
    return parts[0]
  }

  /// Every record that has a say in who is who, as a set of its own: no duplicate, and its first day
  /// is not after as-of.
  func apart() -> CustomerGroups {
    var groups = CustomerGroups(count: count)
    for part in parts {
      let (states, offset) = (part.table.state, Int(part.offset))
      if part.days.count == 1, let days = part.days.first {
        // A missing day stands before all others.
        groups.add(states.indices, from: offset) { states[$0] != .duplicate && days[$0] <= asOf }
        continue
      }
      groups.add(states.indices, from: offset) { row in
        var first = Int32.max
        for column in part.days where column[row] != Missing.day { first = min(first, column[row]) }
        return states[row] != .duplicate && (first <= asOf || first == Int32.max)
      }
    }
    return groups
  }

  /// The records that join customers, parted by their numbers.
  func shares() -> Shares {
    let rule = Shares.Rule(rows: joiningCount, most: 1 << 21)
    var shares = Shares(rule)
    for part in joiningParts {
      let phones = part.phones
      shares.append(part.table.count) { row in
        guard !phones.isEmpty, case let raw = phones[row].raw, raw != 0 else {
          return Shares.Rule.none
        }
        // A cell of several numbers may belong to several shares.
        return raw < 0 ? Shares.Rule.every : rule.share(of: NumberTable.mixed(raw))
      }
    }
    return shares
  }

  /// Gives some ascending records that have telephones kind by kind; nearly always they are of one.
  @inline(__always)
  func forEachPart(
    of records: Slice<UnsafeMutableBufferPointer<Int32>>,
    _ body: (Part, Slice<UnsafeMutableBufferPointer<Int32>>) -> Void
  ) {
    var rest = records
    for part in joiningParts where !part.phones.isEmpty {
      guard let last = rest.last else { return }
      let end = part.records.upperBound
      let own = last < end ? rest : rest.prefix { $0 < end }
      if !own.isEmpty { body(part, own) }
      rest = rest[own.endIndex...]
    }
  }

  /// The numbers of a record whose cell is not one plain mobile number.
  func bookedNumbers(_ record: Int32) -> [PhoneNumber] {
    let part = part(of: record)
    return part.phones.isEmpty ? [] : bookedNumbers(part.phones[Int(record - part.offset)])
  }

  /// The numbers of a cell that is not one plain mobile number.
  func bookedNumbers(_ cell: PhoneCell) -> [PhoneNumber] {
    guard let entry = cell.entry, entry < phoneBook.count else { return [] }
    return phoneBook[entry]
  }

  /// Gives every key of a record to `body`.
  func forEachKey(of record: Int32, _ body: (_ key: Int64) -> Void) {
    let part = part(of: record)
    guard !part.phones.isEmpty else { return }
    forEachKey(in: part.phones[Int(record - part.offset)], body)
  }

  /// Gives every key of a cell to `body`.
  @inline(__always)
  func forEachKey(in cell: PhoneCell, _ body: (_ key: Int64) -> Void) {
    if cell.raw > 0 {
      if let key = NumberTable.key(ofMobile: cell.raw) { body(key) }
    } else if cell.raw < 0 {
      for number in bookedNumbers(cell) {
        if let key = NumberTable.key(of: number) { body(key) }
      }
    }
  }

  func id(_ record: Int32) -> Symbol {
    let part = part(of: record)
    return part.ids.isEmpty ? .none : part.ids[Int(record - part.offset)]
  }

  /// The surnames of a record's names.
  func surnames(_ record: Int32) -> [UInt32] {
    let part = part(of: record)
    guard let names = part.names else { return [] }
    return names.withBytes(Int(record - part.offset)) { Surname.keys(of: $0) }
  }

  /// The surnames of a row, as far as they can be told at a glance.
  @inline(__always)
  func surnameMark(_ part: Part, _ row: Int) -> Surname.Mark {
    part.names?.withBytes(row) { Surname.mark(of: $0) } ?? .none
  }

  /// Whether a row names anybody.
  @inline(__always)
  func hasSurname(_ part: Part, _ row: Int) -> Bool {
    switch surnameMark(part, row) {
    case .none: false
    default: true
    }
  }

  /// The surname of a record with one plain name.
  func plainSurname(_ record: Int32) -> UInt16? {
    for part in parts where part.records.contains(record) {
      guard case .plain(let surname) = surnameMark(part, Int(record - part.offset)) else { break }
      return surname
    }
    return nil
  }

  /// The names of a record.
  func names(_ record: Int32) -> [String] {
    let part = part(of: record)
    guard let names = part.names else { return [] }
    return names.withBytes(Int(record - part.offset)) { Surname.names(in: $0) }
  }

  func source(_ record: Int32) -> SourceRow {
    let part = part(of: record)
    return part.table.source(Int(record - part.offset))
  }

  /// Customers of the rows of each kind, from sets that are numbered.
  func customers(_ groups: CustomerGroups, count: Int) -> Customers {
    var customers = Customers()
    customers.count = count
    let rows = SideBySide.map(
      parts.count, threads: self.count < 100_000 ? 1 : WorkerCount.ofThisMachine
    ) { [parts] in
      groups.numbers(of: Int(parts[$0].offset)..<Int(parts[$0].offset) + parts[$0].table.count)
    }
    for (kind, rows) in zip(IdentityColumns.kinds, rows) {
      switch kind {
      case .calls: customers.ofCalls = rows
      case .visits: customers.ofVisits = rows
      case .deals: customers.ofDeals = rows
      case .cards: customers.ofCards = rows
      default: customers.ofFollowups = rows
      }
    }
    return customers
  }
}

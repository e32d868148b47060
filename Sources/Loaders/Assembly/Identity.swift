import CSV
import Quantities
import Records

/// Who is who: records that share a customer id or a full telephone number are one customer,
/// transitively; a masked number with the same surname joins where exactly one customer fits.
///
/// Follow-ups join nobody: each belongs to the customer of its id, else of its number. Only rows
/// whose first date is not after as-of take part, so that a rerun with an old as-of gives
/// the old figures.
struct Identity {
  /// A number that is no key because too many different people gave it.
  struct SharedNumber {
    let digits: String
    /// Where it first stands.
    let source: SourceRow
    /// The digits with the middle hidden.
    var masked: String {
      let shown = digits.count > 7 ? (3, 4) : (0, 2)
      return String(digits.prefix(shown.0))
        + String(repeating: "*", count: max(0, digits.count - shown.0 - shown.1))
        + String(digits.suffix(shown.1))
    }
  }

  /// One customer id on two people: full numbers without a common one and different surnames.
  struct Clash {
    let id: Symbol
    let first: SourceRow
    let second: SourceRow
  }

  /// More different surnames than this make a number no key.
  private static let mostSurnames = 5

  private let columns: IdentityColumns
  private let symbolCount: Int
  private var groups: CustomerGroups
  private var deadNumbers: Set<Int64> = []
  private(set) var sharedNumbers: [SharedNumber] = []
  private(set) var clashes: [Clash] = []
  /// Ids that belong to several people, and the first record of each of their surnames.
  private var sharedIDs: Set<Int> = []
  private var ownersOfSharedIDs: [NamedID: Int32] = [:]

  private struct NamedID: Hashable {
    let id: Int
    let surname: UInt32
  }

  init(_ office: SalesOffice) {
    let columns = IdentityColumns(office)
    self.columns = columns
    symbolCount = office.lexicon.count
    groups = columns.apart()
  }

  /// The customers of all rows.
  mutating func customers() -> Customers {
    let numbers = joinByNumber()
    let ids = joinByID()
    attachFollowups(numbers, firstOfID: ids)
    let weakMatches = WeakKeys.join(columns, &groups, deadNumbers)
    let count = groups.number()
    var customers = columns.customers(groups, count: count)
    customers.weakMatches = weakMatches
    return customers
  }

  // MARK: Full numbers

  private mutating func joinByNumber() -> NumberTables {
    let tables = joined()
    guard !tables.suspects.isEmpty else { return tables }
    findSharedNumbers(Set(tables.suspects))
    guard !deadNumbers.isEmpty else { return tables }
    // Sets once joined cannot be parted: join again without the numbers that are no keys.
    groups = columns.apart()
    return joined()
  }

  /// What one share of the numbers tells.
  private struct Meetings: Sendable {
    /// Kept where follow-ups look into it.
    var table: NumberTable?
    /// Numbers that may have too many different surnames.
    var suspects: [Int64] = []
    /// Records with several numbers, each with an earlier record that has one of them.
    var records: [(record: Int32, first: Int32)] = []
  }

  /// With fewer records a second thread costs more than it saves.
  private static let fewRecords = 100_000

  /// Every number belongs to one share, so that shares can be looked through side by side; the sets do
  /// not depend on the order in which records are joined.
  private mutating func joined() -> NumberTables {
    let (columns, dead) = (columns, deadNumbers)
    let shares = columns.shares()
    let threads = columns.joiningCount < Identity.fewRecords ? 1 : WorkerCount.ofThisMachine
    let meetings = groups.withParents { parents in
      SideBySide.map(shares.rule.count, threads: threads) { share in
        Identity.meetings(of: share, shares, columns, parents, without: dead)
      }
    }
    for own in meetings {
      for (record, first) in own.records { self.groups.attach(record, to: first) }
    }
    return NumberTables(
      rule: shares.rule, tables: meetings.compactMap(\.table),
      suspects: meetings.flatMap(\.suspects))
  }

  private static func meetings(
    of share: Int, _ shares: Shares, _ columns: IdentityColumns, _ parents: CustomerGroups.Parents,
    without deadNumbers: Set<Int64>
  ) -> Meetings {
    let table = NumberTable(records: columns.joiningCount / shares.rule.count)
    var meetings = Meetings()
    shares.forEach(of: share) { records in
      columns.forEachPart(of: records) { part, records in
        // Where numbers stand in the table nobody can guess: their places are fetched meanwhile.
        for record in records { table.prefetch(part.phones[Int(record - part.offset)].raw) }
        for record in records where parents.takesPart(record) {
          let row = Int(record - part.offset)
          let cell = part.phones[row]
          let named = columns.surnameMark(part, row)
          columns.forEachKey(in: cell) { key in
            guard Int(shares.rule.share(of: NumberTable.mixed(key))) == share else { return }
            if !deadNumbers.isEmpty, deadNumbers.contains(key) { return }
            let first = table.insert(key, of: record, named: named)
            if first == record { return }
            // A cell of one number is no other share's.
            if cell.raw > 0 {
              parents.attach(record, to: first)
            } else {
              meetings.records.append((record, first))
            }
          }
        }
      }
    }
    meetings.suspects = table.keys(withSurnamesMoreThan: mostSurnames)
    if columns.joiningCount < columns.count { meetings.table = table }
    return meetings
  }

  /// Finds the numbers that occur with more than five different surnames.
  private mutating func findSharedNumbers(_ suspects: Set<Int64>) {
    let most = Identity.mostSurnames
    var surnamesOfKey: [Int64: [UInt32]] = [:]
    let sieve = KeySieve(suspects)
    for part in columns.joiningParts where !part.phones.isEmpty {
      let (phones, offset) = (part.phones, part.offset)
      for row in phones.indices {
        let record = offset + Int32(row)
        guard phones[row].raw != 0, groups.takesPart(Int(record)) else { continue }
        columns.forEachKey(in: phones[row]) { key in
          guard sieve.mayHold(key), suspects.contains(key) else { return }
          var known = surnamesOfKey[key] ?? []
          guard known.count <= most else { return }
          for surname in columns.surnames(record) where !known.contains(surname) {
            known.append(surname)
          }
          surnamesOfKey[key] = known
          if known.count > most { deadNumbers.insert(key) }
        }
      }
    }
    guard !deadNumbers.isEmpty else { return }
    var listed: Set<Int64> = []
    for record in 0..<Int32(columns.joiningCount) where groups.takesPart(Int(record)) {
      columns.forEachKey(of: record) { key in
        guard deadNumbers.contains(key), listed.insert(key).inserted else { return }
        let digits =
          columns.bookedNumbers(record).first { NumberTable.key(of: $0) == key }?.digits
          ?? String(key)
        sharedNumbers.append(SharedNumber(digits: digits, source: columns.source(record)))
      }
    }
  }

  private func hasKey(_ phones: PhoneColumn, _ row: Int) -> Bool {
    guard !phones.isEmpty else { return false }
    var found = false
    columns.forEachKey(in: phones[row]) { key in
      if deadNumbers.isEmpty || !deadNumbers.contains(key) { found = true }
    }
    return found
  }

  // MARK: Customer ids

  /// An id joins its records, unless two of them have full numbers (without a common one) and
  /// different surnames: so a record without number or name joins all of them.
  /// Gives the first record of every id.
  private mutating func joinByID() -> [Int32] {
    guard columns.parts.contains(where: { !$0.ids.isEmpty }) else { return [] }
    var first = [Int32](repeating: -1, count: symbolCount)
    var joinsAll = [Bool](repeating: false, count: symbolCount)
    for part in columns.joiningParts where !part.ids.isEmpty {
      let (ids, offset) = (part.ids, part.offset)
      for row in ids.indices where !ids[row].isNone {
        let (id, record) = (Int(ids[row].number), offset + Int32(row))
        guard groups.takesPart(Int(record)) else { continue }
        if first[id] < 0 { first[id] = record }
        if !joinsAll[id], !hasKey(part.phones, row) || !columns.hasSurname(part, row) {
          joinsAll[id] = true
        }
      }
    }
    var parted: Set<Int> = []
    for part in columns.joiningParts where !part.ids.isEmpty {
      let (ids, offset) = (part.ids, part.offset)
      for row in ids.indices where !ids[row].isNone {
        let (id, record) = (Int(ids[row].number), offset + Int32(row))
        guard groups.takesPart(Int(record)), first[id] != record else { continue }
        if joinsAll[id] || shareSurname(first[id], record) {
          groups.join(first[id], record)
        } else {
          parted.insert(id)
        }
      }
    }
    if !parted.isEmpty { joinBySurname(parted, first: first) }
    return first
  }

  /// A follow-up belongs to the customer of its id, else of the first of its numbers that a call, a
  /// visit, a deal or a card has; it joins nobody, so what only follow-ups know of is no key of
  /// theirs. Unknown ones with the same id or number belong together.
  private mutating func attachFollowups(_ numbers: NumberTables, firstOfID: [Int32]) {
    guard columns.joiningCount < columns.count else { return }
    let unknown = NumberTable(records: 0)
    var unknownOfID: [Int: Int32] = [:]
    for record in Int32(columns.joiningCount)..<Int32(columns.count)
    where groups.takesPart(Int(record)) {
      let id = Int(columns.id(record).number)
      var owner = self.owner(ofID: id, firstOfID, record) ?? record
      columns.forEachKey(of: record) { key in
        if owner == record, !deadNumbers.contains(key) { owner = numbers.record(of: key) ?? record }
      }
      if owner != record {
        groups.join(owner, record)
        continue
      }
      if id > 0 {
        if let other = unknownOfID[id] { groups.join(other, record) }
        unknownOfID[id] = unknownOfID[id] ?? record
      }
      columns.forEachKey(of: record) { key in
        if deadNumbers.contains(key) { return }
        let first = unknown.insert(key, of: record)
        if first != record { groups.join(first, record) }
      }
    }
  }

  /// The record of the customer whose id a follow-up has; of an id of several people that with one
  /// of its surnames, where it has a number and a surname of its own.
  private func owner(ofID id: Int, _ firstOfID: [Int32], _ record: Int32) -> Int32? {
    guard id > 0, !firstOfID.isEmpty, firstOfID[id] >= 0 else { return nil }
    guard sharedIDs.contains(id) else { return firstOfID[id] }
    let surnames = columns.surnames(record)
    var hasKey = false
    columns.forEachKey(of: record) { key in if !deadNumbers.contains(key) { hasKey = true } }
    if surnames.isEmpty || !hasKey { return firstOfID[id] }
    return surnames.lazy.compactMap { ownersOfSharedIDs[NamedID(id: id, surname: $0)] }.first
  }

  /// Joins the records of ids that belong to several people by their surnames, and lists clashes.
  private mutating func joinBySurname(_ ids: Set<Int>, first: [Int32]) {
    struct Person: Hashable {
      let id: Int
      let root: Int32
    }
    sharedIDs = ids
    for record in 0..<Int32(columns.joiningCount) where groups.takesPart(Int(record)) {
      let id = Int(columns.id(record).number)
      guard id > 0, ids.contains(id) else { continue }
      for surname in columns.surnames(record) {
        let name = NamedID(id: id, surname: surname)
        if let other = ownersOfSharedIDs[name] {
          groups.join(other, record)
        } else {
          ownersOfSharedIDs[name] = record
        }
      }
    }
    var listed: Set<Person> = []
    for record in 0..<Int32(columns.joiningCount) where groups.takesPart(Int(record)) {
      let id = columns.id(record)
      guard id.number > 0, ids.contains(Int(id.number)) else { continue }
      let start = first[Int(id.number)]
      let root = groups.root(record)
      if root != groups.root(start),
        listed.insert(Person(id: Int(id.number), root: root)).inserted
      {
        clashes.append(
          Clash(id: id, first: columns.source(start), second: columns.source(record)))
      }
    }
  }

  private func shareSurname(_ one: Int32, _ other: Int32) -> Bool {
    if let name = columns.plainSurname(one), let otherName = columns.plainSurname(other) {
      return name == otherName
    }
    let names = columns.surnames(one)
    return columns.surnames(other).contains { names.contains($0) }
  }
}

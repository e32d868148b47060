import Records
import Synchronization

/// The rows that name customers, kind by kind: a kind is gone through when it is first needed, for
/// most reports name buyers only, and their deals do.
final class NamingRows: Sendable {
  /// The kinds that name customers, the surest first.
  static let kinds: [RecordKind] = [.deals, .visits, .calls, .cards, .followups]

  private let house: House
  /// Of each kind the first row of every customer that writes a name, −1 for none.
  private let names = Mutex([[Int32]?](repeating: nil, count: kinds.count))
  /// The same for numbers.
  private let numbers = Mutex([[Int32]?](repeating: nil, count: kinds.count))

  init(_ house: House) { self.house = house }

  /// The row that names a customer; nil where none does.
  func named(_ customer: Int32) -> (kind: RecordKind, row: Int)? {
    names.withLock { find(customer, &$0) { house.firstNamed($0) } }
  }

  /// The row that tells a customer's number; nil where none does.
  func numbered(_ customer: Int32) -> (kind: RecordKind, row: Int)? {
    numbers.withLock { find(customer, &$0) { house.firstNumbered($0) } }
  }

  private func find(
    _ customer: Int32, _ known: inout [[Int32]?], _ make: (RecordKind) -> [Int32]
  ) -> (kind: RecordKind, row: Int)? {
    for position in known.indices {
      let kind = NamingRows.kinds[position]
      if known[position] == nil { known[position] = make(kind) }
      if let rows = known[position], Int(customer) < rows.count, rows[Int(customer)] >= 0 {
        return (kind, Int(rows[Int(customer)]))
      }
    }
    return nil
  }
}

extension House {
  fileprivate func firstNamed(_ kind: RecordKind) -> [Int32] {
    let names = office[kind][.name]
    if case .absent = names { return [] }
    return first(kind) { CustomerNames.hasName(names, $0, office) }
  }

  fileprivate func firstNumbered(_ kind: RecordKind) -> [Int32] {
    let phones = office[kind].phones(.phone)
    guard !phones.isEmpty else { return [] }
    return first(kind) { phones[$0] != .none }
  }

  /// Of every customer the row of the earliest day that fulfils a condition, then of the smallest
  /// number; −1 for none, empty where the kind has no customers.
  private func first(_ kind: RecordKind, where tells: (Int) -> Bool) -> [Int32] {
    let customers = office.customers.of(kind)
    guard !customers.isEmpty else { return [] }
    let days = firstDays(kind)
    var first = [Int32](repeating: -1, count: office.customers.count)
    for (row, customer) in customers.enumerated() where customer >= 0 {
      let known = first[Int(customer)]
      let comes = known < 0 || !days.isEmpty && days[row] < days[Int(known)]
      if comes, tells(row) { first[Int(customer)] = Int32(row) }
    }
    return first
  }

  /// The first day of each row of a table, the last of all days where there is none; empty for
  /// tables without days.
  private func firstDays(_ kind: RecordKind) -> [Int32] {
    let table = office[kind]
    let fields = kind == .cards ? [Field.issued] : DataSpan.dateFields(kind)
    let columns = fields.map { table.days($0) }.filter { !$0.isEmpty }
    guard var first = columns.first else { return [] }
    for row in first.indices where first[row] == Missing.day { first[row] = Int32.max }
    for column in columns.dropFirst() {
      for row in first.indices where column[row] != Missing.day && column[row] < first[row] {
        first[row] = column[row]
      }
    }
    return first
  }
}

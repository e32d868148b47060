import Records
import Synchronization

/// The rows that name customers, kind by kind: a kind is gone through when it is first needed, for
/// most reports name buyers only, and their deals do.
final class NamingRows: Sendable {
  /// The kinds that name customers, the surest first.
  static let kinds: [RecordKind] = [.deals, .visits, .calls, .cards, .followups]

  private let house: House
  /// Of each kind the first row of every customer that writes a name.
  private let names = Mutex([RowOfCustomer?](repeating: nil, count: kinds.count))
  /// The same for numbers.
  private let numbers = Mutex([RowOfCustomer?](repeating: nil, count: kinds.count))

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
    _ customer: Int32, _ known: inout [RowOfCustomer?], _ make: (RecordKind) -> RowOfCustomer
  ) -> (kind: RecordKind, row: Int)? {
    for position in known.indices {
      let kind = NamingRows.kinds[position]
      if known[position] == nil { known[position] = make(kind) }
      if let row = known[position]?[customer] { return (kind, Int(row)) }
    }
    return nil
  }
}

/// A row of some customers: of all of them side by side, or one by one where they are few.
private struct RowOfCustomer {
  private var few: [Int32: Int32] = [:]
  private var all: [Int32] = []

  /// - Parameters:
  ///   - rows: number of the rows that may be some customer's.
  ///   - customers: number of all customers.
  init(rows: Int, customers: Int) {
    if rows > customers / 16 { all = Array(repeating: -1, count: customers) }
  }

  subscript(customer: Int32) -> Int32? {
    get {
      if all.isEmpty { return few[customer] }
      let row = all[Int(customer)]
      return row < 0 ? nil : row
    }
    set { if all.isEmpty { few[customer] = newValue } else { all[Int(customer)] = newValue ?? -1 } }
  }
}

extension House {
  fileprivate func firstNamed(_ kind: RecordKind) -> RowOfCustomer {
    let names = office[kind][.name]
    if case .absent = names { return RowOfCustomer(rows: 0, customers: 0) }
    return first(kind) { CustomerNames.hasName(names, $0, office) }
  }

  fileprivate func firstNumbered(_ kind: RecordKind) -> RowOfCustomer {
    let phones = office[kind].phones(.phone)
    guard !phones.isEmpty else { return RowOfCustomer(rows: 0, customers: 0) }
    return first(kind) { phones[$0] != .none }
  }

  /// Of every customer the row of the earliest day that fulfils a condition, then of the smallest
  /// number; a row without a day is the last.
  private func first(_ kind: RecordKind, where tells: (Int) -> Bool) -> RowOfCustomer {
    let customers = office.customers.of(kind)
    let days = office[kind].firstDays(kind == .cards ? [.issued] : DataSpan.dateFields(kind))
    func day(_ row: Int) -> Int32 {
      days.isEmpty || days[row] == Missing.day ? Int32.max : days[row]
    }
    var first = RowOfCustomer(rows: customers.count, customers: office.customers.count)
    for (row, customer) in customers.enumerated() where customer >= 0 {
      let known = first[customer]
      let comes = known.map { day(row) < day(Int($0)) } ?? true
      if comes, tells(row) { first[customer] = Int32(row) }
    }
    return first
  }
}

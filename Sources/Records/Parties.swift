/// Visits as they are counted: one customer on one day is one party, whatever its rows.
///
/// Parties are sorted by customer, then day (then file and line when every row is a visit), so the
/// parties of a customer are one range and its first is the first visit. Only parties dated up to
/// as-of exist.
package struct Parties: Sendable {
  package private(set) var customer: [Int32] = []
  package private(set) var day: [Int32] = []
  /// Rows of the visits table, party by party, within a party by file, then line.
  private var rows: [Int32] = []
  /// Rows of party p: `rows[start[p]..<start[p + 1]]`; empty while every party is one row.
  private var start: [Int32] = []
  /// Parties of customer c: `firstOfCustomer[c]..<firstOfCustomer[c + 1]`.
  private var firstOfCustomer: [Int32] = [0]

  package init() {}

  /// Parties from rows sorted by customer, then day, then position in the table.
  ///
  /// - Parameters:
  ///   - rows: rows of the visits table, so sorted.
  ///   - customers: customer of every row of the table.
  ///   - days: day of every row of the table.
  ///   - customerCount: number of all customers of the office.
  ///   - countsRows: every row is a party of its own.
  package init(
    rows: [Int32], customers: [Int32], days: [Int32], customerCount: Int, countsRows: Bool
  ) {
    self.rows = rows
    var starts: [Int32] = []
    customer.reserveCapacity(rows.count)
    day.reserveCapacity(rows.count)
    firstOfCustomer = []
    firstOfCustomer.reserveCapacity(customerCount + 1)
    for (position, row) in rows.enumerated() {
      let (who, when) = (customers[Int(row)], days[Int(row)])
      if !countsRows, let last = day.last, last == when, customer.last == who {
        if starts.isEmpty { starts = (0..<Int32(position)).map { $0 } }
        continue
      }
      while firstOfCustomer.count <= Int(who) { firstOfCustomer.append(Int32(day.count)) }
      if !starts.isEmpty { starts.append(Int32(position)) }
      customer.append(who)
      day.append(when)
    }
    while firstOfCustomer.count <= customerCount { firstOfCustomer.append(Int32(day.count)) }
    if !starts.isEmpty { starts.append(Int32(rows.count)) }
    start = starts
  }

  package var count: Int { day.count }

  /// Whether the party is its customer's first visit.
  package func isFirst(_ party: Int) -> Bool {
    Int(firstOfCustomer[Int(customer[party])]) == party
  }

  /// The parties of a customer in order of time; empty for customers without visits.
  package func of(customer: Int32) -> Range<Int> {
    guard Int(customer) + 1 < firstOfCustomer.count else { return 0..<0 }
    return Int(firstOfCustomer[Int(customer)])..<Int(firstOfCustomer[Int(customer) + 1])
  }

  /// The rows of a party in the visits table.
  package func rows(of party: Int) -> ArraySlice<Int32> {
    start.isEmpty
      ? rows[party..<party + 1] : rows[Int(start[party])..<Int(start[party + 1])]
  }

  /// The party's word in a single-valued column: the first that is written, by file, then line.
  package func symbol(_ column: [Symbol], _ party: Int) -> Symbol {
    guard !column.isEmpty else { return .none }
    if start.isEmpty { return column[Int(rows[party])] }
    for row in rows[Int(start[party])..<Int(start[party + 1])] where !column[Int(row)].isNone {
      return column[Int(row)]
    }
    return .none
  }
}

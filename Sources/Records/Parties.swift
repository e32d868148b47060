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
  ///   - days: the day of each of them, in the same order.
  ///   - ends: where the rows of each customer of the office end; they begin where those of the one
  ///     before end.
  ///   - countsRows: every row is a party of its own.
  package init(rows: [Int32], days: [Int32], ends: [Int32], countsRows: Bool) {
    self.rows = rows
    customer.reserveCapacity(rows.count)
    firstOfCustomer.reserveCapacity(ends.count + 1)
    let parties = countsRows ? rows.count : Parties.countDays(days, ends)
    if parties < rows.count {
      day.reserveCapacity(parties)
      start.reserveCapacity(parties + 1)
      start.append(0)
    } else {
      day = days
    }
    var from = 0
    for (who, end) in ends.enumerated() {
      let end = Int(end)
      if parties < rows.count {
        while from < end {
          var next = from + 1
          while next < end, days[next] == days[from] { next += 1 }
          day.append(days[from])
          start.append(Int32(next))
          from = next
        }
      }
      let all = parties < rows.count ? day.count : end
      customer.append(contentsOf: repeatElement(Int32(who), count: all - customer.count))
      firstOfCustomer.append(Int32(all))
    }
  }

  /// Number of different days of all customers.
  private static func countDays(_ days: [Int32], _ ends: [Int32]) -> Int {
    var count = 0
    var from = 0
    for end in ends where Int(end) > from {
      count += 1
      for row in from + 1..<Int(end) where days[row] != days[row - 1] { count += 1 }
      from = Int(end)
    }
    return count
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

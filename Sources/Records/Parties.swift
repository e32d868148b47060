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
  ///   - count: number of parties: of different days of all customers, or of rows when every row is
  ///     a party of its own.
  package init(rows: [Int32], days: [Int32], ends: [Int32], count: Int) {
    self.rows = rows
    customer.reserveCapacity(count)
    firstOfCustomer.reserveCapacity(ends.count + 1)
    if count == rows.count {
      day = days
    } else {
      day.reserveCapacity(count)
      start.reserveCapacity(count + 1)
      start.append(0)
    }
    var from = 0
    for (who, end) in ends.enumerated() {
      let end = Int(end)
      if count < rows.count {
        while from < end {
          var next = from + 1
          while next < end, days[next] == days[from] { next += 1 }
          day.append(days[from])
          start.append(Int32(next))
          from = next
        }
      }
      let all = count < rows.count ? day.count : end
      while customer.count < all { customer.append(Int32(who)) }
      firstOfCustomer.append(Int32(all))
    }
  }

  package var count: Int { day.count }

  /// The first visits of all customers that have one and whose day lies from `from` to `to`,
  /// ascending.
  package func firstVisits(from: Int32, to: Int32) -> [Int32] {
    var first: [Int32] = []
    for (place, next) in zip(firstOfCustomer, firstOfCustomer.dropFirst()) where place < next {
      if from <= day[Int(place)] && day[Int(place)] <= to { first.append(place) }
    }
    return first
  }

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
  package func symbol(_ column: WordColumn<Symbol>, _ party: Int) -> Symbol {
    guard !column.isEmpty else { return .none }
    if start.isEmpty { return column[Int(rows[party])] }
    for row in rows[Int(start[party])..<Int(start[party + 1])] where !column[Int(row)].isNone {
      return column[Int(row)]
    }
    return .none
  }
}

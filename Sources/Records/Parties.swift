package import Quantities

/// Visits as they are counted: one customer on one day is one party, whatever its rows.
///
/// Parties are sorted by customer, then day (then file and line when every row is a visit), so the
/// parties of a customer are one range and its first is the first visit. Only parties dated up to
/// as-of exist.
package struct Parties: Sendable {
  package var customer: [Int32] = []
  package var day: [Int32] = []
  /// Rows of party p in the visits table: `rows[start[p]..<start[p + 1]]`, by file, then line.
  package var start: [Int32] = [0]
  package var rows: [Int32] = []
  /// Parties of customer c: `firstOfCustomer[c]..<firstOfCustomer[c + 1]`.
  package var firstOfCustomer: [Int32] = [0]

  package init() {}

  package var count: Int { day.count }

  /// Whether the party is its customer's first visit.
  package func isFirst(_ party: Int) -> Bool {
    Int(firstOfCustomer[Int(customer[party])]) == party
  }

  /// The parties of a customer in order of time; empty for customers without visits.
  package func of(customer: Int32) -> Range<Int> {
    Int(firstOfCustomer[Int(customer)])..<Int(firstOfCustomer[Int(customer) + 1])
  }

  /// The rows of a party in the visits table.
  package func rows(of party: Int) -> ArraySlice<Int32> {
    rows[Int(start[party])..<Int(start[party + 1])]
  }

  /// The party's word in a single-valued column: the first that is written, by file, then line.
  package func symbol(_ column: [Symbol], _ party: Int) -> Symbol {
    guard !column.isEmpty else { return .none }
    for row in rows(of: party) where !column[Int(row)].isNone { return column[Int(row)] }
    return .none
  }
}

/// Visits as they are counted: one customer on one day is one party, whatever its rows.
///
/// Parties are sorted by customer, then day (then file and line when every row is a visit), so the
/// parties of a customer are one range and its first is the first visit. Only parties dated up to
/// as-of exist.
package struct Parties: Sendable {
  package private(set) var customer = NearNumbers<UInt8, Int32>()
  package private(set) var day = NearNumbers<UInt16, Int32>()
  /// Rows of the visits table, party by party, within a party by file, then line.
  private var rows: [Int32] = []
  /// Rows of party p: `rows[start[p]..<start[p + 1]]`; empty while every party is one row.
  private var start = NearNumbers<UInt8, Int32>()
  /// Parties of customer c: `firstOfCustomer[c]..<firstOfCustomer[c + 1]`.
  private var firstOfCustomer = NearNumbers<UInt8, Int32>([0])

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
    customer.reserveColumn(count)
    firstOfCustomer.reserveColumn(ends.count + 1)
    day.reserveColumn(count)
    let isRow = count == rows.count
    if !isRow {
      start.reserveColumn(count + 1)
      start.append(0)
    }
    // Some customers at a time: columns grow faster by many numbers at once.
    var from = 0
    var stretch = Stretch()
    for (who, end) in ends.enumerated() {
      let end = Int(end)
      while from < end {
        var next = from + 1
        if !isRow { while next < end, days[next] == days[from] { next += 1 } }
        stretch.customers.append(Int32(who))
        stretch.days.append(days[from])
        if !isRow { stretch.starts.append(Int32(next)) }
        from = next
      }
      stretch.ends.append(Int32(day.count + stretch.days.count))
      if stretch.isLong { append(&stretch) }
    }
    append(&stretch)
  }

  /// Parties of some customers, before they are put into the columns.
  private struct Stretch {
    var customers: [Int32] = []
    var days: [Int32] = []
    var starts: [Int32] = []
    /// Where the parties of each customer end.
    var ends: [Int32] = []

    var isLong: Bool { days.count >= 1024 || ends.count >= 1024 }
  }

  private mutating func append(_ stretch: inout Stretch) {
    customer.append(stretch.customers)
    day.append(stretch.days)
    start.append(stretch.starts)
    firstOfCustomer.append(stretch.ends)
    stretch.customers.removeAll(keepingCapacity: true)
    stretch.days.removeAll(keepingCapacity: true)
    stretch.starts.removeAll(keepingCapacity: true)
    stretch.ends.removeAll(keepingCapacity: true)
  }

  package var count: Int { day.count }

  /// Those of some parties, ascending, that are their customers' first visits.
  package func firstVisits(among parties: [Int32]) -> [Int32] {
    // What is asked for and not used of it takes no memory.
    [Int32](unsafeUninitializedCapacity: parties.count) { first, count in
      var (last, lastCustomer): (Int32, Int32) = (-1, -1)
      for party in parties {
        if party > 0, party - 1 != last { lastCustomer = customer[Int(party) - 1] }
        let own = customer[Int(party)]
        first[count] = party
        count += own != lastCustomer ? 1 : 0
        (last, lastCustomer) = (party, own)
      }
    }
  }

  /// Whether the party is its customer's first visit.
  package func isFirst(_ party: Int) -> Bool {
    party == 0 || customer[party - 1] != customer[party]
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

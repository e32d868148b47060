import Quantities
import Records

/// Visits as they are counted: rows sorted by customer, then day, then position.
enum PartyAssembly {
  /// The parties of an office whose customers are known.
  static func parties(of office: SalesOffice) -> Parties {
    let table = office.visits
    let days = table.days(.date)
    let customers = office.customers.ofVisits
    let count = office.customers.count
    guard !days.isEmpty else {
      return Parties(
        rows: [], days: [], ends: Array(repeating: 0, count: count), count: 0)
    }
    let states = table.state
    var counting = days.rows(from: Missing.day + 1, to: office.asOf.number)
    counting.removeAll { customers[Int($0)] < 0 || states[Int($0)] != .counts }
    var sorted = Sorted(counting, customers: customers, days: days, count: count)
    let visitedDays = sorted.sortByDay()
    return Parties(
      rows: sorted.rows, days: sorted.days, ends: sorted.ends,
      count: office.settings.countsRows ? sorted.rows.count : visitedDays)
  }

  /// Rows in the order of their customers, with their days beside them: the table itself, whose rows
  /// stand in another order, is looked at once.
  private struct Sorted {
    var rows: [Int32]
    var days: [Int32]
    /// Where the rows of each customer end.
    var ends: [Int32]

    /// The given rows, within a customer in the order of the table.
    init(_ counting: [Int32], customers: [Int32], days all: DayColumn, count: Int) {
      var next = [Int32](repeating: 0, count: count)
      var total: Int32 = 0
      for row in counting { next[Int(customers[Int(row)])] += 1 }
      for customer in 0..<count {
        let own = next[customer]
        next[customer] = total
        total += own
      }
      rows = Array(repeating: 0, count: counting.count)
      days = Array(repeating: 0, count: counting.count)
      for row in counting {
        let customer = Int(customers[Int(row)])
        let place = Int(next[customer])
        rows[place] = row
        days[place] = all[Int(row)]
        next[customer] += 1
      }
      ends = next
    }

    /// Brings the rows of each customer into the order of their days; most already are.
    ///
    /// Gives the number of different days of all customers.
    mutating func sortByDay() -> Int {
      var count = 0
      var start = 0
      for end in ends {
        let end = Int(end)
        if start == end { continue }
        var place = start + 1
        while place < end, days[place - 1] <= days[place] { place += 1 }
        if place < end { sortByDay(start..<end) }
        count += 1
        place = start + 1
        while place < end {
          if days[place] != days[place - 1] { count += 1 }
          place += 1
        }
        start = end
      }
      return count
    }

    /// Rows of one day stay in the order of the table.
    private mutating func sortByDay(_ places: Range<Int>) {
      let own = zip(days[places], rows[places]).sorted { one, other in
        one.0 != other.0 ? one.0 < other.0 : one.1 < other.1
      }
      for (place, (day, row)) in zip(places, own) {
        days[place] = day
        rows[place] = row
      }
    }
  }
}

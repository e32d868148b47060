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
        rows: [], customers: [], days: [], customerCount: count, countsRows: false)
    }
    let last = office.asOf.number
    var rows = sortedByCustomer(count: count, customers: customers) { row in
      table.state[row] == .counts && days[row] <= last && days[row] != Missing.day
    }
    sortByDay(&rows, customers: customers, days: days)
    return Parties(
      rows: rows, customers: customers, days: days, customerCount: count,
      countsRows: office.settings.countsRows)
  }

  /// Counting rows in the order of their customers, within a customer in that of the table.
  private static func sortedByCustomer(
    count: Int, customers: [Int32], counts: (Int) -> Bool
  ) -> [Int32] {
    var next = [Int32](repeating: 0, count: count + 1)
    var total = 0
    for row in customers.indices where customers[row] >= 0 && counts(row) {
      next[Int(customers[row]) + 1] += 1
      total += 1
    }
    for customer in 0..<count { next[customer + 1] += next[customer] }
    var rows = [Int32](repeating: 0, count: total)
    for row in customers.indices where customers[row] >= 0 && counts(row) {
      let customer = Int(customers[row])
      rows[Int(next[customer])] = Int32(row)
      next[customer] += 1
    }
    return rows
  }

  /// Brings the rows of each customer into the order of their days; most already are.
  private static func sortByDay(_ rows: inout [Int32], customers: [Int32], days: [Int32]) {
    var start = 0
    while start < rows.count {
      let customer = customers[Int(rows[start])]
      var end = start + 1
      var isSorted = true
      while end < rows.count, customers[Int(rows[end])] == customer {
        if days[Int(rows[end])] < days[Int(rows[end - 1])] { isSorted = false }
        end += 1
      }
      if !isSorted {
        rows[start..<end].sort {
          let (a, b) = (days[Int($0)], days[Int($1)])
          return a != b ? a < b : $0 < $1
        }
      }
      start = end
    }
  }
}

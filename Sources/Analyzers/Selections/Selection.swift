import Facts
import Quantities
import Records

/// Counted things of one sort: what a figure counts, sums and traces to its rows.
struct Selection: Sendable {
  /// What the numbers in `items` are.
  enum Thing: Equatable, Sendable {
    /// Rows of a table.
    case rows(RecordKind)
    /// Visits as counted, positions in `SalesOffice.parties`.
    case parties
    /// Positions in `SalesOffice.deals`.
    case deals
  }

  let house: House
  let thing: Thing
  /// Ascending.
  let items: [Int32]
  /// Of deals: the stage that was selected; their rows are those that tell it, else all of theirs.
  var stage: Stage?

  var office: SalesOffice { house.office }

  var count: Int { items.count }

  /// The source rows of all items, found when asked.
  var lineage: Lineage {
    let selection = self
    return Lineage {
      var rows: [SourceRow] = []
      for item in selection.items { selection.appendSources(of: Int(item), to: &rows) }
      return rows
    }
  }

  /// The items that fulfil a condition.
  func filter(_ isIncluded: (Int) -> Bool) -> Selection {
    Selection(
      house: house, thing: thing, items: items.filter { isIncluded(Int($0)) }, stage: stage)
  }

  /// The source rows of the items that fulfil a condition, found when asked.
  func lineage(where isIncluded: @escaping @Sendable (Int) -> Bool) -> Lineage {
    let selection = self
    return Lineage {
      var rows: [SourceRow] = []
      for item in selection.items where isIncluded(Int(item)) {
        selection.appendSources(of: Int(item), to: &rows)
      }
      return rows
    }
  }

  private func appendSources(of item: Int, to rows: inout [SourceRow]) {
    let office = house.office
    switch thing {
    case .rows(let kind): rows.append(office[kind].source(item))
    case .parties:
      for row in office.parties.rows(of: item) { rows.append(office.visits.source(Int(row))) }
    case .deals: house.appendSources(ofDeal: item, stage, to: &rows)
    }
  }
}

extension House {
  /// The source rows of one deal, found when asked.
  func lineage(ofDeal deal: Int32, _ stage: Stage? = nil) -> Lineage {
    Lineage {
      var rows: [SourceRow] = []
      self.appendSources(ofDeal: Int(deal), stage, to: &rows)
      return rows
    }
  }

  /// Of a stage the row that tells it, else all rows of the deal.
  fileprivate func appendSources(ofDeal index: Int, _ stage: Stage?, to rows: inout [SourceRow]) {
    let deal = office.deals[index]
    let table = office[.deals]
    if let row = stage?.row(of: deal), row >= 0 {
      rows.append(table.source(Int(row)))
    } else {
      for row in office.rows(of: deal) { rows.append(table.source(Int(row))) }
    }
  }
}

extension Selection {
  /// Σ of what a stage of the selected deals brought.
  func amount(_ stage: Stage) -> Money {
    var sum: Int64 = 0
    for item in items {
      let fen = stage.fen(of: office.deals[Int(item)])
      if fen != Missing.number { sum += fen }
    }
    return Money(fen: sum)
  }

  /// Σ of the areas of the selected deals.
  var area: Area {
    var sum: Int64 = 0
    for item in items {
      let hundredths = office.deals[Int(item)].hundredths
      if hundredths != Missing.number { sum += hundredths }
    }
    return Area(hundredths: sum)
  }

  /// Σ of the selected receipts, refunds negative.
  func received(_ receipts: Receipts) -> Money {
    items.reduce(Money.zero) { $0 + receipts.amount(Int($1)) }
  }

  /// Number of different customers of the selected calls, visits or deals.
  var customers: Int {
    var known = [Bool](repeating: false, count: house.office.customers.count)
    var number = 0
    for item in items {
      let customer = Int(customer(of: Int(item)))
      if customer >= 0, !known[customer] {
        known[customer] = true
        number += 1
      }
    }
    return number
  }

  /// Customer of an item, −1 where the kind has none.
  func customer(of item: Int) -> Int32 {
    switch thing {
    case .parties: return office.parties.customer[item]
    case .deals: return office.deals[item].customer
    case .rows(let kind):
      let customers = office.customers.of(kind)
      return item < customers.count ? customers[item] : -1
    }
  }
}

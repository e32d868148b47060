import Facts
import Quantities
import Records

/// Lists of single deals: subscribed in the period, not signed yet, past the day of signing.
enum DealLists {
  static let analyzers: [Analyzer] = [list, unsigned, overdue]

  private static let columns: [FigureColumn] = [
    .room, .customer, .staff, .subscribed, .signed,
    FigureColumn("due", Words("应签日期", "Due to sign"), .day), .amount,
    FigureColumn("days", Words("天数", "Days"), .days),
  ]

  static let list = Analyzer(
    FigureDefinition(
      "deals.list", Words("认购明细", "Subscriptions"),
      Words(
        "本期认购的每一套（车位除外）；天数为认购到签约，未签的到末日",
        "every home subscribed in the period; days run to signing, or to the last counted day"),
      unit: .units, shape: .list, columns: columns, source: "field practice: F14, single deals"),
    of: [.deals]
  ) { analysis, window in
    let deals = analysis.office.deals
    let last = window.to
    return table(analysis.deals(.subscribed, in: window), analysis, on: last) { deal in
      let end = isSigned(deal, by: last) ? deal.signed : last.number
      return end - deal.subscribed
    } order: {
      deals[$0].subscribed
    }
  }

  static let unsigned = Analyzer(
    FigureDefinition(
      "deals.unsigned", Words("认购未签约", "Not signed yet"),
      Words(
        "截至末日已认购、未退房、未签约的每一套；天数自认购起",
        "homes subscribed, not cancelled and not signed on the last counted day; days since subscription"
      ),
      unit: .units, shape: .list, scopes: .toDate, columns: columns,
      source: "field practice: F20"),
    of: [.deals]
  ) { analysis, _ in
    let deals = analysis.office.deals
    let day = analysis.day
    return table(open(analysis), analysis, on: day) {
      day.number - $0.subscribed
    } order: {
      deals[$0].subscribed
    }
  }

  static let overdue = Analyzer(
    FigureDefinition(
      "deals.overdue", Words("逾期未签约", "Past the day of signing"),
      Words(
        "截至末日认购未签约，且已过约定签约日期（未约定的为认购后第7天）的每一套；天数为逾期天数",
        "homes not signed on the last counted day past the agreed day (else the 7th after subscription); days past due"
      ),
      unit: .units, shape: .list, scopes: .toDate, columns: columns,
      source: "field practice: F20, overdue; 7 days where none is agreed"),
    of: [.deals]
  ) { analysis, _ in
    let deals = analysis.office.deals
    let day = analysis.day.number
    let late = open(analysis).filter { due(deals[$0]) < day }
    return table(late, analysis, on: analysis.day) {
      day - due($0)
    } order: {
      due(deals[$0])
    }
  }

  /// The agreed day of signing, else the 7th day after the subscription.
  static func due(_ deal: Deal) -> Int32 {
    deal.due == Missing.day ? deal.subscribed + 7 : deal.due
  }

  private static func isSigned(_ deal: Deal, by day: CalendarDay) -> Bool {
    deal.isSigned && deal.signed <= day.number
  }

  /// Homes that stand on the last counted day without a signature.
  private static func open(_ analysis: Analysis) -> Selection {
    let day = analysis.day
    var items: [Int32] = []
    for (index, deal) in analysis.office.deals.enumerated()
    where !deal.isParking && deal.isActive(on: day) && !isSigned(deal, by: day) {
      items.append(Int32(index))
    }
    return Selection(house: analysis.house, thing: .deals, items: items, stage: .subscribed)
  }

  /// One row a deal as it stands on a day, in the order of a day of it, then of the files.
  private static func table(
    _ selection: Selection, _ analysis: Analysis, on last: CalendarDay,
    days: @escaping @Sendable (Deal) -> Int32, order: (Int) -> Int32
  ) -> Fact {
    let keys = selection.items.map { (day: order(Int($0)), item: $0) }
    let sorted = keys.sorted { $0.day != $1.day ? $0.day < $1.day : $0.item < $1.item }
      .map(\.item)
    let (house, people, stage) = (analysis.house, DealPeople(analysis), selection.stage)
    let rows = FactTable.Rows(count: sorted.count) { position in
      let deal = house.office.deals[Int(sorted[position])]
      return FactTable.Row(
        [
          .text(house.office.lexicon[deal.room]), people.buyers(of: deal), people.staff(of: deal),
          .day(CalendarDay(number: deal.subscribed)),
          isSigned(deal, by: last)
            ? .day(CalendarDay(number: deal.signed)) : .missing(.notRecorded),
          .day(CalendarDay(number: due(deal))),
          fenCell(deal.subscribedFen), .count(Int(days(deal))),
        ], lineage: house.lineage(ofDeal: sorted[position], stage))
    }
    return Fact(FactTable(rows: rows), lineage: selection.lineage)
  }

  static func fenCell(_ fen: Int64) -> Value {
    fen == Missing.number ? .missing(.notRecorded) : .money(Money(fen: fen))
  }
}

/// Who buys and who sells a home, as the run shows them.
struct DealPeople: Sendable {
  private let house: House
  private let names: CustomerNames

  init(_ analysis: Analysis) {
    house = analysis.house
    names = analysis.customerNames
  }

  /// The names of a deal's buyers: the row of the subscription speaks first, then the others in the
  /// order of their days.
  func buyers(of deal: Deal) -> Value {
    if deal.subscribedRow >= 0 {
      let name = names.name(.deals, Int(deal.subscribedRow))
      if !name.isEmpty { return .text(name) }
    }
    let days = house.office[.deals].days(.date)
    func day(_ row: Int32) -> Int32 { Int(row) < days.count ? days[Int(row)] : Missing.day }
    let others = house.office.rows(of: deal).filter { $0 != deal.subscribedRow }.sorted {
      day($0) != day($1) ? day($0) < day($1) : $0 < $1
    }
    for row in others {
      let name = names.name(.deals, Int(row))
      if !name.isEmpty { return .text(name) }
    }
    return .missing(.notRecorded)
  }

  /// The consultants of a deal.
  func staff(of deal: Deal) -> Value {
    let lexicon = house.office.lexicon
    let names = lexicon[deal.staff].map { lexicon[$0] }
    return names.isEmpty ? .words(.unassigned) : .text(names.joined(separator: "、"))
  }
}

extension Analysis {
  /// The names of a deal's buyers as the run shows them.
  func buyerCell(_ deal: Deal) -> Value { DealPeople(self).buyers(of: deal) }

  /// The consultants of a deal.
  func staffCell(_ deal: Deal) -> Value { DealPeople(self).staff(of: deal) }
}

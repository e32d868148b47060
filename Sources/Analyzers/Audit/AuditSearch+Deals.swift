import Facts
import Quantities
import Records

/// The rules about single homes sold.
extension AuditSearch {
  mutating func checkDeals() {
    let earlier = EarlierHolders(analysis.office)
    for (index, deal) in analysis.office.deals.enumerated() where !deal.isParking {
      if window.contains(deal.subscribed) {
        checkVisit(deal)
        checkPrice(deal)
        checkRoom(deal, index, earlier)
      }
      checkStages(deal)
    }
  }

  /// A buyer without a counted visit on or before his subscription.
  private mutating func checkVisit(_ deal: Deal) {
    let office = analysis.office
    guard office.has(.visits) || office.visits.count > 0 else { return }
    let visits = deal.customer < 0 ? 0..<0 : office.parties.of(customer: deal.customer)
    if let first = visits.first, office.parties.day[first] <= deal.subscribed { return }
    add(
      .noVisit, .deals, row(of: deal, deal.subscribedRow),
      value: .day(CalendarDay(number: deal.subscribed)),
      expected: .words(Words("认购当日或以前有来访", "a visit on or before the subscription")))
  }

  /// A unit price more than 1 元/㎡ off the total over the area.
  private mutating func checkPrice(_ deal: Deal) {
    let table = analysis.office[.deals]
    let stage = row(of: deal, deal.subscribedRow)
    let rows = [stage] + analysis.office.rows(of: deal).map { Int($0) }
    func first(_ field: Field) -> (number: Int64, row: Int)? {
      for row in rows {
        if let number = table.number(field, row), number > 0 { return (Int64(number), row) }
      }
      return nil
    }
    guard let price = first(.price), deal.hundredths > 0,
      let total = first(.subscribedTotal) ?? first(.total) ?? first(.signedTotal),
      let own = Rational(Int128(total.number) * 100, over: Int128(deal.hundredths))
    else { return }
    let difference = own - Rational(Int(price.number))
    guard difference > Rational(100) || difference < Rational(-100) else { return }
    add(
      .price, .deals, price.row, value: .perArea(fen: price.number),
      expected: .perArea(fen: Int64(own.scaled(decimals: 0))))
  }

  /// A room that an earlier deal holds on the day of the subscription.
  private mutating func checkRoom(_ deal: Deal, _ index: Int, _ earlier: EarlierHolders) {
    let office = analysis.office
    guard let other = earlier.holder(of: deal, index) else { return }
    let table = office[.deals]
    let source = table.source(row(of: other, other.subscribedRow))
    let file = Int(source.file)
    let name = file < office.sources.count ? office.sources[file].name : ""
    add(
      .soldTwice, .deals, row(of: deal, deal.subscribedRow),
      value: .text(office.lexicon[deal.room]),
      expected: .text("\(name):\(source.line)"), others: [source])
  }

  /// A signing or cancellation before the subscription, a cancellation of nothing.
  private mutating func checkStages(_ deal: Deal) {
    if deal.subscribed == Missing.day {
      guard window.contains(deal.cancelled) else { return }
      add(
        .noSale, .deals, row(of: deal, deal.cancelledRow),
        value: .day(CalendarDay(number: deal.cancelled)),
        expected: .words(Words("应有认购或签约", "a subscription or a signing")))
      return
    }
    guard !deal.isDirect else { return }
    for (day, stage) in [(deal.signed, deal.signedRow), (deal.cancelled, deal.cancelledRow)]
    where window.contains(day) && day < deal.subscribed {
      add(
        .stageOrder, .deals, row(of: deal, stage), value: .day(CalendarDay(number: day)),
        expected: .day(CalendarDay(number: deal.subscribed)))
    }
  }

  /// The row of a stage, else the deal's first.
  private func row(of deal: Deal, _ stage: Int32) -> Int {
    stage >= 0 ? Int(stage) : analysis.office.rows(of: deal).first.map { Int($0) } ?? 0
  }
}

/// Which other home sale holds a room when it is sold.
private struct EarlierHolders {
  private let deals: [Deal]
  /// Positions in `deals` by the number of the room.
  private let ofRoom: Positions

  init(_ office: SalesOffice) {
    deals = office.deals
    var pairs: [(key: Int32, position: Int32)] = []
    for (index, deal) in office.deals.enumerated()
    where !deal.isParking && !deal.room.isNone && deal.subscribed != Missing.day {
      pairs.append((deal.room.number, Int32(index)))
    }
    ofRoom = Positions(pairs, keyCount: office.lexicon.count)
  }

  /// The first deal of the same room, subscribed before (on one day: standing earlier in the
  /// files), that holds the room on the day of the subscription.
  func holder(of deal: Deal, _ index: Int) -> Deal? {
    let day = CalendarDay(number: deal.subscribed)
    guard !deal.room.isNone else { return nil }
    return ofRoom[Int(deal.room.number)].lazy.map(Int.init).first { other in
      guard other != index, deals[other].holdsRoom(on: day) else { return false }
      return deals[other].subscribed < deal.subscribed
        || (deals[other].subscribed == deal.subscribed && other < index)
    }.map { deals[$0] }
  }
}

extension Value {
  /// Yuan a square metre, exact.
  fileprivate static func perArea(fen: Int64) -> Value {
    .portion(Rational(Int128(fen), over: 100) ?? .zero)
  }
}

import Facts
import Quantities
import Records

/// 认筹: the launch's registrations as they stand on the last counted day.
struct LaunchCards {
  /// One registration.
  struct Card {
    let row: Int
    let number: String
    let customer: Int32
    /// First letter of the level, A–D; empty where none is written.
    let level: String
    let price: Money?
    let hasArrived: Bool
    /// Minutes after midnight when a home was chosen; nil where none was or no time is written.
    let chosenAt: Int?
    let hasChosen: Bool
    let result: String
  }

  private let office: SalesOffice
  /// All counted cards issued by the day, in the order of their numbers.
  let all: [Card]
  /// Those not handed back by the day, one (the earliest) a customer, in the order of their
  /// numbers.
  let valid: [Card]

  init(_ office: SalesOffice, on day: CalendarDay) {
    self.office = office
    let table = office[.cards]
    let customers = office.customers.ofCards
    var cards: [(card: Card, issued: Int32, isBack: Bool)] = []
    for row in 0..<table.count where table.state[row] == .counts {
      let issued = table.day(.issued, row)
      if let issued, issued > day { continue }
      let isBack = table.day(.returned, row).map { $0 <= day } ?? false
      cards.append(
        (
          LaunchCards.card(row, table, office, row < customers.count ? customers[row] : -1),
          issued?.number ?? Int32.max, isBack
        ))
    }
    all = cards.map(\.card).sorted { NaturalOrder.precedes($0.number, $1.number) }
    var earliest: [Int32: Int] = [:]
    var kept: [Card] = []
    for (index, entry) in cards.enumerated() where !entry.isBack {
      guard entry.card.customer >= 0 else {
        kept.append(entry.card)
        continue
      }
      let known = earliest[entry.card.customer]
      if let known, cards[known].issued <= entry.issued { continue }
      earliest[entry.card.customer] = index
    }
    kept += earliest.values.map { cards[$0].card }
    valid = kept.sorted { a, b in
      a.number != b.number ? NaturalOrder.precedes(a.number, b.number) : a.row < b.row
    }
  }

  /// The source rows of some cards.
  func lineage(_ cards: [Card]) -> Lineage {
    let rows = cards.map { office[.cards].source($0.row) }
    return Lineage { rows }
  }

  private static func card(
    _ row: Int, _ table: RecordTable, _ office: SalesOffice, _ customer: Int32
  ) -> Card {
    let chosenAt = table.text(.chosenAt, row)
    return Card(
      row: row, number: table.text(.card, row), customer: customer,
      level: office.lexicon[table.symbol(.level, row)].first.map { String($0).uppercased() } ?? "",
      price: table.money(.price, row).flatMap { $0.fen > 0 ? $0 : nil },
      hasArrived: !table.text(.arrived, row).isEmpty, chosenAt: clock(in: chosenAt),
      hasChosen: !chosenAt.isEmpty || !table.symbol(.chosen, row).isNone,
      result: office.lexicon[table.symbol(.result, row)])
  }

  /// The time of day in a text such as `2026-11-21 10:05` or `10:05:30`; nil without one.
  static func clock(in text: String) -> Int? {
    let parts = text.split { $0 == ":" || $0 == "：" }
    guard parts.count >= 2 else { return nil }
    let hour = String(parts[0].reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    let minute = String(parts[1].prefix { $0.isASCII && $0.isNumber })
    guard let hour = Int(hour), let minute = Int(minute), hour < 24, minute < 60 else {
      return nil
    }
    return hour * 60 + minute
  }
}

extension Analysis {
  /// The launch's registrations on the last counted day.
  var launchCards: LaunchCards { shared("launch-cards") { LaunchCards(office, on: day) } }

  /// How the card names its holder, else as he is known elsewhere: by name, number or id.
  func holder(of card: LaunchCards.Card) -> String {
    let own = customerNames.name(.cards, card.row)
    return own.isEmpty ? customerNames.knownName(of: card.customer) : own
  }

  /// Homes subscribed by a card's customer at or after the launch (without its day: after the card
  /// was issued), up to the last counted day: positions in `SalesOffice.deals`.
  func purchases(of card: LaunchCards.Card) -> [Int32] {
    guard card.customer >= 0 else { return [] }
    let byCustomer: [Int32: [Int32]] = shared("home-deals-of-customers") {
      var found: [Int32: [Int32]] = [:]
      for (index, deal) in office.deals.enumerated() where !deal.isParking {
        found[deal.customer, default: []].append(Int32(index))
      }
      return found
    }
    let from =
      office.settings.launchDay ?? office[.cards].day(.issued, card.row)
      ?? CalendarDay(number: Int32.min + 1)
    return (byCustomer[card.customer] ?? []).filter { index in
      let subscribed = office.deals[Int(index)].subscribed
      return subscribed != Missing.day && subscribed >= from.number && subscribed <= day.number
    }
  }

  /// Whether a card ended in a purchase: by the deals, or without a file of deals by its result.
  func hasBought(_ card: LaunchCards.Card) -> Bool {
    office.has(.deals) || !office.deals.isEmpty
      ? !purchases(of: card).isEmpty : card.result == "认购"
  }
}

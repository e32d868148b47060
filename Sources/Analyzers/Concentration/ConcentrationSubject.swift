import Facts
import Quantities
import Records

/// Over what the net amounts are spread: the six lists that have 20/80 figures.
enum ConcentrationSubject: String, CaseIterable, Sendable {
  case customers, channels, staff, districts, layouts, referrers

  var words: Words {
    switch self {
    case .customers: Words("客户", "Customers")
    case .channels: Words("渠道", "Channels")
    case .staff: Words("置业顾问", "Consultants")
    case .districts: Words("居住区域", "Districts")
    case .layouts: Words("户型", "Layouts")
    case .referrers: Words("推荐人", "Referrers")
    }
  }

  /// The unit of one of them.
  var unit: Unit {
    switch self {
    case .customers: .customers
    case .staff, .referrers: .people
    case .channels, .districts, .layouts: .items
    }
  }

  /// Names of persons outside the office.
  var isPersonal: Bool { self == .customers || self == .referrers }
}

/// One holder of an amount in a 20/80 list: a customer's number, or a word.
enum ConcentrationKey: Hashable, Sendable {
  case customer(Int32)
  /// `none` is what is unfilled or unassigned.
  case word(Symbol)
}

/// The net subscribed amounts to date of a 20/80 list, with the deals behind each.
struct NetAmounts: Sendable {
  let list: Concentration<ConcentrationKey>
  /// Deals of the list that have no amount.
  let withoutAmount: Int
  /// Number of a key in `deals`.
  private let slots: [ConcentrationKey: Int32]
  /// Positions in `SalesOffice.deals`.
  private let deals: Positions

  fileprivate init(
    _ list: Concentration<ConcentrationKey>, withoutAmount: Int, slots: [ConcentrationKey: Int32],
    deals: Positions
  ) {
    self.list = list
    self.withoutAmount = withoutAmount
    self.slots = slots
    self.deals = deals
  }

  /// Positions in `SalesOffice.deals` of a holder's deals, ascending.
  func deals(of key: ConcentrationKey) -> ArraySlice<Int32> {
    slots[key].map { deals[Int($0)] } ?? []
  }

  /// All deals of those who hold something, ascending, each once.
  var held: [Int32] {
    var all: [Int32] = []
    for entry in list.entries { all += deals(of: entry.key) }
    all.sort()
    var held: [Int32] = []
    for deal in all where deal != held.last { held.append(deal) }
    return held
  }
}

extension Analysis {
  /// Net subscribed amounts up to the last counted day, by a subject: subscribed on or before it
  /// less cancelled on or before it, parking left out.
  func netAmounts(_ subject: ConcentrationSubject) -> NetAmounts {
    shared("net-amounts.\(subject.rawValue)") {
      let holders = ConcentrationHolders(subject, self)
      var slots: [ConcentrationKey: Int32] = [:]
      var sums: [Int64] = []
      var order: [ConcentrationKey] = []
      var parts: [(key: Int32, position: Int32)] = []
      var withoutAmount = 0
      let last = day.number
      for (index, deal) in office.deals.enumerated() where !deal.isParking {
        let isIn = deal.subscribed != Missing.day && deal.subscribed <= last
        let isOut = deal.cancelled != Missing.day && deal.cancelled <= last
        guard isIn || isOut else { continue }
        let known = deal.subscribedFen != Missing.number
        var isCase = false
        holders.forEachPart(of: deal, Money(fen: known ? deal.subscribedFen : 0)) { key, amount in
          isCase = true
          let slot = slots[key] ?? Int32(order.count)
          if slot == order.count {
            slots[key] = slot
            order.append(key)
            sums.append(0)
          }
          sums[Int(slot)] += (isIn ? amount.fen : 0) - (isOut ? amount.fen : 0)
          parts.append((slot, Int32(index)))
        }
        if !known, isCase { withoutAmount += 1 }
      }
      let entries = order.indices.map {
        Concentration<ConcentrationKey>.Entry(order[$0], Money(fen: sums[$0]))
      }
      return NetAmounts(
        Concentration(holders.settled(entries)), withoutAmount: withoutAmount, slots: slots,
        deals: Positions(parts, keyCount: order.count))
    }
  }
}

/// Who holds the amount of a deal in one 20/80 list.
private struct ConcentrationHolders {
  let subject: ConcentrationSubject
  let office: SalesOffice
  let credit: StaffCredit
  let districts: BuyerProfile
  let referrers: Referrers

  init(_ subject: ConcentrationSubject, _ analysis: Analysis) {
    self.subject = subject
    office = analysis.office
    credit = analysis.credit
    districts = BuyerProfile(.district, analysis.office)
    referrers = analysis.referrers
  }

  /// The holders of a deal and their parts; nobody where the deal is no case of the list.
  func forEachPart(of deal: Deal, _ amount: Money, _ body: (ConcentrationKey, Money) -> Void) {
    switch subject {
    case .customers: body(.customer(deal.customer), amount)
    case .channels: body(.word(deal.channel), amount)
    case .layouts: body(.word(deal.layout), amount)
    case .districts:
      body(.word(districts.word(of: deal.customer, on: deal.subscribed)), amount)
    case .staff:
      for part in credit.parts(of: deal) { body(.word(part.person), part.of(amount)) }
    case .referrers:
      // A deal without a referrer is no referral.
      let names = referrers.of(deal)
      for (name, part) in zip(names, amount.split(among: names.count)) { body(.word(name), part) }
    }
  }

  /// The entries by amount, largest first, and equal amounts in the written order of ties, for
  /// which alone the customers' keys are looked up.
  func settled(
    _ entries: [Concentration<ConcentrationKey>.Entry]
  ) -> [Concentration<ConcentrationKey>.Entry] {
    var entries = entries.sorted { $0.amount > $1.amount }
    var ties: [Range<Int>] = []
    var customers: Set<Int32> = []
    var start = 0
    while start < entries.count {
      let end =
        entries[start...].firstIndex { $0.amount != entries[start].amount } ?? entries.count
      if end - start > 1, entries[start].amount > .zero {
        ties.append(start..<end)
        for case .customer(let customer) in entries[start..<end].lazy.map(\.key) {
          customers.insert(customer)
        }
      }
      start = end
    }
    let order = TieOrder(
      keys: CustomerKeys(of: customers, in: office), lexicon: office.lexicon,
      blank: (subject == .staff ? Words.unassigned : Words.unfilled).chinese)
    for tie in ties { entries[tie].sort { order.precedes($0.key, $1.key) } }
    return entries
  }
}

/// The written order of ties: customers by their keys, words as they are shown by code point.
private struct TieOrder {
  let keys: CustomerKeys
  let lexicon: Lexicon
  /// How no word is shown.
  let blank: String

  func precedes(_ a: ConcentrationKey, _ b: ConcentrationKey) -> Bool {
    switch (a, b) {
    case (.customer(let a), .customer(let b)): keys.precedes(a, b)
    case (.word(let a), .word(let b)): shown(a) < shown(b)
    case (.customer, .word): true
    case (.word, .customer): false
    }
  }

  private func shown(_ word: Symbol) -> String { word.isNone ? blank : lexicon[word] }
}

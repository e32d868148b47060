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
struct NetAmounts {
  let list: Concentration<ConcentrationKey>
  /// Positions in `SalesOffice.deals` of every key.
  let deals: [ConcentrationKey: [Int32]]
  /// Deals of the list that have no amount.
  let withoutAmount: Int
}

extension Analysis {
  /// Net subscribed amounts up to the last counted day, by a subject: subscribed on or before it
  /// less cancelled on or before it, parking left out.
  func netAmounts(_ subject: ConcentrationSubject) -> NetAmounts {
    shared("net-amounts.\(subject.rawValue)") {
      let holders = ConcentrationHolders(subject, self)
      var sums: [ConcentrationKey: Int64] = [:]
      var deals: [ConcentrationKey: [Int32]] = [:]
      var order: [ConcentrationKey] = []
      var withoutAmount = 0
      for (index, deal) in office.deals.enumerated() where !deal.isParking {
        let isIn = deal.subscribed != Missing.day && deal.subscribed <= day.number
        let isOut = deal.cancelled != Missing.day && deal.cancelled <= day.number
        guard isIn || isOut else { continue }
        let known = deal.subscribedFen != Missing.number
        let parts = holders.parts(of: deal, Money(fen: known ? deal.subscribedFen : 0))
        if !known, !parts.isEmpty { withoutAmount += 1 }
        for (key, amount) in parts {
          if sums[key] == nil { order.append(key) }
          sums[key, default: 0] += (isIn ? amount.fen : 0) - (isOut ? amount.fen : 0)
          deals[key, default: []].append(Int32(index))
        }
      }
      let entries = order.map {
        Concentration<ConcentrationKey>.Entry($0, Money(fen: sums[$0] ?? 0))
      }
      return NetAmounts(
        list: Concentration(holders.settled(entries)), deals: deals, withoutAmount: withoutAmount)
    }
  }
}

/// Who holds the amount of a deal in one 20/80 list.
private struct ConcentrationHolders {
  let subject: ConcentrationSubject
  let office: SalesOffice
  let credit: StaffCredit
  let districts: BuyerProfile
  let referrers: BuyerProfile

  init(_ subject: ConcentrationSubject, _ analysis: Analysis) {
    self.subject = subject
    office = analysis.office
    credit = analysis.credit
    districts = BuyerProfile(.district, analysis.office)
    referrers = BuyerProfile(.referrer, analysis.office)
  }

  /// The holders of a deal and their parts; nobody where the deal is no case of the list.
  func parts(of deal: Deal, _ amount: Money) -> [(ConcentrationKey, Money)] {
    switch subject {
    case .customers: return [(.customer(deal.customer), amount)]
    case .channels: return [(.word(deal.channel), amount)]
    case .layouts: return [(.word(deal.layout), amount)]
    case .districts:
      return [(.word(districts.word(of: deal.customer, on: deal.subscribed)), amount)]
    case .staff:
      return credit.parts(of: deal).map { (.word($0.person), $0.of(amount)) }
    case .referrers:
      // A deal without a referrer is no referral.
      var names = office.lexicon[deal.referrer]
      if names.isEmpty { names = referrers.words(of: deal.customer, on: deal.subscribed) }
      return zip(names, amount.split(among: names.count)).map { (.word($0), $1) }
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
    let keys = CustomerKeys(of: customers, in: office)
    for tie in ties { entries[tie].sort { precedes($0.key, $1.key, keys) } }
    return entries
  }

  /// The written order of ties: customers by their keys, words as they are shown by code point.
  private func precedes(_ a: ConcentrationKey, _ b: ConcentrationKey, _ keys: CustomerKeys) -> Bool
  {
    switch (a, b) {
    case (.customer(let a), .customer(let b)): return keys.precedes(a, b)
    case (.word(let a), .word(let b)):
      return shown(a) < shown(b)
    case (.customer, .word): return true
    case (.word, .customer): return false
    }
  }

  private func shown(_ word: Symbol) -> String {
    guard word.isNone else { return office.lexicon[word] }
    return (subject == .staff ? Words.unassigned : Words.unfilled).chinese
  }
}

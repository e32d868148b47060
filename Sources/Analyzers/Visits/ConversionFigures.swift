import Facts
import Quantities
import Records

/// From visits to subscriptions.
enum ConversionFigures {
  static let analyzers: [Analyzer] = [firstConversion, dealRate, perDeal, perBuyer]

  static let firstConversion = Analyzer(
    FigureDefinition(
      "visits.first-conversion", Words("首访转化率", "First-visit conversion"),
      Words(
        "本期首访客户中，首访当日或以后认购、至截止日未退房的客户比例（车位除外）",
        "of the first-visit customers of the period, those with a home subscribed on or after the visit and not cancelled by as-of"
      ),
      unit: .rate, source: "field practice: F10 as a cohort; fine point 49"),
    of: [.visits, .deals]
  ) { analysis, window in
    let office = analysis.office
    let firsts = analysis.firstParties(in: window)
    var bought: [Int32] = []
    let converted = firsts.filter { party in
      let customer = office.parties.customer[party]
      guard let deal = analysis.activeDeal(of: customer, from: office.parties.day[party]) else {
        return false
      }
      bought.append(deal)
      return true
    }
    let deals = Selection(
      house: analysis.house, thing: .deals, items: bought.sorted(), stage: .subscribed)
    let asOf = office.asOf
    return Fact.quotient(
      .count(converted.count), over: .count(firsts.count),
      rows: (Lineage.union([converted.lineage, deals.lineage]), firsts.lineage),
      remarks: [Words("认购计至 \(asOf)", "subscriptions up to \(asOf)")])
  }

  static let dealRate = Analyzer(
    FigureDefinition(
      "visits.deal-rate", Words("来访成交率", "Visit-to-deal rate"),
      Words("本期认购套数（未扣退房）/ 本期来访", "subscribed units of the period, gross / visits of the period"),
      unit: .rate, source: "field practice: F11"),
    of: [.visits, .deals]
  ) { analysis, window in
    Fact.quotient(
      analysis.deals(.subscribed, in: window), over: analysis.parties(in: window))
  }

  static let perDeal = Analyzer(
    FigureDefinition(
      "visits.per-deal", Words("成交比", "Visits per deal"),
      Words("本期来访 / 本期认购套数（未扣退房）", "visits of the period / subscribed units of the period, gross"),
      unit: .perOne, source: "field practice: F11 inverted"),
    of: [.visits, .deals]
  ) { analysis, window in
    Fact.quotient(
      analysis.parties(in: window), over: analysis.deals(.subscribed, in: window))
  }

  static let perBuyer = Analyzer(
    FigureDefinition(
      "visits.per-buyer", Words("认购客户平均到访次数", "Visits per buyer"),
      Words(
        "本期认购客户到其认购日为止的来访组数之和 / 本期认购客户数",
        "visits of the period's buyers up to the day of their subscription / buyers"),
      unit: .times, source: "field practice: F08; fine point 57"),
    of: [.visits, .deals]
  ) { analysis, window in
    let office = analysis.office
    let purchases = analysis.firstPurchases(in: window)
    var visits: [Int32] = []
    for item in purchases.items {
      let deal = office.deals[Int(item)]
      for party in office.parties.of(customer: deal.customer)
      where office.parties.day[party] <= deal.subscribed {
        visits.append(Int32(party))
      }
    }
    let parties = Selection(house: analysis.house, thing: .parties, items: visits.sorted())
    return Fact.quotient(parties, over: purchases)
  }
}

extension Analysis {
  /// The customer's earliest home that was subscribed on or after a day and stands on as-of.
  func activeDeal(of customer: Int32, from day: Int32) -> Int32? {
    let last = office.asOf
    return homes(of: customer).first { index in
      let deal = office.deals[Int(index)]
      return deal.subscribed != Missing.day && deal.subscribed >= day && deal.isActive(on: last)
    }
  }

  /// Of each buyer of a window his earliest subscription in it (homes, gross).
  func firstPurchases(in window: Window) -> Selection {
    let deals = deals(.subscribed, in: window)
    var earliest: [Int32: Int32] = [:]
    for item in deals.items {
      let deal = office.deals[Int(item)]
      if let known = earliest[deal.customer],
        office.deals[Int(known)].subscribed <= deal.subscribed
      {
        continue
      }
      earliest[deal.customer] = item
    }
    return deals.filter { earliest[office.deals[$0].customer] == Int32($0) }
  }

  /// Homes of a customer in the order of the deals.
  func homes(of customer: Int32) -> ArraySlice<Int32> {
    let homes: Positions = shared("homes-of-customer") {
      var pairs: [(key: Int32, position: Int32)] = []
      for (index, deal) in office.deals.enumerated() where !deal.isParking && deal.customer >= 0 {
        pairs.append((deal.customer, Int32(index)))
      }
      return Positions(pairs, keyCount: office.customers.count)
    }
    return homes[Int(customer)]
  }
}

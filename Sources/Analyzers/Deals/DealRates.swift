import Facts
import Quantities
import Records

/// 签约率、退房率、认购转签约天数.
enum DealRates {
  static let analyzers: [Analyzer] = [signRate, cancelRate, daysToSign]

  static let signRate = Analyzer(
    FigureDefinition(
      "deals.sign-rate", Words("认购转签约率", "Sign rate"),
      Words(
        "本期认购的套数中，截至截止日已签约（不论其后是否退房）的比例",
        "of the units subscribed in the period, those signed by as-of, whether or not cancelled later"
      ),
      unit: .rate, source: "field practice: F20 as a cohort; fine point 50"),
    of: [.deals]
  ) { analysis, window in
    let gross = analysis.deals(.subscribed, in: window)
    var signed = gross.filter { analysis.office.deals[$0].isSigned }
    signed.stage = .signed
    return Fact.quotient(signed, over: gross)
  }

  static let cancelRate = Analyzer(
    FigureDefinition(
      "deals.cancel-rate", Words("退房率", "Cancellation rate"),
      Words("本期退房套数 / 本期认购套数", "units cancelled in the period / units subscribed in the period"),
      unit: .rate, source: "field practice: F21, same period"),
    of: [.deals]
  ) { analysis, window in
    Fact.quotient(
      analysis.deals(.cancelled, in: window), over: analysis.deals(.subscribed, in: window))
  }

  static let daysToSign = Analyzer(
    FigureDefinition(
      "deals.days-to-sign", Words("认购转签约天数", "Days to sign"),
      Words(
        "本期签约的成交从认购到签约天数的中位数",
        "median days from subscription to signing of the deals signed in the period"),
      unit: .days, source: "field practice: F20, S24"),
    of: [.deals]
  ) { analysis, window in
    let deals = analysis.office.deals
    let signed = analysis.deals(.signed, in: window).filter {
      deals[$0].subscribed != Missing.day && deals[$0].subscribed <= deals[$0].signed
    }
    let days = signed.items.map { Int(deals[Int($0)].signed - deals[Int($0)].subscribed) }
    return Fact(Median.of(days), lineage: signed.lineage)
  }
}

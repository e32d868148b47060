import Facts
import Quantities
import Records

/// 认购、签约、退房: units, area, amount and averages of the deals of one stage, parking left out.
enum DealEvents {
  static let analyzers: [Analyzer] =
    figures(subscribed) + figures(signed) + figures(cancelled)

  /// One stage and how its figures are called.
  struct Event: Sendable {
    let prefix: String
    let name: Words
    let stage: Stage
    /// What dates a deal into the period.
    let dated: Words
    /// Which amount is taken.
    let amount: Words
    let source: String
  }

  static let subscribed = Event(
    prefix: "deals", name: Words("认购", "Subscribed"), stage: .subscribed,
    dated: Words(
      "认购日期在本期的住宅成交（未扣退房，车位除外）", "homes subscribed in the period, gross, parking left out"),
    amount: Words(
      "认购总价，缺则成交总价、签约总价、单价×面积",
      "subscription total, else deal total, contract total, unit price × area"),
    source: "F14")
  static let signed = Event(
    prefix: "signed", name: Words("签约", "Signed"), stage: .signed,
    dated: Words("签约日期在本期的住宅成交（车位除外）", "homes signed in the period, parking left out"),
    amount: Words(
      "签约总价，缺则成交总价、认购总价、单价×面积",
      "contract total, else deal total, subscription total, unit price × area"),
    source: "F15")
  static let cancelled = Event(
    prefix: "cancelled", name: Words("退房", "Cancelled"), stage: .cancelled,
    dated: Words(
      "退房日期在本期的住宅成交（车位除外，换房更名不算）",
      "homes cancelled in the period, parking left out, swaps and renamings are none"),
    amount: Words("该成交计入认购时的金额", "the amount with which the deal was subscribed"),
    source: "F21")

  private static func figures(_ event: Event) -> [Analyzer] {
    [
      units(event), area(event), amount(event), averagePrice(event), averageTicket(event),
      averageArea(event), buyers(event),
    ]
  }

  private static func units(_ event: Event) -> Analyzer {
    figure(event, "units", Words("套数", "units"), Words("套数", "number"), .units) { deals in
      Fact.count(deals)
    }
  }

  private static func area(_ event: Event) -> Analyzer {
    figure(event, "area", Words("面积", "area"), Words("建筑面积之和", "Σ floor area"), .area) {
      deals in
      Fact(.area(deals.area), lineage: deals.lineage, remarks: unknown(deals, without: areaOf))
    }
  }

  private static func amount(_ event: Event) -> Analyzer {
    let meaning = Words(
      "金额之和（\(event.amount.chinese)）", "Σ amount (\(event.amount.english))")
    return figure(event, "amount", Words("金额", "amount"), meaning, .money) { deals in
      Fact(
        .money(deals.amount(event.stage)), lineage: deals.lineage,
        remarks: unknown(deals, without: { fen(event.stage, $0) }))
    }
  }

  private static func averagePrice(_ event: Event) -> Analyzer {
    let meaning = Words(
      "Σ金额 / Σ面积，缺金额或面积的不计", "Σ amount / Σ area, deals without amount or area left out")
    return figure(
      event, "average-price", Words("均价", "average price"), meaning, .pricePerArea
    ) { deals in
      let known = deals.filter {
        fen(event.stage, deals.office.deals[$0]) != nil && areaOf(deals.office.deals[$0]) != nil
      }
      return Fact.quotient(
        .money(known.amount(event.stage)), over: .area(known.area),
        rows: (known.lineage, known.lineage), remarks: leftOut(deals, known))
    }
  }

  private static func averageTicket(_ event: Event) -> Analyzer {
    let meaning = Words("Σ金额 / 套数，缺金额的不计", "Σ amount / units, deals without amount left out")
    return figure(
      event, "average-ticket", Words("套均总价", "average ticket"), meaning, .moneyPerItem
    ) { deals in
      let known = deals.filter { fen(event.stage, deals.office.deals[$0]) != nil }
      return Fact.quotient(
        .money(known.amount(event.stage)), over: .count(known.count),
        rows: (known.lineage, known.lineage), remarks: leftOut(deals, known))
    }
  }

  private static func averageArea(_ event: Event) -> Analyzer {
    let meaning = Words("Σ面积 / 套数，缺面积的不计", "Σ area / units, deals without area left out")
    return figure(event, "average-area", Words("套均面积", "average area"), meaning, .area) { deals in
      let known = deals.filter { areaOf(deals.office.deals[$0]) != nil }
      return Fact.quotient(
        .area(known.area), over: .count(known.count), rows: (known.lineage, known.lineage),
        remarks: leftOut(deals, known))
    }
  }

  private static func buyers(_ event: Event) -> Analyzer {
    let meaning = Words("不同客户数，联名购买算一位", "different customers, joint buyers are one")
    return figure(event, "buyers", Words("客户数", "buyers"), meaning, .customers) { deals in
      Fact(.count(deals.customers), lineage: deals.lineage)
    }
  }

  private static func figure(
    _ event: Event, _ last: String, _ name: Words, _ meaning: Words, _ unit: Unit,
    _ compute: @escaping @Sendable (Selection) -> Fact
  ) -> Analyzer {
    Analyzer(
      FigureDefinition(
        "\(event.prefix).\(last)",
        Words(event.name.chinese + name.chinese, "\(event.name.english) \(name.english)"),
        Words(
          "\(event.dated.chinese)的\(meaning.chinese)",
          "\(meaning.english) of \(event.dated.english)"),
        unit: unit, source: "field practice: \(event.source), F17–F18; fine points 13, 68"),
      of: [.deals]
    ) { analysis, window in compute(analysis.deals(event.stage, in: window)) }
  }

  // MARK: What is not known

  /// What a stage adds to its amount; nil where no total is written.
  static func fen(_ stage: Stage, _ deal: Deal) -> Int64? {
    let fen = stage.fen(of: deal)
    return fen == Missing.number || fen == 0 ? nil : fen
  }

  static func areaOf(_ deal: Deal) -> Int64? {
    deal.hundredths == Missing.number || deal.hundredths == 0 ? nil : deal.hundredths
  }

  private static func unknown(
    _ deals: Selection, without number: (Deal) -> Int64?
  ) -> [Words] {
    let count = deals.items.count { number(deals.office.deals[Int($0)]) == nil }
    return count == 0 ? [] : [Words("\(count)套缺此数", "\(count) units without it")]
  }

  private static func leftOut(_ all: Selection, _ known: Selection) -> [Words] {
    let count = all.count - known.count
    return count == 0
      ? [] : [Words("\(count)套缺金额或面积，未计", "\(count) units without amount or area left out")]
  }
}

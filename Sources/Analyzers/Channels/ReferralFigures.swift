import Facts
import Quantities
import Records

/// 老带新: deals that somebody referred.
enum ReferralFigures {
  static let analyzers: [Analyzer] = [deals, share, top, list]

  static let deals = Analyzer(
    FigureDefinition(
      "referrals.deals", Words("老带新套数", "Referred deals"),
      Words(
        "本期认购套数中有推荐人的（成交未填的看认购客户的来访），车位除外",
        "units subscribed in the period with a referrer, the deal's own, else that of the buyer's visits"
      ),
      unit: .units, source: "field practice: F28"),
    of: [.deals]
  ) { analysis, window in
    Fact.count(referred(analysis.deals(.subscribed, in: window), analysis))
  }

  static let share = Analyzer(
    FigureDefinition(
      "referrals.share", Words("老带新占比", "Share of referred deals"),
      Words("老带新套数 / 认购套数", "referred units / subscribed units"),
      unit: .share, source: "field practice: F28"),
    of: [.deals]
  ) { analysis, window in
    let gross = analysis.deals(.subscribed, in: window)
    return Fact.quotient(referred(gross, analysis), over: gross)
  }

  static let top = Analyzer(
    FigureDefinition(
      "referrals.top", Words("推荐人排行", "Referrers"),
      Words(
        "本期每位推荐人带来的认购套数和金额，多人推荐的平分",
        "units and amount that every referrer brought in the period, several share equally"),
      unit: .units, shape: .table,
      columns: [
        FigureColumn("name", Words("推荐人", "Referrer"), .text, isPersonal: true), .deals,
        .amount, .share,
      ], source: "field practice: F28"),
    of: [.deals]
  ) { analysis, window in
    let office = analysis.office
    let deals = referred(analysis.deals(.subscribed, in: window), analysis)
    let referrers = analysis.referrers
    var counts: [Symbol: SharedCount] = [:]
    var amounts: [Symbol: Money] = [:]
    for item in deals.items {
      let people = referrers.of(office.deals[Int(item)])
      let parts = Money(fen: DealCategories.fen(office.deals[Int(item)])).split(among: people.count)
      for (person, part) in zip(people, parts) {
        counts[person, default: SharedCount()].add(oneOf: people.count)
        amounts[person, default: .zero] += part
      }
    }
    let order = Categories(words: office.lexicon).sorted(
      counts.keys.map { Int($0.number) }.sorted()
    ) { counts[Symbol(number: Int32($0))]?.number ?? .zero }
    let rows = order.map { key in
      let person = Symbol(number: Int32(key))
      let count = counts[person] ?? SharedCount()
      return FactTable.Row(
        [
          .text(analysis.customerNames.shown(name: office.lexicon[person])), count.value,
          .money(amounts[person] ?? .zero), .ratio(Ratio(count.side, over: .count(deals.count))),
        ], lineage: deals.lineage { referrers.of(office.deals[$0]).contains(person) })
    }
    return Fact(FactTable(rows: rows, cases: deals.count), lineage: deals.lineage)
  }

  static let list = Analyzer(
    FigureDefinition(
      "referrals.list", Words("老带新明细", "Referred homes"),
      Words(
        "本期每一套老带新：推荐人、新客户、首访日、首访时是否写有推荐人、认购、签约和金额；日期和先后同认购明细",
        "every referred home of the period: referrer, new customer, first visit, whether the referrer "
          + "was named at the first visit, subscription, signing, amount"),
      unit: .units, shape: .list,
      columns: [
        .room, FigureColumn("referrer", Words("推荐人", "Referrer"), .text, isPersonal: true),
        .customer, FigureColumn("first", Words("首访", "First visit"), .day),
        FigureColumn("named", Words("首访已登记", "Named at first visit"), .text), .subscribed,
        .signed, .amount,
      ], source: "field practice: D21, F28: the referrer is named at the newcomer's first visit"),
    of: [.deals]
  ) { analysis, window in
    let (office, referrers) = (analysis.office, analysis.referrers)
    let deals = referred(analysis.deals(.subscribed, in: window), analysis)
    let column = PartyColumn(.referrer, office)
    let sorted = deals.items.sorted {
      let (a, b) = (office.deals[Int($0)].subscribed, office.deals[Int($1)].subscribed)
      return a != b ? a < b : $0 < $1
    }
    let rows = sorted.map { item in
      let deal = office.deals[Int(item)]
      let visits = deal.customer < 0 ? 0..<0 : office.parties.of(customer: deal.customer)
      let first = visits.first.map { CalendarDay(number: office.parties.day[$0]) }
      let named: Value =
        visits.first.map { party in
          .words(
            column.list(party).isNone && column.word(party).isNone
              ? Words("否", "no") : Words("是", "yes"))
        } ?? .missing(.notRecorded)
      let people = referrers.of(deal).map {
        analysis.customerNames.shown(name: office.lexicon[$0])
      }
      let isSigned = deal.isSigned && deal.signed <= window.to.number
      return FactTable.Row(
        [
          .text(office.lexicon[deal.room]), .typed(people.joined(separator: "、")),
          analysis.buyerCell(deal), first.map { .day($0) } ?? .missing(.notRecorded), named,
          .day(CalendarDay(number: deal.subscribed)),
          isSigned ? .day(CalendarDay(number: deal.signed)) : .missing(.notRecorded),
          DealLists.fenCell(deal.subscribedFen),
        ],
        lineage: Selection(house: analysis.house, thing: .deals, items: [item], stage: .subscribed)
          .lineage)
    }
    return Fact(FactTable(rows: rows), lineage: deals.lineage)
  }

  private static func referred(_ deals: Selection, _ analysis: Analysis) -> Selection {
    let referrers = analysis.referrers
    return deals.filter { !referrers.of(deals.office.deals[$0]).isEmpty }
  }
}

/// Who referred the buyer of a deal: the deal's own referrers, else those that the buyer's latest
/// visit up to the subscription names.
struct Referrers: Sendable {
  private let office: SalesOffice
  private let column: PartyColumn

  init(_ office: SalesOffice) {
    self.office = office
    column = PartyColumn(.referrer, office)
  }

  /// The referrers of a deal, each once; none for most.
  func of(_ deal: Deal) -> [Symbol] {
    var list = deal.referrer
    if list.isNone {
      let number = BuyerProfile.latest(office.parties, of: deal.customer, on: deal.subscribed) {
        Int(column.list($0).number)
      }
      list = number.map { WordList(number: Int32($0)) } ?? .none
    }
    var people: [Symbol] = []
    for person in office.lexicon[list] where !people.contains(person) { people.append(person) }
    return people
  }
}

extension Analysis {
  /// Referrers of deals.
  var referrers: Referrers { shared("referrers") { Referrers(office) } }
}

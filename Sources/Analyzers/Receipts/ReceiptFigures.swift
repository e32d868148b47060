import Facts
import Quantities
import Records

/// 回款: house money received, refunds negative.
enum ReceiptFigures {
  static let analyzers: [Analyzer] = [amount, rate, overdue]

  static let amount = Analyzer(
    FigureDefinition(
      "receipts.amount", Words("回款金额", "Receipts"),
      Words(
        "本期收到的房款（含车位），退款为负，代收费、诚意金等和作废凭证不计",
        "house money received in the period, parking included, refunds negative, other money and void vouchers left out"
      ),
      unit: .money, source: "field practice: F16 by cash date; fine point 33"),
    of: [.receipts]
  ) { analysis, window in
    let receipts = analysis.receipts(in: window)
    return Fact(
      .money(receipts.received(analysis.receiptAmounts)), lineage: receipts.lineage)
  }

  static let rate = Analyzer(
    FigureDefinition(
      "receipts.rate", Words("回款率", "Receipts rate"),
      Words(
        "累计回款 / 累计净签约金额（签约减签约后退房）",
        "receipts to date / amount signed to date less cancelled after signing"),
      unit: .rate, scopes: .toDate, source: "field practice: F16, received / signed; fine point 81"),
    of: [.receipts, .deals]
  ) { analysis, window in
    let receipts = analysis.receipts(in: window)
    let signed = analysis.deals(.signed, in: window)
    let cancelled = analysis.cancelledAfterSigning(in: window)
    return Fact.quotient(
      .money(receipts.received(analysis.receiptAmounts)),
      over: .money(signed.amount(.signed) - cancelled.amount(.signed)),
      rows: (receipts.lineage, .union([signed.lineage, cancelled.lineage])))
  }

  /// More than this many days after signing a home is expected to be paid.
  private static let term: Int32 = 60

  static let overdue = Analyzer(
    FigureDefinition(
      "receipts.overdue", Words("逾期未收", "Payments overdue"),
      Words(
        "截至末日签约已超过60天、未退房，而该房号自成交以来回款少于签约金额的每一套",
        "homes signed more than 60 days before the last counted day, not cancelled, whose room has received less than the contract amount since the deal"
      ),
      unit: .units, shape: .list, scopes: .toDate,
      columns: [
        .room, .customer, .staff, .signed,
        FigureColumn("amount", Words("签约金额", "Contract amount"), .money),
        FigureColumn("received", Words("已收", "Received"), .money),
        FigureColumn("unpaid", Words("未收", "Unpaid"), .money),
        FigureColumn("days", Words("签约天数", "Days since signing"), .days),
      ], source: "field practice: F16, overdue after 60 days (S20)"),
    of: [.receipts, .deals]
  ) { analysis, window in
    let office = analysis.office
    let day = analysis.day.number
    let table = office[.receipts]
    let (days, rooms) = (table.days(.date), table.symbols(.room))
    var paid: [Symbol: [Int32]] = [:]
    for row in analysis.receipts(in: window).items where Int(row) < rooms.count {
      paid[rooms[Int(row)], default: []].append(row)
    }
    let late = office.deals.indices.filter { index in
      let deal = office.deals[index]
      return !deal.isParking && deal.isSigned && day - deal.signed > term
        && (deal.cancelled == Missing.day || deal.cancelled > day)
    }.sorted { a, b in
      let (one, other) = (office.deals[a].signed, office.deals[b].signed)
      return one != other ? one < other : a < b
    }
    let rows = late.compactMap { index -> FactTable.Row? in
      let deal = office.deals[index]
      guard let contract = DealEvents.fen(.signed, deal) else { return nil }
      let start = deal.subscribed == Missing.day ? deal.signed : min(deal.subscribed, deal.signed)
      let payments = Selection(
        house: analysis.house, thing: .rows(.receipts),
        items: deal.room.isNone ? [] : (paid[deal.room] ?? []).filter { days[Int($0)] >= start })
      let received = payments.received(analysis.receiptAmounts)
      guard received.fen < contract else { return nil }
      let own = Selection(
        house: analysis.house, thing: .deals, items: [Int32(index)], stage: .signed)
      return FactTable.Row(
        [
          .text(office.lexicon[deal.room]), analysis.buyerCell(deal), analysis.staffCell(deal),
          .day(CalendarDay(number: deal.signed)), .money(Money(fen: contract)), .money(received),
          .money(Money(fen: contract) - received), .count(Int(day - deal.signed)),
        ], lineage: .union([own.lineage, payments.lineage]))
    }
    return Fact(FactTable(rows: rows), lineage: .union(rows.map(\.lineage)))
  }
}

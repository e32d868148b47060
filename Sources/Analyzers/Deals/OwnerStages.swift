import Facts
import Quantities
import Records

/// 业主阶段: how far the homes that stand are on their way to being paid.
enum OwnerStages {
  static let analyzers = [stages]

  /// Where a home stands, in the order of the way.
  private enum Stage: CaseIterable {
    case unsigned, unpaid, loan, paid

    var words: Words {
      switch self {
      case .unsigned: Words("已认购未签约", "subscribed, not signed")
      case .unpaid: Words("已签约未齐款", "signed, not paid in full")
      case .loan: Words("按揭办理中", "signed, loan pending")
      case .paid: Words("已齐款", "paid in full")
      }
    }
  }

  static let stages = Analyzer(
    FigureDefinition(
      "owners.stages", Words("业主所处阶段", "Owners by stage"),
      Words(
        "截至末日未退房的每一套（车位除外）：未签约、未齐款、按揭办理中（付款方式含按揭、公积金或贷款）、已齐款；已收为该房号自成交以来的回款",
        "homes not cancelled on the last counted day: not signed, not paid, loan pending (by the way of payment), paid; received since the deal"
      ),
      unit: .units, shape: .table, scopes: .toDate,
      columns: [
        .name, .count(Words("套数", "Units"), .units),
        FigureColumn("amount", Words("金额", "Amount"), .money),
        FigureColumn("received", Words("已收", "Received"), .money),
      ], source: "field practice: D21, owners by stage"),
    of: [.deals, .receipts]
  ) { analysis, window in
    let office = analysis.office
    let (day, table) = (analysis.day, office[.receipts])
    let (days, rooms) = (table.days(.date), table.symbols(.room))
    var paid: [Symbol: [Int32]] = [:]
    for row in analysis.receipts(in: window).items where Int(row) < rooms.count {
      paid[rooms[Int(row)], default: []].append(row)
    }
    var sums = Stage.allCases.map { _ in (units: 0, fen: Int64(0), received: Money.zero) }
    var parts = Stage.allCases.map { _ in [Lineage]() }
    for (index, deal) in office.deals.enumerated()
    where !deal.isParking && deal.isActive(on: day) {
      let isSigned = deal.isSigned && deal.signed <= day.number
      let fen = (isSigned ? DealEvents.fen(.signed, deal) : nil) ?? deal.subscribedFen
      // A contract may be dated before the subscription.
      let start = deal.isSigned ? min(deal.subscribed, deal.signed) : deal.subscribed
      let payments = Selection(
        house: analysis.house, thing: .rows(.receipts),
        items: deal.room.isNone
          ? [] : (paid[deal.room] ?? []).filter { days[Int($0)] >= start })
      let received = payments.received(analysis.receiptAmounts)
      let stage = stage(
        isSigned: isSigned, isPaid: fen != Missing.number && received.fen >= fen,
        payment: office.lexicon[deal.payment])
      let position = Stage.allCases.firstIndex(of: stage) ?? 0
      sums[position].units += 1
      sums[position].fen += fen == Missing.number ? 0 : fen
      sums[position].received += received
      let own = Selection(house: analysis.house, thing: .deals, items: [Int32(index)])
      parts[position] += [own.lineage, payments.lineage]
    }
    func cells(_ name: Words, _ sum: (units: Int, fen: Int64, received: Money)) -> [Value] {
      [.words(name), .count(sum.units), .money(Money(fen: sum.fen)), .money(sum.received)]
    }
    let rows = Stage.allCases.indices.map { index in
      FactTable.Row(
        cells(Stage.allCases[index].words, sums[index]), lineage: .union(parts[index]))
    }
    let all = sums.reduce((units: 0, fen: Int64(0), received: Money.zero)) {
      ($0.units + $1.units, $0.fen + $1.fen, $0.received + $1.received)
    }
    let lineage = Lineage.union(rows.map(\.lineage))
    return Fact(
      FactTable(
        rows: rows, total: FactTable.Row(cells(.total, all), lineage: lineage), cases: all.units),
      lineage: lineage)
  }

  private static func stage(isSigned: Bool, isPaid: Bool, payment: String) -> Stage {
    guard isSigned else { return .unsigned }
    if isPaid { return .paid }
    return ["按揭", "公积金", "贷"].contains { payment.contains($0) } ? .loan : .unpaid
  }
}

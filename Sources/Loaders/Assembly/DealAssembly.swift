import Diagnostics
import Quantities
import Records

/// From the rows of the deals table to deals with dated stages, and what the audit must know.
struct DealAssembly {
  private(set) var office: SalesOffice
  private(set) var findings: [Finding] = []
  private let rows: DealRows
  private var uncounted: UncountedRows
  private var remarks: [DealRemark] = []

  /// - Parameter office: with customers and parties.
  init(_ office: SalesOffice) {
    self.office = office
    rows = DealRows(office)
    uncounted = UncountedRows(office)
  }

  /// - Parameter parties: is asked for the visits when all deals are found.
  mutating func assemble(parties: () -> Parties) {
    guard rows.table.count > 0 else { return }
    replaceAdvanced()
    var drafts = standingDrafts()
    DealChanges.markSuccessors(&drafts, rows)
    for draft in drafts { remark(on: draft) }
    let finished = DealFinishing(office, rows)
    var deals: [Deal] = []
    var dealRows: [Int32] = []
    var successors: [Deal] = []
    deals.reserveCapacity(drafts.count)
    for draft in drafts {
      let start = Int32(dealRows.count)
      for row in draft.rows.count == 1 ? draft.rows : draft.rows.sorted() {
        dealRows.append(Int32(row))
      }
      let deal = finished.deal(draft, rows: start..<Int32(dealRows.count))
      if draft.isSuccessor { successors.append(deal) } else { deals.append(deal) }
    }
    remarks.sort { $0.source != $1.source ? $0.source < $1.source : $0.code < $1.code }
    let parties = parties()
    for index in deals.indices where deals[index].channel.isNone {
      deals[index].channel = finished.channel(ofBuyer: deals[index].customer, parties)
    }
    for index in successors.indices where successors[index].channel.isNone {
      successors[index].channel = finished.channel(ofBuyer: successors[index].customer, parties)
    }
    office = uncounted.office
    office.deals = deals
    office.successors = successors
    office.dealRows = dealRows
    office.dealRemarks = remarks
  }

  /// The deals that are not void and have a stage by as-of, in the order of their first rows.
  private mutating func standingDrafts() -> [DealDraft] {
    let asOf = office.asOf.number
    var standing: [DealDraft] = []
    for var draft in drafts() where keep(draft) && draft.cut(after: asOf) {
      standing.append(draft)
    }
    // Their places are sorted, which are smaller than they.
    let firstRows = standing.map(\.firstRow)
    return standing.indices.sorted { firstRows[$0] < firstRows[$1] }.map { standing[$0] }
  }

  // MARK: Rows

  private mutating func replaceAdvanced() {
    for (row, later) in DealMerging.replaced(rows) {
      uncounted.replace(.deals, row, "advanced-deal", Words("同一成交的旧记录", "older state of a deal"))
      remark(
        "advanced", row, name(later),
        Words("同一成交以后一文件为准", "the later file tells the state of a deal"))
      findings.append(
        Finding(.note, "deals.advanced", ["later": name(later)], at: place(row)))
    }
  }

  /// Deals of the rows that count; reservations and what is dated after as-of are none.
  private mutating func drafts() -> [DealDraft] {
    var oneDate: [Int] = []
    var drafts: [DealDraft] = []
    for row in 0..<rows.table.count
    where uncounted.office[.deals].state[row] == .counts && rows.customer(row) >= 0 {
      if rows.status(row) == .reservation {
        uncounted.exclude(.deals, row, "reservation", Words("小订、预留、认筹", "reservation, no deal"))
      } else if rows.hasOneDate(row) {
        oneDate.append(row)
      } else {
        drafts.append(WideDeals.draft(row, rows))
      }
    }
    if !oneDate.isEmpty {
      findings.append(
        Finding(.note, "deals.one-date", ["count": String(oneDate.count)], at: place(oneDate[0])))
    }
    return drafts + LedgerDeals.drafts(oneDate, rows)
  }

  /// Whether a deal stands; void ones are listed and their rows not counted.
  private mutating func keep(_ draft: DealDraft) -> Bool {
    guard draft.isVoid else { return true }
    for row in draft.rows {
      uncounted.exclude(.deals, row, "void", Words("作废", "void"))
    }
    let row = draft.rows.first { rows.status($0) == .void || rows.cancelKind($0) == .void }
    remark("void", row ?? draft.firstRow, "作废", Words("不计入", "not counted"))
    return false
  }

  // MARK: Remarks

  private mutating func remark(on draft: DealDraft) {
    let row = draft.firstRow
    if draft.isSuccessor {
      for row in draft.rows {
        uncounted.exclude(
          .deals, row, "successor", Words("换房、更名的后一笔", "successor of a changed deal"))
      }
      remark("successor", row, roomText(row), Words("只计原成交", "only the original deal counts"))
      return
    }
    switch draft.change {
    case .swap:
      remark("room-swap", row, roomText(row), Words("按原日期计入", "counted on its original day"))
    case .renaming:
      remark("renamed", row, roomText(row), Words("按原日期计入", "counted on its original day"))
    default: break
    }
    let isConverted = rows.cancelKind(row) == .conversion || rows.status(row) == .conversion
    if isConverted, rows.cancelled(row) <= office.asOf.number {
      remark(
        "conversion", row, day(rows.cancelled(row)),
        Words("转签约不是退房", "a conversion is no cancellation"))
    }
    if draft.isDirect {
      remark(
        "direct-contract", row, day(draft.signed),
        Words("签约当日视同认购", "counted as subscribed on the day of signing"))
    }
    if draft.isCancelledByStatus, draft.cancelled != Missing.day {
      remark(
        "cancelled-without-date", row, day(draft.cancelled),
        Words("缺退房日期，按最后阶段日计", "no day of cancellation: the latest stage's day is taken"))
    }
    if draft.subscribed == Missing.day, draft.cancelled != Missing.day, draft.signed == Missing.day
    {
      remark(
        "cancellation-without-sale", row, day(draft.cancelled),
        Words("应有认购或签约", "a subscription or a signing"))
    }
    if draft.subscribed != Missing.day {
      var expected: Words {
        Words(
          "不早于认购日 \(day(draft.subscribed))",
          "not before the subscription on \(day(draft.subscribed))")
      }
      if draft.signed != Missing.day, draft.signed < draft.subscribed {
        remark("signed-before-subscribed", row, day(draft.signed), expected)
      }
      if draft.cancelled != Missing.day, draft.cancelled < draft.subscribed {
        remark("cancelled-before-subscribed", row, day(draft.cancelled), expected)
      }
    }
  }

  private mutating func remark(
    _ code: String, _ row: Int, _ found: String, _ expected: Words
  ) {
    remarks.append(
      DealRemark(
        code: code, source: rows.table.source(row), found: found, expected: expected))
  }

  private func roomText(_ row: Int) -> String { office.lexicon[rows.room(row)] }

  private func day(_ number: Int32) -> String {
    number == Missing.day ? "" : CalendarDay(number: number).description
  }

  private func place(_ row: Int) -> Place {
    let source = rows.table.source(row)
    let file = Int(source.file)
    return Place(
      file: file < office.sources.count ? office.sources[file].name : "", line: Int(source.line))
  }

  private func name(_ row: Int) -> String {
    let place = place(row)
    return place.file + ":" + String(place.line ?? 0)
  }
}

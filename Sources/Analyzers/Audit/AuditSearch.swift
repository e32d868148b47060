import Facts
import Quantities
import Records

/// Finds what the records of a window get wrong, rule by rule.
struct AuditSearch {
  let analysis: Analysis
  let window: Window
  private(set) var hits: [AuditHit] = []

  private var office: SalesOffice { analysis.office }

  /// All hits by file, line, then name of the rule.
  static func hits(_ analysis: Analysis, in window: Window) -> [AuditHit] {
    // A compared window of the same days has no states.
    let kind = window.isCompared ? "compared" : "own"
    return analysis.shared("audit.hits.\(kind).\(window.from.number).\(window.to.number)") {
      var search = AuditSearch(analysis: analysis, window: window)
      for kind in EnteredRows.kinds { search.checkRows(kind) }
      search.checkParties()
      search.checkDeals()
      search.listRemarks()
      // Who is who, and what is in stock, are states of the last counted day, not of a period.
      if window.to == analysis.day, !window.isCompared { search.checkStates() }
      let hits = search.hits
      // Their places are sorted, which are smaller than they.
      let sources = hits.map(\.source)
      let order = hits.indices.sorted { one, other in
        let (a, b) = (sources[one], sources[other])
        if a != b { return a < b }
        let (rule, otherRule) = (hits[one].rule, hits[other].rule)
        if rule != otherRule { return rule.words.chinese < otherRule.words.chinese }
        return one < other
      }
      return order.map { hits[$0] }
    }
  }

  mutating func add(
    _ rule: AuditRule, _ kind: RecordKind, _ row: Int, value: Value, expected: Value,
    others: [SourceRow] = [], staff: WordList? = nil
  ) {
    let table = office[kind]
    hits.append(
      AuditHit(
        rule: rule, source: table.source(row), others: others, value: value, expected: expected,
        staff: staff ?? table.list(.staff, row)))
  }

  // MARK: Single rows

  /// Blank cells, entries after the day, channels that nobody knows.
  private mutating func checkRows(_ kind: RecordKind) {
    let entered = analysis.entered(kind, in: window)
    let table = office[kind]
    let required = analysis.requiredColumns(kind)
    let created = table.days(.created)
    let channels = table.symbols(.channel)
    for (row, day) in zip(entered.rows.lazy.map(Int.init), entered.days) {
      for column in required where column.applies(to: row) && column.isBlank(row) {
        add(
          .missingField, kind, row, value: .missing(.notRecorded), expected: .words(column.name))
      }
      if !created.isEmpty, created[row] != Missing.day, created[row] > day {
        add(
          .lateEntry, kind, row, value: .day(CalendarDay(number: created[row])),
          expected: .day(CalendarDay(number: day)))
      }
      if !channels.isEmpty, office.unknownChannels.contains(channels[row]) {
        add(
          .unknownChannel, kind, row, value: .text(office.lexicon[channels[row]]),
          expected: .words(Words("词语对照或内置渠道词", "a channel of words.csv or of the built-in list")))
      }
    }
  }

  // MARK: Visits

  private mutating func checkParties() {
    let (parties, table) = (office.parties, office.visits)
    let staff = PartyColumn(.staff, office)
    let kinds = table.symbols(.visitKind)
    let (first, again) = (office.lexicon.symbol(of: "首访"), office.lexicon.symbol(of: "复访"))
    for party in analysis.parties(in: window).items.lazy.map(Int.init) {
      let isFirst = parties.isFirst(party)
      if !isFirst { checkConsultants(party, parties, table, staff) }
      // Of several rows of a party the first that is written tells its kind.
      guard !kinds.isEmpty,
        let row = parties.rows(of: party).first(where: { !kinds[Int($0)].isNone }),
        kinds[Int(row)] == (isFirst ? again : first)
      else { continue }
      add(
        .visitKind, .visits, Int(row), value: .text(office.lexicon[kinds[Int(row)]]),
        expected: .words(isFirst ? Words("首访", "first visit") : Words("复访", "return visit")))
    }
  }

  /// A known customer received by nobody of his first party, whose consultants are still here.
  private mutating func checkConsultants(
    _ party: Int, _ parties: Parties, _ table: RecordTable, _ staff: PartyColumn
  ) {
    let first = parties.of(customer: parties.customer[party]).lowerBound
    let (own, before) = (staff.list(party), staff.list(first))
    guard own != before, !own.isNone, !before.isNone else { return }
    let people = office.lexicon[before]
    guard !office.lexicon[own].contains(where: people.contains),
      people.contains(where: { !analysis.hasLeft($0, by: parties.day[party]) })
    else { return }
    let rows = parties.rows(of: party)
    guard let row = rows.first else { return }
    add(
      .twoConsultants, .visits, Int(row), value: .people(own, office.lexicon),
      expected: .people(before, office.lexicon),
      others: parties.rows(of: first).map { table.source(Int($0)) }, staff: own)
  }

  // MARK: Remarks

  /// What the assembly of deals remarked about rows with a date in the window.
  private mutating func listRemarks() {
    guard !office.dealRemarks.isEmpty else { return }
    let table = office[.deals]
    let columns = DataSpan.dateFields(.deals).map { table.days($0) }.filter { !$0.isEmpty }
    let isParking = analysis.parkingRows
    let places = RowPlaces(table)
    for remark in office.dealRemarks {
      guard let rule = AuditRule(remark: remark.code), let row = places.row(at: remark.source),
        !isParking[row], columns.contains(where: { window.contains($0[row]) })
      else { continue }
      add(
        rule, .deals, row,
        value: remark.found.isEmpty ? .missing(.notRecorded) : .text(remark.found),
        expected: .words(remark.expected))
    }
  }

  // MARK: States

  private mutating func checkStates() {
    checkIdentity()
    checkStock()
  }

  /// Rooms whose exported status says sold and the deals do not, or the other way round.
  private mutating func checkStock() {
    guard office[.units].count > 0 else { return }
    let table = office[.units]
    for home in analysis.stock.units where home.isContradicted {
      let deal = home.deal
      add(
        .stockStatus, .units, home.row,
        value: .text(office.lexicon[table.symbol(.status, home.row)]),
        expected: .words(
          home.isSold ? Words("已售", "sold") : Words("未售", "not sold")),
        others: deal.map { deal in
          office.rows(of: deal).map { office[.deals].source(Int($0)) }
        } ?? [], staff: deal?.staff ?? WordList.none)
    }
  }

  /// Numbers and ids that join nobody.
  private mutating func checkIdentity() {
    guard !office.identityRemarks.isEmpty else { return }
    var staffOfSource: [SourceRow: WordList] = [:]
    for kind in [RecordKind.calls, .visits, .deals, .cards] {
      let table = office[kind]
      let places = RowPlaces(table)
      for source in office.identityRemarks.compactMap(\.rows.first) {
        guard let row = places.row(at: source) else { continue }
        staffOfSource[source] = table.list(.staff, row)
      }
    }
    for remark in office.identityRemarks {
      guard let source = remark.rows.first else { continue }
      let rule: AuditRule
      let (value, expected): (String, Words)
      switch remark.kind {
      case .sharedNumber(let digits):
        rule = .sharedNumber
        value = analysis.customerNames.shown(number: digits)
        expected = Words("至多五个姓氏，超过的不作合并依据", "at most five surnames; with more it joins nobody")
      case .idOfTwo(let id):
        rule = .idOfTwo
        value = office.lexicon[id]
        expected = Words("一个编号一位客户", "one customer an id")
      }
      hits.append(
        AuditHit(
          rule: rule, source: source, others: Array(remark.rows.dropFirst()), value: .text(value),
          expected: .words(expected), staff: staffOfSource[source] ?? .none))
    }
  }
}

extension Analysis {
  /// Whether the staff file says that a person had left by a day.
  func hasLeft(_ person: Symbol, by day: Int32) -> Bool {
    let leaving: [Symbol: Int32] = shared("staff.leaving-days") {
      let table = office[.staff]
      var leaving: [Symbol: Int32] = [:]
      for row in 0..<table.count where table.state[row] == .counts {
        if let left = table.day(.left, row) { leaving[table.symbol(.name, row)] = left.number }
      }
      return leaving
    }
    return leaving[person].map { $0 < day } ?? false
  }
}

extension Value {
  /// The consultants of a cell, joined by 、; missing where nobody is named.
  static func people(_ list: WordList, _ lexicon: Lexicon) -> Value {
    list.isNone
      ? .missing(.notRecorded)
      : .text(lexicon[list].map { lexicon[$0] }.joined(separator: "、"))
  }
}

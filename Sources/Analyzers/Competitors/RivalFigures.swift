import Facts
import Quantities
import Records

/// 客户提到的竞品: whom our visitors compare us with, and whom we lost them to.
enum RivalFigures {
  static let analyzers = [named, lost, lostByRival]

  static let named = Analyzer(
    FigureDefinition(
      "competitors.rivals-named", Words("客户提到的竞品", "Rivals named by visitors"),
      Words(
        "本期来访提到的对比楼盘（多选），与我们的调查对照：没有等级和信息天数的是没有调查的",
        "rivals named by the period's visitors (several possible) beside what our survey knows"),
      unit: .parties, shape: .table,
      columns: [
        FigureColumn("name", Words("对比楼盘", "Rival"), .text),
        FigureColumn("count", Words("提到（组）", "Named"), .parties),
        FigureColumn("share", Words("占来访", "Share"), .share),
        FigureColumn("tier", Words("等级", "Tier"), .text),
        FigureColumn("price", Words("最近价格", "Last price"), .pricePerArea),
        FigureColumn("age", Words("信息天数", "Age"), .days),
      ], source: "field practice: D10; each word once a visit, denominator all visits"),
    of: [.visits]
  ) { analysis, window in
    let parties = analysis.parties(in: window)
    let column = PartyColumn(.rival, analysis.office)
    guard column.exists else {
      return Fact(
        FactTable(rows: [], absence: .noColumn(Words("对比楼盘", "rival"))))
    }
    var counts: [Symbol: [Int32]] = [:]
    for party in parties.items {
      let words = column.words(Int(party))
      for word in words.isEmpty ? [.none] : words
      where word.isNone || analysis.office.isChosen(rival: word) {
        counts[word, default: []].append(party)
      }
    }
    let notes = analysis.competitorNotes
    let lexicon = analysis.office.lexicon
    let rows = sorted(counts, lexicon).map { word, items in
      let project = notes.projects.first { $0.name == word && !word.isNone }
      let tier = project.flatMap { project in
        project.notes.last { !analysis.office[.competitors].symbol(.tier, $0.row).isNone }
      }.map { Value.word(analysis.office[.competitors].symbol(.tier, $0.row), lexicon) }
      return FactTable.Row(
        [
          word.isNone ? .words(.unfilled) : .text(lexicon[word]), .count(items.count),
          .ratio(Ratio(items.count, over: parties.count)), tier ?? .missing(.notRecorded),
          project?.lastPrice ?? .missing(.notRecorded),
          project?.notes.last.map { .count(analysis.day - $0.day) } ?? .missing(.notRecorded),
        ],
        lineage: Selection(house: analysis.house, thing: .parties, items: items).lineage)
    }
    return Fact(
      FactTable(rows: rows, cases: parties.count, isMultiple: true), lineage: parties.lineage,
      remarks: analysis.office.chosenRivalsRemark)
  }

  static let lost = Analyzer(
    FigureDefinition(
      "competitors.lost", Words("点名竞品而未成交的客户", "Customers who name a rival and have not bought"),
      Words(
        "本期来访、提到对比楼盘而截至末日没有有效认购的客户数",
        "customers who visited in the period, named a rival and hold no subscription by the last day"
      ),
      unit: .customers, source: "field practice: D08 c, lost to which rival")
  ) { analysis, scope in
    let window = analysis.windows[scope]
    if let absence = lostAbsence(analysis, window) { return Fact(.missing(absence)) }
    let parties = lostParties(analysis, window)
    return Fact(
      .count(parties.customers), lineage: parties.lineage,
      remarks: analysis.office.chosenRivalsRemark)
  }

  static let lostByRival = Analyzer(
    FigureDefinition(
      "competitors.lost-by-rival", Words("流向竞品的客户", "Lost customers by rival"),
      Words(
        "点名竞品而未成交的客户，按竞品列出（多选）", "customers who named a rival and have not bought, by rival"),
      unit: .customers, shape: .table,
      columns: [
        FigureColumn("name", Words("对比楼盘", "Rival"), .text),
        FigureColumn("count", Words("客户", "Customers"), .customers),
        FigureColumn("hot", Words("其中A、B级", "Of level A or B"), .customers),
        FigureColumn("last", Words("最近来访", "Last visit"), .day),
      ], source: "field practice: D08 c, lost to which rival")
  ) { analysis, scope in
    let window = analysis.windows[scope]
    if let absence = lostAbsence(analysis, window) {
      return Fact(FactTable(rows: [], absence: absence))
    }
    let office = analysis.office
    let parties = lostParties(analysis, window)
    let column = PartyColumn(.rival, office)
    var named: [Symbol: [Int32]] = [:]
    for party in parties.items {
      for word in rivals(party, column, office) { named[word, default: []].append(party) }
    }
    let contacts = CustomerContact.all(of: office, until: window.to)
    let rows = sorted(named, office.lexicon) { customers($0, office).count }.map { word, items in
      let customers = customers(items, office)
      let hot = customers.filter {
        contacts[Int($0)].grade(office.lexicon).map { "AB".contains($0) } ?? false
      }
      let last = items.map { office.parties.day[Int($0)] }.max() ?? Missing.day
      return FactTable.Row(
        [
          .text(office.lexicon[word]), .count(customers.count), .count(hot.count),
          .day(CalendarDay(number: last)),
        ],
        lineage: Selection(house: analysis.house, thing: .parties, items: items).lineage)
    }
    return Fact(
      FactTable(rows: rows, cases: parties.customers, isMultiple: true),
      lineage: parties.lineage, remarks: analysis.office.chosenRivalsRemark)
  }

  private static func lostAbsence(_ analysis: Analysis, _ window: Window) -> Absence? {
    if let absence = analysis.absence(of: [.visits], in: window) { return absence }
    return PartyColumn(.rival, analysis.office).exists
      ? nil : .noColumn(Words("对比楼盘", "rival"))
  }

  /// Visits of the window that name a rival, of customers who hold no home on its last day.
  private static func lostParties(_ analysis: Analysis, _ window: Window) -> Selection {
    let office = analysis.office
    let column = PartyColumn(.rival, office)
    let buyers = analysis.activeBuyers(on: window.to)
    return analysis.parties(in: window).filter { party in
      !buyers.contains(office.parties.customer[party])
        && !rivals(Int32(party), column, office).isEmpty
    }
  }

  private static func rivals(
    _ party: Int32, _ column: PartyColumn, _ office: SalesOffice
  ) -> [Symbol] {
    column.words(Int(party)).filter { office.lexicon[$0] != "无" && office.isChosen(rival: $0) }
  }

  private static func customers(_ parties: [Int32], _ office: SalesOffice) -> [Int32] {
    Set(parties.map { office.parties.customer[Int($0)] }).sorted()
  }

  /// By number of cases, then name.
  private static func sorted(
    _ groups: [Symbol: [Int32]], _ lexicon: Lexicon,
    by size: ([Int32]) -> Int = { $0.count }
  ) -> [(Symbol, [Int32])] {
    let sized: [(Symbol, [Int32], Int)] = groups.map { ($0.key, $0.value, size($0.value)) }
    let sorted = sized.sorted { a, b in
      a.2 != b.2 ? a.2 > b.2 : shown(a.0, lexicon) < shown(b.0, lexicon)
    }
    return sorted.map { ($0.0, $0.1) }
  }

  /// The word as the table shows it: 未填 takes its place among the names.
  private static func shown(_ word: Symbol, _ lexicon: Lexicon) -> String {
    word.isNone ? Words.unfilled.chinese : lexicon[word]
  }
}

extension Analysis {
  /// Customers who hold a home on a day: a subscription on or before it, not cancelled by it.
  func activeBuyers(on day: CalendarDay) -> Set<Int32> {
    shared("active-buyers.\(day.number)") {
      Set(office.deals.filter { !$0.isParking && $0.isActive(on: day) }.map(\.customer))
    }
  }
}

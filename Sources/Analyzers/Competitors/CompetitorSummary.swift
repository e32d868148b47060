import Facts
import Quantities
import Records

/// 竞品一览: one line a rival, with the age of what is known.
enum CompetitorSummary {
  static let analyzers = [summary]

  /// Information older than this is marked.
  private static let freshDays = 14
  /// Weeks of supply look back over at most this many surveyed weeks.
  private static let supplyWeeks = 8

  static let summary = Analyzer(
    FigureDefinition(
      "competitors.summary", Words("竞品一览", "Competitors"),
      Words(
        "各竞品截至末日最近一次的价格、库存、等级和来源，本期成交和新推，与本案成交均价的差距和信息天数",
        "each rival's last known price, stock, tier and source, what it sold and released in the "
          + "period, our price against its, and how old that is"),
      unit: .none, shape: .table, scopes: .own,
      columns: [
        FigureColumn("project", Words("竞品项目", "Project"), .text),
        FigureColumn("tier", Words("等级", "Tier"), .text),
        FigureColumn("price", Words("成交均价", "Price"), .pricePerArea),
        FigureColumn("sold", Words("本期成交", "Sold"), .units),
        FigureColumn("released", Words("本期新推", "Released"), .units),
        FigureColumn("stock", Words("库存", "Stock"), .units),
        FigureColumn("sell-through", Words("去化率", "Sell-through"), .rate),
        FigureColumn("weeks", Words("去化周数", "Weeks of supply"), .weeks),
        FigureColumn("gap", Words("本案价差", "Our price gap"), .rate),
        FigureColumn("share", Words("份额", "Share of the set"), .share),
        FigureColumn("source", Words("来源", "Source"), .text),
        FigureColumn("age", Words("信息天数", "Age"), .days),
        FigureColumn("latest", Words("最近信息", "Last news"), .day),
      ],
      source:
        "field practice: F29; sell-through Σ sold/(Σ sold + stock); weeks by the last 8 surveyed"
    )
  ) { analysis, scope in
    let window = analysis.windows[scope]
    // Of a period that has not begun there is still what is known of the rivals by now.
    if let absence = analysis.absence(of: [.competitors], in: analysis.windows[.total]) {
      return Fact(FactTable(rows: [], absence: absence))
    }
    let notes = analysis.competitorNotes
    let ours = ourPrice(analysis, window)
    let lines = notes.projects.map { Line($0, analysis, window, notes) }
    let setSold = lines.reduce(0) { $0 + ($1.sold ?? 0) }
    let order = lines.sorted { a, b in
      let (p, q) = (CompetitorTier.place(a.tier), CompetitorTier.place(b.tier))
      if p != q { return p < q }
      let (x, y) = (a.sold ?? -1, b.sold ?? -1)
      return x != y ? x > y : a.name < b.name
    }
    let rows = order.map { line in
      FactTable.Row(
        line.cells(setSold: setSold, ours: ours), lineage: notes.lineage(line.project.notes))
    }
    let all = notes.lineage(notes.projects.flatMap(\.notes))
    return Fact(
      FactTable(rows: rows, cases: rows.count), lineage: .union([all, ours.deals.lineage]),
      remarks: analysis.office.chosenRivalsRemark + remarks(order, setSold: setSold))
  }

  /// Our amount and area of the period's deals that have both.
  static func ourPrice(
    _ analysis: Analysis, _ window: Window
  ) -> (amount: Money, area: Area, deals: Selection) {
    let deals = analysis.deals(.subscribed, in: window).filter {
      let deal = analysis.office.deals[$0]
      return deal.subscribedFen != Missing.number && deal.subscribedFen != 0
        && deal.hundredths != Missing.number && deal.hundredths != 0
    }
    return (deals.amount(.subscribed), deals.area, deals)
  }

  private static func remarks(_ lines: [Line], setSold: Int) -> [Words] {
    var remarks: [Words] = []
    let sellers = lines.filter { $0.sold != nil }.count
    if sellers > 0 {
      remarks.append(
        Words(
          "份额的分母是有成交消息的\(sellers)家（共\(lines.count)家）本期成交合计\(setSold)套，不含本案",
          "shares are of the \(setSold) homes sold by the \(sellers) of \(lines.count) rivals with news, ours left out"
        ))
    }
    // Most rivals have all the weeks; those with fewer are named.
    let counted = lines.filter { $0.surveyedWeeks > 0 }
    let usual = counted.map(\.surveyedWeeks).max() ?? 0
    if !counted.isEmpty {
      let fewer = counted.filter { $0.surveyedWeeks < usual }
      remarks.append(
        Words(
          "去化周数按最近\(supplyWeeks)个有调查的周均成交计，n＝\(usual)"
            + listed(fewer, "；") { "\($0.name) n＝\($0.surveyedWeeks)" },
          "weeks of supply by the mean of the last \(supplyWeeks) surveyed weeks, n = \(usual)"
            + listed(fewer, "; ") { "\($0.name) n = \($0.surveyedWeeks)" }))
    }
    let old = lines.filter { $0.age > freshDays }.sorted { a, b in
      a.age != b.age ? a.age > b.age : a.name < b.name
    }
    if !old.isEmpty {
      remarks.append(
        Words(
          "信息超过\(freshDays)天的 \(old.count) 家" + listed(old, "：") { "\($0.name)（\($0.age)天）" },
          "older than \(freshDays) days: \(old.count)"
            + listed(old, ": ") { "\($0.name) (\($0.age) days)" }))
    }
    for (what, day) in [
      (Words("价格", "price"), \Line.project.priceDay),
      (Words("库存", "stock"), \Line.project.stockDay),
    ] {
      let stale = lines.filter { line in line[keyPath: day].map { $0 < line.latest } ?? false }
      guard !stale.isEmpty else { continue }
      let since = { (line: Line) in line[keyPath: day]?.description ?? "" }
      remarks.append(
        Words(
          "\(what.chinese)早于最近信息的" + listed(stale, "：") { "\($0.name)（\(since($0))）" },
          "\(what.english) older than the last news"
            + listed(stale, ": ") { "\($0.name) (\(since($0)))" }))
    }
    return remarks
  }

  /// The first of some lines, said after `mark`; nothing for none.
  private static func listed(
    _ lines: [Line], _ mark: String, _ say: (Line) -> String
  ) -> String {
    guard !lines.isEmpty else { return "" }
    return mark + lines.prefix(40).map(say).joined(separator: "、") + (lines.count > 40 ? " …" : "")
  }

  /// What one line of the table says.
  private struct Line {
    let project: CompetitorNotes.Project
    let name: String
    let sold: Int?
    let released: Int?
    let soldToDate: Int?
    let age: Int
    /// The day of the last row.
    let latest: CalendarDay
    let surveyedWeeks: Int
    let soldInWeeks: Int
    let tier: Value
    let source: Value

    init(
      _ project: CompetitorNotes.Project, _ analysis: Analysis, _ window: Window,
      _ notes: CompetitorNotes
    ) {
      self.project = project
      let office = analysis.office
      name = office.lexicon[project.name]
      let isIn: (CompetitorNotes.Note) -> Bool = { window.contains($0.day.number) }
      sold = project.sum(\.sold, where: isIn)
      released = project.sum(\.released, where: isIn)
      soldToDate = project.sum(\.sold)
      latest = project.notes.last?.day ?? analysis.day
      age = analysis.day - latest
      var weeks: [(day: CalendarDay, sold: Int)] = []
      for note in project.notes {
        guard let sold = note.sold else { continue }
        let week = notes.week(of: note.day)
        if weeks.last?.day == week {
          weeks[weeks.count - 1].sold += sold
        } else {
          weeks.append((week, sold))
        }
      }
      let last = weeks.suffix(supplyWeeks)
      surveyedWeeks = last.count
      soldInWeeks = last.reduce(0) { $0 + $1.sold }
      let table = office[.competitors]
      func word(_ field: Field) -> Value {
        for note in project.notes.reversed() {
          let symbol = table.symbol(field, note.row)
          if !symbol.isNone { return .text(office.lexicon[symbol]) }
        }
        return .missing(.notRecorded)
      }
      tier = word(.tier)
      source = word(.source)
    }

    func cells(setSold: Int, ours: (amount: Money, area: Area, deals: Selection)) -> [Value] {
      let stock = project.lastStock
      let price = project.lastPrice
      return [
        .text(name), tier, price ?? .missing(.notRecorded), count(sold), count(released),
        count(stock), sellThrough(stock), weeksOfSupply(stock), gap(price, ours),
        sold.map { .ratio(Ratio($0, over: setSold)) } ?? .missing(.notRecorded), source,
        .count(age), project.notes.last.map { .day($0.day) } ?? .missing(.notRecorded),
      ]
    }

    private func count(_ number: Int?) -> Value {
      number.map(Value.count) ?? .missing(.notRecorded)
    }

    private func sellThrough(_ stock: Int?) -> Value {
      guard let stock, let soldToDate else { return .missing(.notRecorded) }
      return .ratio(Ratio(soldToDate, over: soldToDate + stock))
    }

    private func weeksOfSupply(_ stock: Int?) -> Value {
      guard let stock, surveyedWeeks > 0 else { return .missing(.notRecorded) }
      guard soldInWeeks > 0 else { return .missing(.nothingSold) }
      return .ratio(Ratio(stock * surveyedWeeks, over: soldInWeeks))
    }

    private func gap(
      _ price: Value?, _ ours: (amount: Money, area: Area, deals: Selection)
    ) -> Value {
      guard let price else { return .missing(.notRecorded) }
      return CompetitorSummary.gap(price, ours.amount, ours.area)
    }
  }

  /// (ours − theirs) / theirs, exact: our amount less theirs for our area, over theirs for it.
  static func gap(_ price: Value, _ amount: Money, _ area: Area) -> Value {
    guard area > .zero else { return .missing(.noDeals) }
    guard let theirs = CompetitorNotes.yuan(price), theirs > .zero else {
      return .missing(.zeroDenominator)
    }
    // Both sides times what a mean price of theirs is a part of: whole fen.
    let whole = theirs.numerator * Int128(area.hundredths)
    let ours = Int128(amount.fen) * theirs.denominator
    guard let more = Int64(exactly: ours - whole), let over = Int64(exactly: whole) else {
      return .ratio(Ratio(.whole(ours - whole), over: .whole(whole)))
    }
    return .ratio(Ratio(.money(Money(fen: more)), over: .money(Money(fen: over))))
  }
}

extension Absence {
  /// Nothing was sold, so there is no pace.
  static let nothingSold = Absence("nothing-sold", Words("没有成交", "nothing sold"))
  /// We have no deals of the period to compare with.
  static let noDeals = Absence("no-deals", Words("本期没有成交", "no deals in the period"))
}

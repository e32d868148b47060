import Facts
import Quantities
import Records

/// 媒体与阶段: the budget by channel and stage.
enum CostPlan {
  static let analyzers = [plan, stages, months]

  static let plan = Analyzer(
    FigureDefinition(
      "costs.plan", Words("媒体与阶段预算", "Budget by media and stage"),
      Words(
        "整个时段（末日以后的也在内）费用按渠道和阶段的预算额，和到末日为止的发生额；行合计、列合计都等于总预算",
        "budget of the whole period, days to come too, and spend up to the last counted day, by "
          + "channel and stage; rows and columns add to the whole"),
      unit: .money, shape: .grid, scopes: .calendar,
      columns: [
        .name, FigureColumn("stage", Words("阶段", "Stage"), .text),
        FigureColumn("budget", Words("预算额", "Budget"), .money),
        FigureColumn("spent", Words("发生额", "Spent"), .money),
      ], source: "field practice: D13, media by stage with row and column totals"),
    unless: { absence($0) }
  ) { analysis, scope in
    let (office, table) = (analysis.office, analysis.office[.costs])
    guard table.has(.stage) else {
      return Fact(FactTable(rows: [], absence: .noColumn(Words("阶段", "stage"))))
    }
    let costs = planned(analysis, analysis.windows[scope].period)
    var stages: [Symbol] = []
    var channels: [Symbol: Int64] = [:]
    var cells: [Symbol: [Symbol: (budget: Int64, spent: Int64, rows: [Int32])]] = [:]
    for row in costs.items {
      let (channel, stage) = (table.symbol(.channel, Int(row)), table.symbol(.stage, Int(row)))
      if !stages.contains(stage) { stages.append(stage) }
      let budget = table.money(.budget, Int(row))?.fen ?? 0
      var cell = cells[channel]?[stage] ?? (0, 0, [])
      cell.budget += budget
      cell.spent += spent(Int(row), analysis)?.fen ?? 0
      cell.rows.append(row)
      cells[channel, default: [:]][stage] = cell
      channels[channel, default: 0] += budget
    }
    // Stages in the order in which the file first names them, channels by their budget.
    let lexicon = office.lexicon
    let order = ordered(channels, lexicon)
    func name(_ symbol: Symbol) -> Value {
      symbol.isNone ? .words(.unfilled) : .text(lexicon[symbol])
    }
    var rows: [FactTable.Row] = []
    for channel in order {
      for stage in stages {
        let cell = cells[channel]?[stage] ?? (0, 0, [])
        rows.append(
          FactTable.Row(
            [
              name(channel), name(stage), .money(Money(fen: cell.budget)),
              .money(Money(fen: cell.spent)),
            ],
            lineage: Selection(house: analysis.house, thing: .rows(.costs), items: cell.rows)
              .lineage))
      }
    }
    return Fact(FactTable(rows: rows), lineage: costs.lineage)
  }

  static let stages = Analyzer(
    FigureDefinition(
      "costs.by-stage", Words("各阶段预算", "Budget by stage"),
      Words(
        "整个时段（末日以后的也在内）费用按阶段：最早和最晚一笔的日期、预算额、占总预算、到末日为止的发生额、执行率；阶段按文件里先后",
        "costs of the whole period, days to come too, by stage: days of the first and last entry, "
          + "budget, its share, spend up to the last counted day, rate; in the order of the file"),
      unit: .money, shape: .table, scopes: .calendar,
      columns: [
        .name, FigureColumn("from", Words("最早一笔", "First entry"), .day),
        FigureColumn("to", Words("最晚一笔", "Last entry"), .day),
        FigureColumn("budget", Words("预算额", "Budget"), .money), .share,
        FigureColumn("spent", Words("发生额", "Spent"), .money),
        FigureColumn("rate", Words("执行率", "Rate"), .rate),
      ], source: "field practice: D13, stages with their share of the budget"),
    unless: { absence($0) }
  ) { analysis, scope in
    let (office, table) = (analysis.office, analysis.office[.costs])
    guard table.has(.stage) else {
      return Fact(FactTable(rows: [], absence: .noColumn(Words("阶段", "stage"))))
    }
    let costs = planned(analysis, analysis.windows[scope].period)
    var stages: [Symbol] = []
    for row in costs.items {
      let stage = table.symbol(.stage, Int(row))
      if !stages.contains(stage) { stages.append(stage) }
    }
    let whole = budget(costs)
    func cells(_ name: Value, _ part: Selection) -> [Value] {
      let days = part.items.compactMap { table.day(.date, Int($0)) }
      let (budget, spent) = (budget(part), spent(part, analysis))
      return [
        name, days.min().map { .day($0) } ?? .missing(.notRecorded),
        days.max().map { .day($0) } ?? .missing(.notRecorded), .money(budget),
        .ratio(Ratio(.money(budget), over: .money(whole))), .money(spent),
        .ratio(Ratio(.money(spent), over: .money(budget))),
      ]
    }
    let rows = stages.map { stage in
      let part = costs.filter { table.symbol(.stage, $0) == stage }
      let name: Value = stage.isNone ? .words(.unfilled) : .text(office.lexicon[stage])
      return FactTable.Row(cells(name, part), lineage: part.lineage)
    }
    let total = FactTable.Row(cells(.words(.total), costs), lineage: costs.lineage)
    return Fact(
      FactTable(rows: rows, total: rows.isEmpty ? nil : total), lineage: costs.lineage)
  }

  static let months = Analyzer(
    FigureDefinition(
      "costs.by-month", Words("费用分月", "Costs by item and month"),
      Words(
        "末日所在年各科目（没有科目列时按渠道）各月的预算额，和到末日为止的发生额，科目按全年预算从大到小",
        "budget of every item (channel where there are no items) in every month of the last "
          + "counted day's year, and spend up to that day; items by the year's budget"),
      unit: .money, shape: .grid, scopes: .own,
      columns: [
        .name, FigureColumn("month", Words("月份", "Month"), .text),
        FigureColumn("budget", Words("预算额", "Budget"), .money),
        FigureColumn("spent", Words("发生额", "Spent"), .money),
      ], source: "field practice: D12, cost item by month"),
    unless: { absence($0) }
  ) { analysis, _ in
    let (office, table) = (analysis.office, analysis.office[.costs])
    let calendar = analysis.windows.calendar
    let year = calendar.period(.year, containing: analysis.day)
    let costs = planned(analysis, year)
    let field: Field = table.has(.item) ? .item : .channel
    var budgets: [Symbol: Int64] = [:]
    var months: [(label: String, period: Period)] = []
    for row in costs.items {
      budgets[table.symbol(field, Int(row)), default: 0] += table.money(.budget, Int(row))?.fen ?? 0
      guard let day = table.day(.date, Int(row)) else { continue }
      let month = calendar.period(.month, containing: day)
      if !months.contains(where: { $0.period == month }) {
        let (year, number) = calendar.nominalMonth(month.from)
        months.append(("\(year)-\(Digits.padded(number, 2))", month))
      }
    }
    months.sort { $0.period.from < $1.period.from }
    let lexicon = office.lexicon
    let rows = ordered(budgets, lexicon).flatMap { item in
      months.map { month in
        let part = costs.filter { row in
          table.symbol(field, row) == item
            && table.day(.date, row).map { month.period.contains($0) } ?? false
        }
        return FactTable.Row(
          [
            item.isNone ? .words(.unfilled) : .text(lexicon[item]), .text(month.label),
            .money(budget(part)), .money(spent(part, analysis)),
          ], lineage: part.lineage)
      }
    }
    return Fact(FactTable(rows: rows), lineage: costs.lineage)
  }

  /// Channels or items by their budget, largest first, then by code point.
  private static func ordered(_ budgets: [Symbol: Int64], _ lexicon: Lexicon) -> [Symbol] {
    func name(_ word: Symbol) -> String {
      word.isNone ? Words.unfilled.chinese : lexicon[word]
    }
    return budgets.keys.sorted { a, b in
      let (x, y) = (budgets[a] ?? 0, budgets[b] ?? 0)
      if x != y { return x > y }
      return name(a).unicodeScalars.lexicographicallyPrecedes(name(b).unicodeScalars)
    }
  }

  /// The costs of a whole period: a plan is about days to come. What is only spent on them, without
  /// a budget, nobody knew of on the last counted day.
  static func planned(_ analysis: Analysis, _ period: Period) -> Selection {
    let table = analysis.office[.costs]
    return analysis.rows(
      .costs, in: Window(period: period, from: period.from, to: period.to, isUnfinished: false)
    )
    .filter { row in
      table.money(.budget, row).map { $0 != .zero } ?? false
        || table.day(.date, row).map { $0 <= analysis.day } ?? false
    }
  }

  /// Why there is no plan: no file of costs.
  static func absence(_ analysis: Analysis) -> Absence? {
    analysis.office.has(.costs) || analysis.office[.costs].count > 0
      ? nil : .noFile(RecordKind.costs.words)
  }

  private static func budget(_ costs: Selection) -> Money {
    costs.items.reduce(.zero) { $0 + (costs.office[.costs].money(.budget, Int($1)) ?? .zero) }
  }

  private static func spent(_ costs: Selection, _ analysis: Analysis) -> Money {
    costs.items.reduce(.zero) { $0 + (spent(Int($1), analysis) ?? .zero) }
  }

  /// What a row says was spent: a budget is of days to come, spending is not.
  private static func spent(_ row: Int, _ analysis: Analysis) -> Money? {
    let table = analysis.office[.costs]
    guard let day = table.day(.date, row), day <= analysis.day else { return nil }
    return table.money(.spent, row)
  }
}

import Facts
import Quantities
import Records

/// 媒体与阶段: the budget by channel and stage.
enum CostPlan {
  static let analyzers = [plan]

  static let plan = Analyzer(
    FigureDefinition(
      "costs.plan", Words("媒体与阶段预算", "Budget by media and stage"),
      Words(
        "本期费用按渠道和阶段的预算额、发生额；行合计、列合计都等于总预算",
        "budget and spend of the period by channel and stage; rows and columns add to the whole"),
      unit: .money, shape: .grid,
      columns: [
        .name, FigureColumn("stage", Words("阶段", "Stage"), .text),
        FigureColumn("budget", Words("预算额", "Budget"), .money),
        FigureColumn("spent", Words("发生额", "Spent"), .money),
      ], source: "field practice: D13, media by stage with row and column totals"),
    of: [.costs]
  ) { analysis, window in
    let (office, table) = (analysis.office, analysis.office[.costs])
    guard table.has(.stage) else {
      return Fact(FactTable(rows: [], absence: .noColumn(Words("阶段", "stage"))))
    }
    let costs = analysis.rows(.costs, in: window)
    var stages: [Symbol] = []
    var channels: [Symbol: Int64] = [:]
    var cells: [Symbol: [Symbol: (budget: Int64, spent: Int64, rows: [Int32])]] = [:]
    for row in costs.items {
      let (channel, stage) = (table.symbol(.channel, Int(row)), table.symbol(.stage, Int(row)))
      if !stages.contains(stage) { stages.append(stage) }
      let budget = table.money(.budget, Int(row))?.fen ?? 0
      var cell = cells[channel]?[stage] ?? (0, 0, [])
      cell.budget += budget
      cell.spent += table.money(.spent, Int(row))?.fen ?? 0
      cell.rows.append(row)
      cells[channel, default: [:]][stage] = cell
      channels[channel, default: 0] += budget
    }
    // Stages in the order in which the file first names them, channels by their budget.
    let lexicon = office.lexicon
    let order = channels.keys.sorted { a, b in
      let (x, y) = (channels[a] ?? 0, channels[b] ?? 0)
      if x != y { return x > y }
      return lexicon[a].unicodeScalars.lexicographicallyPrecedes(lexicon[b].unicodeScalars)
    }
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
            lineage: Selection(office: office, thing: .rows(.costs), items: cell.rows).lineage))
      }
    }
    return Fact(FactTable(rows: rows), lineage: costs.lineage)
  }
}

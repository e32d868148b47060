import Facts
import Quantities
import Records

/// 营销费用: what was spent against what was signed and against the budget.
enum CostFigures {
  static let analyzers: [Analyzer] = [ratio, budget]

  static let ratio = Analyzer(
    FigureDefinition(
      "costs.ratio", Words("营销费率", "Marketing cost ratio"),
      Words(
        "本年发生费用 / 本年签约金额（至末日）", "spend of the year to date / amount signed in the year to date"),
      unit: .rate, scopes: .own, source: "field practice: F27, spent / signed, year to date")
  ) { analysis, _ in
    let window = analysis.windows[.year]
    if let absence = analysis.absence(of: [.costs, .deals], in: window) {
      return Fact(.missing(absence))
    }
    let costs = analysis.rows(.costs, in: window)
    let signed = analysis.deals(.signed, in: window)
    return Fact.quotient(
      .money(sum(.spent, costs)), over: .money(signed.amount(.signed)),
      rows: (costs.lineage, signed.lineage))
  }

  static let budget = Analyzer(
    FigureDefinition(
      "costs.budget", Words("费用预算执行", "Budget and spend"),
      Words(
        "本期各渠道的预算额、发生额、余额和执行率",
        "budget, spend, what is left and rate of every channel in the period"),
      unit: .money, shape: .table,
      columns: [
        .name, FigureColumn("budget", Words("预算额", "Budget"), .money),
        FigureColumn("spent", Words("发生额", "Spent"), .money),
        FigureColumn("left", Words("余额", "Left"), .money),
        FigureColumn("rate", Words("执行率", "Rate"), .rate),
      ], source: "field practice: F27, spent / budget"),
    of: [.costs]
  ) { analysis, window in
    let office = analysis.office
    let costs = analysis.rows(.costs, in: window)
    let keys = channelKeys(office)
    let columns = [office[.costs].numbers(.budget), office[.costs].numbers(.spent)]
    var tally = WordTally(keyCount: office.lexicon.count, columns: 2)
    for item in costs.items {
      for (column, numbers) in columns.enumerated()
      where Int(item) < numbers.count && numbers[Int(item)] != Missing.number {
        keys(Int(item)) { tally.add(numbers[Int(item)], to: column, of: $0) }
      }
    }
    func cells(_ name: Value, _ budget: Int64, _ spent: Int64) -> [Value] {
      let (budget, spent) = (Money(fen: budget), Money(fen: spent))
      return [
        name, .money(budget), .money(spent), .money(budget - spent),
        .ratio(Ratio(.money(spent), over: .money(budget))),
      ]
    }
    let categories = Categories(words: office.lexicon)
    let order = categories.sorted(tally.keys.filter { !tally.isEmpty($0) }) {
      Rational(Int(tally[$0, 0]))
    }
    let rows = order.map { key in
      FactTable.Row(
        cells(categories.cell(key), tally[key, 0], tally[key, 1]),
        lineage: costs.lineage { item in
          var isIn = false
          keys(item) { if $0 == key { isIn = true } }
          return isIn
        })
    }
    let total = FactTable.Row(
      cells(.words(.total), sum(.budget, costs).fen, sum(.spent, costs).fen))
    return Fact(FactTable(rows: rows, total: total), lineage: costs.lineage)
  }

  /// The channel of a cost.
  static func channelKeys(_ office: SalesOffice) -> DealCategories.Keys {
    let channels = office[.costs].symbols(.channel)
    return { row, body in body(row < channels.count ? Int(channels[row].number) : 0) }
  }

  private static func sum(_ field: Field, _ costs: Selection) -> Money {
    let numbers = costs.office[.costs].numbers(field)
    return costs.items.reduce(.zero) { sum, item in
      guard Int(item) < numbers.count, numbers[Int(item)] != Missing.number else { return sum }
      return sum + Money(fen: numbers[Int(item)])
    }
  }
}

import Facts
import Quantities
import Records

/// 渠道汇总: what every channel brought and cost.
enum ChannelSummary {
  static let analyzers: [Analyzer] = [summary]

  private static let costPerCall = FigureColumn(
    "cost-per-call", Words("来电成本", "Cost per call"), .moneyPerItem)
  private static let costPerFirst = FigureColumn(
    "cost-per-first", Words("首访成本", "Cost per first visit"), .moneyPerItem)
  private static let costPerDeal = FigureColumn(
    "cost-per-deal", Words("成交成本", "Cost per deal"), .moneyPerItem)

  static let summary = Analyzer(
    FigureDefinition(
      "channels.summary", Words("渠道汇总", "Channels"),
      Words(
        "本期各认知途径的来电、来访、首访、认购、金额、来访占比、发生费用和单位成本",
        "calls, visits, first visits, subscriptions, amount, share of visits, spend and unit costs of every channel"
      ),
      unit: .none, shape: .table,
      columns: [
        .name, .calls, .visits, .first, .deals, .amount,
        FigureColumn("share", Words("来访占比", "Share of visits"), .share),
        FigureColumn("spend", Words("发生费用", "Spend"), .money), costPerCall, costPerFirst,
        costPerDeal,
      ], source: "field practice: F25, F26; fine point 53"),
    of: [.visits]
  ) { analysis, window, scope in
    var tally = WordTally(
      keyCount: analysis.office.lexicon.count, columns: Part.allCases.count * 2)
    let parts = selections(analysis, window)
    count(parts, analysis, in: &tally, shift: 0)
    if scope == .this, let before = analysis.windows.comparison(of: .this),
      analysis.absence(of: [.visits], in: before) == nil
    {
      count(selections(analysis, before), analysis, in: &tally, shift: Part.allCases.count)
    }
    let hasCalls = has(.calls, analysis)
    let keys = Categories(words: analysis.office.lexicon).sorted(
      tally.keys.filter { !tally.isEmpty($0) }
    ) { Rational(Int(tally[$0, (hasCalls ? Part.calls : .visits).rawValue])) }
    let visits = parts[Part.visits.rawValue].count
    let categories = Categories(words: analysis.office.lexicon)
    let rows = keys.map { key in
      FactTable.Row(
        cells(categories.cell(key), visits, analysis) { tally[key, $0.rawValue] },
        lineage: lineage(of: key, parts, analysis))
    }
    let total = FactTable.Row(
      cells(.words(.total), visits, analysis) { part in
        keys.reduce(0) { $0 + tally[$1, part.rawValue] }
      })
    return Fact(
      FactTable(rows: rows, total: total, cases: visits),
      lineage: .union(parts.map(\.lineage)))
  }

  private enum Part: Int, CaseIterable {
    case calls, visits, first, deals, amount, spend

    var kind: RecordKind {
      switch self {
      case .calls: .calls
      case .visits, .first: .visits
      case .deals, .amount: .deals
      case .spend: .costs
      }
    }
  }

  private static func has(_ kind: RecordKind, _ analysis: Analysis) -> Bool {
    analysis.office.has(kind) || analysis.office[kind].count > 0
  }

  private static func selections(_ analysis: Analysis, _ window: Window) -> [Selection] {
    let deals = analysis.deals(.subscribed, in: window)
    return [
      analysis.calls(in: window), analysis.parties(in: window), analysis.firstParties(in: window),
      deals, deals, analysis.rows(.costs, in: window),
    ]
  }

  private static func keys(_ part: Part, _ office: SalesOffice) -> DealCategories.Keys {
    switch part {
    case .calls: CallBreakdowns.keys(office)
    case .visits, .first: VisitField.channel.keys(office)
    case .deals, .amount: DealCategories.channelKeys(office)
    case .spend: CostFigures.channelKeys(office)
    }
  }

  private static func count(
    _ parts: [Selection], _ analysis: Analysis, in tally: inout WordTally, shift: Int
  ) {
    let office = analysis.office
    let spent = office[.costs].numbers(.spent)
    for part in Part.allCases {
      let keys = keys(part, office)
      for item in parts[part.rawValue].items {
        let number: Int64 =
          switch part {
          case .amount: DealCategories.fen(office.deals[Int(item)])
          case .spend: Int(item) < spent.count ? spent[Int(item)] : 0
          default: 1
          }
        guard number != Missing.number else { continue }
        keys(Int(item)) { tally.add(number, to: part.rawValue + shift, of: $0) }
      }
    }
  }

  private static func cells(
    _ name: Value, _ visits: Int, _ analysis: Analysis, _ number: (Part) -> Int64
  ) -> [Value] {
    func absent(_ part: Part) -> Value? {
      has(part.kind, analysis) ? nil : .missing(.noFile(part.kind.words))
    }
    func count(_ part: Part) -> Value { absent(part) ?? .count(Int(number(part))) }
    func money(_ part: Part) -> Value { absent(part) ?? .money(Money(fen: number(part))) }
    func cost(_ part: Part) -> Value {
      if let missing = absent(.spend) ?? absent(part) { return missing }
      let count = Int(number(part))
      return count == 0
        ? .missing(.zeroDenominator)
        : .ratio(Ratio(.money(Money(fen: number(.spend))), over: .count(count)))
    }
    return [
      name, count(.calls), count(.visits), count(.first), count(.deals), money(.amount),
      .ratio(Ratio(Int(number(.visits)), over: visits)), money(.spend), cost(.calls),
      cost(.first), cost(.deals),
    ]
  }

  private static func lineage(
    of key: Int, _ parts: [Selection], _ analysis: Analysis
  ) -> Lineage {
    .union(
      [Part.calls, .visits, .deals, .spend].map { part in
        let keys = keys(part, analysis.office)
        return parts[part.rawValue].lineage { item in
          var isIn = false
          keys(item) { if $0 == key { isIn = true } }
          return isIn
        }
      })
  }
}

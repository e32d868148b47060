import Facts
import Quantities
import Records

/// 预期来电来访与费用: what the target needs, and what the budget pays for each.
enum ExpectedCosts {
  static let analyzers = [expected]

  static let expected = Analyzer(
    FigureDefinition(
      "costs.expected", Words("预期来电来访与费用", "Expected calls, visits and cost"),
      Words(
        "本期（周、日没有时为当月）认购套数指标按至今实际倒推的来访（套数×来访÷认购，进一）和来电（来访×来电÷来访，进一），以及同期预算额平均到每套、每组、每通",
        "visits (units × visits/units to date, rounded up) and calls (visits × calls/visits) that the "
          + "period's target of units needs (the month's for a week or day without one), and the "
          + "budget of the same days over each"),
      unit: .none, shape: .table, scopes: .own,
      columns: [
        FigureColumn("measure", Words("项目", "What"), .text),
        FigureColumn("expected", Words("预期", "Expected"), .none),
        FigureColumn("budget", Words("预算额", "Budget"), .money),
        FigureColumn("cost", Words("每项费用", "Cost each"), .moneyPerItem),
      ], source: "field practice: D13, expected calls and visits, cost per expected visit; D19")
  ) { analysis, _ in
    guard analysis.office.has(.targets) || analysis.office[.targets].count > 0 else {
      return Fact(FactTable(rows: [], absence: .noFile(RecordKind.targets.words)))
    }
    let standing = analysis.standing(.dealsUnits, .this)
    guard let target = standing.target else {
      return Fact(FactTable(rows: [], absence: standing.noTarget))
    }
    let total = analysis.windows[.total]
    let (calls, visits, units) = (
      analysis.calls(in: total), analysis.parties(in: total), analysis.deals(.subscribed, in: total)
    )
    let period = standing.period
    let costs = CostPlan.planned(analysis, period)
    let noCosts = CostPlan.absence(analysis)
    let table = analysis.office[.costs]
    let budget = costs.items.reduce(Money.zero) { $0 + (table.money(.budget, Int($1)) ?? .zero) }
    var steps: [(name: Words, number: Int64, lineage: Lineage)] = [
      (TargetMeasure.dealsUnits.words, target, standing.lineage)
    ]
    if units.count > 0, visits.count > 0 {
      let needed = Rounding.up(Int128(target) * Int128(visits.count), by: Int128(units.count))
      let sources = Lineage.union([standing.lineage, visits.lineage, units.lineage])
      steps.append((Words("来访（倒推）", "Visits (worked back)"), Int64(needed), sources))
      if calls.count > 0 {
        let ringing = Rounding.up(needed * Int128(calls.count), by: Int128(visits.count))
        steps.append(
          (
            Words("来电（倒推）", "Calls (worked back)"), Int64(ringing),
            .union([sources, calls.lineage])
          ))
      }
    }
    let rows = steps.map { step in
      FactTable.Row(
        [.words(step.name), .count(Int(step.number))]
          + (noCosts.map { [.missing($0), .missing($0)] } ?? [
            .money(budget), .ratio(Ratio(.money(budget), over: .count(Int(step.number)))),
          ]), lineage: .union([step.lineage, costs.lineage]))
    }
    return Fact(
      FactTable(rows: rows), lineage: .union(rows.map(\.lineage)), remarks: standing.remarks)
  }
}

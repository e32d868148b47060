import Facts
import Quantities
import Records

/// 目标分解: the year's targets down to quarters, months and weeks, and the visits and calls that
/// the sales need.
enum TargetBreakdown {
  static let analyzers = [breakdown]

  /// One period of the breakdown and its part of the target.
  struct Part {
    let period: Period
    let label: String
    let number: Int64
  }

  static let breakdown = Analyzer(
    FigureDefinition(
      "targets.breakdown", Words("目标分解", "Breakdown of targets"),
      Words(
        "全年指标分到季、月、周（末日所在月和下一月）：有指标的照用，其余按权重或平均以最大余数法分整；认购套数按本案至今的实际转化倒推来访和来电（进一）",
        "the year's targets by quarter, month and week (of the current and the next month): given "
          + "ones stay, the rest is split by weights or equally with largest remainders; visits and "
          + "calls are worked back from units at the office's own rates, rounded up"),
      unit: .none, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("period", Words("期间", "Period"), .text),
        FigureColumn("measure", Words("指标项", "Measure"), .text),
        FigureColumn("target", Words("指标", "Target"), .ofRow),
      ], source: "field practice: D19; visits = units × visits/units, calls = visits × calls/visits"
    ),
    of: [.targets]
  ) { analysis, _ in
    let table = analysis.targets
    var rows: [FactTable.Row] = []
    for measure in TargetMeasure.allCases {
      let parts = parts(of: measure, table, analysis.day)
      let sources = table.rows.filter { $0.measure == measure }.map { table.source($0.row) }
      for part in parts {
        rows.append(
          FactTable.Row(
            [.text(part.label), .words(measure.words), measure.value(part.number)],
            lineage: Lineage { sources }))
      }
      if measure == .dealsUnits { rows += worked(back: parts, analysis) }
    }
    return Fact(FactTable(rows: rows), lineage: .union(rows.map(\.lineage)))
  }

  /// Year, quarters, months, weeks of one measure; empty without a target of the year.
  static func parts(
    of measure: TargetMeasure, _ table: TargetTable, _ day: CalendarDay
  ) -> [Part] {
    let calendar = table.calendar
    let year = calendar.period(.year, containing: day)
    guard case .found(let found) = table.project(measure, year) else { return [] }
    let name = calendar.nominalMonth(year.from).year
    var parts = [Part(period: year, label: "\(name)年", number: found.number)]
    let quarters = (0..<4).map {
      calendar.months(.quarter, year: name, from: 3 * $0 + 1, count: 3)
    }
    let ofQuarters = split(found.number, measure, quarters, table)
    let weeksOf = [
      calendar.period(.month, containing: day),
      calendar.period(.month, containing: calendar.period(.month, containing: day).to + 1),
    ]
    for (index, quarter) in quarters.enumerated() {
      parts.append(
        Part(period: quarter, label: "\(name)Q\(index + 1)", number: ofQuarters[index]))
      let months = table.months(of: quarter)
      for (month, number) in zip(months, split(ofQuarters[index], measure, months, table)) {
        let (year, nominal) = calendar.nominalMonth(month.from)
        parts.append(
          Part(period: month, label: "\(year)-\(Digits.padded(nominal, 2))", number: number))
        guard weeksOf.contains(month) else { continue }
        let weeks = weeks(of: month, calendar)
        let days = weeks.map { Int128($0.days) }
        for (week, number) in zip(weeks, split(number, measure, weeks, table, usual: days)) {
          parts.append(Part(period: week, label: "\(week.from)…\(week.to)", number: number))
        }
      }
    }
    return parts
  }

  /// The weeks of a month, cut to it at both ends.
  static func weeks(of month: Period, _ calendar: CalendarRules) -> [Period] {
    var weeks: [Period] = []
    var day = month.from
    while day <= month.to {
      let week = calendar.period(.week, containing: day)
      weeks.append(Period(.week, from: day, to: min(week.to, month.to)))
      day = week.to + 1
    }
    return weeks
  }

  /// The parts of a number: given targets stay, what is left goes to the others by their weights
  /// (equal ones, or `usual`, where none above 0 are given), in whole things or whole yuan where the
  /// number is whole yuan.
  static func split(
    _ number: Int64, _ measure: TargetMeasure, _ periods: [Period], _ table: TargetTable,
    usual: [Int128]? = nil
  ) -> [Int64] {
    let given: [Int64?] = periods.map { period in
      if case .found(let found) = table.project(measure, period) { found.number } else { nil }
    }
    let left = max(0, number - given.reduce(0) { $0 + ($1 ?? 0) })
    let weights = periods.map { period in
      table.rows.last {
        $0.measure == measure && $0.person.isNone && $0.period.from == period.from
          && $0.period.to == period.to && $0.weight != nil
      }?.weight
    }
    let open = periods.indices.filter { given[$0] == nil }
    let hasWeights = open.contains { (weights[$0] ?? 0) > 0 }
    let shares = open.map { index in
      hasWeights ? Int128(max(0, weights[index] ?? 0)) : usual.map { $0[index] } ?? 1
    }
    let step: Int64 = measure.isMoney && left % 100 == 0 ? 100 : 1
    let parts = Rounding.largestRemainder(Int128(left / step), weights: shares)
    var result = given.map { $0 ?? 0 }
    for (index, part) in zip(open, parts) { result[index] = Int64(part) * step }
    return result
  }

  /// Visits and calls that the units of every part need, at the office's rates to date.
  private static func worked(back parts: [Part], _ analysis: Analysis) -> [FactTable.Row] {
    let total = analysis.windows[.total]
    let (calls, visits, units) = (
      analysis.calls(in: total), analysis.parties(in: total),
      analysis.deals(.subscribed, in: total)
    )
    guard units.count > 0, visits.count > 0 else { return [] }
    let lineage = Lineage.union([calls.lineage, visits.lineage, units.lineage])
    return parts.flatMap { part in
      let needed = Rounding.up(
        Int128(part.number) * Int128(visits.count), by: Int128(units.count))
      var rows = [
        FactTable.Row(
          [
            .text(part.label), .words(Words("来访（倒推）", "Visits (worked back)")),
            .count(Int(needed)),
          ], lineage: lineage)
      ]
      if calls.count > 0 {
        let ringing = Rounding.up(needed * Int128(calls.count), by: Int128(visits.count))
        rows.append(
          FactTable.Row(
            [
              .text(part.label), .words(Words("来电（倒推）", "Calls (worked back)")),
              .count(Int(ringing)),
            ], lineage: lineage))
      }
      return rows
    }
  }
}

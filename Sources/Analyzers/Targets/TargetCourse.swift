import Facts
import Quantities
import Records

/// 累计进度: target and actual added up step by step over the period.
enum TargetCourse {
  static let analyzers = [course]

  static let course = Analyzer(
    FigureDefinition(
      "targets.course", Words("累计指标与实际", "Targets and actuals, running"),
      Words(
        "指标与实际逐段累计：年按月，季、月按周（截到月首尾），周和日看当月；分段指标同目标分解；末日所在的一段实际计至末日，以后的写“—”；差额 = 累计指标 − 累计实际",
        "target and actual added up: a year by month, a quarter or month by week (cut to the month), "
          + "a week or day within its month; targets of the steps as in the breakdown; the step of "
          + "the last counted day to that day, later ones unknown; gap = target less actual"),
      unit: .none, shape: .grid, scopes: .own,
      columns: [
        FigureColumn("until", Words("截至", "Until"), .day),
        FigureColumn("measure", Words("指标项", "Measure"), .text),
        FigureColumn("target", Words("累计指标", "Target to date"), .ofRow),
        FigureColumn("actual", Words("累计实际", "Actual to date"), .ofRow),
        FigureColumn("gap", Words("差额", "Gap"), .ofRow),
        FigureColumn("rate", Words("完成率", "Completion"), .rate),
      ], source: "field practice: D19, cumulative plan against actual; F19"),
    of: [.targets]
  ) { analysis, _ in
    let rows = TargetMeasure.allCases.flatMap { running($0, analysis) }
    return Fact(FactTable(rows: rows), lineage: .union(rows.map(\.lineage)))
  }

  private static func running(_ measure: TargetMeasure, _ analysis: Analysis) -> [FactTable.Row] {
    let (table, day) = (analysis.targets, analysis.day)
    let steps = steps(measure, table, analysis.windows.period, day)
    guard let first = steps.first?.period.from else { return [] }
    let given = table.rows.filter { $0.measure == measure }.map { table.source($0.row) }
    var planned: Int64 = 0
    return steps.map { step in
      planned += step.number
      let window = Window(
        period: step.period, from: first, to: min(step.period.to, day),
        isUnfinished: day < step.period.to)
      var cells: [Value] = [
        .day(step.period.to), .words(measure.words), measure.value(planned),
      ]
      var lineage = Lineage { given }
      if let absence = absence(measure, step.period, window, analysis) {
        cells += [.missing(absence), .missing(absence), .missing(absence)]
      } else {
        let actual = measure.actual(analysis, in: window)
        cells += [
          measure.value(actual.number), measure.value(planned - actual.number),
          .ratio(Ratio(measure.side(actual.number), over: measure.side(planned))),
        ]
        lineage = .union([lineage, actual.lineage])
      }
      return FactTable.Row(cells, lineage: lineage)
    }
  }

  private static func absence(
    _ measure: TargetMeasure, _ step: Period, _ window: Window, _ analysis: Analysis
  ) -> Absence? {
    step.from > analysis.day ? .notReached : analysis.absence(of: [measure.kind], in: window)
  }

  /// The steps of a report's period with their parts of the target; none without a target.
  private static func steps(
    _ measure: TargetMeasure, _ table: TargetTable, _ period: Period, _ day: CalendarDay
  ) -> [(period: Period, number: Int64)] {
    let calendar = table.calendar
    switch period.kind {
    case .year, .total, .range:
      let year = calendar.period(.year, containing: day)
      return months(measure, table, table.months(of: year), whole: year)
    case .quarter:
      let months = months(measure, table, table.months(of: period), whole: period)
      return months.flatMap { weeks(measure, table, $0.period, $0.number) }
    case .month, .week, .day:
      let month = calendar.period(.month, containing: day)
      let own = months(measure, table, [month], whole: month)
      return own.flatMap { weeks(measure, table, $0.period, $0.number) }
    }
  }

  /// Months with their targets: their own, else those of the year's breakdown, else parts of the
  /// whole they make up.
  private static func months(
    _ measure: TargetMeasure, _ table: TargetTable, _ months: [Period], whole: Period
  ) -> [(period: Period, number: Int64)] {
    let parts = months.first.map { TargetBreakdown.parts(of: measure, table, $0.to) } ?? []
    let numbers = months.map { month -> Int64? in
      if let part = parts.first(where: { $0.period == month }) { return part.number }
      if case .found(let found) = table.project(measure, month) { return found.number }
      return nil
    }
    if numbers.allSatisfy({ $0 != nil }) {
      return zip(months, numbers).map { ($0, $1 ?? 0) }
    }
    guard case .found(let found) = table.project(measure, whole) else { return [] }
    return Array(zip(months, TargetBreakdown.split(found.number, measure, months, table)))
  }

  private static func weeks(
    _ measure: TargetMeasure, _ table: TargetTable, _ month: Period, _ number: Int64
  ) -> [(period: Period, number: Int64)] {
    let weeks = TargetBreakdown.weeks(of: month, table.calendar)
    let days = weeks.map { Int128($0.days) }
    return Array(zip(weeks, TargetBreakdown.split(number, measure, weeks, table, usual: days)))
  }
}

extension Absence {
  /// The step begins after the last counted day.
  static let notReached = Absence("not-reached", Words("尚未到", "not reached yet"))
}

import Facts
import Quantities
import Records

/// 指标完成: target, actual, rate, gap, time progress and what is needed a day.
enum TargetFigures {
  static let analyzers: [Analyzer] = TargetMeasure.allCases.flatMap(figures) + [summary, byStaff]

  private static let source = "field practice: F19; time progress by days"

  private static func figures(_ measure: TargetMeasure) -> [Analyzer] {
    let what = measure.words
    return [
      one(
        measure, "target", Words("\(what.chinese)指标", "\(what.english): target"),
        Words("本期（没有时为当月）的\(what.chinese)指标", "target of the period, else of the month"),
        measure.unit, rows: { $0.given }
      ) { $0.targetValue },
      one(
        measure, "actual", Words("\(what.chinese)实际", "\(what.english): actual"),
        Words(
          "指标期首日至末日的\(what.chinese)",
          "the figure over the target's own period to the last counted day"),
        measure.unit, rows: { $0.counted }
      ) { $0.actualValue },
      one(
        measure, "rate", Words("\(what.chinese)完成率", "\(what.english): completion"),
        Words("实际 ÷ 指标", "actual over target"), .rate, hasSides: true
      ) { $0.rate },
      one(
        measure, "gap", Words("\(what.chinese)差额", "\(what.english): gap"),
        Words("指标 − 实际，超额为负", "target less actual, negative when passed"), measure.unit
      ) { $0.gap },
      one(
        measure, "time-progress", Words("\(what.chinese)时间进度", "\(what.english): time progress"),
        Words("指标期已过天数 ÷ 总天数", "days passed over days of the target's period"), .rate,
        rows: { $0.given }
      ) { $0.timeProgress },
      one(
        measure, "ahead", Words("\(what.chinese)进度差", "\(what.english): ahead of time"),
        Words("完成率 − 时间进度", "completion less time progress"), .points
      ) { $0.ahead },
      one(
        measure, "needed-a-day", Words("\(what.chinese)日均需完成", "\(what.english): needed a day"),
        Words(
          "未完成的差额 ÷ 末日之后的剩余天数", "what is missing over the days left after the last counted day"),
        .perDay
      ) { $0.neededADay },
    ]
  }

  private static func one(
    _ measure: TargetMeasure, _ id: String, _ name: Words, _ meaning: Words, _ unit: Unit,
    rows: @escaping @Sendable (TargetStanding) -> Lineage = { $0.isKnown ? $0.lineage : .none },
    hasSides: Bool = false,
    value: @escaping @Sendable (TargetStanding) -> Value
  ) -> Analyzer {
    Analyzer(
      FigureDefinition(
        "targets.\(measure.rawValue).\(id)", name, meaning, unit: unit, scopes: .calendar,
        source: source),
      of: [.targets]
    ) { analysis, _, scope in
      let standing = analysis.standing(measure, scope)
      return Fact(
        value(standing), lineage: rows(standing),
        sides: hasSides ? (standing.counted, standing.given) : nil, remarks: standing.remarks)
    }
  }

  static let summary = Analyzer(
    FigureDefinition(
      "targets.summary", Words("指标完成情况", "Targets"),
      Words("有指标的各项：指标、实际、完成率、差额、时间进度、进度差、日均需完成", "every measure with a target, and how it stands"),
      unit: .none, shape: .table, scopes: .calendar,
      columns: [
        FigureColumn("measure", Words("指标项", "Measure"), .text),
        FigureColumn("target", Words("指标", "Target"), .ofRow),
        FigureColumn("actual", Words("实际", "Actual"), .ofRow),
        FigureColumn("rate", Words("完成率", "Completion"), .rate),
        FigureColumn("gap", Words("差额", "Gap"), .ofRow),
        FigureColumn("time-progress", Words("时间进度", "Time progress"), .rate),
        FigureColumn("ahead", Words("进度差", "Ahead"), .points),
        FigureColumn("needed-a-day", Words("日均需完成", "Needed a day"), .perDay),
      ], source: source),
    of: [.targets]
  ) { analysis, _, scope in
    let standings = TargetMeasure.allCases.map { analysis.standing($0, scope) }
    let known = standings.filter { $0.target != nil }
    let rows = known.map { standing in
      FactTable.Row(
        [
          .words(standing.measure.words), standing.targetValue, standing.actualValue,
          standing.rate, standing.gap, standing.timeProgress, standing.ahead,
          standing.neededADay,
        ], lineage: standing.lineage)
    }
    var remarks: [Words] = []
    for words in known.flatMap(\.remarks) where !remarks.contains(words) { remarks.append(words) }
    for standing in standings where standing.noTarget == .twoTargets {
      remarks.append(
        Words(
          "\(standing.measure.words.chinese)：同一文件有两个指标，不采用",
          "\(standing.measure.words.english): two targets in one file, none taken"))
    }
    return Fact(
      FactTable(rows: rows), lineage: .union(known.map(\.lineage)), remarks: remarks)
  }

  static let byStaff = Analyzer(
    FigureDefinition(
      "targets.by-staff", Words("个人指标完成", "Targets by consultant"),
      Words(
        "每位置业顾问本期（没有时为当月）各项指标的完成", "each consultant's targets of the period, else of the month"),
      unit: .none, shape: .table, scopes: .calendar,
      columns: [
        FigureColumn("name", Words("置业顾问", "Consultant"), .text),
        FigureColumn("measure", Words("指标项", "Measure"), .text),
        FigureColumn("target", Words("指标", "Target"), .ofRow),
        FigureColumn("actual", Words("实际", "Actual"), .ofRow),
        FigureColumn("rate", Words("完成率", "Completion"), .rate),
        FigureColumn("gap", Words("差额", "Gap"), .ofRow),
      ], source: source),
    of: [.targets]
  ) { analysis, _, scope in
    let (table, lexicon) = (analysis.targets, analysis.office.lexicon)
    var lines: [(name: String, order: Int, row: FactTable.Row)] = []
    for (order, measure) in TargetMeasure.allCases.enumerated() {
      var period = analysis.windows[scope].period
      if table.people(measure, period).isEmpty, period.kind == .day || period.kind == .week {
        period = table.calendar.period(.month, containing: analysis.day)
      }
      for person in table.people(measure, period) {
        guard case .found(let found) = table.given(measure, period, person) else { continue }
        let name = lexicon[person]
        lines.append(
          (name, order, row(name, measure, found, period, person, analysis)))
      }
    }
    lines.sort { $0.name != $1.name ? $0.name < $1.name : $0.order < $1.order }
    return Fact(
      FactTable(rows: lines.map(\.row)), lineage: .union(lines.map(\.row.lineage)))
  }

  private static func row(
    _ name: String, _ measure: TargetMeasure, _ found: TargetTable.Found, _ period: Period,
    _ person: Symbol, _ analysis: Analysis
  ) -> FactTable.Row {
    let window = Window(
      period: period, from: period.from, to: min(period.to, analysis.day),
      isUnfinished: analysis.day < period.to)
    let tally = analysis.staffTally(in: window)
    let source = found.rows.map(analysis.targets.source)
    var cells: [Value] = [.text(name), .words(measure.words), measure.value(found.number)]
    if let absence = analysis.absence(of: [measure.kind], in: window) {
      cells += [.missing(absence), .missing(absence), .missing(absence)]
    } else {
      let actual = measure.credited(tally.people[person] ?? StaffTally.Sums())
      let target = Rational(Int128(found.number), over: 1) ?? .zero
      cells += [
        measure.value(actual), .ratio(Ratio(measure.side(actual), over: measure.side(target))),
        measure.value(target - actual),
      ]
    }
    return FactTable.Row(
      cells, lineage: .union([Lineage { source }, tally.lineage(of: person)]))
  }
}

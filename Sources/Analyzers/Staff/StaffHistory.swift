import Facts
import Quantities
import Records

/// 往期业绩: what everybody of the ranking did in the last six periods.
enum StaffHistory {
  static let analyzers = [history]

  /// Periods shown, the report's own among them.
  private static let periods = 6

  static let history = Analyzer(
    FigureDefinition(
      "staff.history", Words("往期业绩", "Past periods"),
      Words(
        "排行中每位置业顾问近6个月（周报为近6周）的来访、首访、认购、签约、回款、首访转化率、跟进及时率和当期考评总分，最后一期计至末日；早于资料起始日的写“—”",
        "visits, first visits, units, amount, signed units, receipts, rates and appraisal total of "
          + "every consultant of the ranking in the last six months (weeks for a week), the last to "
          + "the last counted day; unknown before the data begin"),
      unit: .none, shape: .grid, scopes: .own,
      columns: [
        FigureColumn("period", Words("期间", "Period"), .text),
        FigureColumn("name", Words("置业顾问", "Consultant"), .text),
        FigureColumn("visits", Words("来访", "Visits"), .parties),
        FigureColumn("first", Words("首访", "First visits"), .parties),
        FigureColumn("units", Words("认购套数", "Units"), .units),
        FigureColumn("amount", Words("认购金额", "Amount"), .money),
        FigureColumn("signed-units", Words("签约套数", "Signed units"), .units),
        FigureColumn("receipts", Words("回款", "Receipts"), .money),
        FigureColumn("first-conversion", Words("首访转化率", "First-visit conversion"), .rate),
        FigureColumn("followup-rate", Words("跟进及时率", "Follow-up rate"), .rate),
        FigureColumn("score", Words("考评总分", "Appraisal"), .score),
      ], source: "field practice: D17, history; F33–F36")
  ) { analysis, _ in
    let this = analysis.windows[.this]
    if let absence = analysis.absence(of: [.deals], in: this) {
      return Fact(FactTable(rows: [], absence: absence))
    }
    let office = analysis.office
    let steps = windows(analysis)
    let columns = steps.map { Step($0, analysis) }
    let people = analysis.staffRanking(in: this).lines.filter { !$0.person.isNone }
    let rows = people.flatMap { line in
      columns.map { step in
        FactTable.Row(
          [.text(step.label), .text(line.name)] + step.cells(of: line.person, line.name),
          lineage: step.tally.lineage(of: line.person))
      }
    }
    let hasScores = office.has(.scores) || office[.scores].count > 0
    return Fact(
      FactTable(rows: rows, cases: people.count), lineage: .union(columns.map(\.tally.lineage)),
      remarks: hasScores ? [] : [Words("没有考评文件", "no appraisal file")])
  }

  /// The six periods, the oldest first: weeks for a week, else months, the last one cut at the last
  /// counted day.
  private static func windows(_ analysis: Analysis) -> [Window] {
    let calendar = analysis.windows.calendar
    let day = analysis.day
    let kind = analysis.windows.period.kind == .week ? Period.Kind.week : .month
    var period = calendar.period(kind, containing: day)
    var windows: [Window] = []
    for _ in 0..<periods {
      windows.append(
        Window(
          period: period, from: period.from, to: min(period.to, day),
          isUnfinished: day < period.to, isCompared: !windows.isEmpty))
      period = calendar.previous(period)
    }
    return windows.reversed()
  }

  /// One period: its tally and what cannot be known of it.
  private struct Step {
    let label: String
    let tally: StaffTally
    private let scores: [String: Value]
    private let absences: [RecordKind: Absence]

    init(_ window: Window, _ analysis: Analysis) {
      let calendar = analysis.windows.calendar
      if window.period.kind == .week {
        label = window.from.description
      } else {
        let (year, month) = calendar.nominalMonth(window.from)
        label = "\(year)-\(Digits.padded(month, 2))"
      }
      tally = analysis.staffTally(in: window)
      scores = Dictionary(
        Scorecard.cards(analysis.office, of: window.period, calendar).map { ($0.name, $0.total) },
        uniquingKeysWith: { first, _ in first })
      var absences: [RecordKind: Absence] = [:]
      for kind in [RecordKind.visits, .deals, .receipts, .followups] {
        absences[kind] = analysis.absence(of: [kind], in: window)
      }
      self.absences = absences
    }

    /// From visits to the appraisal.
    func cells(of person: Symbol, _ name: String) -> [Value] {
      let sums = tally.people[person] ?? StaffTally.Sums()
      func value(_ value: Value, _ kind: RecordKind) -> Value {
        absences[kind].map { .missing($0) } ?? value
      }
      return [
        value(sums.visits.value, .visits), value(sums.first.value, .visits),
        value(sums.units.value, .deals), value(.money(sums.amount), .deals),
        value(sums.signedUnits.value, .deals), value(.money(sums.receipts), .receipts),
        value(.ratio(Ratio(sums.converted.side, over: sums.first.side)), .visits),
        value(.ratio(Ratio(sums.done.side, over: sums.due.side)), .followups),
        scores[name] ?? .missing(.notRecorded),
      ]
    }
  }
}

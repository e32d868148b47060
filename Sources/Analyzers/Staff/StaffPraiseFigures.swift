import Facts
import Quantities
import Records

/// 表扬与待提升: the first three by every measure, who improved most, and (manager's copy) who is
/// last.
enum StaffPraiseFigures {
  static let analyzers = [praise, behind]

  /// The last place that is praised.
  private static let places = 3
  private static let source = "a rule of the house: praise by name, blame to the manager only"

  /// What persons are compared by.
  private struct Measure {
    let words: Words
    /// Nil where the person is not compared.
    let number: (StaffTally.Sums) -> Rational?
    let value: (StaffTally.Sums) -> Value
  }

  private static func measures(fewest: Int) -> [Measure] {
    [
      Measure(
        words: Words("认购套数", "units"), number: { $0.units.number }, value: { $0.units.value }),
      Measure(
        words: Words("认购金额", "amount"), number: { Rational(Int128($0.amount.fen), over: 1) },
        value: { .money($0.amount) }),
      Measure(
        words: Words("签约金额", "signed amount"),
        number: { Rational(Int128($0.signedAmount.fen), over: 1) },
        value: { .money($0.signedAmount) }),
      Measure(
        words: Words("首访转化率", "first-visit conversion"),
        number: { sums in
          sums.first.number >= Rational(fewest) ? sums.converted.number / sums.first.number : nil
        }, value: { .ratio(Ratio($0.converted.side, over: $0.first.side)) }),
      Measure(
        words: Words("跟进及时率", "follow-up rate"), number: { $0.done.number / $0.due.number },
        value: { .ratio(Ratio($0.done.side, over: $0.due.side)) }),
    ]
  }

  static let praise = Analyzer(
    FigureDefinition(
      "staff.praise", Words("表扬", "Praise"),
      Words(
        "各项前三名（大于零），以及认购金额比上期增加最多的人",
        "the first three by every measure, and who gained most over the period before"),
      unit: .none, shape: .table,
      columns: [
        FigureColumn("measure", Words("项目", "Measure"), .text),
        FigureColumn("rank", Words("名次", "Rank"), .rank),
        FigureColumn("name", Words("置业顾问", "Consultant"), .text),
        FigureColumn("value", Words("业绩", "Value"), .ofRow),
        FigureColumn("change", Words("比上期", "Change"), .ofRow),
      ], source: source),
    of: [.deals]
  ) { analysis, window, scope in
    let ranking = analysis.staffRanking(in: window)
    let lines = ranking.lines.filter { !$0.person.isNone }
    var rows: [FactTable.Row] = []
    for measure in measures(fewest: analysis.office.settings.fewestFirstVisits) {
      let numbers = lines.map { measure.number($0.sums).flatMap { $0 > .zero ? $0 : nil } }
      let ranks = Ranks.competition(numbers)
      let placed = lines.indices.filter { ranks[$0].map { $0 <= places } ?? false }
        .sorted { a, b in
          let (x, y) = (ranks[a] ?? 0, ranks[b] ?? 0)
          return x != y ? x < y : lines[a].name < lines[b].name
        }
      rows += placed.map { index in
        FactTable.Row(
          [
            .words(measure.words), .count(ranks[index] ?? 0), .text(lines[index].name),
            measure.value(lines[index].sums), .missing(.notApplicable),
          ], lineage: ranking.tally.lineage(of: lines[index].person))
      }
    }
    rows += improved(lines, ranking, analysis, scope)
    return Fact(FactTable(rows: rows), lineage: .union(rows.map(\.lineage)))
  }

  /// Who gained most in amount over the compared period; several where they gained the same. Like
  /// every comparison inside a table it belongs to the report's own period.
  private static func improved(
    _ lines: [StaffRanking.Line], _ ranking: StaffRanking, _ analysis: Analysis, _ scope: Scope
  ) -> [FactTable.Row] {
    guard scope == .this, let before = analysis.windows.comparison(of: scope),
      analysis.absence(of: [.deals], in: before) == nil
    else { return [] }
    let tally = analysis.staffTally(in: before)
    let gains = lines.map { line in
      line.sums.amount - (tally.people[line.person]?.amount ?? .zero)
    }
    guard let most = gains.max(), most > .zero else { return [] }
    let best = lines.indices.filter { gains[$0] == most }.sorted { lines[$0].name < lines[$1].name }
    return best.map { index in
      FactTable.Row(
        [
          .words(Words("进步最大（认购金额）", "most improved (amount)")), .count(1),
          .text(lines[index].name), .money(lines[index].sums.amount), .money(most),
        ],
        lineage: .union([
          ranking.tally.lineage(of: lines[index].person),
          tally.lineage(of: lines[index].person),
        ]))
    }
  }

  static let behind = Analyzer(
    FigureDefinition(
      "staff.behind", Words("待提升（经理用）", "Behind (manager's copy only)"),
      Words(
        "各项最后一名，以及指标完成率落后时间进度的人；只进经理留存的一份",
        "the last by every measure, and who is behind the time of his target; manager's copy only"),
      unit: .none, shape: .table,
      columns: [
        FigureColumn("name", Words("置业顾问", "Consultant"), .text),
        FigureColumn("measure", Words("项目", "Measure"), .text),
        FigureColumn("value", Words("业绩", "Value"), .ofRow),
        FigureColumn("expected", Words("全员", "All"), .ofRow),
      ], source: source),
    of: [.deals]
  ) { analysis, window in
    let ranking = analysis.staffRanking(in: window)
    let lines = ranking.lines.filter { !$0.person.isNone }
    var rows: [FactTable.Row] = []
    for measure in measures(fewest: analysis.office.settings.fewestFirstVisits) {
      let numbers = lines.map { measure.number($0.sums) }
      let known = numbers.compactMap { $0 }
      // Nobody is last where all are equal.
      guard let least = known.min(), let most = known.max(), least < most else { continue }
      for index in lines.indices.filter({ numbers[$0] == least })
        .sorted(by: { lines[$0].name < lines[$1].name })
      {
        rows.append(
          FactTable.Row(
            [
              .text(lines[index].name), .words(measure.words), measure.value(lines[index].sums),
              measure.value(ranking.tally.project),
            ], lineage: ranking.tally.lineage(of: lines[index].person)))
      }
    }
    let month = analysis.windows.calendar.period(.month, containing: window.to)
    let progress = Value.ratio(Ratio(window.to - month.from + 1, over: month.days))
    for line in lines.sorted(by: { $0.name < $1.name }) {
      guard let rate = line.target.rate.number, let time = progress.number, rate < time else {
        continue
      }
      rows.append(
        FactTable.Row(
          [
            .text(line.name), .words(Words("月指标完成率（对时间进度）", "month's target (against time)")),
            line.target.rate, progress,
          ], lineage: ranking.tally.lineage(of: line.person)))
    }
    return Fact(FactTable(rows: rows), lineage: .union(rows.map(\.lineage)))
  }
}

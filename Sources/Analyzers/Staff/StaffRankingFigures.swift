import Facts
import Quantities
import Records

/// 排行表.
enum StaffRankingFigures {
  static let analyzers = [ranking]

  static let ranking = Analyzer(
    FigureDefinition(
      "staff.ranking", Words("业务指标排行", "Consultants"),
      Words(
        "每位置业顾问本期的来电、来访、首访、认购、签约、退房、回款、首访转化率、跟进及时率、指标完成率和名次；共享业绩平分，合计等于项目数",
        "what every consultant is credited with in the period, equal parts of shared deals, and the "
          + "ranks; all parts and the unassigned add up to the project"),
      unit: .none, shape: .table,
      columns: [
        FigureColumn("name", Words("置业顾问", "Consultant"), .text),
        FigureColumn("calls", Words("来电", "Calls"), .calls),
        FigureColumn("visits", Words("来访", "Visits"), .parties),
        FigureColumn("first", Words("首访", "First visits"), .parties),
        FigureColumn("units", Words("认购套数", "Units"), .units),
        FigureColumn("amount", Words("认购金额", "Amount"), .money),
        FigureColumn("signed-units", Words("签约套数", "Signed units"), .units),
        FigureColumn("signed-amount", Words("签约金额", "Signed amount"), .money),
        FigureColumn("cancelled", Words("退房", "Cancelled"), .units),
        FigureColumn("receipts", Words("回款", "Receipts"), .money),
        FigureColumn("first-conversion", Words("首访转化率", "First-visit conversion"), .rate),
        FigureColumn("followup-rate", Words("跟进及时率", "Follow-up rate"), .rate),
        FigureColumn("target-rate", Words("指标完成率", "Target completion"), .rate),
        FigureColumn("rank-units", Words("套数名次", "Rank by units"), .rank),
        FigureColumn("rank-amount", Words("金额名次", "Rank by amount"), .rank),
        FigureColumn("rank-conversion", Words("转化名次", "Rank by conversion"), .rank),
      ],
      source: "field practice: F33–F34; standard competition ranking 1-2-2-4, compared unrounded"),
    of: [.deals]
  ) { analysis, window in
    let ranking = analysis.staffRanking(in: window)
    let known = Known(analysis, window)
    let rows = ranking.lines.map { line in
      FactTable.Row(
        cells(line, known, fewest: analysis.office.settings.fewestFirstVisits),
        lineage: ranking.tally.lineage(of: line.person))
    }
    let total =
      [Value.words(.total)] + credits(ranking.tally.project, known)
      + [Value](repeating: .missing(.notApplicable), count: 4)
    return Fact(
      FactTable(
        rows: rows, total: FactTable.Row(total, lineage: ranking.tally.lineage),
        cases: ranking.lines.filter { !$0.person.isNone }.count),
      lineage: ranking.tally.lineage, remarks: remarks(ranking, analysis))
  }

  /// Which kinds of files there are to count from.
  private struct Known {
    let calls: Absence?
    let visits: Absence?
    let receipts: Absence?
    let followups: Absence?

    init(_ analysis: Analysis, _ window: Window) {
      func absence(_ kind: RecordKind) -> Absence? { analysis.absence(of: [kind], in: window) }
      (calls, visits) = (absence(.calls), absence(.visits))
      (receipts, followups) = (absence(.receipts), absence(.followups))
    }
  }

  private static func cells(
    _ line: StaffRanking.Line, _ known: Known, fewest: Int
  ) -> [Value] {
    let name: Value = line.person.isNone ? .words(.unassigned) : .text(line.name)
    let noRank: Value = .missing(.notApplicable)
    let noConversion: Value =
      line.person.isNone
      ? noRank
      : line.sums.first.number == .zero ? .missing(.zeroDenominator) : .missing(.tooFew)
    return [name] + credits(line.sums, known) + [
      line.target.rate, line.rankUnits.map { .count($0) } ?? noRank,
      line.rankAmount.map { .count($0) } ?? noRank,
      line.rankConversion.map { .count($0) } ?? noConversion,
    ]
  }

  /// From calls to the follow-up rate.
  private static func credits(_ sums: StaffTally.Sums, _ known: Known) -> [Value] {
    func value(_ value: Value, _ absence: Absence?) -> Value {
      absence.map { .missing($0) } ?? value
    }
    return [
      value(sums.calls.value, known.calls), value(sums.visits.value, known.visits),
      value(sums.first.value, known.visits), sums.units.value, .money(sums.amount),
      sums.signedUnits.value, .money(sums.signedAmount), sums.cancelled.value,
      value(.money(sums.receipts), known.receipts),
      value(.ratio(Ratio(sums.converted.side, over: sums.first.side)), known.visits),
      value(.ratio(Ratio(sums.done.side, over: sums.due.side)), known.followups),
    ]
  }

  private static func remarks(_ ranking: StaffRanking, _ analysis: Analysis) -> [Words] {
    let fewest = analysis.office.settings.fewestFirstVisits
    var remarks = [
      Words(
        "首访不足\(fewest)组的不排转化名次", "fewer than \(fewest) first visits: no rank by conversion")
    ]
    let columns: [(Words, (StaffRanking.Line) -> Int?)] = [
      (Words("套数", "units"), { $0.rankUnits }), (Words("金额", "amount"), { $0.rankAmount }),
      (Words("转化", "conversion"), { $0.rankConversion }),
    ]
    for (words, rank) in columns {
      for place in Set(ranking.lines.compactMap(rank)).sorted() {
        let tied = ranking.lines.filter { rank($0) == place }.map(\.name)
        guard tied.count > 1 else { continue }
        remarks.append(
          Words(
            "\(words.chinese)并列第\(place)：" + tied.joined(separator: "、"),
            "tied \(place) by \(words.english): " + tied.joined(separator: ", ")))
      }
    }
    for measure in [TargetMeasure.dealsAmount, .dealsUnits] {
      let names = ranking.lines.filter { $0.target.measure == measure }.map(\.name)
      guard !names.isEmpty else { continue }
      remarks.append(
        Words(
          "完成率按末日所在月的\(measure.words.chinese)指标：" + names.joined(separator: "、"),
          "completion by the month's \(measure.words.english.lowercased()) target: "
            + names.joined(separator: ", ")))
    }
    return remarks
  }
}

import Facts
import Quantities
import Records

/// Calls, visits, first visits and subscriptions by day and by week.
enum VisitSeries {
  static let analyzers: [Analyzer] = [daily, weekly]

  static let daily = Analyzer(
    FigureDefinition(
      "visits.daily", Words("每日来电来访认购", "Day by day"),
      Words(
        "本期每天的来电、来访、首访和认购套数",
        "calls, visits, first visits and subscribed units of every day of the period"),
      unit: .parties, shape: .series,
      columns: [
        FigureColumn("day", Words("日期", "Day"), .day), .calls, .visits, .first, .deals,
      ], source: "field practice: F03 by day"),
    of: [.visits]
  ) { analysis, window in
    var window = window
    if window.period.kind == .total {
      let firsts = [RecordKind.calls, .visits, .deals].compactMap { analysis.firstDay(of: $0) }
      window = stretch(from: min(firsts.min() ?? window.to, window.to), to: window.to)
    }
    let days = (window.from.number...window.to.number).map {
      (CalendarDay(number: $0), CalendarDay(number: $0))
    }
    return series(days, window, analysis)
  }

  static let weekly = Analyzer(
    FigureDefinition(
      "visits.weekly", Words("近12周来电来访认购", "The last 12 weeks"),
      Words(
        "截至末日的近12周每周的来电、来访、首访和认购套数（最后一周计至末日）",
        "calls, visits, first visits and subscribed units of the 12 weeks that end with the last counted day"
      ),
      unit: .parties, shape: .series, scopes: .own,
      columns: [
        FigureColumn("week", Words("周（首日）", "Week from"), .day), .calls, .visits, .first,
        .deals,
      ], source: "field practice: F03 by week")
  ) { analysis, _ in
    let last = analysis.day
    if let absence = analysis.absence(of: [.visits], in: analysis.windows[.total]) {
      return .absent(absence, .series)
    }
    let week = analysis.windows.calendar.period(.week, containing: last)
    let weeks = (0..<12).map { index in
      let from = week.from - 7 * (11 - index)
      return (from, min(from + 6, last))
    }
    return series(weeks, stretch(from: weeks[0].0, to: last), analysis)
  }

  private static func stretch(from: CalendarDay, to: CalendarDay) -> Window {
    Window(period: Period(.range, from: from, to: to), from: from, to: to, isUnfinished: false)
  }

  /// One row a stretch of days; the stretches follow each other and fill the window.
  private static func series(
    _ stretches: [(from: CalendarDay, to: CalendarDay)], _ window: Window, _ analysis: Analysis
  ) -> Fact {
    var stretchOfDay: [Int] = []
    for (index, stretch) in stretches.enumerated() {
      for _ in stretch.from.number...stretch.to.number { stretchOfDay.append(index) }
    }
    let office = analysis.office
    let (calls, visits) = (office.calls.days(.date), office.parties.day)
    let selections = [
      Days(selection: analysis.calls(in: window)) { calls[$0] },
      Days(selection: analysis.parties(in: window)) { visits[$0] },
      Days(selection: analysis.firstParties(in: window)) { visits[$0] },
      Days(selection: analysis.deals(.subscribed, in: window)) { office.deals[$0].subscribed },
    ]
    let kinds: [RecordKind] = [.calls, .visits, .visits, .deals]
    let counts = selections.map { days in
      var counts = [Int](repeating: 0, count: stretches.count)
      for item in days.selection.items {
        counts[stretchOfDay[Int(days.day(Int(item)) - window.from.number)]] += 1
      }
      return counts
    }
    func cell(_ column: Int, _ count: Int) -> Value {
      let kind = kinds[column]
      return office.has(kind) || office[kind].count > 0
        ? .count(count) : .missing(.noFile(kind.words))
    }
    let rows = stretches.indices.map { index in
      let range = stretches[index].from.number...stretches[index].to.number
      return FactTable.Row(
        [.day(stretches[index].from)] + counts.indices.map { cell($0, counts[$0][index]) },
        lineage: .union(
          [0, 1, 3].map { column in
            let days = selections[column]
            return days.selection.lineage { range.contains(days.day($0)) }
          }))
    }
    let total = FactTable.Row(
      [.words(.total)] + selections.indices.map { cell($0, selections[$0].selection.count) })
    return Fact(
      FactTable(rows: rows, total: total),
      lineage: .union([0, 1, 3].map { selections[$0].selection.lineage }))
  }

  /// Selected things and the day of each.
  private struct Days: Sendable {
    let selection: Selection
    let day: @Sendable (Int) -> Int32
  }
}

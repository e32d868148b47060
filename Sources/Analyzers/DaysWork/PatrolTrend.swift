import Facts
import Quantities
import Records

/// 巡场走势: faults week by week, and those of the period one by one.
enum PatrolTrend {
  static let analyzers = [trend, faults]

  /// Weeks of the trend.
  private static let weeks = 8

  static let trend = Analyzer(
    FigureDefinition(
      "patrols.trend", Words("每周巡场", "Patrols by week"),
      Words(
        "截至末日的近8周每周巡场的天数、检查项数、扣分项数、满分、扣分和得分率（（满分−扣分）÷满分）；没有巡场的周写“—”，末周计至末日",
        "days, items, items with marks off, full marks, marks off and score rate of the 8 weeks that "
          + "end with the last counted day; weeks without a patrol are unknown, not 0"),
      unit: .items, shape: .series, scopes: .own,
      columns: [
        FigureColumn("week", Words("周（首日）", "Week from"), .day),
        FigureColumn("days", Words("巡场天数", "Days"), .days),
        FigureColumn("items", Words("检查", "Inspected"), .items),
        FigureColumn("faults", Words("扣分", "Faults"), .items),
        FigureColumn("full", Words("满分", "Full"), .none),
        FigureColumn("off", Words("共扣分", "Marks off"), .none),
        FigureColumn("rate", Words("得分率", "Score rate"), .rate),
      ], source: "field practice: D05, trend of faults")
  ) { analysis, _ in
    if let absence = analysis.absence(of: [.patrols], in: analysis.windows[.total]) {
      return .absent(absence, .series)
    }
    let table = analysis.office[.patrols]
    let last = analysis.day
    let week = analysis.windows.calendar.period(.week, containing: last)
    let rows = (0..<weeks).map { index in
      let from = week.from - 7 * (weeks - 1 - index)
      let to = min(from + 6, last)
      let inspected = dated(in: table, from: from, to: to)
      return FactTable.Row(
        [.day(from)] + cells(inspected, table), lineage: lineage(inspected, table))
    }
    return Fact(FactTable(rows: rows), lineage: .union(rows.map(\.lineage)))
  }

  /// Counted rows dated from one day to another; those without a day belong to no week.
  private static func dated(
    in table: RecordTable, from: CalendarDay, to: CalendarDay
  ) -> [Int] {
    (0..<table.count).filter { row in
      guard table.state[row] == .counts, let day = table.day(.date, row) else { return false }
      return from <= day && day <= to
    }
  }

  private static func cells(_ rows: [Int], _ table: RecordTable) -> [Value] {
    if rows.isEmpty { return [Value](repeating: .missing(.notRecorded), count: 6) }
    let marks = PatrolMarks(table)
    let (full, off) = marks.sums(rows)
    return [
      .count(Set(rows.compactMap { table.day(.date, $0) }).count), .count(rows.count),
      .count(rows.filter(marks.isFault).count), PatrolMarks.cell(full), PatrolMarks.cell(off),
      .ratio(Ratio(.portion(full - off), over: .portion(full))),
    ]
  }

  static let faults = Analyzer(
    FigureDefinition(
      "patrols.faults", Words("扣分明细", "Faults"),
      Words(
        "本期扣了分的每一项：日期、板块、检查项目、满分、扣分和说明",
        "every item with marks off in the period: day, section, item, full marks, marks off, remark"
      ),
      unit: .items, shape: .list,
      columns: [
        FigureColumn("day", Words("日期", "Day"), .day),
        FigureColumn("section", Words("板块", "Section"), .text),
        FigureColumn("item", Words("检查项目", "Item"), .text),
        FigureColumn("full", Words("满分", "Full"), .none),
        FigureColumn("off", Words("扣分", "Off"), .none),
        FigureColumn("note", Words("说明", "Remark"), .text),
      ], source: "field practice: D05, marks off with their reason"),
    of: [.patrols]
  ) { analysis, window in
    let table = analysis.office[.patrols]
    let marks = PatrolMarks(table)
    let lexicon = analysis.office.lexicon
    let days = (0..<table.count).map { table.day(.date, $0)?.number ?? Int32.max }
    // Rows without a day count in every period, as in the score.
    let found = (0..<table.count)
      .filter { row in
        guard table.state[row] == .counts, marks.isFault(row) else { return false }
        return table.day(.date, row).map { window.contains($0.number) } ?? true
      }
      .sorted { days[$0] != days[$1] ? days[$0] < days[$1] : $0 < $1 }
    let rows = found.map { row in
      FactTable.Row(
        [
          table.day(.date, row).map { .day($0) } ?? .missing(.notRecorded),
          .word(table.symbol(.section, row), lexicon),
          .typed(table.text(.item, row)),
          marks.full(row).map(PatrolMarks.cell) ?? .missing(.notRecorded),
          PatrolMarks.cell(marks.off(row) ?? .zero), .typed(table.text(.note, row)),
        ], lineage: lineage([row], table))
    }
    var remarks: [Words] = []
    let over = found.filter { row in marks.full(row).map { $0 < marks.off(row) ?? .zero } ?? false }
    if !over.isEmpty {
      remarks.append(
        Words("\(over.count)项扣分多于满分，请核对", "\(over.count) items lose more than their full marks"))
    }
    return Fact(FactTable(rows: rows), lineage: lineage(found, table), remarks: remarks)
  }

  private static func lineage(_ rows: [Int], _ table: RecordTable) -> Lineage {
    let sources = rows.map { table.source($0) }
    return Lineage { sources }
  }
}

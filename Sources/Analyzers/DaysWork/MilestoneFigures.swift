import Facts
import Quantities
import Records

/// 节点: planned days and how far off they are.
enum MilestoneFigures {
  static let analyzers = [due]

  static let due = Analyzer(
    FigureDefinition(
      "milestones.due", Words("节点倒计时", "Milestones"),
      Words(
        "尚未实现的节点和距计划日的天数，负数为已过期",
        "milestones not yet reached and the days left; negative where missed"),
      unit: .items, shape: .list, scopes: .toDate,
      columns: [
        FigureColumn("name", Words("节点", "Milestone"), .text),
        FigureColumn("plan", Words("计划日期", "Planned"), .day),
        FigureColumn("days", Words("还有", "Days left"), .days),
      ], source: "field practice: D02, milestones with countdown")
  ) { analysis, _ in
    let office = analysis.office
    let table = office[.milestones]
    guard office.has(.milestones) || table.count > 0 else {
      return Fact(FactTable(rows: [], absence: .noFile(RecordKind.milestones.words)))
    }
    let day = analysis.workDay
    let rows = (0..<table.count).filter { row in
      guard table.state[row] == .counts, table.day(.planned, row) != nil else { return false }
      return table.day(.actual, row).map { $0 > day } ?? true
    }
    let sorted = rows.sorted { a, b in
      let (x, y) = (table.days(.planned)[a], table.days(.planned)[b])
      return x != y ? x < y : a < b
    }
    let sources = sorted.map { table.source($0) }
    return Fact(
      FactTable(
        rows: sorted.map { row in
          let plan = table.day(.planned, row) ?? day
          let source = table.source(row)
          return FactTable.Row(
            [.typed(table.text(.name, row)), .day(plan), .count(plan - day)],
            lineage: Lineage { [source] })
        }), lineage: Lineage { sources })
  }
}

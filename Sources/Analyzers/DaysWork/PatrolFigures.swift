import Facts
import Quantities
import Records

/// 巡场: marks by section, and faults that come back.
enum PatrolFigures {
  static let analyzers = [score, repeated]

  static let score = Analyzer(
    FigureDefinition(
      "patrols.score", Words("巡场得分", "Patrol score"),
      Words(
        "本期巡场各板块的满分、扣分和得分（满分−扣分）", "full marks, marks off and score of each section in the period"),
      unit: .score, shape: .table,
      columns: [
        FigureColumn("section", Words("板块", "Section"), .text),
        FigureColumn("full", Words("满分", "Full"), .none),
        FigureColumn("off", Words("扣分", "Off"), .none),
        FigureColumn("score", Words("得分", "Score"), .none),
      ], source: "field practice: D05, scored patrol form"),
    of: [.patrols]
  ) { analysis, window in
    let table = analysis.office[.patrols]
    var sections: [(name: Symbol, rows: [Int])] = []
    for row in 0..<table.count where table.state[row] == .counts {
      if let day = table.day(.date, row), !window.contains(day.number) { continue }
      let name = table.symbol(.section, row)
      if let known = sections.firstIndex(where: { $0.name == name }) {
        sections[known].rows.append(row)
      } else {
        sections.append((name, [row]))
      }
    }
    let marks = PatrolMarks(table)
    func cells(_ name: Value, _ rows: [Int]) -> [Value] {
      let (full, off) = marks.sums(rows)
      return [name] + [full, off, full - off].map(PatrolMarks.cell)
    }
    let lexicon = analysis.office.lexicon
    let rows = sections.map { section in
      FactTable.Row(
        cells(
          section.name.isNone ? .words(.unfilled) : .text(lexicon[section.name]), section.rows),
        lineage: lineage(section.rows, table))
    }
    let all = sections.flatMap(\.rows)
    return Fact(
      FactTable(
        rows: rows, total: FactTable.Row(cells(.words(.total), all), lineage: lineage(all, table)),
        cases: all.count), lineage: lineage(all, table), remarks: marks.remarks(all))
  }

  static let repeated = Analyzer(
    FigureDefinition(
      "patrols.repeat", Words("重复问题", "Repeated faults"),
      Words(
        "本期扣分、此前某日也扣过分的检查项目",
        "items with marks off in the period that had marks off on an earlier day"),
      unit: .items, shape: .list,
      columns: [
        FigureColumn("section", Words("板块", "Section"), .text),
        FigureColumn("item", Words("检查项目", "Item"), .text),
        FigureColumn("times", Words("次数", "Times"), .times),
        FigureColumn("first", Words("首次", "First"), .day),
        FigureColumn("last", Words("最近", "Last"), .day),
        FigureColumn("off", Words("共扣分", "Marks off"), .none),
      ], source: "field practice: D05, repeat faults"),
    of: [.patrols]
  ) { analysis, window in
    let office = analysis.office
    let table = office[.patrols]
    let marks = PatrolMarks(table)
    var faults: [(section: Symbol, item: String, rows: [Int])] = []
    for row in 0..<table.count
    where table.state[row] == .counts && marks.isFault(row) {
      guard let day = table.day(.date, row), day <= window.to else { continue }
      let (section, item) = (table.symbol(.section, row), table.text(.item, row))
      if let known = faults.firstIndex(where: { $0.section == section && $0.item == item }) {
        faults[known].rows.append(row)
      } else {
        faults.append((section, item, [row]))
      }
    }
    let days = table.days(.date)
    let found: [(section: Symbol, item: String, rows: [Int], days: [Int32])] = faults.compactMap {
      let distinct = Set($0.rows.map { days[$0] }).sorted()
      guard distinct.count > 1, let last = distinct.last, window.contains(last) else {
        return nil
      }
      return ($0.section, $0.item, $0.rows, distinct)
    }
    let sorted = found.sorted { a, b in
      if a.days.count != b.days.count { return a.days.count > b.days.count }
      let (left, right) = (office.lexicon[a.section], office.lexicon[b.section])
      return left != right ? left < right : a.item < b.item
    }
    let rows = sorted.map { fault in
      FactTable.Row(
        [
          .word(fault.section, office.lexicon), .typed(fault.item), .count(fault.days.count),
          .day(CalendarDay(number: fault.days[0])),
          .day(CalendarDay(number: fault.days[fault.days.count - 1])),
          PatrolMarks.cell(marks.sums(fault.rows).off),
        ], lineage: lineage(fault.rows, table))
    }
    return Fact(FactTable(rows: rows), lineage: lineage(sorted.flatMap(\.rows), table))
  }

  private static func lineage(_ rows: [Int], _ table: RecordTable) -> Lineage {
    let sources = rows.map { table.source($0) }
    return Lineage { sources }
  }
}

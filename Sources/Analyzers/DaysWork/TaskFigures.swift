import Facts
import Quantities
import Records

/// 任务: what is due today, open, overdue, and what no task should be.
enum TaskFigures {
  static let analyzers = [today, open, overdue, invalid, vague, unchecked, quadrant]

  private static let done: Set<String> = ["完成", "已完成", "已结束", "done", "是", "√"]
  private static let ended: Set<String> = ["已终止", "终止", "取消", "已取消"]

  /// One task as the day's lists see it.
  struct Task {
    let row: Int
    let text: String
    let owners: [String]
    let due: CalendarDay?
    let standard: String
    let status: String
    let checkers: [String]

    /// Reported as done.
    var isDone: Bool { TaskFigures.done.contains(status) || status.lowercased() == "done" }

    /// Nobody but its owners has looked at it.
    var isUnchecked: Bool { checkers.allSatisfy { owners.contains($0) } }

    /// Neither done nor given up.
    var isOpen: Bool {
      !isDone && !TaskFigures.ended.contains(status)
    }

    /// Exactly one owner, a due day and a standard: the manager's rule of giving work.
    var isValid: Bool { owners.count == 1 && due != nil && !standard.isEmpty }
  }

  /// All tasks by due day, then file and line; those without a day last.
  static func tasks(_ office: SalesOffice) -> [Task] {
    let table = office[.tasks]
    let tasks = (0..<table.count).filter { table.state[$0] == .counts }.map { row in
      Task(
        row: row, text: table.text(.task, row),
        owners: names(office, table.list(.staff, row)),
        due: table.day(.due, row), standard: table.text(.standard, row),
        status: office.lexicon[table.symbol(.status, row)],
        checkers: split(office.lexicon[table.symbol(.checker, row)]))
    }
    return tasks.sorted { a, b in
      let (x, y) = (a.due?.number ?? Int32.max, b.due?.number ?? Int32.max)
      return x != y ? x < y : a.row < b.row
    }
  }

  private static func names(_ office: SalesOffice, _ list: WordList) -> [String] {
    office.lexicon[list].flatMap { split(office.lexicon[$0]) }
  }

  private static func split(_ names: String) -> [String] {
    names.split { " \u{3000}、，,;；/\n".contains($0) }.map(String.init)
  }

  static let today = list(
    "today", Words("今日任务", "Due today"),
    Words("完成期限为当日的未完成任务", "open tasks due on the day")
  ) { task, day, _ in task.isOpen && task.due == day }

  static let open = list(
    "open", Words("未完成任务", "Open tasks"), Words("未完成且未终止的任务", "tasks neither done nor given up")
  ) { task, _, _ in task.isOpen }

  static let overdue = list(
    "overdue", Words("逾期任务", "Overdue tasks"),
    Words("完成期限早于当日的未完成任务", "open tasks due before the day")
  ) { task, day, _ in
    task.isOpen && task.due.map { $0 < day } ?? false
  }

  static let invalid = list(
    "invalid", Words("不合格任务", "Tasks against the rule"),
    Words(
      "责任人不是恰好一人，或没有期限，或没有标准的未完成任务",
      "open tasks without exactly one owner, a due day and a standard")
  ) { task, _, _ in task.isOpen && !task.isValid }

  static let vague = list(
    "vague", Words("标准无法衡量的任务", "Tasks nobody can measure"),
    Words(
      "有标准而标准里既没有数量、也没有是否做到可查的词（可在设置“可衡量词”里增加）的未完成任务",
      "open tasks whose standard names neither a quantity nor anything that is either so or not "
        + "(an office adds words in the setting 可衡量词)")
  ) { task, _, settings in
    task.isOpen && !task.standard.isEmpty
      && !MeasurableStandard.isMet(by: task.standard, words: settings.measurableWords)
  }

  static let unchecked = list(
    "unchecked", Words("完成而未检查的任务", "Done, but not inspected"),
    Words(
      "已完成而没有检查人，或检查人就是责任人的任务",
      "tasks reported as done without anybody but their owner to inspect them")
  ) { task, _, _ in task.isDone && task.isUnchecked }

  private static func list(
    _ id: String, _ name: Words, _ meaning: Words,
    isListed: @escaping @Sendable (Task, CalendarDay, Settings) -> Bool
  ) -> Analyzer {
    Analyzer(
      FigureDefinition(
        "tasks.\(id)", name, meaning, unit: .items, shape: .list, scopes: .toDate,
        columns: [
          FigureColumn("task", Words("任务", "Task"), .text),
          FigureColumn("due", Words("期限", "Due"), .day),
          FigureColumn("staff", Words("责任人", "Owner"), .text),
          FigureColumn("standard", Words("标准", "Standard"), .text),
          FigureColumn("status", Words("状态", "Status"), .text),
        ], source: "field practice: D01, one owner, a due day and a standard")
    ) { analysis, _ in
      let office = analysis.office
      if let absence = absence(office) { return Fact(FactTable(rows: [], absence: absence)) }
      let tasks = tasks(office).filter { isListed($0, analysis.workDay, office.settings) }
      let rows = tasks.map { task in
        FactTable.Row(
          [
            .typed(task.text), task.due.map { .day($0) } ?? .missing(.notRecorded),
            .typed(task.owners.joined(separator: "、")), .typed(task.standard),
            .typed(task.status),
          ], lineage: lineage([task], office))
      }
      return Fact(FactTable(rows: rows), lineage: lineage(tasks, office))
    }
  }

  static let quadrant = Analyzer(
    FigureDefinition(
      "tasks.quadrant", Words("任务四象限", "Tasks by urgency and importance"),
      Words(
        "未完成任务按紧急和重要分组；两项都没填的另列",
        "open tasks by urgent and important; those without either stand apart"),
      unit: .items, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("name", Words("象限", "Quadrant"), .text),
        FigureColumn("count", Words("任务数", "Tasks"), .items),
        FigureColumn("tasks", Words("任务", "Tasks"), .text),
      ], source: "field practice: D19, urgent × important")
  ) { analysis, _ in
    let office = analysis.office
    if let absence = absence(office) { return Fact(FactTable(rows: [], absence: absence)) }
    let table = office[.tasks]
    let open = tasks(office).filter(\.isOpen)
    func group(_ urgent: Bool, _ important: Bool) -> [Task] {
      open.filter { task in
        let flags = (table.flag(.urgent, task.row), table.flag(.important, task.row))
        guard flags.0 != nil || flags.1 != nil else { return false }
        return (flags.0 ?? false) == urgent && (flags.1 ?? false) == important
      }
    }
    var groups: [(Words, [Task])] = [
      (Words("重要且紧急", "important and urgent"), group(true, true)),
      (Words("重要不紧急", "important, not urgent"), group(false, true)),
      (Words("紧急不重要", "urgent, not important"), group(true, false)),
      (Words("不紧急不重要", "neither"), group(false, false)),
    ]
    let rest = open.filter {
      table.flag(.urgent, $0.row) == nil && table.flag(.important, $0.row) == nil
    }
    if !rest.isEmpty { groups.append((.unfilled, rest)) }
    let rows = groups.map { name, tasks in
      FactTable.Row(
        [
          .words(name), .count(tasks.count),
          .typed(texts(tasks).joined(separator: "；")),
        ], lineage: lineage(tasks, office))
    }
    return Fact(FactTable(rows: rows, cases: open.count), lineage: lineage(open, office))
  }

  /// What is to be done, by due day, then text: where a row stands must not matter.
  private static func texts(_ tasks: [Task]) -> [String] {
    tasks.sorted { a, b in
      let (x, y) = (a.due?.number ?? Int32.max, b.due?.number ?? Int32.max)
      return x != y ? x < y : a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }
    .map(\.text)
  }

  private static func absence(_ office: SalesOffice) -> Absence? {
    office.has(.tasks) || office[.tasks].count > 0 ? nil : .noFile(RecordKind.tasks.words)
  }

  private static func lineage(_ tasks: [Task], _ office: SalesOffice) -> Lineage {
    let rows = tasks.map { office[.tasks].source($0.row) }
    return Lineage { rows }
  }
}

extension Analysis {
  /// The day of tasks, call-backs and countdowns: the period's last day when it is a day, else the
  /// last counted day.
  var workDay: CalendarDay { windows.period.kind == .day ? windows.period.to : day }
}

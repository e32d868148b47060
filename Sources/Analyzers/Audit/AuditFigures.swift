import Facts
import Quantities
import Records

/// 录入审核: what the entered records get wrong, by rule, row and person, and how completely and
/// promptly they were entered.
enum AuditFigures {
  static let analyzers: [Analyzer] = [
    summary, hits, corrections, byStaff, completeRate, timelyRate,
  ]

  private static let rule = FigureColumn("rule", Words("规则", "Rule"), .text)

  static let summary = Analyzer(
    FigureDefinition(
      "audit.summary", Words("录入审核汇总", "Entry audit by rule"),
      Words("本期各审核规则的命中条数，多的在前", "hits of each rule of the entry audit in the period, most first"),
      unit: .items, shape: .table,
      columns: [rule, .count(Words("条数", "Hits"), .items)],
      source: "field practice: F42, D18; fine points 3, 14, 15, 21, 22, 73")
  ) { analysis, scope in
    let window = analysis.windows[scope]
    if let absence = analysis.auditAbsence(in: window) { return Fact.absent(absence, .table) }
    let hits = AuditSearch.hits(analysis, in: window)
    let groups = AuditRule.allCases.map { rule in (rule, hits.filter { $0.rule == rule }) }
      .filter { !$0.1.isEmpty }
      .sorted { one, other in
        one.1.count != other.1.count
          ? one.1.count > other.1.count : one.0.words.chinese < other.0.words.chinese
      }
    let rows = groups.map { rule, hits in
      FactTable.Row([.words(rule.words), .count(hits.count)], lineage: lineage(hits))
    }
    let all = lineage(hits)
    return Fact(
      FactTable(
        rows: rows, total: FactTable.Row([.words(.total), .count(hits.count)], lineage: all),
        cases: hits.count), lineage: all)
  }

  static let hits = Analyzer(
    FigureDefinition(
      "audit.hits", Words("录入审核明细", "Entry audit, row by row"),
      Words(
        "本期每条命中：所在文件和行、规则、现值、应为、置业顾问",
        "every hit of the period: file and line, rule, what the row says, what was expected, the consultant"
      ),
      unit: .items, shape: .list,
      columns: [
        FigureColumn("file", Words("文件", "File"), .text),
        FigureColumn("line", Words("行号", "Line"), .none), rule,
        FigureColumn("value", Words("现值", "Found"), .none),
        FigureColumn("expected", Words("应为", "Expected"), .none), .staff,
      ], source: "field practice: F42, D18; fine points 3, 14, 15, 21, 22, 73")
  ) { analysis, scope in
    let window = analysis.windows[scope]
    if let absence = analysis.auditAbsence(in: window) { return Fact.absent(absence, .list) }
    let house = analysis.house
    let hits = AuditSearch.hits(analysis, in: window)
    let rows = FactTable.Rows(count: hits.count) { position in
      let (hit, office) = (hits[position], house.office)
      return FactTable.Row(
        [
          office.fileName(hit.source), .count(Int(hit.source.line)), .words(hit.rule.words),
          hit.value, hit.expected, .people(hit.staff, office.lexicon),
        ], lineage: hit.lineage)
    }
    return Fact(FactTable(rows: rows, cases: hits.count), lineage: lineage(hits))
  }

  // MARK: Corrections

  /// Days from the last counted day until a row must be corrected.
  private static let correctionDays: Int32 = 3

  static let corrections = Analyzer(
    FigureDefinition(
      "audit.corrections", Words("更正清单", "Corrections"),
      Words(
        "须更正的每一行：错在哪里、应为、谁改、何时改完（末日后第三天）",
        "every row to correct: what is wrong, what was expected, who corrects it, and by when (the third day after the last counted day)"
      ),
      unit: .items, shape: .list,
      columns: [
        FigureColumn("file", Words("文件", "File"), .text),
        FigureColumn("line", Words("行号", "Line"), .none), rule,
        FigureColumn("expected", Words("应为", "Expected"), .none), .staff,
        FigureColumn("due", Words("期限", "Due"), .day),
      ], source: "field practice: D18, who corrects what by when; three days as with entries")
  ) { analysis, scope in
    let window = analysis.windows[scope]
    if let absence = analysis.auditAbsence(in: window) { return Fact.absent(absence, .list) }
    let office = analysis.office
    let hits = AuditSearch.hits(analysis, in: window).filter(\.rule.isError)
    let last = min(window.to, analysis.day)
    let due = CalendarDay(number: last.number + correctionDays)
    let rows = hits.map { hit in
      return FactTable.Row(
        [
          office.fileName(hit.source), .count(Int(hit.source.line)), .words(hit.rule.words),
          hit.expected, hit.staff.isNone ? .words(.unassigned) : .people(hit.staff, office.lexicon),
          .day(due),
        ], lineage: hit.lineage)
    }
    return Fact(FactTable(rows: rows, cases: hits.count), lineage: lineage(hits))
  }

  // MARK: By person

  static let byStaff = Analyzer(
    FigureDefinition(
      "audit.by-staff", Words("录入审核按人", "Entry audit by consultant"),
      Words(
        "各置业顾问本期的命中条数、其中须更正的条数、录入行数、完整率和及时率；多人的行均分",
        "each consultant's hits, those to correct, rows entered, complete and timely rates; rows of several are shared equally"
      ),
      unit: .items, shape: .table,
      columns: [
        .name, .count(Words("条数", "Hits"), .items),
        FigureColumn("errors", Words("须更正", "To correct"), .items),
        FigureColumn("rows", Words("录入行数", "Rows entered"), .rows),
        FigureColumn("complete-rate", Words("完整率", "Complete"), .rate),
        FigureColumn("timely-rate", Words("及时率", "In time"), .rate),
      ], source: "field practice: D18, who corrects what; fine points 31, 73")
  ) { analysis, scope in
    let window = analysis.windows[scope]
    if let absence = analysis.auditAbsence(in: window) { return Fact.absent(absence, .table) }
    return AuditByStaff(analysis, in: window).fact
  }

  // MARK: Rates

  static let completeRate = Analyzer(
    FigureDefinition(
      "audit.complete-rate", Words("录入完整率", "Complete entries"),
      Words(
        "本期来电、来访、成交的必填单元格中已填的比例：姓名、电话、顾问，来电来访另有渠道，来访另有级别，成交另有面积；文件没有的列不算",
        "filled cells over required cells of the period's calls, visits and deals: name, phone, consultant; channel of calls and visits, level of visits, area of deals; columns that a file lacks are left out"
      ),
      unit: .rate, source: "field practice: F42, required fields filled / required")
  ) { analysis, scope in
    let window = analysis.windows[scope]
    if let absence = analysis.auditAbsence(in: window) { return Fact(.missing(absence)) }
    var (filled, required) = (0, 0)
    var (filledRows, requiredRows): ([SourceRow], [SourceRow]) = ([], [])
    for kind in EnteredRows.kinds {
      let table = analysis.office[kind]
      let columns = analysis.requiredColumns(kind)
      for row in analysis.entered(kind, in: window).rows.lazy.map(Int.init) {
        let cells = columns.filter { $0.applies(to: row) }
        let blank = cells.filter { $0.isBlank(row) }.count
        required += cells.count
        filled += cells.count - blank
        if !cells.isEmpty { requiredRows.append(table.source(row)) }
        if blank < cells.count { filledRows.append(table.source(row)) }
      }
    }
    let sides = (Lineage { [filledRows] in filledRows }, Lineage { [requiredRows] in requiredRows })
    return Fact.quotient(.count(filled), over: .count(required), rows: sides)
  }

  static let timelyRate = Analyzer(
    FigureDefinition(
      "audit.timely-rate", Words("录入及时率", "Timely entries"),
      Words(
        "本期来电、来访、成交中录入时间与发生日同日的比例；只看有录入时间列的文件，空白算未及时",
        "calls, visits and deals of the period entered on the day of the event; files with an entry time only, blanks count as late"
      ),
      unit: .rate, source: "field practice: F42, same-day entries / all; fine point 73")
  ) { analysis, scope in
    let window = analysis.windows[scope]
    if let absence = analysis.auditAbsence(in: window) { return Fact(.missing(absence)) }
    guard let entries = TimedEntries(analysis, in: window) else {
      return Fact(.missing(.noColumn(Words("录入时间", "created"))))
    }
    return Fact.quotient(
      .count(entries.timely.count), over: .count(entries.all.count),
      rows: (entries.lineage(entries.timely), entries.lineage(entries.all)))
  }

  private static func lineage(_ hits: [AuditHit]) -> Lineage {
    Lineage { hits.flatMap { [$0.source] + $0.others } }
  }
}

extension SalesOffice {
  /// The name of a row's file.
  func fileName(_ source: SourceRow) -> Value {
    let file = Int(source.file)
    return file < sources.count ? .text(sources[file].name) : .missing(.notRecorded)
  }
}

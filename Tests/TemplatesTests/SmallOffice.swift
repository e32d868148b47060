import Diagnostics
import Documents
import Facts
import Quantities

@testable import Templates

/// A small catalogue with facts made by hand.
struct SmallOffice {
  static let breakdown: [FigureColumn] = [
    FigureColumn("name", Words("途径", "Channel"), .text),
    FigureColumn("count", Words("来访", "Visits"), .parties),
    FigureColumn("share", Words("占比", "Share"), .share),
    FigureColumn("previous", Words("上期", "Before"), .parties),
    FigureColumn("change", Words("增减", "Change"), .rate),
    FigureColumn("deals", Words("认购", "Deals"), .units),
    FigureColumn("amount", Words("金额", "Amount"), .money),
  ]

  static let catalogue = Catalogue([
    scalar("visits.count", "来访", "Visits", .parties),
    scalar("visits.first", "首访", "First visits", .parties),
    scalar("deals.units", "认购套数", "Subscribed units", .units),
    scalar("deals.amount", "认购金额", "Subscribed amount", .money),
    scalar("deals.average-price", "认购均价", "Average price", .pricePerArea),
    scalar("receipts.amount", "回款", "Receipts", .money),
    scalar("visits.first-conversion", "首访转化率", "First-visit conversion", .rate),
    scalar("stock.months", "去化周期", "Months of supply", .months, scopes: .toDate),
    scalar("targets.visits.target", "来访指标", "Target of visits", .parties, scopes: .own),
    scalar("targets.visits.actual", "来访完成", "Actual visits", .parties, scopes: .own),
    scalar("targets.visits.rate", "来访完成率", "Target rate", .rate, scopes: .own),
    scalar("targets.visits.time-progress", "时间进度", "Time progress", .rate, scopes: .own),
    table("visits.by-channel", "来访途径", breakdown),
    table(
      "visits.daily", "每日",
      [
        FigureColumn("day", Words("日期", "Day"), .day),
        FigureColumn("visits", Words("来访", "Visits"), .parties),
        FigureColumn("first", Words("首访", "First"), .parties),
      ], shape: .series),
    table("visits.by-objection", "购房抗性", breakdown),
    table(
      "staff.behind", "待改进", [FigureColumn("name", Words("姓名", "Name"), .text)]),
    table(
      "tasks.today", "今日任务",
      [
        FigureColumn("task", Words("任务", "Task"), .text),
        FigureColumn("staff", Words("责任人", "Owner"), .text),
        FigureColumn("due", Words("期限", "Due"), .day),
      ], shape: .list, scopes: .toDate),
    table(
      "callbacks.due", "应回访",
      [
        FigureColumn("customer", Words("客户", "Customer"), .text, isPersonal: true),
        FigureColumn("phone", Words("电话", "Phone"), .text, isPersonal: true),
        FigureColumn("staff", Words("顾问", "Consultant"), .text),
      ], shape: .list, scopes: .toDate),
    table(
      "competitors.summary", "竞品对比",
      [
        FigureColumn("project", Words("项目", "Project"), .text),
        FigureColumn("price", Words("均价", "Price"), .pricePerArea),
        FigureColumn("gap", Words("价差", "Gap"), .rate),
      ], scopes: .toDate),
    table(
      "competitors.sold", "竞品成交",
      [
        FigureColumn("week", Words("周", "Week"), .day),
        FigureColumn("project", Words("项目", "Project"), .text),
        FigureColumn("sold", Words("成交", "Sold"), .units),
      ], shape: .grid, scopes: .toDate),
    table(
      "stock.board", "销控图",
      [
        FigureColumn("building", Words("楼栋", "Building"), .text),
        FigureColumn("floor", Words("楼层", "Floor"), .none),
        FigureColumn("room", Words("房号", "Room"), .text),
        FigureColumn("state", Words("状态", "State"), .text),
        FigureColumn("first", Words("首选", "First"), .customers),
      ], shape: .grid, scopes: .toDate),
  ])

  private static func scalar(
    _ id: String, _ chinese: String, _ english: String, _ unit: Unit,
    scopes: FigureDefinition.Scopes = .all
  ) -> FigureDefinition {
    FigureDefinition(
      id, Words(chinese, english), Words(chinese + "的定义", "what it is"), unit: unit,
      scopes: scopes, source: "test")
  }

  private static func table(
    _ id: String, _ chinese: String, _ columns: [FigureColumn],
    shape: FigureDefinition.Shape = .table, scopes: FigureDefinition.Scopes = .all
  ) -> FigureDefinition {
    FigureDefinition(
      id, Words(chinese, id), Words(chinese + "的定义", "what it is"), unit: .none, shape: shape,
      scopes: scopes, columns: columns, source: "test")
  }

  /// Facts by figure with scope; anything else has no file.
  var facts: [String: Fact] = [:]
  var texts: [String: [String]] = [:]
  var language = Language.chinese
  var audience: Document.Audience?
  var showsPersonal = false
  var asOf = day(2026, 11, 22)
  var words = WordList()

  static let noFile = Absence.noFile(Words("来访", "visits"))

  /// One breakdown row: visits of this period out of `all`, and those of the one before.
  static func row(
    _ name: Value, _ count: Int, of all: Int, before: Int, deals: Int = 0, amount: Int64 = 0
  ) -> FactTable.Row {
    let change: Value =
      before == 0 ? .missing(.zeroDenominator) : .ratio(Ratio(count - before, over: before))
    return FactTable.Row([
      name, .count(count), .ratio(Ratio(count, over: all)), .count(before), change, .count(deals),
      .money(Money(fen: amount)),
    ])
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year: year, month: month, day: day) ?? CalendarDay(number: 0)
  }

  var context: BindingContext {
    let (facts, texts) = (facts, texts)
    return BindingContext(
      catalogue: SmallOffice.catalogue,
      fact: { key in
        if let fact = facts[key.text] { return fact }
        guard SmallOffice.catalogue[key.id]?.shape == .scalar else {
          return Fact(FactTable(rows: [], absence: SmallOffice.noFile))
        }
        return Fact(.missing(SmallOffice.noFile))
      },
      language: language, project: "云溪里",
      period: Period(
        .week, from: SmallOffice.day(2026, 11, 16), to: SmallOffice.day(2026, 11, 22)),
      asOf: asOf, projectWeek: 31, audience: audience,
      texts: { document, slot in texts[document + "/" + slot] ?? [] },
      sourceName: { "来访.csv:\($0.line)" }, showsPersonal: showsPersonal, words: words)
  }

  /// The document of a template with these blocks; findings fail the test at the caller.
  func bind(_ blocks: String, attributes: String = "", parts: [String: String] = [:]) throws
    -> Document
  {
    let checked = SmallOffice.check(
      SmallOffice.report(blocks, attributes: attributes), parts: parts)
    guard let template = checked.template else {
      throw Refused(findings: checked.findings.map(\.code))
    }
    return TemplateBinder(context).bind(template)
  }

  static func report(_ blocks: String, attributes: String = "") -> String {
    "<report xmlns=\"urn:anchang:report:1\" name=\"t\" title=\"报告\" period=\"week\" "
      + attributes + ">" + blocks + "</report>"
  }

  static func check(_ text: String, parts: [String: String] = [:]) -> (
    template: Template?, findings: [Finding]
  ) {
    TemplateChecker(catalogue: catalogue, parts: MemoryParts(parts: parts))
      .check(TemplateSource(file: "t.xml", bytes: Array(text.utf8)))
  }
}

struct Refused: Error { let findings: [String] }

struct MemoryParts: PartSource {
  let parts: [String: String]

  func part(_ name: String, besides file: String) -> TemplateSource? {
    parts[name].map { TemplateSource(file: "parts/\(name).xml", bytes: Array($0.utf8)) }
  }

  func partNames(besides file: String) -> [String] { parts.keys.sorted() }
}

extension Document {
  /// All blocks, sections opened, in order.
  var flat: [Block] { Document.flat(blocks) }

  private static func flat(_ blocks: [Block]) -> [Block] {
    blocks.flatMap { block in
      if case .section(let section) = block { [block] + flat(section.blocks) } else { [block] }
    }
  }

  var tables: [Table] { flat.compactMap { if case .table(let table) = $0 { table } else { nil } } }
  var charts: [Chart] { flat.compactMap { if case .chart(let chart) = $0 { chart } else { nil } } }
  var notes: [String] {
    flat.compactMap { if case .note(let note) = $0 { text(note.text) } else { nil } }
  }
  var paragraphs: [String] {
    flat.compactMap { if case .paragraph(let inlines) = $0 { text(inlines) } else { nil } }
  }
  var titles: [String] {
    flat.compactMap { if case .section(let section) = $0 { text(section.title) } else { nil } }
  }

  func text(_ inlines: [Inline]) -> String {
    inlines.plain(Formatter(language))
  }
}

extension Table {
  /// The rows as shown.
  var texts: [[String]] { rows.map { row in row.cells.map { $0.text(Formatter(.chinese)) } } }
}

import Facts
import Quantities
import Records

/// 开盘倒排、岗位、物料和预案: the plan around the figures.
enum LaunchPlanFigures {
  static let analyzers = [schedule, staffing, materials, contingency]

  private static let source = "field practice: part 3, launch day"

  static let schedule = Analyzer(
    FigureDefinition(
      "launch.schedule", Words("开盘倒排", "Launch schedule"),
      Words(
        "从T−60到T+7各节点的日期、工作和应看的数字",
        "what is due from T−60 to T+7, with its date and the figures to look at"),
      unit: .day, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("day", Words("倒数", "Day"), .text),
        FigureColumn("date", Words("日期", "Date"), .day),
        FigureColumn("what", Words("工作", "What"), .text),
        FigureColumn("figures", Words("看什么数", "Figures"), .text),
      ], source: source)
  ) { analysis, _ in
    guard let launch = analysis.office.settings.launchDay else {
      return Fact(FactTable(rows: [], absence: .noLaunchDay))
    }
    let rows = LaunchCalendar.steps.map { step in
      FactTable.Row([
        .text(LaunchCalendar.label(step)), .day(launch + step.from), .words(step.what),
        .words(step.figures),
      ])
    }
    return Fact(FactTable(rows: rows))
  }

  static let staffing = Analyzer(
    FigureDefinition(
      "launch.staffing", Words("岗位人数", "Staffing"),
      Words(
        "各岗位人数：设了工位的区按计划工位，选房顾问与引导每批每组一人，销控三人（手工、看板、系统）",
        "people of each post: planned desks where zones are set, one consultant and one guide for "
          + "each party of a batch, three at the sales board"),
      unit: .people, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("post", Words("岗位", "Post"), .text),
        FigureColumn("people", Words("人数", "People"), .people),
        FigureColumn("shift", Words("班次", "Shift"), .text),
      ], source: source)
  ) { analysis, _ in
    let plan = BatchPlan(analysis)
    let posts = LaunchPosts.list(plan, analysis.office.settings)
    let rows = posts.map {
      FactTable.Row([.words($0.words), .count($0.people), .words($0.shift)])
    }
    let total = posts.reduce(0) { $0 + $1.people }
    return Fact(
      FactTable(
        rows: rows,
        total: FactTable.Row([.words(.total), .count(total), .missing(.notApplicable)])),
      lineage: analysis.launchCards.lineage(analysis.launchCards.valid), remarks: [plan.words])
  }

  static let materials = Analyzer(
    FigureDefinition(
      "launch.materials", Words("物料", "Materials"),
      Words(
        "数量＝每组用量 × 有效认筹数 N ＋ 备用，向上取整；负责人由现场填写",
        "quantity = use for each party × N valid cards + reserve, rounded up; owners are filled in by hand"
      ),
      unit: .items, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("item", Words("物料", "Item"), .text),
        FigureColumn("ratio", Words("每组用量", "Each party"), .index),
        FigureColumn("quantity", Words("数量", "Quantity"), .items),
        FigureColumn("owner", Words("负责人", "Owner"), .text),
        FigureColumn("due", Words("到位日", "Due"), .day),
      ], source: source),
    unless: { LaunchDemandFigures.absence($0) }
  ) { analysis, _ in
    let parties = analysis.launchCards.valid.count
    let launch = analysis.office.settings.launchDay
    let rows = LaunchMaterial.list.map { item in
      FactTable.Row([
        .words(item.words), .exact(item.ratio), .count(item.quantity(for: parties)),
        .missing(.notRecorded), launch.map { .day($0 + item.due) } ?? .missing(.noLaunchDay),
      ])
    }
    return Fact(
      FactTable(rows: rows, cases: parties),
      lineage: analysis.launchCards.lineage(analysis.launchCards.valid))
  }

  static let contingency = Analyzer(
    FigureDefinition(
      "launch.contingency", Words("突发预案", "Contingencies"),
      Words("事件、触发条件、第一动作和负责岗位", "event, what triggers it, first action and responsible post"),
      unit: .items, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("event", Words("事件", "Event"), .text),
        FigureColumn("trigger", Words("触发", "Trigger"), .text),
        FigureColumn("action", Words("第一动作", "First action"), .text),
        FigureColumn("owner", Words("负责", "Post"), .text),
      ], source: source)
  ) { analysis, _ in
    let (homes, cards) = (analysis.launchSupply.homes, analysis.launchCards)
    let events = LaunchContingency.list(
      parties: cards.valid.count, seats: analysis.office.settings.seats, homes: homes.count)
    let rows = events.map {
      FactTable.Row([.words($0.event), .words($0.trigger), .words($0.action), .words($0.post)])
    }
    return Fact(
      FactTable(rows: rows),
      lineage: .union([
        cards.lineage(cards.valid), analysis.launchSupply.lineage(units: homes.map(\.row)),
      ]))
  }
}

/// One kind of thing to have ready on the day.
struct LaunchMaterial {
  let words: Words
  /// Pieces for each party.
  let ratio: Rational
  let reserve: Int
  /// Day before the launch on which it must be there, negative.
  let due: Int

  private init(_ chinese: String, _ english: String, _ ratio: Rational, _ reserve: Int, due: Int) {
    words = Words(chinese, english)
    self.ratio = ratio
    self.reserve = reserve
    self.due = due
  }

  /// ratio × N + reserve, rounded up.
  func quantity(for parties: Int) -> Int {
    let exact = ratio * Rational(parties) + Rational(reserve)
    return Int(Rounding.up(exact.numerator, by: exact.denominator))
  }

  private static let one = Rational(1)

  /// Uses met in practice: water 200 bottles for 150 numbers, two seals for each home's slip.
  static let list: [LaunchMaterial] = [
    LaunchMaterial("号码牌", "number plates", one, 10, due: -5),
    LaunchMaterial("选房须知", "rules of choosing", one, 20, due: -5),
    LaunchMaterial("价格表", "price lists", one, 20, due: -5),
    LaunchMaterial("房源确认单", "confirmation slips", one, 10, due: -5),
    LaunchMaterial("封号贴", "seal stickers", Rational(2), 10, due: -5),
    LaunchMaterial("认购书", "subscription forms", one, 20, due: -4),
    LaunchMaterial("资料袋", "document bags", one, 20, due: -4),
    LaunchMaterial("饮用水（瓶）", "bottles of water", Rational(4, over: 3) ?? one, 0, due: -3),
    LaunchMaterial("礼品", "gifts", one, 5, due: -3),
  ]
}

import Facts
import Quantities
import Records

/// 当日分钟表和岗位名单: the launch day minute by minute, from the settings.
enum LaunchDayFigures {
  static let analyzers = [minutePlan, roster]

  static let minutePlan = Analyzer(
    FigureDefinition(
      "launch.day-plan", Words("当日分钟表", "Minute plan of the day"),
      Words(
        "到岗、开门、定序按选房开始倒推；四分之一、一半、四分之三的号和最后一批按批次推算；其后核对、晚会",
        "arrival, doors and order counted back from the first batch; a quarter, half and three "
          + "quarters of the numbers and the last batch by the batches; then reconciliation"),
      unit: .none, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("clock", Words("时刻", "Time"), .clock),
        FigureColumn("what", Words("做什么", "What"), .text),
        FigureColumn("detail", Words("说明", "Remark"), .text),
      ], source: "field practice: 3.2, minute plan"),
    unless: { LaunchDemandFigures.absence($0) }
  ) { analysis, _ in
    let plan = BatchPlan(analysis)
    let cards = analysis.launchCards
    var rows = before(plan, analysis.office.settings)
    rows += (0..<plan.batches).compactMap { batch in
      what(batch, plan).map { words in
        let members = cards.valid[
          batch * plan.size..<min(plan.parties, (batch + 1) * plan.size)]
        let (first, last) = (members.first?.number ?? "", members.last?.number ?? "")
        return row(
          plan.start + batch * plan.minutes, words, Words("\(first)–\(last)", "\(first)–\(last)"))
      }
    }
    rows += [
      row(
        plan.end, Words("叫未到的号，再接待无卡客户", "numbers that did not come, then walk-ins"),
        Words("共 \(plan.batches) 批", "\(plan.batches) batches")),
      row(
        plan.end + 30, Words("关门，三方核对", "doors close, reconciliation"),
        Words("确认单＝销控板＝系统＝收款", "slips = board = system = money")),
      row(
        plan.end + 60, Words("晚会：战报、未成交回访分工", "evening meeting: results, call-backs"), nil),
    ]
    return Fact(
      FactTable(rows: rows), lineage: cards.lineage(cards.valid), remarks: [plan.words])
  }

  private static func before(_ plan: BatchPlan, _ settings: Settings) -> [FactTable.Row] {
    let peak = LaunchCheckFigures.peakArrivals(plan, settings)
    return [
      row(plan.start - 210, Words("工作人员到岗", "staff in place"), nil),
      row(
        plan.start - 180,
        Words("点名；对讲机、断电切换；销控板与系统核对", "roll call; radios, power; board equals system"),
        Words("两人双签", "two people sign")),
      row(plan.start - 150, Words("最后一次交底", "last briefing"), nil),
      row(
        plan.start - 120, Words("开门，签到台开放", "doors and sign-in open"),
        Words("每十分钟报到场人数；高峰每小时 \(peak) 组", "count every ten minutes; peak \(peak) parties an hour")),
      row(plan.start - 45, Words("主持人宣读规则", "the host explains the rules"), nil),
      row(
        plan.start - 30, Words("摇号或按号定序", "ballot or order of numbers"),
        Words("公证在场", "notary present")),
      row(plan.start - 10, Words("公布顺序", "order posted"), nil),
    ]
  }

  /// What a batch is remarkable for: the first, the last, and those that reach a quarter of the
  /// numbers.
  private static func what(_ batch: Int, _ plan: BatchPlan) -> Words? {
    let (before, after) = (
      batch * plan.size, min(plan.parties, (batch + 1) * plan.size)
    )
    let quarters = (1...3).filter {
      4 * before < $0 * plan.parties && $0 * plan.parties <= 4 * after
    }
    var chinese: [String] = []
    var english: [String] = []
    if batch == 0 {
      chinese.append("第 1 批选房，此后每 \(plan.minutes) 分钟一批")
      english.append("batch 1 chooses, then one every \(plan.minutes) minutes")
    } else if batch == plan.batches - 1 {
      chinese.append("最后一批（第 \(batch + 1) 批）")
      english.append("last batch (\(batch + 1))")
    } else if !quarters.isEmpty {
      chinese.append("第 \(batch + 1) 批")
      english.append("batch \(batch + 1)")
    }
    if let quarter = quarters.last {
      chinese.append("叫到 \(quarter * 25)% 的号：播报余量和价格")
      english.append("\(quarter * 25)% of the numbers called: board, price and calm messages")
    }
    return chinese.isEmpty
      ? nil : Words(chinese.joined(separator: "；"), english.joined(separator: "; "))
  }

  private static func row(_ clock: Int, _ what: Words, _ detail: Words?) -> FactTable.Row {
    FactTable.Row([
      .clock(max(0, clock)), .words(what), detail.map { .words($0) } ?? .missing(.notApplicable),
    ])
  }

  static let roster = Analyzer(
    FigureDefinition(
      "launch.roster", Words("岗位名单", "Roster"),
      Words(
        "设置里写明的岗位、姓名和时段；同一人同一时段在两个岗位的写出另一岗位",
        "posts, names and hours of the settings; who stands at two posts at one time, with the other"
      ),
      unit: .people, shape: .list, scopes: .toDate,
      columns: [
        FigureColumn("post", Words("岗位", "Post"), .text),
        FigureColumn("name", Words("姓名", "Name"), .text),
        FigureColumn("from", Words("自", "From"), .clock),
        FigureColumn("to", Words("至", "To"), .clock),
        FigureColumn("clash", Words("同时还在", "Also at"), .text),
      ], source: "field practice: 3.5, one name in two posts at the same time is an error")
  ) { analysis, _ in
    let settings = analysis.office.settings
    guard !settings.duties.isEmpty else {
      return Fact(FactTable(rows: [], absence: .noDuties))
    }
    let rows = LaunchPosts.roster(BatchPlan(analysis), settings).map { duty in
      FactTable.Row([
        .text(duty.post), .text(duty.name), .clock(duty.from), .clock(duty.to),
        duty.clash.map { .text($0) } ?? .missing(.notApplicable),
      ])
    }
    return Fact(FactTable(rows: rows, cases: rows.count))
  }
}

extension Absence {
  /// The settings name nobody for a post.
  static let noDuties = Absence(
    "no-duties", Words("没有写明岗位名单", "no names for posts in the settings"))
}

import Facts
import Quantities
import Records

/// 方案自查: whether homes, cards, hours, seats, desks and people fit, and by how much they do not.
enum LaunchCheckFigures {
  static let analyzers = [checks, unfit]

  static let checks = Analyzer(
    FigureDefinition(
      "launch.checks", Words("方案自查", "Does the plan fit"),
      Words(
        "房源、认筹、时间、座位、工位、人员各需要多少、有多少、还差多少；没有写明的是“—”",
        "what cards, homes, hours, seats, desks and people it takes, what there is, and what is short; "
          + "\"—\" where the settings do not say"),
      unit: .none, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("check", Words("项目", "Check"), .text),
        FigureColumn("need", Words("需要", "Needed"), .none),
        FigureColumn("have", Words("现有", "There"), .none),
        FigureColumn("short", Words("还差", "Short"), .none),
        FigureColumn("what", Words("怎么算、怎么办", "How, and what to do"), .text),
      ], source: "field practice: 3.4 and 3.5"),
    unless: { LaunchDemandFigures.absence($0) }
  ) { analysis, _ in
    let rows = list(analysis).map { check in
      FactTable.Row([
        .words(check.words), check.need.map { .count($0) } ?? .missing(.notRecorded),
        check.have.map { .count($0) } ?? .missing(.notRecorded),
        check.short.map { .count($0) } ?? .missing(.notRecorded), .words(check.what),
      ])
    }
    return Fact(FactTable(rows: rows, cases: rows.count), lineage: lineage(analysis))
  }

  static let unfit = Analyzer(
    FigureDefinition(
      "launch.unfit", Words("自查不合的项目", "Checks that do not fit"),
      Words("方案自查里还差的项目数", "checks of the plan with something short"), unit: .items,
      scopes: .toDate, source: "field practice: 3.4 and 3.5"),
    unless: { LaunchDemandFigures.absence($0) }
  ) { analysis, _ in
    return Fact(
      .count(list(analysis).count { ($0.short ?? 0) > 0 }), lineage: lineage(analysis))
  }

  /// The cards, the homes of the launch and the people who can be there.
  private static func lineage(_ analysis: Analysis) -> Lineage {
    let (cards, office) = (analysis.launchCards, analysis.office)
    let day = office.settings.launchDay ?? analysis.day
    let people = employed(on: day, office).map { office[.staff].source($0) }
    let homes =
      office.has(.units) || office[.units].count > 0
      ? analysis.launchSupply.homes.map(\.row) : []
    return .union([
      cards.lineage(cards.valid), analysis.launchSupply.lineage(units: homes), Lineage { people },
    ])
  }

  /// One comparison of what it takes with what there is.
  private struct Check {
    let words: Words
    let need: Int?
    let have: Int?
    let what: Words

    /// What is missing; nil where one side is unknown.
    var short: Int? {
      guard let need, let have else { return nil }
      return max(0, need - have)
    }
  }

  private static func list(_ analysis: Analysis) -> [Check] {
    let plan = BatchPlan(analysis)
    let settings = analysis.office.settings
    return homes(analysis) + [hours(plan, settings), seats(plan, settings)]
      + desks(plan, analysis) + people(plan, analysis)
  }

  /// Cards that sell all homes at today's grades; first choices that the homes can serve.
  private static func homes(_ analysis: Analysis) -> [Check] {
    guard LaunchDemandFigures.absence(analysis, withUnits: true) == nil else { return [] }
    let supply = analysis.launchSupply
    let cards = analysis.launchCards.valid.count
    let expected = LaunchDemandFigures.expectedHundredths(analysis)
    let needed =
      expected > 0 ? (supply.homes.count * cards * 100 + expected - 1) / expected : nil
    let first = supply.layouts.reduce(0) { $0 + $1.first.count }
    let served = supply.layouts.reduce(0) { $0 + $1.expected }
    let tight = supply.layouts.filter { $0.first.count > $0.supply.count }.map { layout in
      soldOut(layout, analysis.office.lexicon)
    }
    return [
      Check(
        words: Words("认筹（组）", "cards"), need: needed, have: cards,
        what: Words(
          "按现有等级的转化，卖完 \(supply.homes.count) 套要的组数",
          "parties that sell all \(supply.homes.count) homes at today's grades")),
      Check(
        words: Words("首选对应的房源（套）", "homes for first choices"), need: first, have: served,
        what: tight.isEmpty
          ? Words("各户型都够首选", "every layout serves its first choices")
          : Words(
            "引导到次选：" + tight.map(\.chinese).joined(separator: "、"),
            "steer to second choices: " + tight.map(\.english).joined(separator: ", "))),
    ]
  }

  /// By how much a layout's first choices pass its homes, and after which number none is left if
  /// everybody takes the first choice.
  private static func soldOut(_ layout: LaunchSupply.Demand, _ lexicon: Lexicon) -> Words {
    let over = "\(lexicon[layout.layout]) \(layout.first.count - layout.supply.count)"
    let first = layout.first.sorted { a, b in
      a.number != b.number ? NaturalOrder.precedes(a.number, b.number) : a.row < b.row
    }
    guard !layout.supply.isEmpty, layout.supply.count <= first.count else {
      return Words(over, over)
    }
    let last = first[layout.supply.count - 1].number
    return Words("\(over)（\(last) 以后预计售罄）", "\(over) (sold out after \(last))")
  }

  private static func hours(_ plan: BatchPlan, _ settings: Settings) -> Check {
    let need = plan.batches * plan.minutes
    guard let end = settings.choosingEnd else {
      return Check(
        words: Words("选房时间（分钟）", "minutes of choosing"), need: need, have: nil,
        what: Words("没有设 选房截止", "选房截止 is not set"))
    }
    let have = max(0, end - plan.start)
    let size = have > 0 ? (plan.parties * plan.minutes + have - 1) / have : nil
    return Check(
      words: Words("选房时间（分钟）", "minutes of choosing"), need: need, have: have,
      what: size.map {
        Words("要在截止前选完，每批至少 \($0) 组", "to end in time at least \($0) parties a batch")
      } ?? Words("截止不晚于开始", "the end is not after the start"))
  }

  private static func seats(_ plan: BatchPlan, _ settings: Settings) -> Check {
    let hundredths = plan.parties * settings.partyPeople * settings.presentPercent
    return Check(
      words: Words("候场座位", "seats"), need: (hundredths + 99) / 100, have: settings.seats,
      what: Words(
        "\(plan.parties) 组 × \(settings.partyPeople) 人 × 到场率 \(settings.presentPercent)%",
        "\(plan.parties) parties × \(settings.partyPeople) people × \(settings.presentPercent)% present"
      ))
  }

  /// Parties an hour in the busiest half hour of the sign-in, rounded up.
  static func peakArrivals(_ plan: BatchPlan, _ settings: Settings) -> Int {
    (plan.parties * settings.peakPercent * 2 + 99) / 100
  }

  /// Arrivals that the settings allow for against those that the plan sends, and desks.
  private static func desks(_ plan: BatchPlan, _ analysis: Analysis) -> [Check] {
    let settings = analysis.office.settings
    let expected = LaunchDemandFigures.expectedHundredths(analysis)
    return settings.stations.flatMap { station -> [Check] in
      let isSignIn = station.zone.contains("签到")
      // What leaves the choosing room buys with the share that the forecast has.
      let need: Int?
      if isSignIn {
        need = peakArrivals(plan, settings)
      } else if plan.minutes > 0, plan.parties > 0 {
        let (top, bottom) = (60 * plan.size * expected, plan.minutes * plan.parties * 100)
        need = (top + bottom - 1) / bottom
      } else {
        need = nil
      }
      let set = station.arrivalsPerHour
      let have = Int(set.numerator / set.denominator)
      let rate = max(set, need.map { Rational($0) } ?? .zero)
      let line = WaitingLine(arrivalsPerHour: rate, minutes: station.minutes)
      return [
        Check(
          words: Words("\(station.zone)：每小时到达", "\(station.zone): arrivals an hour"), need: need,
          have: have,
          what: isSignIn
            ? Words(
              "最忙半小时占 \(settings.peakPercent)%", "\(settings.peakPercent)% in the busiest half hour"
            )
            : Words(
              "选房每小时放出的组数 × 预测成交率", "parties an hour from the choosing room × forecast share")),
        Check(
          words: Words("\(station.zone)：工位", "\(station.zone): desks"), need: line.plannedDesks,
          have: station.desks,
          what: station.desks == nil
            ? Words("没有写现有工位（工位:\(station.zone) 第三个数）", "the desks there are not said")
            : Words("⌈λs/60/0.8⌉", "⌈λs/60/0.8⌉")),
      ]
    }
  }

  /// People of all posts against the staff of the launch day, posts against names, and who is
  /// booked twice.
  private static func people(_ plan: BatchPlan, _ analysis: Analysis) -> [Check] {
    let settings = analysis.office.settings
    let posts = LaunchPosts.list(plan, settings)
    let roster = LaunchPosts.roster(plan, settings)
    let day = settings.launchDay ?? analysis.day
    var checks = [
      Check(
        words: Words("人员", "people"), need: posts.reduce(0) { $0 + $1.people },
        have: staff(on: day, roster, analysis.office),
        what: Words(
          "各岗位合计；置业顾问文件里在职的和岗位名单里的人", "all posts; employed by the staff file or named for a post"))
    ]
    for post in posts {
      let named = Set(
        roster.filter { post.words.chinese.hasPrefix($0.post) }.map(\.name)
      ).count
      guard named > 0 else { continue }
      checks.append(
        Check(
          words: Words("岗位：\(post.words.chinese)", "post: \(post.words.english)"),
          need: post.people, have: named, what: post.shift))
    }
    guard !roster.isEmpty else { return checks }
    var twice: [String] = []
    for duty in roster where duty.clash != nil && !twice.contains(duty.name) {
      twice.append(duty.name)
    }
    checks.append(
      Check(
        words: Words("一人同时两岗（人）", "people at two posts at one time"), need: twice.count, have: 0,
        what: twice.isEmpty
          ? Words("没有", "nobody")
          : Words(twice.joined(separator: "、"), twice.joined(separator: ", "))))
    return checks
  }

  /// Different people of the staff file employed on a day, and of the roster; nil without both.
  private static func staff(
    on day: CalendarDay, _ roster: [LaunchPosts.Duty], _ office: SalesOffice
  ) -> Int? {
    let table = office[.staff]
    let names = Set(
      roster.map(\.name)
        + employed(on: day, office).map { office.lexicon[table.symbol(.name, $0)] })
    return names.isEmpty ? nil : names.count
  }

  /// Rows of the staff file with a name, employed on a day.
  private static func employed(on day: CalendarDay, _ office: SalesOffice) -> [Int] {
    let table = office[.staff]
    return (0..<table.count).filter { row in
      table.state[row] == .counts && !table.symbol(.name, row).isNone
        && table.day(.joined, row).map { $0 <= day } ?? true
        && table.day(.left, row).map { $0 >= day } ?? true
    }
  }
}

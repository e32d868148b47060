import Documents
import Quantities

extension Sample {
  /// A week of an invented office with everything a weekly report may hold.
  static let weekly: Document = {
    Document(
      name: "weekly", title: "云溪里 销售周报", project: "云溪里", language: .chinese, period: week,
      asOf: day(11, 22), projectWeek: 31, audience: .office, style: "calm",
      rules: ["来访按组（同客同日一组）", "认购按认购日期", "车位不计套"],
      alerts: [
        Alert(text: "12 号楼 1801 在两份有效认购中出现", places: ["成交11月.csv:57", "成交11月.csv:83"])
      ],
      blocks: [
        .section(Section(title: [.text("一、一览")], blocks: [.paragraph(lead), .metrics(headline)])),
        .section(Section(title: [.text("二、每日来访")], blocks: daily)),
        .section(Section(title: [.text("三、渠道")], blocks: [.table(channels)])),
        .section(Section(title: [.text("四、20/80")], blocks: concentration)),
        .section(Section(title: [.text("五、业务排行")], blocks: [.table(ranking)])),
        .section(Section(title: [.text("六、完成与成果")], blocks: results)),
        .section(Section(title: [.text("七、未签约")], blocks: [.table(unsigned)])),
        .section(Section(title: [.text("八、任务与节点")], blocks: tasks)),
        .section(
          Section(
            title: [.text("九、下周重点")],
            blocks: [.fill(Fill(slot: "next-week", title: "下周重点", paragraphs: [], lines: 5))])),
        .signatures(["制表", "审核", "批准"]),
      ],
      proofs: proofs, sources: sources)
  }()

  private static let lead: [Inline] = [
    .text("本周来访 "), .value(count(128, of: "visits.count")), .text(" 组，其中首访 "),
    .value(count(94, of: "visits.first")), .text(" 组，周末两天占一半；认购 "),
    .value(count(7, .units, of: "deals.units")), .text(" 套、"),
    .value(wan(339_010, of: "deals.amount")), .text(" 万元，比上周多 "),
    .value(difference(2, .units, of: "deals.units:difference")), .text(" 套。认购均价 "),
    .value(
      Shown(
        .ratio(Ratio(.money(Money(fen: 3_390_100_000)), over: .area(Area(hundredths: 88_713)))),
        unit: .pricePerArea, of: "deals.average-price")),
    .text(" 元/㎡，比上周低 0.8%。本月认购完成 "),
    .value(rate(21, 30, of: "targets.deals-units.rate")), .text("，时间进度 "),
    .value(rate(22, 30, of: "targets.deals-units.time-progress")), .text("，每天还需 "),
    .value(
      Shown(
        .ratio(Ratio(9, over: 8)), unit: .units, format: .decimal2,
        of: "targets.deals-units.needed-a-day")),
    .text(" 套。"),
  ]

  private static func progress(
    _ figure: String, _ actual: Shown, _ target: Shown, _ rate: Shown
  ) -> Metric.Progress {
    func named(_ shown: Shown, _ part: String) -> Shown {
      var shown = shown
      shown.of = "targets.\(figure).\(part)"
      return shown
    }
    return Metric.Progress(
      label: "本月", actual: named(actual, "actual"), target: named(target, "target"),
      rate: named(rate, "rate"), elapsed: named(self.rate(22, 30), "time-progress"))
  }

  private static func metric(
    _ label: String, _ figure: String, _ now: Shown, _ before: Shown, _ change: Shown?,
    _ difference: Shown?, year: Shown, progress: Metric.Progress? = nil
  ) -> Metric {
    func named(_ shown: Shown?, _ suffix: String) -> Shown? {
      guard var shown else { return nil }
      shown.of = figure + suffix
      return shown
    }
    var now = now
    now.of = figure
    return Metric(
      label: label, shown: now,
      comparisons: [
        Metric.Comparison(
          label: "较上周", value: named(before, "@previous") ?? before,
          change: named(change, ":change"), difference: named(difference, ":difference")),
        Metric.Comparison(label: "本年", value: named(year, "@year") ?? year),
      ], progress: progress, hasProof: true)
  }

  private static let headline = Metrics(metrics: [
    metric(
      "来访", "visits.count", count(128), count(117), rate(11, 117, signed: true), difference(11),
      year: count(4_310),
      progress: progress("visits-count", count(412), count(500), rate(412, 500))),
    metric(
      "首访", "visits.first", count(94), count(87), rate(7, 87, signed: true), difference(7),
      year: count(3_102)),
    metric(
      "认购", "deals.units", count(7, .units), count(5, .units), rate(2, 5, signed: true),
      difference(2, .units), year: count(231, .units),
      progress: progress("deals-units", count(21, .units), count(30, .units), rate(21, 30))),
    metric(
      "认购金额", "deals.amount", wan(339_010), wan(240_090), rate(98_920, 240_090, signed: true),
      money(989_200_000, signed: true), year: wan(11_080_000),
      progress: progress(
        "deals-amount", wan(987_040), wan(1_500_000), rate(987_040, 1_500_000))),
    metric(
      "签约", "signed.units", count(5, .units), count(6, .units), rate(-1, 6, signed: true),
      difference(-1, .units), year: count(218, .units),
      progress: progress("signed-units", count(17, .units), count(26, .units), rate(17, 26))),
    metric(
      "首访转化率", "visits.first-conversion", rate(7, 94), missing(.outsideData),
      missing(.outsideData), nil, year: rate(288, 3_102)),
  ])

  static let dailyTable = Table(
    of: "visits.daily", title: "每日来访",
    columns: [words("day", "日期"), number("first", "首访"), number("return", "复访")],
    rows: zip(
      [16, 17, 18, 19, 20, 21, 22], [(9, 3), (7, 4), (11, 3), (8, 5), (12, 4), (25, 8), (22, 7)]
    )
    .map { number, counts in
      Table.Row([
        Shown(.day(day(11, number)), unit: .day), count(counts.0), count(counts.1),
      ])
    })

  private static let daily: [Block] = [
    .paragraph([
      .text("首访转化率 "), .value(rate(7, 94, of: "visits.first-conversion")),
      .text("（7 / 94），来电转来访率 "), .value(rate(18, 82, of: "calls.visit-rate")),
      .text("（18 / 82）。"),
    ]),
    .chart(
      Chart(
        kind: .columns, title: "每日来访", description: "周六来访最多，33 组；周一到周五每天 11 到 16 组。",
        table: dailyTable, values: ["first", "return"])),
  ]

  private static let channels: Table = {
    let rows: [(String, Int, Int, Int, Int?, Int64?)] = [
      ("自然到访", 31, 41, 6, 2, 106_400), ("中介", 28, 34, -3, 2, 90_550),
      ("老带新", 14, 19, 5, 2, 98_800), ("网络", 11, 16, 0, 1, 43_260), ("户外", 6, 10, 1, nil, nil),
    ]
    func row(
      _ name: Value, _ row: (String, Int, Int, Int, Int?, Int64?), _ kind: Table.Row.Kind
    ) -> Table.Row {
      Table.Row(
        [
          Shown(name, unit: .text), count(row.1), count(row.2), share(row.2, 128),
          difference(row.3), row.4.map { count($0, .units) } ?? missing(.notRecorded, .units),
          row.5.map { wan($0) } ?? missing(.notRecorded, .money),
        ], kind: kind)
    }
    return Table(
      of: "visits.by-channel", title: "渠道",
      columns: [
        words("name", "途径"), number("first", "首访"), number("visits", "来访"),
        Table.Column(key: "share", label: "占比", kind: .share),
        Table.Column(key: "change", label: "较上周", kind: .change), number("deals", "认购套"),
        number("amount", "金额", "万元"),
      ],
      rows: rows.map { row(.text($0.0), $0, .plain) }
        + [row(.words(Words("未填", "unfilled")), ("", 4, 8, 2, nil, nil), .unfilled)],
      total: row(.words(Words("合计", "Total")), ("", 94, 128, 11, 7, 339_010), .total),
      cases: count(128), remarks: ["按认知途径，从多到少"])
  }()

  private static let concentration: [Block] = {
    let amounts: [Int64] = [
      612, 489, 455, 396, 382, 357, 342, 327, 318, 305, 300, 292, 284, 280, 277, 265, 258, 246,
      240, 233,
    ]
    let total = amounts.reduce(0, +)
    var running: Int64 = 0
    let rows = amounts.enumerated().map { index, amount in
      running += amount
      return Table.Row([
        text("客户 \(index + 1)"), wan(amount * 100),
        Shown(.ratio(Ratio(Int(running), over: Int(total))), unit: .fineShare),
      ])
    }
    return [
      .paragraph([
        .text("住宅客户大多只买一套，集中度本来就低：前 20% 的客户占 "),
        .value(
          Shown(
            .ratio(Ratio(Int(amounts.prefix(4).reduce(0, +)), over: Int(total))),
            unit: .fineShare, of: "concentration.customers.top20-share")),
        .text("，要 15 位客户才到 80%，基尼系数 "),
        .value(
          Shown(
            .portion(Rational(146, over: 1_000) ?? .zero), unit: .gini,
            of: "concentration.customers.gini")), .text("。"),
      ]),
      .chart(
        Chart(
          kind: .pareto, title: "客户净认购金额的集中度", description: "金额从大到小的累计占比，到 80% 处有标记。",
          table: Table(
            of: "concentration.customers.curve", title: "客户集中度",
            columns: [
              words("name", "客户"), number("amount", "净认购", "万元"), number("running", "累计占比"),
            ],
            rows: rows, cases: count(20, .customers)), values: ["amount", "running"])),
    ]
  }()

  private static let ranking = Table(
    of: "staff.ranking", title: "业务排行",
    columns: [
      number("rank", "名次"), words("name", "置业顾问"), number("visits", "来访"),
      number("first", "首访"), number("deals", "认购套"), number("amount", "金额", "万元"),
      number("conversion", "首访转化"),
    ],
    rows: [
      ("1", "王芳", 26, 19, (5, 2), 114_000, 5, 38), ("2", "李强", 24, 18, (2, 1), 90_550, 2, 18),
      ("2", "赵敏", 21, 15, (2, 1), 81_200, 2, 15), ("4", "陈立", 22, 17, (1, 2), 22_400, 0, 17),
    ].map { (row: (String, String, Int, Int, (Int, Int), Int64, Int, Int)) in
      Table.Row([
        Shown(.count(Int(row.0) ?? 0), unit: .rank), text(row.1), count(row.2), count(row.3),
        Shown(.portion(Rational(Int128(row.4.0), over: Int128(row.4.1)) ?? .zero), unit: .units),
        wan(row.5), rate(row.6, row.7),
      ])
    } + [
      Table.Row([
        missing(.tooFew), text("周一（新）"), count(9), count(4), count(0, .units), wan(0),
        missing(.tooFew),
      ])
    ], remarks: ["按净认购套数，并列同名次", "合作成交各计一半"])

  private static let results: [Block] = {
    func row(_ name: String, _ values: [Shown]) -> Table.Row { Table.Row([text(name)] + values) }
    let summary = Table(
      of: "deals.summary", title: "成果",
      columns: [
        words("name", "项目"), number("this", "本周"), number("previous", "上周"),
        Table.Column(key: "change", label: "增减", kind: .change), number("month", "本月"),
        number("year", "本年"), number("total", "累计"),
      ],
      rows: [
        row(
          "认购套数",
          [
            count(7, .units), count(5, .units), rate(2, 5, signed: true), count(21, .units),
            count(231, .units), count(302, .units),
          ]),
        row(
          "认购金额",
          [
            wan(339_010), wan(240_090), rate(98_920, 240_090, signed: true), wan(987_040),
            wan(11_080_000), wan(14_210_000),
          ]),
        row(
          "退房套数",
          [
            count(1, .units), count(0, .units), missing(.zeroDenominator), count(2, .units),
            count(9, .units), count(11, .units),
          ]),
      ])
    let targets = Table(
      of: "targets.summary", title: "指标完成",
      columns: [
        words("name", "指标"), number("actual", "完成"), number("target", "指标"),
        number("elapsed", "时间进度"),
      ],
      rows: [
        Table.Row([text("来访（组）"), count(412), count(500), rate(22, 30)]),
        Table.Row([text("认购套数（套）"), count(21, .units), count(30, .units), rate(22, 30)]),
        Table.Row([text("认购金额（万元）"), wan(987_040), wan(1_500_000), rate(22, 30)]),
        Table.Row([text("回款金额（万元）"), wan(602_000), missing(.noTarget), rate(22, 30)]),
      ])
    return [
      .paragraph([.text("四项里三项落后于时间进度。")]),
      .table(summary),
      .chart(
        Chart(
          kind: .bullet, title: "本月指标完成", description: "每条横线到指标为止，竖线为时间进度。", table: targets,
          values: ["actual", "target", "elapsed"])),
      .note(Note(level: .warning, text: [.text("回款金额没有设指标，不作完成率。")])),
    ]
  }()

  private static let unsigned = Table(
    of: "deals.unsigned", title: "未签约",
    columns: [words("room", "房号"), words("customer", "客户"), number("days", "已过", "天")], rows: [],
    emptyText: "没有未签约的认购")

  private static let tasks: [Block] = [
    .checklist(
      Checklist(
        title: "上周任务",
        items: [
          Checklist.Item([.text("电话邀约 120 组（赵敏）")], isDone: true),
          Checklist.Item([.text("中介门店巡访 12 家（李强）")], isDone: false),
          Checklist.Item([.text("样板间灯具更换")]), Checklist.Item([.text("周六活动签到表")]),
        ])),
    .timeline(
      Timeline(
        title: "节点",
        entries: [
          Timeline.Entry(
            when: Shown(.day(day(11, 28)), unit: .day), mark: "还有 6 天", text: "12 号楼取证",
            detail: "负责人 王芳"),
          Timeline.Entry(
            when: Shown(.day(day(12, 12)), unit: .day), mark: "T−20", text: "首次开盘"),
        ], emptyText: "没有节点")),
    .list(
      ItemList(
        title: "表扬",
        items: [
          [
            .text("王芳：认购 "), .value(Shown(.portion(Rational(5, over: 2) ?? .zero), unit: .units)),
            .text(" 套，第一"),
          ],
          [.text("赵敏：首访转化率 "), .value(rate(2, 15)), .text("，进步最多")],
        ], isNumbered: true, emptyText: "")),
  ]

  private static let proofs = [
    Proof(
      of: "visits.count", name: "来访", meaning: "本期来访的组数：同一客户同一天算一组。", shown: count(128),
      rows: (12...21).map { "来访11月.csv:\($0)" }, rowCount: 131),
    Proof(
      of: "visits.first", name: "首访", meaning: "本期首次来访的组数。", shown: count(94),
      rows: (12...16).map { "来访11月.csv:\($0)" }, rowCount: 94),
    Proof(
      of: "deals.units", name: "认购套数", meaning: "本期认购的套数，车位不计。", shown: count(7, .units),
      rows: [3, 9, 14, 57, 83, 90, 91].map { "成交台账.csv:\($0)" }, rowCount: 7),
    Proof(
      of: "visits.first-conversion", name: "首访转化率",
      meaning: "本期首访客户中，截至日前有有效认购且不早于来访当天的比例。", shown: rate(7, 94),
      rows: ["来访11月.csv:12", "来访11月.csv:19", "成交台账.csv:3"], rowCount: 101),
  ]
}

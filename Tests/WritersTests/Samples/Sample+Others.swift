import Documents
import Quantities

extension Sample {
  /// A launch: demand, heat board, price curve, minute plan, stations.
  static let launch: Document = {
    let demandRows: [(String, Int, Int, Int, Int, Int, String)] = [
      ("95㎡ 三房", 44, 118, 61, 44, 74, "热"), ("115㎡ 三房", 44, 57, 72, 44, 13, "平"),
      ("128㎡ 四房", 44, 31, 49, 31, -13, "冷"), ("143㎡ 四房", 20, 43, 18, 20, 23, "热"),
    ]
    let demand = Table(
      of: "launch.demand", title: "推筹比",
      columns: [
        words("name", "户型"), number("supply", "供应"), number("first", "首选"),
        number("second", "次选"), number("ratio", "推筹比"), number("expected", "预计成交"),
        Table.Column(key: "gap", label: "缺口", kind: .change), words("heat", "热度"),
      ],
      rows: demandRows.map { row in
        Table.Row([
          text(row.0), count(row.1, .units), count(row.2), count(row.3),
          Shown(.ratio(Ratio(row.2, over: row.1)), unit: .perOne), count(row.4, .units),
          difference(row.5, .units), text(row.6),
        ])
      },
      total: Table.Row(
        [
          Shown(.words(Words("合计", "Total")), unit: .text), count(152, .units), count(249),
          count(200), Shown(.ratio(Ratio(249, over: 152)), unit: .perOne), count(139, .units),
          difference(97, .units), missing(.notApplicable),
        ], kind: .total), remarks: ["首选按有效认筹，一户一张", "热 ≥ 2，平 ≥ 1，冷 < 1"])
    let rooms: [[Int?]] = [
      [1, nil, 0, nil, 2, 0, 3, 0], [1, nil, 0, nil, 1, 0, 2, 2], [2, 0, 1, 0, 0, 1, 1, 0],
      [3, 0, 0, 0, 1, 1, 3, 0], [4, 0, 0, 0, 3, 0, 4, 0], [2, 0, 0, 0, 2, 1, 3, 0],
    ]
    let states = ["无人选", "1 组", "2 组", "3 组以上", "保留"]
    let floors = rooms.enumerated().map { index, row in
      (
        label: "\(18 - index) 层",
        cells: row.enumerated().map { column, count -> Board.Cell? in
          let room = "\(18 - index)0\(column + 1)"
          guard let count else { return Board.Cell(label: room, state: "保留", level: 5) }
          return Board.Cell(
            label: room, state: states[min(count, 3)], level: min(count, 3),
            shown: Sample.count(count))
        }
      )
    }
    let board = Board(
      of: "launch.heat", title: "12 号楼首选张数",
      states: [
        ("无人选", 24), ("1 组", 9), ("2 组", 6), ("3 组以上", 5), ("未用", 0), ("保留", 4),
      ], buildings: [Board.Building(name: "12 号楼", floors: floors)], emptyText: "没有房源")
    let stock = Board(
      of: "stock.board", title: "销控",
      states: [("可售", 2), ("预留", 1), ("认购", 1), ("签约", 3)],
      buildings: [
        Board.Building(
          name: "3 号楼",
          floors: [
            (
              "2 层",
              [
                Board.Cell(label: "201", state: "签约", level: 3), nil,
                Board.Cell(label: "203", state: "可售", level: 0),
              ]
            ),
            (
              "1 层",
              [
                Board.Cell(label: "101", state: "认购", level: 2),
                Board.Cell(label: "102", state: "预留", level: 1),
                Board.Cell(label: "103", state: "可售", level: 0),
              ]
            ),
          ])
      ], emptyText: "没有房源")
    let prices = [96, 93, 88, 79, 71, 52, 41, 30, 19]
    let curve = Table(
      of: "launch.price-curve", title: "价格测试",
      columns: [number("price", "单价", "元/㎡"), number("share", "可接受")],
      rows: prices.enumerated().map { index, share in
        Table.Row([
          Shown(.money(Money(fen: Int64(3_600_000 + 50_000 * index))), unit: .pricePerArea),
          rate(share, 100),
        ])
      }, cases: count(231, .customers))
    let stations = Table(
      of: "launch.stations", title: "工位",
      columns: [
        words("zone", "环节"), number("rate", "组/时"), number("minutes", "每组", "分钟"),
        number("load", "负荷"), number("desks", "工位"), number("wait", "等待", "分钟"),
      ],
      rows: [
        Table.Row([
          text("签到"), count(187), count(2, .minutes),
          Shown(.ratio(Ratio(187, over: 30)), unit: .none, format: .decimal2), count(8, .none),
          Shown(.portion(Rational(42, over: 100) ?? .zero), unit: .minutes),
        ]),
        Table.Row([
          text("选房"), count(100), count(3, .minutes),
          Shown(.count(5), unit: .none, format: .decimal2), count(5, .none),
          missing(Absence("by-batch", Words("按批", "by batch")), .minutes),
        ]),
      ])
    func minute(_ hour: Int, _ minute: Int, _ text: String, _ detail: String = "") -> Timeline.Entry
    {
      Timeline.Entry(
        when: Shown(.clock(hour * 60 + minute), unit: .clock), text: text, detail: detail)
    }
    return Document(
      name: "launch", title: "开盘方案与流程", project: "云溪里", language: .chinese,
      period: Period(.day, from: day(12, 12), to: day(12, 12)), asOf: day(11, 22),
      isUnfinished: true, rules: ["推售 152 套，有效认筹 249 张"],
      alerts: [Alert(text: "128㎡ 四房首选 31 组，少于供应 44 套：冷，缺 13 组")],
      blocks: [
        .paragraph([
          .text("预计成交 "), .value(count(121, .units, of: "launch.forecast")),
          .text(" 套（A、B 级 80%，C 级 50%），去化 "), .value(share(121, 152)),
          .text("。按每批 5 组、每批 3 分钟，50 批 150 分钟，12:30 结束。"),
        ]),
        .section(Section(title: [.text("一、供需：推筹比")], blocks: [.table(demand)])),
        .section(
          Section(
            title: [.text("二、落点")],
            blocks: [
              .paragraph([.text("深色为热。1-01、4-01 中高层集中，0 的房源需引导。")]), .board(board), .board(stock),
            ])),
        .section(
          Section(
            title: [.text("三、价格测试")],
            blocks: [
              .chart(
                Chart(
                  kind: .line, title: "可接受单价的累计比例", description: "38,000 到 38,500 元/㎡ 之间最陡。",
                  table: curve, values: ["share"]))
            ])),
        .section(
          Section(
            title: [.text("四、开盘日分钟表")],
            blocks: [
              .timeline(
                Timeline(
                  title: "",
                  entries: [
                    minute(6, 30, "工作人员到岗", "124 人，名单见九"),
                    minute(7, 0, "点名、对讲机、断电切换、销控板与系统核对", "两人双签"),
                    minute(8, 0, "开门签到", "预计最忙半小时 187 组/时，8 台"), minute(10, 0, "第 1 批进场选房"),
                    minute(25, 30, "通宵对账"),
                  ], emptyText: ""))
            ])),
        .section(Section(title: [.text("五、工位")], blocks: [.table(stations)])),
      ], sources: sources)
  }()

  /// Rivals: small charts on one scale, ages, promotions.
  static let competitors: Document = {
    let projects = ["江畔一号", "都会里", "观澜府", "栖霞里", "中心城", "云溪里（本案）"]
    let sold: [[Int?]] = [
      [9, 7, 8, 6, 11, 14, 12, 9], [4, 5, 3, 6, 5, 4, 3, 3], [12, 10, 11, 9, 8, 8, 7, 7],
      [nil, nil, 6, 22, 13, 9, 8, 6], [2, 3, 2, 2, 3, 2, nil, nil], [5, 6, 4, 7, 6, 5, 5, 7],
    ]
    var rows: [Table.Row] = []
    for week in 0..<8 {
      for (index, name) in projects.enumerated() {
        let value = sold[index][week]
        rows.append(
          Table.Row([
            Shown(.day(day(9, 28) + 7 * week), unit: .day), text(name),
            value.map { count($0, .units) } ?? missing(.notRecorded, .units),
          ]))
      }
    }
    let prices = Table(
      of: "competitors.prices", title: "成交均价",
      columns: [words("week", "周")]
        + projects.prefix(4).enumerated().map { number("p\($0)", $1, "元/㎡") },
      rows: (0..<8).map { week in
        Table.Row(
          [Shown(.day(day(9, 28) + 7 * week), unit: .day)]
            + [37_900, 39_200, 35_600, 38_300].enumerated().map { index, base in
              Shown(
                .money(Money(fen: Int64(base - 150 * week + index * 40 * week) * 100)),
                unit: .pricePerArea)
            })
      })
    return Document(
      name: "competitors", title: "竞品分析：江畔一号降价之后", project: "云溪里", language: .chinese,
      period: week, asOf: day(11, 22), audience: .manager,
      alerts: [
        Alert(
          text: "观澜府 11-17 的均价有 34,200（市调）与 35,600（口头）两个",
          places: ["竞品.csv:88", "竞品.csv:91", "竞品旧.csv:4"]),
        Alert(text: "中心城已 17 天没有新消息，不作判断"),
      ],
      blocks: [
        .section(
          Section(
            title: [.text("一、近八周成交")],
            blocks: [
              .paragraph([.text("同一刻度；— 为没有记录，不是 0")]),
              .chart(
                Chart(
                  kind: .columns, title: "近八周成交套数", description: "栖霞里加推当周 22 套，为各家最高。",
                  table: Table(
                    of: "competitors.sold", title: "近八周成交",
                    columns: [
                      words("week", "周"), words("project", "项目"), number("sold", "成交", "套"),
                    ],
                    rows: rows), values: ["sold"])),
            ])),
        .section(
          Section(
            title: [.text("二、价格")],
            blocks: [
              .chart(
                Chart(
                  kind: .line, title: "成交均价", description: "四家同降，江畔一号最多。", table: prices,
                  values: ["p0", "p1", "p2", "p3"]))
            ])),
        .section(
          Section(
            title: [.text("三、应对")],
            blocks: [
              .fill(
                Fill(
                  slot: "measures", title: "措施",
                  paragraphs: ["全款折扣不跟，改送车位券。", "老业主到访礼加一份，周五前到位。"], lines: 4))
            ])),
      ], sources: sources)
  }()

  /// Every kind of chart, once each.
  static let charts: Document = {
    let long = "云溪里二期滨江组团高层景观楼王南向四房两厅三卫带独立电梯厅及双阳台赠送面积大户型样板间"
    let bars = Table(
      of: "visits.by-district", title: "居住区域",
      columns: [words("name", "区域"), number("visits", "来访"), number("deals", "认购")],
      rows: [
        Table.Row([text("滨江区"), count(48), count(4)]),
        Table.Row([text(long), count(21), count(1)]),
        Table.Row([text("高新区"), count(17), count(0)]),
        Table.Row([text("未填"), count(3), missing(.notRecorded)]),
      ])
    let funnel = Table(
      of: "launch.funnel", title: "漏斗",
      columns: [words("step", "步骤"), number("count", "客户"), number("rate", "转下一步")],
      rows: [
        Table.Row([text("来电"), count(312), missing(.notApplicable)]),
        Table.Row([text("首访"), count(128), rate(128, 312)]),
        Table.Row([text("认购"), count(9), rate(9, 128)]),
        Table.Row([text("签约"), count(0), rate(0, 9)]),
      ])
    let hours = Table(
      of: "visits.by-hour", title: "来访时段",
      columns: [words("weekday", "星期"), words("hour", "时"), number("visits", "来访")],
      rows: ["周一", "周六", "周日"].enumerated().flatMap { row, weekday in
        (9..<19).map { hour in
          Table.Row([text(weekday), text("\(hour) 时"), count((hour * 7 + row * 5) % 11 * row)])
        }
      })
    let staff = Table(
      of: "staff.ranking", title: "来访与认购",
      columns: [words("name", "顾问"), number("visits", "来访"), number("amount", "金额", "万元")],
      rows: [
        ("王芳", 26, 114_000), ("李强", 24, 90_550), ("赵敏", 21, 81_200), ("陈立", 22, 22_400),
        ("周一", 9, 0),
      ].map { (row: (String, Int, Int64)) in Table.Row([text(row.0), count(row.1), wan(row.2)]) })
    let stages = Table(
      of: "milestones.due", title: "节点",
      columns: [words("name", "节点"), words("from", "开始"), words("to", "结束")],
      rows: [
        Table.Row([
          text("样板间开放"), Shown(.day(day(10, 1)), unit: .day), Shown(.day(day(10, 8)), unit: .day),
        ]),
        Table.Row([
          text("认筹"), Shown(.day(day(10, 20)), unit: .day), Shown(.day(day(12, 8)), unit: .day),
        ]),
        Table.Row([text("首次开盘"), Shown(.day(day(12, 12)), unit: .day), missing(.notRecorded)]),
        Table.Row([text(long), missing(.notRecorded), missing(.notRecorded)]),
      ])
    let net = Table(
      of: "net.weekly", title: "净认购",
      columns: [words("week", "周"), number("net", "净认购", "套")],
      rows: [4, -2, 0, 7, -1].enumerated().map { index, value in
        Table.Row([text("第 \(index + 40) 周"), count(value, .units)])
      })
    let month = Table(
      of: "visits.daily", title: "每日来访",
      columns: [words("day", "日期"), number("visits", "来访"), number("calls", "来电")],
      rows: (0..<30).map { index in
        Table.Row([
          Shown(.day(day(11, 1) + index), unit: .day), count((index * 37) % 29 + 4),
          count((index * 53) % 23 + 2),
        ])
      })
    func section(_ title: String, _ kind: Chart.Kind, _ table: Table, _ values: [String]) -> Block {
      .section(
        Section(
          title: [.text(title)],
          blocks: [
            .chart(
              Chart(kind: kind, title: table.title, description: "", table: table, values: values))
          ]))
    }
    return Document(
      name: "charts", title: "图样", project: "云溪里", language: .chinese,
      period: Period(.month, from: day(11, 1), to: day(11, 30)), asOf: day(11, 22),
      isUnfinished: true,
      blocks: [
        section("条形", .bar, bars, ["visits", "deals"]),
        section("漏斗", .funnel, funnel, ["count", "rate"]),
        section("时段", .heat, hours, ["visits"]),
        section("散点", .scatter, staff, ["visits", "amount"]),
        section("工期", .timeline, stages, ["from", "to"]), section("正负", .columns, net, ["net"]),
        section("负条", .bar, net, ["net"]), section("一月", .columns, month, ["visits", "calls"]),
        section("两线", .line, month, ["visits", "calls"]),
        section("一线", .line, net, ["net"]),
      ], sources: [])
  }()

  /// Tables of many columns, as on the manager's desk.
  static let wide: Document = {
    func ranking(_ columns: Int, _ rows: Int) -> Block {
      let names = [
        "来电", "来访", "首访", "认购套数", "认购金额", "签约套数", "签约金额", "回款金额", "首访转化率", "跟进及时率", "指标完成率", "退房套数",
        "较上周", "备注说明",
      ]
      let heads =
        [number("rank", "名次"), words("name", "置业顾问")]
        + (0..<columns).map { number("c\($0)", names[$0 % names.count], $0 % 5 == 4 ? "万元" : "") }
      return .table(
        Table(
          of: "staff.ranking", title: "排行 \(columns) 列", columns: heads,
          rows: (0..<rows).map { row in
            Table.Row(
              [Shown(.count(row + 1), unit: .rank), text("置业顾问\(row)")]
                + (0..<columns).map {
                  $0 % 5 == 4
                    ? wan(Int64(1_234_567 + row)) : $0 % 5 == 3 ? rate(row, 41) : count(row * $0)
                })
          }))
    }
    let notes = Table(
      of: "audit.hits", title: "录入审核",
      columns: [
        words("file", "文件"), words("rule", "规则"), words("note", "说明"), words("staff", "责任人"),
        number("days", "已过", "天"),
      ],
      rows: (0..<70).map { index in
        Table.Row([
          text("来访11月.csv:\(index * 7 + 2)"), text("同一电话在两位顾问名下"),
          text("张** 138****0001 在 2026-11-\(index % 20 + 1) 由王芳登记为首访，三天后又由李强登记为首访，请核对先后"),
          text("王芳、李强"), count(index, .days),
        ])
      })
    return Document(
      name: "appraisal", title: "考评", project: "云溪里", language: .chinese, period: week,
      asOf: day(11, 22), audience: .manager,
      blocks: [
        .section(
          Section(title: [.text("一、排行")], blocks: [ranking(8, 4), ranking(11, 6), ranking(16, 5)])),
        .section(Section(title: [.text("二、审核")], blocks: [.table(notes)])),
      ], sources: sources)
  }()

  /// A period without any record.
  static let empty = Document(
    name: "daily", title: "来电来访成交日报", project: "", language: .chinese,
    period: Period(.day, from: day(11, 22), to: day(11, 22)), asOf: day(11, 22),
    blocks: [
      .section(
        Section(
          title: [.text("一、来访")],
          blocks: [
            .paragraph([.text("本日没有记录，资料从 2026-01-01 到 2026-11-20。")]),
            .chart(
              Chart(
                kind: .columns, title: "每日来访", description: "",
                table: Table(
                  title: "每日来访", columns: [words("day", "日期"), number("visits", "来访")], rows: [],
                  emptyText: "本日没有来访"), values: ["visits"])),
            .list(ItemList(title: "名单", items: [], isNumbered: false, emptyText: "没有名单")),
          ]))
    ])

  static let english: Document = {
    var document = weekly
    document.language = .english
    document.title = "Yunxili weekly report"
    document.project = "Yunxili"
    document.audience = .manager
    document.orientation = .landscape
    return document
  }()
}

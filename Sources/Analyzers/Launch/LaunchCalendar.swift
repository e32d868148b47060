import Quantities

/// The days before and after a launch on which something is due (T is the launch day).
enum LaunchCalendar {
  struct Step {
    /// Days after the launch; negative before it.
    let from: Int
    let to: Int
    let what: Words
    let figures: Words

    fileprivate init(_ from: Int, _ to: Int, _ what: Words, _ figures: Words) {
      self.from = from
      self.to = to
      self.what = what
      self.figures = figures
    }
  }

  /// "T−60…−45", "T", "T+1…+7".
  static func label(_ step: Step) -> String {
    func signed(_ day: Int) -> String { day < 0 ? "−\(-day)" : "+\(day)" }
    if step.from == 0 { return "T" }
    return "T" + signed(step.from) + (step.to == step.from ? "" : "…" + signed(step.to))
  }

  static let steps: [Step] = [
    Step(
      -60, -45, Words("定目标、范围和选房方式，推广启动", "target, scope and way of choosing; advertising begins"),
      Words("指标、所需认筹＝目标÷解筹率", "targets; cards needed = target / conversion")),
    Step(
      -32, -32, Words("开始认筹（或免费登记）", "cards open"),
      Words("每日认筹、每卡费用", "cards a day, cost of a card")),
    Step(
      -30, -30, Words("人员、场地、供应商清单", "staff, place and suppliers listed"),
      Words("岗位人数、物料数量", "staffing, materials")),
    Step(
      -21, -21, Words("第一轮客户落点和价格测试", "first placement and price test"),
      Words("推筹比、价格曲线", "demand, price curve")),
    Step(
      -14, -14, Words("公布推售范围和房号", "release list and unit numbers published"),
      Words("各户型推筹比", "demand of each layout")),
    Step(
      -10, -10, Words("升级、登记截止，名单冻结", "registration closes, lists frozen"),
      Words("重复卡、缺资料", "duplicate cards, missing papers")),
    Step(
      -7, -7, Words("价格表、一户一价测算、资格核验", "price list, individual calculations, qualification"),
      Words("第二轮价格曲线、成交预测", "second price curve, forecast")),
    Step(
      -5, -5, Words("桌位、批次、值班表和印刷定稿", "tables, batches, duty roster and prints final"),
      Words("批次、各号时刻、工位等待", "batches, clock, waits")),
    Step(
      -4, -3, Words("物料进场，棚架、系统测试", "goods in, tents and systems tested"),
      Words("物料到位率", "materials ready")),
    Step(
      -3, -1, Words("三次演练，逐卡通知到场", "three rehearsals, a call to every card"),
      Words("到场预测、通知率", "expected arrivals, contact rate")),
    Step(0, 0, Words("开盘", "launch"), Words("每15分钟进度、去化", "pace per 15 minutes, sell-through")),
    Step(
      0, 0, Words("当晚：战报、未成交名单、回访分工", "that evening: results, who did not buy, call-backs"),
      Words("各户型结果、预测误差", "results by layout, forecast error")),
    Step(
      1, 7, Words("签约、回访未成交、第二次定价", "signing, calls to those who did not buy, second price"),
      Words("认购转签约率、退房率、逾期未签", "sign rate, cancellations, overdue")),
  ]
}

/// What may go wrong on the day, and who does what first.
enum LaunchContingency {
  struct Event {
    let event: Words
    let trigger: Words
    let action: Words
    let post: Words
  }

  /// `seats` as the settings count them; without them one for each party.
  static func list(parties: Int, seats: Int?, homes: Int) -> [Event] {
    let half = (homes + 1) / 2
    let full = Words(
      seats.map { "到场超过\($0)个座位" } ?? "到场超过\(parties)组的座位",
      seats.map { "more people than \($0) seats" } ?? "more than \(parties) parties to seat")
    return [
      event(
        "人数超预期", "more people than expected", full.chinese, full.english,
        "开启备用等候区，按批放行", "open the second waiting area, admit by batch", "总控", "control"),
      event(
        "人数不足", "too few people", "到场少于\(half)组（房源的一半）",
        "fewer than \(half) parties (half of the homes)",
        "放慢批次，现场补位", "slow the batches, fill the hall", "总控", "control"),
      event(
        "一房两卖", "one home sold twice", "同一房号两张确认单", "two slips for one home",
        "冻结该房，先看时间戳，经理裁定", "freeze the home, earliest slip first, the manager decides", "销控",
        "sales control"),
      event(
        "系统、网络或停电", "system, network or power fails", "销控系统五分钟无响应", "no answer for five minutes",
        "以纸质销控板为准继续", "the paper board leads", "销控", "sales control"),
      event(
        "收款设备故障", "payment terminals fail", "任一台不能刷卡", "one terminal fails", "换备用机，改转账",
        "use the spare one, or transfer", "财务", "cashier"),
      event(
        "价格表错误", "error in the price list", "价格与系统不一致", "list and system disagree",
        "停一批，核对后公布", "stop one batch, check, announce", "总控", "control"),
      event(
        "热门户型售罄", "a hot layout sells out", "余量为零而首选未完", "none left while first choices wait",
        "播报余量，启用次选说辞", "announce what is left, offer second choices", "唱号主持", "host"),
      event(
        "叫号未到", "called and absent", "叫号三次无应答", "three calls without answer", "排到队尾",
        "to the end of the line",
        "唱号主持", "host"),
      event(
        "忘带或遗失认筹卡", "card forgotten or lost", "验卡不符", "the card does not match", "补卡处核身份补发",
        "identity check and a new card", "应急补卡", "lost cards"),
      event(
        "配偶缺席", "spouse absent", "资料不全", "papers incomplete", "出示书面委托，否则改签",
        "written proxy, else later",
        "复核", "final check"),
      event(
        "冷场", "a cold start", "首批成交不足半数", "under half of the first batch buys", "A级客户提前",
        "level A customers first",
        "总控", "control"),
      event(
        "客户争执", "a dispute", "大声争执或围观", "loud dispute", "引至单独房间，专人接待",
        "to a separate room, one person in charge",
        "总控", "control"),
      event(
        "所选房源已被选", "the chosen home is gone", "销控已封该房", "sales control has closed it",
        "当场重选，房源余量摆在面前", "choose again at once, with what is left in view", "销控", "sales control"),
      event(
        "客户弃选", "a customer gives up", "选定后不交款", "chosen and not paid", "收回确认单，房源放回",
        "take the slip back, free the home", "销控", "sales control"),
      event(
        "集体弃选", "several give up together", "同一批过半放弃", "more than half of a batch gives up",
        "停一批，问明原因，经理定口径", "stop one batch, ask why, the manager decides what is said", "总控",
        "control"),
      event(
        "媒体到场", "reporters come", "未约的采访或拍摄", "interviews or cameras not agreed", "请到接待室，只由发言人答复",
        "to a room of their own, the spokesman alone answers", "总控", "control"),
      event(
        "中介混入", "brokers in the hall", "在客户区揽客或换号", "canvassing or trading of numbers",
        "请离客户区，所持号核验",
        "out of the customers' area, their numbers checked", "引导", "guides"),
      event(
        "儿童走失", "a child is lost", "家长报告", "a parent reports it", "守住出口，广播，专人陪同",
        "watch the exits, call out, stay with the parent",
        "引导", "guides"),
      event(
        "领导或公证迟到", "notary or officials late", "摇号前未到", "not there before the ballot",
        "先讲规则，顺延并公布新时刻",
        "explain the rules, announce the new time", "唱号主持", "host"),
      event(
        "急病、火警、天气", "illness, fire, weather", "任何人身危险", "any danger to people", "先救人，按通道疏散",
        "people first, clear by the routes", "应急补卡", "emergencies"),
    ]
  }

  private static func event(
    _ a: String, _ b: String, _ c: String, _ d: String, _ e: String, _ f: String, _ g: String,
    _ h: String
  ) -> Event {
    Event(
      event: Words(a, b), trigger: Words(c, d), action: Words(e, f), post: Words(g, h))
  }
}

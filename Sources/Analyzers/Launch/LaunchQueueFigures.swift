import Facts
import Quantities
import Records

/// 选房批次、钟点和工位: who is called when, and how many desks it takes.
enum LaunchQueueFigures {
  static let analyzers = [batches, clock, duration, stations]

  static let batches = Analyzer(
    FigureDefinition(
      "launch.batches", Words("选房批次", "Batches"),
      Words(
        "有效认筹按号序每批 k 组、每批 m 分钟，共 ⌈N/k⌉ 批；候场＝N 减去此前各批已叫的号（签到在选房前完成）",
        "valid cards in the order of their numbers, k a batch, m minutes each; waiting: N less those "
          + "called before, all having signed in before choosing begins"),
      unit: .none, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("batch", Words("批次", "Batch"), .rank),
        FigureColumn("clock", Words("时刻", "Time"), .clock),
        FigureColumn("from", Words("起", "From"), .text),
        FigureColumn("to", Words("止", "To"), .text),
        FigureColumn("waiting", Words("此前候场", "Waiting until then"), .customers),
      ], source: "field practice: 3.4, duration ⌈N/k⌉·m; queue = arrivals − served"),
    unless: { LaunchDemandFigures.absence($0) }
  ) { analysis, _ in
    let plan = BatchPlan(analysis)
    let cards = analysis.launchCards
    let rows = (0..<plan.batches).map { batch in
      let members = Array(
        cards.valid[batch * plan.size..<min(cards.valid.count, (batch + 1) * plan.size)])
      return FactTable.Row(
        [
          .count(batch + 1), .clock(plan.start + batch * plan.minutes),
          .typed(members.first?.number ?? ""), .typed(members.last?.number ?? ""),
          .count(cards.valid.count - batch * plan.size),
        ], lineage: cards.lineage(members))
    }
    return Fact(
      FactTable(rows: rows, cases: cards.valid.count), lineage: cards.lineage(cards.valid),
      remarks: [plan.words])
  }

  static let clock = Analyzer(
    FigureDefinition(
      "launch.clock", Words("各号选房时刻", "Each card's time"),
      Words(
        "第 r 号的时刻＝开始＋⌊(r−1)/k⌋×m 分钟", "time of the r-th card = start + ⌊(r − 1)/k⌋ × m minutes"),
      unit: .clock, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("card", Words("认筹编号", "Card"), .text),
        FigureColumn("clock", Words("时刻", "Time"), .clock),
      ], source: "field practice: 3.4, clock for each number"),
    unless: { LaunchDemandFigures.absence($0) }
  ) { analysis, _ in
    let plan = BatchPlan(analysis)
    let cards = analysis.launchCards
    let rows = cards.valid.enumerated().map { rank, card in
      FactTable.Row(
        [.typed(card.number), .clock(plan.start + rank / plan.size * plan.minutes)],
        lineage: cards.lineage([card]))
    }
    return Fact(
      FactTable(rows: rows, cases: rows.count), lineage: cards.lineage(cards.valid),
      remarks: [plan.words])
  }

  static let duration = Analyzer(
    FigureDefinition(
      "launch.duration", Words("选房总时长", "Duration of choosing"),
      Words("⌈N/k⌉×m 分钟", "⌈N/k⌉ × m minutes"), unit: .minutes, scopes: .toDate,
      source: "field practice: 3.4"),
    unless: { LaunchDemandFigures.absence($0) }
  ) { analysis, _ in
    let plan = BatchPlan(analysis)
    return Fact(
      .count(plan.batches * plan.minutes),
      lineage: analysis.launchCards.lineage(analysis.launchCards.valid), remarks: [plan.words])
  }

  static let stations = Analyzer(
    FigureDefinition(
      "launch.stations", Words("工位", "Desks"),
      Words(
        "各区的负荷 a＝λs/60、计划工位 ⌈a/0.8⌉ 和爱尔朗C公式的平均等待；写明现有工位的按现有工位算",
        "load a = λs/60 of each zone, planned desks ⌈a/0.8⌉ and the mean wait by Erlang's formula C, "
          + "with the desks that are there where they are said"
      ),
      unit: .none, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("zone", Words("区域", "Zone"), .text),
        FigureColumn("arrivals", Words("每小时到达", "Arrivals an hour"), .none),
        FigureColumn("minutes", Words("每位用时", "Minutes each"), .minutes),
        FigureColumn("load", Words("负荷", "Load"), .index),
        FigureColumn("planned", Words("计划工位", "Desks"), .none),
        FigureColumn("wait", Words("平均等待", "Mean wait"), .minutes),
      ], source: "queueing theory: Erlang C, mean wait C·s/(c − a)")
  ) { analysis, _ in
    let stations = analysis.office.settings.stations
    guard !stations.isEmpty else {
      return Fact(FactTable(rows: [], absence: .noStations))
    }
    let rows = stations.map { station in
      let line = WaitingLine(arrivalsPerHour: station.arrivalsPerHour, minutes: station.minutes)
      let desks = line.plannedDesks
      return FactTable.Row([
        .text(station.zone), .exact(station.arrivalsPerHour), .exact(station.minutes),
        .exact(line.load), .count(desks),
        line.meanWait(desks: station.desks ?? desks).map { .exact($0) }
          ?? .words(Words("不足", "not enough")),
      ])
    }
    return Fact(FactTable(rows: rows))
  }
}

/// The batches of the choosing: N parties, k at once, m minutes each.
struct BatchPlan {
  let parties: Int
  let size: Int
  let minutes: Int
  /// Minutes after midnight.
  let start: Int

  init(parties: Int, size: Int, minutes: Int, start: Int) {
    self.parties = parties
    self.size = max(1, size)
    self.minutes = max(0, minutes)
    self.start = start
  }

  init(_ analysis: Analysis) {
    let settings = analysis.office.settings
    self.init(
      parties: analysis.launchCards.valid.count, size: settings.batchSize,
      minutes: settings.batchMinutes, start: settings.choosingStart)
  }

  /// ⌈N/k⌉.
  var batches: Int { (parties + size - 1) / size }

  /// When the last batch has chosen, minutes after midnight.
  var end: Int { start + batches * minutes }

  /// The plan in one line.
  var words: Words {
    Words(
      "\(parties)组，每批\(size)组\(minutes)分钟：\(batches)批，\(batches * minutes)分钟",
      "\(parties) parties, \(size) a batch, \(minutes) minutes each: \(batches) batches, "
        + "\(batches * minutes) minutes")
  }
}

extension Absence {
  /// The settings name no zone.
  static let noStations = Absence(
    "no-stations", Words("未设工位", "no zones in the settings"))
}

import Facts
import Quantities
import Records

/// 来访明细: every party of the period, for the meeting in the evening.
enum VisitList {
  static let analyzers = [list]

  static let list = Analyzer(
    FigureDefinition(
      "visits.list", Words("来访明细", "Visitors"),
      Words(
        "本期每一组来访：首访或复访、渠道、意向、未购原因，以及当日有没有认购",
        "every visiting party of the period with channel, wishes, objections and what it bought that day"
      ),
      unit: .parties, shape: .list,
      columns: [
        .customer, FigureColumn("times", Words("首/复", "First or return"), .text),
        FigureColumn("channel", Words("渠道", "Channel"), .text),
        FigureColumn("layout", Words("意向户型", "Layout"), .text),
        FigureColumn("level", Words("等级", "Level"), .text),
        FigureColumn("objection", Words("未购原因", "Objections"), .text),
        FigureColumn("bought", Words("当日认购", "Bought that day"), .text), .staff,
        FigureColumn("day", Words("日期", "Day"), .day),
      ], source: "field practice: D02, each visitor won or lost and why"),
    of: [.visits]
  ) { analysis, window in
    let (office, parties) = (analysis.office, analysis.office.parties)
    let visits = analysis.parties(in: window)
    let channel = PartyColumn(.channel, office)
    let (layout, level) = (PartyColumn(.layout, office), PartyColumn(.level, office))
    let (objection, staff) = (PartyColumn(.objection, office), PartyColumn(.staff, office))
    var bought: [Int32: [Deal]] = [:]
    for item in analysis.deals(.subscribed, in: window).items {
      let deal = office.deals[Int(item)]
      bought[deal.customer, default: []].append(deal)
    }
    func source(_ party: Int) -> SourceRow {
      parties.rows(of: party).first.map { office.visits.source(Int($0)) }
        ?? SourceRow(file: 0, line: 0)
    }
    let order = visits.items.map(Int.init).sorted { a, b in
      parties.day[a] != parties.day[b]
        ? parties.day[a] < parties.day[b] : source(a) < source(b)
    }
    let rows = order.map { party in
      let customer = parties.customer[party]
      let rooms = (bought[customer] ?? [])
        .filter { $0.subscribed == parties.day[party] }.map { office.lexicon[$0.room] }
      return FactTable.Row(
        [
          .text(analysis.customerNames.name(of: customer)),
          .words(parties.isFirst(party) ? Words("首访", "first") : Words("复访", "return")),
          .word(channel.word(party), office.lexicon), .word(layout.word(party), office.lexicon),
          .word(level.word(party), office.lexicon),
          .typed(objection.words(party).map { office.lexicon[$0] }.joined(separator: "、")),
          .typed(rooms.joined(separator: "、")), .names(staff.list(party), office.lexicon),
          .day(CalendarDay(number: parties.day[party])),
        ],
        lineage: Selection(house: analysis.house, thing: .parties, items: [Int32(party)]).lineage)
    }
    return Fact(FactTable(rows: rows), lineage: visits.lineage)
  }
}

import Facts
import Quantities
import Records

/// 来访分析: visits by the words of a field, with the first visits and the subscriptions of buyers
/// with the same word.
enum VisitBreakdowns {
  static let analyzers: [Analyzer] = VisitField.all.map(analyzer)

  private static func analyzer(_ field: VisitField) -> Analyzer {
    let isChannel = field.key == VisitField.channel.key
    return Analyzer(
      FigureDefinition(
        "visits.by-\(field.key)",
        Words("来访按\(field.name.chinese)", "Visits by \(field.name.english)"),
        Words(
          "本期来访按\(field.name.chinese)分组，未填自成一行；\(field.key == "budget-band" ? "每50万一段，区间取中点，“以下”算低一段，没有单位的数小于1万按万元，认不出的归“其他写法”；" : "")认购套数按\(isChannel ? "成交的渠道" : "认购客户的同一属性")计",
          "visits of the period by \(field.name.english), unfilled is a row; subscribed units by "
            + (isChannel ? "the deal's channel" : "the same attribute of the buyer")),
        unit: .parties, shape: .table,
        columns: [
          .name, .count(Words("来访", "Visits"), .parties), .share, .previous(.parties), .change,
          .first, .deals,
        ] + (isChannel ? [.calls, .amount] : []),
        source: "field practice: F25 and customer analyses; fine points 9, 18, 19, 51, 72"),
      of: [.visits]
    ) { analysis, window, scope in
      breakdown(field, analysis.office, isChannel).fact(analysis, window, scope)
    }
  }

  private static func breakdown(
    _ field: VisitField, _ office: SalesOffice, _ isChannel: Bool
  ) -> Breakdown {
    let reading = field.reading(office)
    let keys = reading.keys
    let dealKeys =
      isChannel ? DealCategories.channelKeys(office) : field.buyerKeys(office, reading)
    var measures = [
      Breakdown.Measure("count", .visits, select: { $0.parties(in: $1) }, keys: keys),
      Breakdown.Measure("first", .visits, select: { $0.firstParties(in: $1) }, keys: keys),
      Breakdown.Measure(
        "deals", .deals, select: { $0.deals(.subscribed, in: $1) }, keys: dealKeys),
    ]
    for index in 0..<2 { measures[index].single = reading.single }
    if isChannel {
      measures.append(
        Breakdown.Measure(
          "calls", .calls, select: { $0.calls(in: $1) }, keys: CallBreakdowns.keys(office)))
      measures.append(
        Breakdown.Measure(
          "amount", .deals, select: { $0.deals(.subscribed, in: $1) },
          weight: { DealCategories.fen(office.deals[$0]) }, keys: dealKeys))
    }
    return Breakdown(field.categories(office), measures, remarks: field.remarks(office))
  }
}

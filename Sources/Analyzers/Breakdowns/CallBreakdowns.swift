import Facts
import Quantities
import Records

/// 来电按认知途径.
enum CallBreakdowns {
  static let analyzers: [Analyzer] = [byChannel]

  static let byChannel = Analyzer(
    FigureDefinition(
      "calls.by-channel", Words("来电按认知途径", "Calls by channel"),
      Words("本期来电按认知途径分组，未填自成一行", "calls of the period by channel, unfilled is a row"),
      unit: .calls, shape: .table,
      columns: [
        .name, .count(Words("来电", "Calls"), .calls), .share, .previous(.calls), .change,
      ], source: "field practice: F25 for calls"),
    of: [.calls]
  ) { analysis, window, scope in
    let office = analysis.office
    return Breakdown(
      Categories(words: office.lexicon),
      [Breakdown.Measure("count", .calls, select: { $0.calls(in: $1) }, keys: keys(office))]
    ).fact(analysis, window, scope)
  }

  /// The channel of a call.
  static func keys(_ office: SalesOffice) -> @Sendable (Int, (Int) -> Void) -> Void {
    let channels = office.calls.symbols(.channel)
    return { row, body in body(row < channels.count ? Int(channels[row].number) : 0) }
  }
}

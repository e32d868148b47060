import Facts
import Quantities
import Records

/// 成交汇总: the headline figures of deals and receipts side by side in all periods.
enum DealSummary {
  static let analyzers: [Analyzer] = [summary]

  private static let lines: [(name: Words, figure: String)] = [
    (Words("认购套数", "Subscribed units"), "deals.units"),
    (Words("认购金额", "Subscribed amount"), "deals.amount"),
    (Words("签约套数", "Signed units"), "signed.units"),
    (Words("签约金额", "Signed amount"), "signed.amount"),
    (Words("退房套数", "Cancelled units"), "cancelled.units"),
    (Words("退房金额", "Cancelled amount"), "cancelled.amount"),
    (Words("净认购套数", "Net units"), "net.units"),
    (Words("净认购金额", "Net amount"), "net.amount"),
    (Words("回款", "Receipts"), "receipts.amount"),
  ]

  static let summary = Analyzer(
    FigureDefinition(
      "deals.summary", Words("成交汇总", "Summary of deals"),
      Words(
        "认购、签约、退房、净认购和回款的本期、上期、环比、本月、本年和累计",
        "subscribed, signed, cancelled, net and receipts: period, previous, change, month, year, total"
      ),
      unit: .none, shape: .table, scopes: .own,
      columns: [
        .name, FigureColumn("period", Words("本期", "Period"), .none), .previous(.none), .change,
        FigureColumn("month", Words("本月", "Month"), .none),
        FigureColumn("year", Words("本年", "Year"), .none),
        FigureColumn("total", Words("累计", "Total"), .none),
      ], source: "field practice: F14–F16, periods side by side")
  ) { analysis, _ in
    let office = analysis.office
    guard office.has(.deals) || office[.deals].count > 0 else {
      return .absent(.noFile(RecordKind.deals.words), .table)
    }
    let rows = lines.map { line in
      let value = analysis.value(line.figure)
      let previous = analysis.value(line.figure, .previous)
      return FactTable.Row(
        [
          .words(line.name), value, previous, CellChange.of(value, from: previous),
          analysis.value(line.figure, .month), analysis.value(line.figure, .year),
          analysis.value(line.figure, .total),
        ], lineage: analysis.fact(FigureKey(line.figure, .total)).lineage)
    }
    return Fact(FactTable(rows: rows), lineage: .union(rows.map(\.lineage)))
  }
}

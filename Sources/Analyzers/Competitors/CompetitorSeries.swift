import Facts
import Quantities
import Records

/// 竞品价格与成交走势: week by week; a week without a row is "—", never zero.
enum CompetitorSeries {
  static let analyzers = [prices, sold]

  /// Weeks shown at least, and at most, the last counted day's included.
  private static let (fewest, most) = (12, 53)

  static let prices = series(
    "prices", Words("竞品价格走势", "Prices of competitors"),
    Words(
      "近\(fewest)周（时段更长时整段，至多\(most)周）各竞品每周最后一次的成交均价，没有调查的周为空",
      "each rival's last price of each of the last \(fewest) weeks, or of a longer period's, at most \(most); empty where not surveyed"
    ),
    column: FigureColumn("price", Words("成交均价", "Price"), .pricePerArea)
  ) { CompetitorNotes.price(ofLastDayIn: $0) }

  static let sold = series(
    "sold", Words("竞品成交走势", "Sales of competitors"),
    Words(
      "近\(fewest)周（时段更长时整段，至多\(most)周）各竞品每周成交套数之和，没有调查的周为空",
      "what each rival sold in each of the last \(fewest) weeks, or of a longer period's, at most \(most); empty where not surveyed"
    ),
    column: FigureColumn("sold", Words("成交套数", "Sold"), .units)
  ) { notes in
    let sold = notes.compactMap(\.sold)
    return sold.isEmpty ? nil : .count(sold.reduce(0, +))
  }

  private static func series(
    _ id: String, _ name: Words, _ meaning: Words, column: FigureColumn,
    value: @escaping @Sendable ([CompetitorNotes.Note]) -> Value?
  ) -> Analyzer {
    Analyzer(
      FigureDefinition(
        "competitors.\(id)", name, meaning, unit: column.unit, shape: .grid, scopes: .toDate,
        columns: [
          FigureColumn("week", Words("周（首日）", "Week from"), .day),
          FigureColumn("project", Words("竞品项目", "Project"), .text), column,
        ], source: "field practice: F29; a missing week is never interpolated")
    ) { analysis, _ in
      if let absence = analysis.absence(of: [.competitors], in: analysis.windows[.total]) {
        return Fact(FactTable(rows: [], absence: absence))
      }
      let notes = analysis.competitorNotes
      let last = notes.week(of: analysis.day)
      var rows: [FactTable.Row] = []
      var used: [CompetitorNotes.Note] = []
      let first = notes.week(of: min(analysis.windows[.this].from, analysis.day))
      let weeks = min(most, max(fewest, (last - first) / 7 + 1))
      for back in (0..<weeks).reversed() {
        let week = last - 7 * back
        for project in notes.projects {
          let ofWeek = project.notes.filter { notes.week(of: $0.day) == week }
          used += ofWeek
          rows.append(
            FactTable.Row(
              [
                .day(week), .text(analysis.office.lexicon[project.name]),
                value(ofWeek) ?? .missing(.notRecorded),
              ], lineage: notes.lineage(ofWeek)))
        }
      }
      return Fact(FactTable(rows: rows), lineage: notes.lineage(used))
    }
  }
}

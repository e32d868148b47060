import Facts
import Quantities
import Records

/// 竞品动作与矛盾: dated promotions, and what the notes say twice.
enum CompetitorLists {
  static let analyzers = [activity, conflicts]

  static let activity = Analyzer(
    FigureDefinition(
      "competitors.activity", Words("竞品动作", "Competitors' promotions"),
      Words("本期调查记下的优惠和营销动作", "discounts and promotions noted in the period"),
      unit: .rows, shape: .list,
      columns: [
        FigureColumn("date", Words("日期", "Date"), .day),
        FigureColumn("project", Words("竞品项目", "Project"), .text),
        FigureColumn("discount", Words("优惠", "Discount"), .text),
        FigureColumn("activity", Words("营销动作", "Promotion"), .text),
        FigureColumn("source", Words("来源", "Source"), .text),
      ], source: "the survey's own rows"),
    of: [.competitors]
  ) { analysis, window in
    let (notes, office) = (CompetitorNotes(analysis.office, until: window.to), analysis.office)
    let table = office[.competitors]
    let found = notes.projects.flatMap(\.notes).filter { note in
      window.contains(note.day.number)
        && !(table.text(.discount, note.row).isEmpty && table.text(.activity, note.row).isEmpty)
    }.sorted { $0.day != $1.day ? $0.day < $1.day : $0.row < $1.row }
    let rows = found.map { note in
      FactTable.Row(
        [
          .day(note.day), .text(office.lexicon[note.project]),
          Value.typed(table.text(.discount, note.row)),
          Value.typed(table.text(.activity, note.row)),
          Value.word(table.symbol(.source, note.row), office.lexicon),
        ], lineage: notes.lineage([note]))
    }
    return Fact(FactTable(rows: rows), lineage: notes.lineage(found))
  }

  static let conflicts = Analyzer(
    FigureDefinition(
      "competitors.conflicts", Words("竞品信息矛盾", "Contradictions in the survey"),
      Words(
        "同一竞品同一产品一周内有两个价格，或没有新推而库存上升",
        "two prices of one rival's product in one week, or stock that rises without a release"),
      unit: .rows, shape: .list, scopes: .toDate,
      columns: [
        FigureColumn("week", Words("周（首日）", "Week from"), .day),
        FigureColumn("project", Words("竞品项目", "Project"), .text),
        FigureColumn("rule", Words("矛盾", "Contradiction"), .text),
        FigureColumn("before", Words("先", "First"), .none),
        FigureColumn("after", Words("后", "Then"), .none),
        FigureColumn("source", Words("后者来源", "Source of the latter"), .text),
      ], source: "a rule of the house: contradictions are shown, not smoothed"),
    of: [.competitors]
  ) { analysis, _ in
    let (notes, office) = (analysis.competitorNotes, analysis.office)
    var found: [Conflict] = notes.projects.flatMap { contradictions(of: $0, notes) }
    found.sort { a, b in
      let (x, y) = (notes.week(of: a.after.day), notes.week(of: b.after.day))
      if x != y { return x < y }
      let (p, q) = (office.lexicon[a.after.project], office.lexicon[b.after.project])
      if p != q { return p < q }
      if a.rule != b.rule { return a.rule.chinese < b.rule.chinese }
      return a.after.row < b.after.row
    }
    let rows = found.map { conflict in
      FactTable.Row(
        [
          .day(notes.week(of: conflict.after.day)), .text(office.lexicon[conflict.after.project]),
          .words(conflict.rule), conflict.values.0, conflict.values.1,
          Value.word(office[.competitors].symbol(.source, conflict.after.row), office.lexicon),
        ], lineage: notes.lineage([conflict.before, conflict.after]))
    }
    return Fact(
      FactTable(rows: rows), lineage: notes.lineage(found.flatMap { [$0.before, $0.after] }))
  }

  private struct Conflict {
    let rule: Words
    let before: CompetitorNotes.Note
    let after: CompetitorNotes.Note
    let values: (Value, Value)
  }

  private static func contradictions(
    of project: CompetitorNotes.Project, _ notes: CompetitorNotes
  ) -> [Conflict] {
    var products: [Symbol] = []
    for note in project.notes where !products.contains(note.product) {
      products.append(note.product)
    }
    return products.flatMap { product in
      let own = project.notes.filter { $0.product == product }
      return twoPrices(own, notes) + risingStock(own)
    }
  }

  private static func twoPrices(
    _ own: [CompetitorNotes.Note], _ notes: CompetitorNotes
  ) -> [Conflict] {
    var found: [Conflict] = []
    var before: CompetitorNotes.Note?
    for note in own {
      guard let price = note.price else { continue }
      if let before, let earlier = before.price, earlier != price,
        notes.week(of: before.day) == notes.week(of: note.day)
      {
        found.append(
          Conflict(
            rule: Words("一周两价", "two prices in one week"), before: before, after: note,
            values: (.money(earlier), .money(price))))
      }
      before = note
    }
    return found
  }

  private static func risingStock(_ own: [CompetitorNotes.Note]) -> [Conflict] {
    var found: [Conflict] = []
    var before: CompetitorNotes.Note?
    var released = 0
    for note in own {
      released += note.released ?? 0
      guard let stock = note.stock else { continue }
      if let before, let earlier = before.stock, stock > earlier, released <= 0 {
        found.append(
          Conflict(
            rule: Words("无新推而库存上升", "stock rises without a release"), before: before,
            after: note, values: (.count(earlier), .count(stock))))
      }
      before = note
      released = 0
    }
    return found
  }
}

extension Value {
  /// A typed text; missing where nothing is written.
  static func typed(_ text: String) -> Value {
    text.isEmpty ? .missing(.notRecorded) : .text(text)
  }

  /// A word of the office; missing where nothing is written.
  static func word(_ symbol: Symbol, _ lexicon: Lexicon) -> Value {
    symbol.isNone ? .missing(.notRecorded) : .text(lexicon[symbol])
  }
}

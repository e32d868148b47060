import Facts
import Quantities
import Records

/// 市场结构: the surveyed market by product, district, size and tier.
enum CompetitorStructure {
  static let analyzers = [structure]

  /// A word that groups the survey's rows.
  private struct Side: Sendable {
    let key: Field
    let words: Words
  }

  private static let sides = [
    Side(key: .product, words: Words("业态", "Product")),
    Side(key: .district, words: Words("板块", "Area")),
    Side(key: .areaBand, words: Words("主力面积", "Main size")),
    Side(key: .tier, words: Words("等级", "Tier")),
  ]

  static let structure = Analyzer(
    FigureDefinition(
      "competitors.structure", Words("市场结构", "Structure of the market"),
      Words(
        "市调各行按业态、板块、主力面积和等级分组：涉及项目、本期新推与成交、最近库存、按成交套数加权的均价",
        "the survey's rows by product, area, main size and tier: projects, what was released and sold "
          + "in the period, last stock, price weighted by what was sold"),
      unit: .none, shape: .table, scopes: .own,
      columns: [
        FigureColumn("by", Words("按", "By"), .text),
        FigureColumn("name", Words("名称", "Name"), .text),
        FigureColumn("projects", Words("项目数", "Projects"), .items),
        FigureColumn("released", Words("本期新推", "Released"), .units),
        FigureColumn("sold", Words("本期成交", "Sold"), .units),
        FigureColumn("share", Words("占成交", "Share of sold"), .share),
        FigureColumn("stock", Words("库存", "Stock"), .units),
        FigureColumn("price", Words("均价", "Price"), .pricePerArea),
      ], source: "field practice: D09, supply, sales, stock and price by structure")
  ) { analysis, scope in
    let window = analysis.windows[scope]
    if let absence = analysis.absence(of: [.competitors], in: analysis.windows[.total]) {
      return Fact(FactTable(rows: [], absence: absence))
    }
    let notes = analysis.competitorNotes
    let all = notes.projects.flatMap(\.notes)
    let setSold = all.reduce(0) { $0 + (window.contains($1.day.number) ? $1.sold ?? 0 : 0) }
    let rows = sides.flatMap { side in
      groups(side, analysis.office, notes).map { $0.line(side, window) }
        .sorted(by: Line.precedes).map { $0.row(notes, setSold: setSold) }
    }
    return Fact(
      FactTable(rows: rows, cases: notes.projects.count), lineage: notes.lineage(all))
  }

  /// The rows of one word, with those of each project's last day that has a stock.
  private struct Group {
    var name: String
    var notes: [CompetitorNotes.Note] = []
    var stocked: [CompetitorNotes.Note] = []

    func line(_ side: Side, _ window: Window) -> Line {
      let counted = notes.filter { window.contains($0.day.number) }
      func sum(_ numbers: [Int?]) -> Int? {
        let known = numbers.compactMap { $0 }
        return known.isEmpty ? nil : known.reduce(0, +)
      }
      let priced = counted.filter { $0.price != nil && ($0.sold ?? 0) > 0 }
      let fen = priced.reduce(Int64(0)) { $0 + ($1.price?.fen ?? 0) * Int64($1.sold ?? 0) }
      let units = priced.reduce(0) { $0 + ($1.sold ?? 0) }
      return Line(
        side: side.words, name: name, projects: Set(notes.map(\.project)).count,
        released: sum(counted.map(\.released)), sold: sum(counted.map(\.sold)),
        stock: sum(stocked.map(\.stock)),
        price: units > 0 ? .ratio(Ratio(.money(Money(fen: fen)), over: .count(units))) : nil,
        notes: notes)
    }
  }

  private struct Line {
    let side: Words
    let name: String
    let projects: Int
    let released: Int?
    let sold: Int?
    let stock: Int?
    let price: Value?
    let notes: [CompetitorNotes.Note]

    static func precedes(_ a: Line, _ b: Line) -> Bool {
      let (x, y) = (a.sold ?? -1, b.sold ?? -1)
      return x != y ? x > y : a.name < b.name
    }

    func row(_ all: CompetitorNotes, setSold: Int) -> FactTable.Row {
      func count(_ number: Int?) -> Value {
        number.map(Value.count) ?? .missing(.notRecorded)
      }
      return FactTable.Row(
        [
          .words(side), name.isEmpty ? .words(.unfilled) : .text(name), .count(projects),
          count(released), count(sold),
          sold.map { .ratio(Ratio($0, over: setSold)) } ?? .missing(.notRecorded), count(stock),
          price ?? .missing(.notRecorded),
        ], lineage: all.lineage(notes))
    }
  }

  /// The words of one side; none where nobody wrote any.
  private static func groups(
    _ side: Side, _ office: SalesOffice, _ notes: CompetitorNotes
  ) -> [Group] {
    let table = office[.competitors]
    func word(_ note: CompetitorNotes.Note) -> String {
      side.key == .areaBand
        ? table.text(.areaBand, note.row) : office.lexicon[table.symbol(side.key, note.row)]
    }
    var groups: [String: Group] = [:]
    for project in notes.projects {
      let stockDay = project.notes.last { $0.stock != nil }?.day
      for note in project.notes {
        let name = word(note)
        var group = groups[name] ?? Group(name: name)
        group.notes.append(note)
        if note.day == stockDay, note.stock != nil { group.stocked.append(note) }
        groups[name] = group
      }
    }
    guard groups.keys.contains(where: { !$0.isEmpty }) else { return [] }
    return groups.keys.sorted().compactMap { groups[$0] }
  }
}

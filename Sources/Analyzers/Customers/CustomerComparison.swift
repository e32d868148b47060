import Facts
import Quantities
import Records

/// 客户对比: buyers against visitors, and two fields crossed.
enum CustomerComparison {
  static let analyzers: [Analyzer] = [index, cross]

  /// Fields that describe people and their wishes.
  private static let fields: [VisitField] = [
    .channel, .district, .age, .purpose, .family, .occupation, .times, .product, .layout, .area,
    .budget, .payment,
  ]

  static let index = Analyzer(
    FigureDefinition(
      "customers.index", Words("成交指数", "Buyer index"),
      Words(
        "本期每个客户属性的词：认购客户中的占比 / 来访中的占比，大于1即更易成交",
        "for every word of a customer field: share among subscribed units / share among visits, above 1 buys more readily"
      ),
      unit: .index, shape: .table,
      columns: [
        FigureColumn("name", Words("属性：词", "Field: word"), .text), .visits,
        FigureColumn("visit-share", Words("来访占比", "Share of visits"), .share), .deals,
        FigureColumn("deal-share", Words("认购占比", "Share of subscribed"), .share),
        FigureColumn("index", Words("指数", "Index"), .index),
      ], source: "field practice: profile index, buyers against visitors"),
    of: [.visits, .deals]
  ) { analysis, window in
    let visits = analysis.parties(in: window)
    let deals = analysis.deals(.subscribed, in: window)
    var rows: [FactTable.Row] = []
    for field in fields where exists(field, analysis.office) {
      rows += indexRows(field, visits, deals)
    }
    return Fact(
      FactTable(rows: rows, cases: visits.count),
      lineage: .union([visits.lineage, deals.lineage]))
  }

  private static func exists(_ field: VisitField, _ office: SalesOffice) -> Bool {
    if case .column(let column) = field.source { office.visits.has(column) } else { false }
  }

  private static func indexRows(
    _ field: VisitField, _ visits: Selection, _ deals: Selection
  ) -> [FactTable.Row] {
    let office = visits.office
    let categories = field.categories(office)
    let keys = field.keys(office)
    let buyerKeys =
      field.key == VisitField.channel.key
      ? DealCategories.channelKeys(office) : field.buyerKeys(office)
    var tally = WordTally(keyCount: categories.keyCount, columns: 2)
    for item in visits.items { keys(Int(item)) { tally.add(to: 0, of: $0) } }
    for item in deals.items { buyerKeys(Int(item)) { tally.add(to: 1, of: $0) } }
    let order = categories.sorted(tally.keys) { Rational(Int(tally[$0, 0])) }
    return order.map { key in
      let (came, bought) = (Int(tally[key, 0]), Int(tally[key, 1]))
      let name = categories.name(key) ?? .unfilled
      return FactTable.Row(
        [
          .words(
            Words("\(field.name.chinese)：\(name.chinese)", "\(field.name.english): \(name.english)")
          ),
          .count(came), .ratio(Ratio(came, over: visits.count)), .count(bought),
          .ratio(Ratio(bought, over: deals.count)),
          .ratio(Ratio(bought * visits.count, over: came * deals.count)),
        ],
        lineage: .union([
          visits.lineage { has(key, $0, keys) }, deals.lineage { has(key, $0, buyerKeys) },
        ]))
    }
  }

  static let cross = Analyzer(
    FigureDefinition(
      "customers.cross", Words("客户交叉分析", "Customers crossed"),
      Words(
        "本期来访按居住区域与认知途径交叉，并列认购套数",
        "visits of the period by district crossed with channel, and subscribed units"),
      unit: .parties, shape: .grid,
      columns: [
        FigureColumn("name", Words("居住区域", "District"), .text),
        FigureColumn("by", Words("认知途径", "Channel"), .text),
        .count(Words("来访", "Visits"), .parties), .share, .deals,
      ], source: "field practice: customer analysis D08, crossed fields"),
    of: [.visits]
  ) { analysis, window in
    let office = analysis.office
    let visits = analysis.parties(in: window)
    let deals = analysis.deals(.subscribed, in: window)
    let (one, other) = (VisitField.district, VisitField.channel)
    let (oneKeys, otherKeys) = (one.keys(office), other.keys(office))
    let (oneBuyer, otherBuyer) = (one.buyerKeys(office), DealCategories.channelKeys(office))
    var cells: [Pair: (visits: Int, deals: Int)] = [:]
    for item in visits.items {
      cells[Pair(Int(item), oneKeys, otherKeys), default: (0, 0)].visits += 1
    }
    for item in deals.items {
      cells[Pair(Int(item), oneBuyer, otherBuyer), default: (0, 0)].deals += 1
    }
    let rows = sorted(cells, one.categories(office), other.categories(office)).map { pair in
      let cell = cells[pair] ?? (0, 0)
      return FactTable.Row(
        [
          one.categories(office).cell(pair.one), other.categories(office).cell(pair.other),
          .count(cell.visits), .ratio(Ratio(cell.visits, over: visits.count)),
          office.has(.deals) || office[.deals].count > 0
            ? .count(cell.deals) : .missing(.noFile(RecordKind.deals.words)),
        ],
        lineage: .union([
          visits.lineage { Pair($0, oneKeys, otherKeys) == pair },
          deals.lineage { Pair($0, oneBuyer, otherBuyer) == pair },
        ]))
    }
    return Fact(
      FactTable(rows: rows, cases: visits.count),
      lineage: .union([visits.lineage, deals.lineage]))
  }

  /// Two categories of one thing.
  private struct Pair: Hashable, Sendable {
    let one: Int
    let other: Int

    init(_ item: Int, _ one: DealCategories.Keys, _ other: DealCategories.Keys) {
      self.one = Pair.first(item, one)
      self.other = Pair.first(item, other)
    }

    private static func first(_ item: Int, _ keys: DealCategories.Keys) -> Int {
      var found = 0
      keys(item) { if found == 0 { found = $0 } }
      return found
    }
  }

  /// By the size of the first field's words, within them by the size of the second's, then by name.
  private static func sorted(
    _ cells: [Pair: (visits: Int, deals: Int)], _ ones: Categories, _ others: Categories
  ) -> [Pair] {
    func places(_ categories: Categories, _ key: (Pair) -> Int) -> [Int: Int] {
      var sizes: [Int: Int] = [:]
      for (pair, cell) in cells { sizes[key(pair), default: 0] += cell.visits }
      let order = categories.sorted(sizes.keys.sorted()) { Rational(sizes[$0] ?? 0) }
      return Dictionary(
        order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let (rows, columns) = (places(ones, \.one), places(others, \.other))
    return cells.keys.sorted { a, b in
      let (x, y) = (rows[a.one] ?? 0, rows[b.one] ?? 0)
      return x != y ? x < y : (columns[a.other] ?? 0) < (columns[b.other] ?? 0)
    }
  }

  private static func has(_ key: Int, _ item: Int, _ keys: DealCategories.Keys) -> Bool {
    var isIn = false
    keys(item) { if $0 == key { isIn = true } }
    return isIn
  }
}

import Facts
import Quantities
import Records

/// Where we stand among the rivals: our share of what was sold, our place in the ladder of prices.
enum CompetitorStanding {
  static let analyzers = [share, ladder]

  static let share = Analyzer(
    FigureDefinition(
      "competitors.our-share", Words("本案份额", "Our share"),
      Words(
        "本案本期认购套数（未扣退房）÷（本案＋有成交消息的竞品本期成交套数）",
        "our units subscribed in the period, gross, over ours and those of the rivals whose sales are known"
      ),
      unit: .share, scopes: .own, source: "field practice: F29, ours / Σ set")
  ) { analysis, scope in
    let window = analysis.windows[scope]
    if let absence = analysis.absence(of: [.competitors, .deals], in: analysis.windows[.total]) {
      return Fact(.missing(absence))
    }
    let notes = analysis.competitorNotes
    let sold = notes.projects.flatMap(\.notes).filter {
      window.contains($0.day.number) && $0.sold != nil
    }
    guard !sold.isEmpty else { return Fact(.missing(.notRecorded)) }
    let ours = analysis.deals(.subscribed, in: window)
    let known = Set(sold.map(\.project)).count
    let theirs = sold.reduce(0) { $0 + ($1.sold ?? 0) }
    return Fact.quotient(
      .count(ours.count), over: .count(ours.count + theirs),
      rows: (ours.lineage, Lineage.union([ours.lineage, notes.lineage(sold)])),
      remarks: [
        Words(
          "\(notes.projects.count)家竞品中\(known)家有本期成交消息",
          "\(known) of \(notes.projects.count) rivals have news of what they sold")
      ])
  }

  static let ladder = Analyzer(
    FigureDefinition(
      "competitors.ladder", Words("价格阶梯", "Ladder of prices"),
      Words(
        "本案本期成交均价与各竞品最近一次的成交均价，从高到低；本案价差和价格的天数",
        "our average price of the period among each rival's last known price, highest first, with our gap and the price's age"
      ),
      unit: .none, shape: .table, scopes: .own,
      columns: [
        FigureColumn("name", Words("项目", "Project"), .text),
        FigureColumn("price", Words("成交均价", "Price"), .pricePerArea),
        FigureColumn("gap", Words("本案价差", "Our price gap"), .rate),
        FigureColumn("age", Words("价格天数", "Age of the price"), .days),
      ], source: "field practice: D10, price ladder")
  ) { analysis, scope in
    if let absence = analysis.absence(of: [.competitors], in: analysis.windows[.total]) {
      return Fact(FactTable(rows: [], absence: absence))
    }
    let notes = analysis.competitorNotes
    let ours = CompetitorSummary.ourPrice(analysis, analysis.windows[scope])
    var steps: [(price: Rational, name: String, row: FactTable.Row)] = []
    var unpriced: [String] = []
    for project in notes.projects {
      let name = analysis.office.lexicon[project.name]
      guard let price = project.lastPrice, let day = project.priceDay,
        let yuan = CompetitorNotes.yuan(price)
      else {
        unpriced.append(name)
        continue
      }
      let cells: [Value] = [
        .text(name), price, CompetitorSummary.gap(price, ours.amount, ours.area),
        .count(analysis.day - day),
      ]
      steps.append((yuan, name, FactTable.Row(cells, lineage: notes.lineage(project.notes))))
    }
    let mean = Ratio(.money(ours.amount), over: .area(ours.area))
    if let yuan = mean.quotient {
      let cells: [Value] = [
        .words(Words("本案", "Ours")), .ratio(mean), .missing(.notApplicable),
        .missing(.notApplicable),
      ]
      steps.append((yuan, "", FactTable.Row(cells, lineage: ours.deals.lineage)))
    }
    steps.sort { $0.price != $1.price ? $0.price > $1.price : $0.name < $1.name }
    let names = unpriced.joined(separator: "、")
    return Fact(
      FactTable(rows: steps.map(\.row), cases: steps.count),
      lineage: .union(steps.map(\.row.lineage)),
      remarks: unpriced.isEmpty
        ? [] : [Words("没有价格消息的：\(names)", "no price known of: \(names)")])
  }
}

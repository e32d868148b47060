import Facts
import Quantities
import Records

/// 价格测试: how many would still buy at a price.
enum PriceCurveFigures {
  static let analyzers = [curve, suggested]

  /// One asked price and how many would pay it or more.
  struct Point: Equatable {
    let price: Money
    let count: Int
  }

  /// P(p) at every price named, lowest first.
  static func points(_ prices: [Money]) -> [Point] {
    let sorted = prices.sorted()
    var points: [Point] = []
    for (index, price) in sorted.enumerated() where points.last?.price != price {
      points.append(Point(price: price, count: sorted.count - index))
    }
    return points
  }

  /// The neighbouring prices between which most people are lost; the lower pair of equals.
  static func steepest(_ points: [Point]) -> (from: Point, to: Point)? {
    var found: (from: Point, to: Point)?
    for (from, to) in zip(points, points.dropFirst()) {
      if let known = found, known.from.count - known.to.count >= from.count - to.count { continue }
      found = (from, to)
    }
    return found
  }

  static let curve = Analyzer(
    FigureDefinition(
      "launch.price-curve", Words("价格接受曲线", "Price acceptance curve"),
      Words(
        "P(p)＝可接受单价不低于 p 的有效认筹 ÷ 填写了单价的有效认筹",
        "P(p) = valid cards whose highest acceptable price is p or more, over those that name one"),
      unit: .share, shape: .series, scopes: .toDate,
      columns: [
        FigureColumn("price", Words("单价", "Price"), .pricePerArea),
        FigureColumn("count", Words("接受（组）", "Accept"), .customers),
        FigureColumn("share", Words("接受率", "Share"), .share),
      ], source: "field practice: F40"),
    unless: { LaunchDemandFigures.absence($0) }
  ) { analysis, _ in
    let cards = analysis.launchCards
    let answers = cards.valid.filter { $0.price != nil }
    let points = points(answers.compactMap(\.price))
    let rows = points.map { point in
      FactTable.Row(
        [
          .money(point.price), .count(point.count),
          .ratio(Ratio(point.count, over: answers.count)),
        ], lineage: cards.lineage(answers.filter { ($0.price ?? .zero) >= point.price }))
    }
    return Fact(
      FactTable(rows: rows, cases: answers.count), lineage: cards.lineage(answers),
      remarks: remarks(points, of: answers.count, analysis))
  }

  static let suggested = Analyzer(
    FigureDefinition(
      "launch.suggested-price", Words("建议单价", "Suggested price"),
      Words(
        "预测成交 × P(p) 仍不少于推售套数的最高单价",
        "the highest price at which forecast sales times P(p) still reach the supply"),
      unit: .pricePerArea, scopes: .toDate,
      source: "field practice: F40, N·P(p)·conversion ≥ supply"
    ),
    unless: { LaunchDemandFigures.absence($0, withUnits: true) }
  ) { analysis, _ in
    let cards = analysis.launchCards
    let answers = cards.valid.filter { $0.price != nil }
    let (expected, supply) = (
      LaunchDemandFigures.expectedHundredths(analysis), analysis.launchSupply.homes.count
    )
    if supply == 0 { return Fact(.missing(.nothingReleased), lineage: cards.lineage(answers)) }
    let enough = points(answers.compactMap(\.price)).last {
      expected * $0.count >= supply * 100 * answers.count
    }
    return Fact(
      enough.map { .money($0.price) } ?? .missing(.tooLittleDemand),
      lineage: cards.lineage(answers))
  }

  private static func remarks(_ points: [Point], of count: Int, _ analysis: Analysis) -> [Words] {
    guard let step = steepest(points) else { return [] }
    let (zh, en) = (Formatter(.chinese), Formatter(.english))
    func price(_ point: Point, _ formatter: Formatter) -> String {
      formatter.text(.money(point.price), unit: .pricePerArea)
    }
    let drop = Value.ratio(Ratio(step.from.count - step.to.count, over: count))
    var remarks = [
      Words(
        "最陡的一步：\(price(step.from, zh)) → \(price(step.to, zh))，"
          + "少 \(zh.text(drop, unit: .rate))",
        "steepest step: \(price(step.from, en)) → \(price(step.to, en)), "
          + "\(en.text(drop, unit: .rate)) fewer")
    ]
    if case .money(let suggested) = analysis.value("launch.suggested-price") {
      let point = Point(price: suggested, count: 0)
      remarks.append(
        Words(
          "建议单价 \(price(point, zh)) 元/㎡", "suggested price \(price(point, en)) yuan/㎡"))
    }
    return remarks
  }
}

extension Absence {
  /// No home is for sale, so every price would do.
  static let nothingReleased = Absence("nothing-released", Words("没有推售的房源", "no home is for sale"))
  /// Even at the lowest price the forecast stays below the supply.
  static let tooLittleDemand = Absence(
    "too-little-demand", Words("意向不足以覆盖推售", "demand stays below the supply"))
}

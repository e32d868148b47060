import Documents
import Quantities

extension ChartDrawing {
  /// Amounts from the largest to the smallest with their running share, marked where it reaches
  /// 80 %. The second series, where given, is the running share; else it is added up here.
  mutating func pareto() {
    if data.series.count == 1 { data.sortByValue() }
    let count = data.categories.count
    let curve = ParetoCurve(data, isWhole: !isCutShort)
    // All places count, those that a limit left out of the drawing too.
    let all = count + chart.table.leftOut
    let isThin = chart.places.count == count && count > 0
    let plot = Plot(
      left: TextWidth.of("100%", size: Canvas.fontSize) + 1_000, top: 1_600,
      right: canvas.width, height: isNarrow ? 15_000 : 17_000, count: isThin ? all : count,
      places: isThin ? chart.places : [])
    for tick in stride(from: 0, through: 100, by: 20) {
      let y = plot.foot - plot.height * tick / 100
      canvas.line(
        x1: plot.left, y1: y, x2: plot.right, y2: y,
        class: tick == 0 ? "axis" : tick == 80 ? "goal" : "grid")
      canvas.text("\(tick)%", x: plot.left - 1_000, y: y + 400, anchor: .end)
    }
    let first = (all + 4) / 5
    paretoBars(plot, first: isFolded ? 0 : first)
    let points = curve.shares.enumerated().compactMap { index, share in
      share.map { (x: plot.center(index), y: plot.y($0)) }
    }
    canvas.polyline(points, class: "line k")
    if let place = curve.reaches80 { mark80(place, curve, plot) }
    bottom = plot.foot + 2_600
    // With a row of others nobody can tell how many places there are.
    guard !isFolded else { return }
    let end = isThin ? chart.places.firstIndex(of: first) : first <= count ? first - 1 : nil
    let share = data.series.count > 1 ? end.map { data.series[1].points[$0].text } : nil
    let (a, b) = (
      phrases.top20(first, unit: placeUnit, share: share),
      phrases.sorted(isThin ? all : count, of: all, unit: placeUnit)
    )
    canvas.text(a, x: plot.left, y: bottom - 900, room: plot.width)
    if TextWidth.of(a + b, size: Canvas.fontSize) + 2_000 > plot.width { bottom += 1_600 }
    canvas.text(b, x: plot.right, y: bottom - 900, anchor: .end, room: plot.width)
  }

  /// Where the places of a curve lie.
  private struct Plot {
    let left: Int
    let top: Int
    let right: Int
    let height: Int
    /// Number of places of the whole order.
    let count: Int
    /// Which of them the points stand at; empty where there is one for each.
    let places: [Int]

    var width: Int { right - left }
    var foot: Int { top + height }
    /// Place of a point, from 1.
    func place(_ index: Int) -> Int { places.isEmpty ? index + 1 : places[index] }
    func center(_ index: Int) -> Int {
      left + (2 * place(index) - 1) * width / (2 * max(count, 1))
    }
    /// The left edge of a point's place.
    func edge(_ index: Int) -> Int { left + (place(index) - 1) * width / max(count, 1) }

    /// Height of a share in millionths.
    func y(_ share: Int128) -> Int {
      let part = max(0, min(PlotValue.one, share))
      return foot - Int(Rounding.divide(part * Int128(height), by: PlotValue.one))
    }
  }

  /// A limit folded the last places into one row.
  private var isFolded: Bool { chart.table.rows.contains { $0.kind == .others } }

  /// Not all amounts are in the table.
  private var isCutShort: Bool { isFolded || chart.table.leftOut > 0 }

  /// What the places are called: 位 for customers, else nothing.
  private var placeUnit: String { chart.table.cases?.unitText(formatter) ?? "" }

  /// The amounts have their own scale: the largest takes three fifths of the height.
  private mutating func paretoBars(_ plot: Plot, first: Int) {
    let amounts = data.series[0]
    guard let largest = amounts.values.max(), largest > 0 else { return }
    func size(_ value: Int128?) -> Int {
      guard let value, value > 0 else { return 0 }
      return max(Int(Rounding.divide(value * Int128(plot.height * 3 / 5), by: largest)), 50)
    }
    guard plot.count <= 80, plot.places.isEmpty else {
      // Too many for bars of their own: two stretches of steps. Places between two points lie
      // between their amounts; the step stands at the lower one.
      let points = amounts.points.indices
      let end = points.first { plot.place($0) > first } ?? points.count
      for (range, name) in [(0..<end, "c0"), (end..<points.count, "c2")]
        as [(Range<Int>, StaticString)]
      {
        let steps = range.map { index in
          (
            left: index == 0 ? plot.left : plot.edge(index - 1) + plot.width / plot.count,
            right: plot.edge(index) + plot.width / plot.count,
            height: size(amounts.points[index].value)
          )
        }
        canvas.steps(steps, foot: plot.foot, class: name)
      }
      return
    }
    let thick = max(min(plot.width / max(plot.count, 1) * 62 / 100, 4_800), 60)
    for (index, point) in amounts.points.enumerated() {
      let height = size(point.value)
      guard height > 0 else { continue }
      canvas.rect(
        x: plot.center(index) - thick / 2, y: plot.foot - height, width: thick, height: height,
        class: index < first ? "c0" : "c2",
        title: "\(data.categories[index].text) \(point.text)")
    }
  }

  private mutating func mark80(_ place: Int, _ curve: ParetoCurve, _ plot: Plot) {
    let x = plot.center(place)
    let y = plot.y(curve.shares[place] ?? PlotValue.one)
    canvas.circle(x: x, y: y, radius: 400, class: "mark")
    let text = phrases.reaches80(plot.place(place), unit: placeUnit)
    // Left of the mark and over the dashed line where there is room, else right and under it.
    if x - TextWidth.of(text, size: Canvas.fontSize) - 900 >= plot.left {
      canvas.text(
        text, x: x - 900, y: max(min(y, plot.top + plot.height / 5) - 700, 1_200), anchor: .end,
        class: "v")
    } else {
      canvas.text(text, x: x + 900, y: y + 1_500, room: plot.right - x - 900, class: "v")
    }
  }
}

/// The running shares of a curve, and the first place that reaches 80 %.
struct ParetoCurve {
  /// In millionths; nil where they cannot be told.
  private(set) var shares: [Int128?] = []
  /// Judged on the exact shares, as the figures are.
  private(set) var reaches80: Int?

  /// - Parameter isWhole: all amounts are given; without the rest no share can be added up.
  init(_ data: ChartData, isWhole: Bool) {
    if data.series.count > 1 {
      let points = data.series[1].points
      shares = points.map(\.value)
      let goal = Rational(4, over: 5) ?? .zero
      reaches80 = points.firstIndex { ($0.shown.value.number ?? .zero) >= goal }
      return
    }
    let amounts = data.series[0].points.map { max($0.value ?? 0, 0) }
    let total = amounts.reduce(0, +)
    guard isWhole, total > 0 else {
      shares = amounts.map { _ in nil }
      return
    }
    var sum: Int128 = 0
    for (index, amount) in amounts.enumerated() {
      sum += amount
      if reaches80 == nil, sum * 5 >= total * 4 { reaches80 = index }
      // Amounts of any size: first down to larger units where the product would not fit.
      let (part, whole) = total > Int128(1) << 100 ? (sum >> 24, total >> 24) : (sum, total)
      shares.append(Rounding.divide(part * PlotValue.one, by: whole))
    }
  }
}

import Documents
import Quantities

extension ChartDrawing {
  /// Amounts from the largest to the smallest with their running share, marked where it reaches
  /// 80 %. The second series, where given, is the running share; else it is added up here.
  mutating func pareto() {
    let amounts = data.series[0]
    let count = amounts.points.count
    let running = runningShares()
    let top = 1_600
    let height = isNarrow ? 15_000 : 17_000
    let left = TextWidth.of("100%", size: Canvas.fontSize) + 1_000
    let width = canvas.width - left
    for tick in stride(from: 0, through: 100, by: 20) {
      let y = top + height - height * tick / 100
      canvas.line(
        x1: left, y1: y, x2: canvas.width, y2: y,
        class: tick == 0 ? "axis" : tick == 80 ? "goal" : "grid")
      canvas.text("\(tick)%", x: left - 1_000, y: y + 400, anchor: .end)
    }
    let first = (count + 4) / 5
    let largest = amounts.values.max() ?? 0
    let band = width / max(count, 1)
    let thick = max(min(band * 62 / 100, 4_800), 60)
    for (index, point) in amounts.points.enumerated() {
      guard let value = point.value, value > 0, largest > 0 else { continue }
      // The amounts have their own scale: the largest takes three fifths of the height.
      let size = max(Int(Rounding.divide(value * Int128(height * 3 / 5), by: largest)), 50)
      let center = left + (2 * index + 1) * width / (2 * count)
      canvas.rect(
        x: center - thick / 2, y: top + height - size, width: thick, height: size,
        class: index < first ? "c0" : "c2",
        title: "\(data.categories[index].text) \(point.text)")
    }
    let points = running.enumerated().compactMap { index, share in
      share.map {
        (x: left + (2 * index + 1) * width / (2 * count), y: top + height - position($0, height))
      }
    }
    canvas.polyline(points, class: "line k")
    mark80(running, left: left, width: width, top: top, height: height)
    let unit = chart.table.cases?.unitText(formatter) ?? ""
    let share = data.series.count > 1 ? data.series[1].points[first - 1].text : nil
    let (a, b) = (phrases.top20(first, unit: unit, share: share), phrases.sorted(count, unit: unit))
    bottom = top + height + 2_600
    canvas.text(a, x: left, y: bottom - 900, room: width)
    if TextWidth.of(a + b, size: Canvas.fontSize) + 2_000 > width {
      bottom += 1_600
    }
    canvas.text(b, x: canvas.width, y: bottom - 900, anchor: .end, room: width)
  }

  private func position(_ share: Int128, _ height: Int) -> Int {
    Int(Rounding.divide(max(0, min(PlotValue.one, share)) * Int128(height), by: PlotValue.one))
  }

  /// Running shares in millionths; nil where they cannot be told.
  private func runningShares() -> [Int128?] {
    if data.series.count > 1 { return data.series[1].points.map(\.value) }
    let total = data.series[0].values.filter { $0 > 0 }.reduce(0, +)
    var sum: Int128 = 0
    return data.series[0].points.map { point in
      sum += max(point.value ?? 0, 0)
      guard total > 0 else { return nil }
      // Amounts of any size: first down to whole units where the product would not fit.
      let (s, t) = total > Int128(1) << 100 ? (sum >> 24, total >> 24) : (sum, total)
      return Rounding.divide(s * PlotValue.one, by: t)
    }
  }

  private mutating func mark80(
    _ running: [Int128?], left: Int, width: Int, top: Int, height: Int
  ) {
    let goal = PlotValue.one * 8 / 10
    guard let place = running.firstIndex(where: { ($0 ?? 0) >= goal }) else { return }
    let count = running.count
    let x = left + (2 * place + 1) * width / (2 * count)
    let y = top + height - position(running[place] ?? goal, height)
    canvas.circle(x: x, y: y, radius: 400, class: "mark")
    let unit = chart.table.cases?.unitText(formatter) ?? ""
    let text = phrases.reaches80(place + 1, unit: unit)
    let half = TextWidth.of(text, size: Canvas.fontSize)
    // Left of the mark and over the dashed line where there is room, else right and under it.
    if x - half - 900 >= left {
      canvas.text(text, x: x - 900, y: max(min(y, top + height / 5) - 700, 1_200), anchor: .end, class: "v")
    } else {
      canvas.text(text, x: x + 900, y: y + 1_500, room: canvas.width - x - 900, class: "v")
    }
  }
}

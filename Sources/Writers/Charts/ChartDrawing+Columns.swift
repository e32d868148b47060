import Documents
import Quantities

extension ChartDrawing {
  /// Upright columns from zero; series of one unit stand on each other, with their sum on top.
  mutating func columns() {
    if data.isGrid || !data.hasOneUnit { return panels(asColumns: true) }
    let series = data.series
    let count = data.categories.count
    var above = [Int128](repeating: 0, count: count)
    var below = [Int128](repeating: 0, count: count)
    for line in series {
      for (index, point) in line.points.enumerated() {
        guard let value = point.value else { continue }
        if value >= 0 { above[index] += value } else { below[index] += value }
      }
    }
    let isCounted = series.allSatisfy(\.isCounted)
    let scale = Scale(above + below, fromZero: true, smallest: isCounted ? PlotValue.one : 1)
    let top = head(series)
    let height = isNarrow ? 15_000 : 18_000
    let left = grid(scale, series[0], top: top, height: height)
    let width = canvas.width - left
    let zero = top + height - scale.position(0, height)
    let band = width / max(count, 1)
    let thick = max(min(band * 62 / 100, 5_600), 100)
    for index in 0..<count {
      let center = left + (2 * index + 1) * width / (2 * count)
      var (up, down) = (zero, zero)
      for (number, line) in series.enumerated() {
        guard let value = line.points[index].value, value != 0 else { continue }
        let size = max(abs(scale.position(value, height) - scale.position(0, height)), 75)
        let name = data.categories[index].text
        let title = "\(name) \(line.label) \(line.points[index].text)"
        // A thin gap parts what stands on each other, in black and white too.
        let gap = (up < zero && value > 0) || (down > zero && value < 0) ? min(100, size / 3) : 0
        if value > 0 {
          up -= size
          canvas.rect(
            x: center - thick / 2, y: up, width: thick, height: size - gap,
            class: seriesClass(number),
            title: title)
        } else {
          canvas.rect(
            x: center - thick / 2, y: down + gap, width: thick, height: size - gap,
            class: seriesClass(number),
            title: title)
          down += size
        }
      }
    }
    columnLabels(above, below, scale, left: left, top: top, height: height)
    bottom = top + height + 1_800
    bottom += categoryLabels(left: left, width: width, y: bottom) - 1_200
  }

  /// The number over each column: its value, or the sum of what stands on it.
  private mutating func columnLabels(
    _ above: [Int128], _ below: [Int128], _ scale: Scale, left: Int, top: Int, height: Int
  ) {
    let count = data.categories.count
    let width = canvas.width - left
    let points = data.categories.indices.map { index in
      data.series.count == 1
        ? data.series[0].points[index]
        : ChartDrawing.sum(data.series.map { $0.points[index] }, data.series[0], formatter)
    }
    let printed = labelled(points, room: width / max(count, 1))
    for index in data.categories.indices where printed.contains(index) {
      let center = left + (2 * index + 1) * width / (2 * count)
      let point = points[index]
      guard point.value != nil else {
        let y = top + height - scale.position(0, height) - 500
        canvas.text(Formatter.dash, x: center, y: y, anchor: .middle)
        continue
      }
      let isBelow = above[index] == 0 && below[index] < 0
      let end = top + height - scale.position(isBelow ? below[index] : above[index], height)
      let room = TextWidth.of(point.text, size: Canvas.fontSize) + 100
      placed(
        point.text, center: center, y: isBelow ? end + 1_400 : end - 500, room: room, class: "v")
    }
  }

  /// The sum of a column's parts, shown like they are; nothing where no part is known.
  private static func sum(
    _ points: [ChartData.Point], _ series: ChartData.Series, _ formatter: Formatter
  ) -> ChartData.Point {
    let known = points.filter { $0.value != nil }
    guard var shown = known.first?.shown else { return points[0] }
    var total: Value?
    for point in known { total = add(total, point.shown.value) }
    shown.value = total ?? shown.value
    shown.printed = nil
    shown.of = nil
    let isKnown = total != nil
    return ChartData.Point(
      value: isKnown ? known.reduce(0) { $0 + ($1.value ?? 0) } : nil,
      text: isKnown ? shown.text(formatter) : "", shown: shown)
  }

  /// Exact sum of two values of a kind; the second alone where there is none yet.
  private static func add(_ sum: Value?, _ value: Value) -> Value? {
    guard let sum else { return value }
    switch (sum, value) {
    case (.count(let a), .count(let b)): return .count(a + b)
    case (.money(let a), .money(let b)): return .money(a + b)
    case (.area(let a), .area(let b)): return .area(a + b)
    default:
      guard let a = sum.number, let b = value.number else { return nil }
      return .portion(a + b)
    }
  }
}

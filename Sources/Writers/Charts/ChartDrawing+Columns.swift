import Documents
import Quantities

extension ChartDrawing {
  /// Upright columns from zero; series of one unit stand on each other, with their sum on top.
  mutating func columns() {
    // Several named things over time compare beside each other; on each other nobody could.
    let isOverTime = data.series.count > 3 && data.categories.allSatisfy { $0.day != nil }
    if data.isGrid || isOverTime || !data.hasOneUnit { return panels(asColumns: true) }
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
    isComplete = true
    for index in 0..<count {
      let center = left + (2 * index + 1) * width / (2 * count)
      var (up, down) = (zero, zero)
      var unlabelled = 0
      for (number, line) in series.enumerated() {
        guard let value = line.points[index].value, value != 0 else { continue }
        let size = max(abs(scale.position(value, height) - scale.position(0, height)), 75)
        // A thin gap parts what stands on each other, in black and white too.
        let isOnOther = value > 0 ? up < zero : down > zero
        let gap = isOnOther ? min(100, size / 3) : 0
        if value > 0 { up -= size } else { down += size }
        let top = value > 0 ? up : down - size + gap
        canvas.rect(
          x: center - thick / 2, y: top, width: thick, height: size - gap,
          class: seriesClass(number),
          title: "\(data.categories[index].text) \(line.label) \(line.points[index].text)")
        if series.count > 1,
          !partLabel(line.points[index].text, number, center, top + size / 2, thick, size)
        {
          unlabelled += 1
        }
      }
      // One part without its number still follows from the sum on top.
      if unlabelled > 1 { isComplete = false }
    }
    columnLabels(above, below, scale, left: left, top: top, height: height)
    bottom = top + height + 1_800
    bottom += categoryLabels(left: left, width: width, y: bottom) - 1_200
  }

  /// The number within one part of a column; false where it has no room.
  private mutating func partLabel(
    _ text: String, _ number: Int, _ x: Int, _ y: Int, _ width: Int, _ height: Int
  ) -> Bool {
    // Numbers in some slivers but not in others would only be noise.
    guard width >= 2_400, height >= 1_600, TextWidth.of(text, size: Canvas.fontSize) + 300 <= width
    else {
      return false
    }
    let names: [StaticString] = ["m", "k", "k", "m", "m", "k"]
    canvas.text(text, x: x, y: y + 400, anchor: .middle, class: names[number % names.count])
    return true
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
    if printed.count < count { isComplete = false }
    for index in data.categories.indices where printed.contains(index) {
      let center = left + (2 * index + 1) * width / (2 * count)
      let point = points[index]
      if point.text.isEmpty { continue }
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
    case (.money(let a), .money(let b)):
      let (fen, isTooLarge) = a.fen.addingReportingOverflow(b.fen)
      return isTooLarge ? nil : .money(Money(fen: fen))
    case (.area(let a), .area(let b)):
      let (hundredths, isTooLarge) = a.hundredths.addingReportingOverflow(b.hundredths)
      return isTooLarge ? nil : .area(Area(hundredths: hundredths))
    case (.ratio, _), (_, .ratio):
      // Quotients of different things have no common sum.
      return nil
    default:
      guard let a = sum.number, let b = value.number else { return nil }
      return .portion(a + b)
    }
  }
}

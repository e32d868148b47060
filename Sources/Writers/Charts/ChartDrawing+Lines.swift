import Documents
import Quantities

extension ChartDrawing {
  /// Lines over time; three and more become small charts on one scale.
  mutating func lines() {
    if data.isGrid || data.series.count > 2 || !data.hasOneUnit { return panels(asColumns: false) }
    let series = data.series
    let scale = lineScale(series)
    let top = head(series, asLines: true)
    isComplete = series.count == 1
    let height = isNarrow ? 15_000 : 18_000
    let left = grid(scale, series[0], top: top, height: height)
    let width = canvas.width - left
    for (number, line) in series.enumerated() {
      curve(line, number, scale, left: left, width: width, top: top, height: height)
    }
    var taken: [LabelBox] = []
    for line in series {
      pointLabels(line, scale, left: left, width: width, top: top, height: height, taken: &taken)
    }
    bottom = top + height + 1_800
    bottom += categoryLabels(left: left, width: width, y: bottom) - 1_200
    if scale.low > 0 {
      bottom += 1_600
      canvas.text(
        phrases.axisFrom(scale.label(scale.low, series[0].format, formatter)), x: 0,
        y: bottom - 200, room: canvas.width)
    }
  }

  /// Several small charts on one scale: columns from zero or lines, each with its name.
  mutating func panels(asColumns: Bool) {
    let perRow = isNarrow ? 2 : 3
    let gap = isNarrow ? 1_600 : 2_800
    let width = (canvas.width - gap * (perRow - 1)) / perRow
    let height = asColumns ? 6_400 : 7_200
    let sharesScale = data.hasOneUnit
    let common = panelScale(data.series, asColumns: asColumns)
    var y = 0
    for (index, series) in data.series.enumerated() {
      let x = index % perRow * (width + gap)
      if index > 0, index % perRow == 0 { y += height + 7_000 }
      let scale = sharesScale ? common : panelScale([series], asColumns: asColumns)
      canvas.text(series.label, x: x, y: y + 1_300, room: width * 3 / 4, class: "v")
      if !sharesScale, !series.unit.isEmpty {
        canvas.text(series.unit, x: x + width, y: y + 1_300, anchor: .end, room: width / 4)
      }
      let top = y + 3_600
      panel(series, scale, asColumns: asColumns, x: x, width: width, top: top, height: height)
      // Columns begin at zero and carry their numbers.
      if !asColumns, !sharesScale || index % perRow == 0 {
        canvas.text(
          scale.label(scale.high, series.format, formatter), x: x, y: top - 300, room: width / 2)
      }
    }
    bottom = y + height + 5_800
    guard sharesScale, data.series.count > 1 else { return }
    var words = [phrases.sameScale]
    if !data.series[0].unit.isEmpty { words.insert(data.series[0].unit, at: 0) }
    if common.low > 0 {
      words.append(phrases.axisFrom(common.label(common.low, data.series[0].format, formatter)))
    }
    bottom += 1_800
    canvas.text(
      words.joined(separator: phrases.comma), x: 0, y: bottom - 500, room: canvas.width)
  }

  private func panelScale(_ series: [ChartData.Series], asColumns: Bool) -> Scale {
    guard asColumns else { return lineScale(series, count: 2) }
    return Scale(
      series.flatMap(\.values), fromZero: true, count: 3,
      smallest: series.allSatisfy(\.isCounted) ? PlotValue.one : 1)
  }

  private mutating func panel(
    _ series: ChartData.Series, _ scale: Scale, asColumns: Bool, x: Int, width: Int, top: Int,
    height: Int
  ) {
    let count = series.points.count
    for tick in scale.ticks {
      let y = top + height - scale.position(tick, height)
      let isBase = tick == (scale.low > 0 ? scale.low : 0)
      canvas.line(x1: x, y1: y, x2: x + width, y2: y, class: isBase ? "axis" : "grid")
    }
    if series.values.isEmpty {
      canvas.text(
        phrases.noData, x: x + width / 2, y: top + height / 2, anchor: .middle, room: width)
    } else if asColumns {
      var taken: [LabelBox] = []
      let band = width / max(count, 1)
      let thick = max(min(band * 70 / 100, 3_000), 100)
      let zero = scale.position(0, height)
      for (index, point) in series.points.enumerated() {
        let center = x + (2 * index + 1) * width / (2 * count)
        guard let value = point.value else {
          canvas.text(Formatter.dash, x: center, y: top + height - zero - 400, anchor: .middle)
          continue
        }
        let end = scale.position(value, height)
        let size = value == 0 ? 0 : max(abs(end - zero), 75)
        canvas.rect(
          x: center - thick / 2, y: top + height - max(end, zero) - (size - abs(end - zero)),
          width: thick, height: size, class: isOwn(series.label) ? "c0" : "c1",
          title: "\(series.label) \(data.categories[index].text) \(point.text)")
      }
      pointLabels(
        series, scale, left: x, width: width, top: top, height: height, edges: (x, x + width),
        taken: &taken)
    } else {
      // The top of the scale is written over the panel's left corner.
      var taken = [LabelBox(x: x + width / 4, half: width / 4, y: top - 300)]
      curve(series, 0, scale, left: x, width: width, top: top, height: height)
      pointLabels(
        series, scale, left: x, width: width, top: top, height: height, edges: (x, x + width),
        taken: &taken)
    }
    if let first = data.categories.first {
      canvas.text(shortName(first), x: x, y: top + height + 1_500, room: width / 2 - 300)
    }
    if data.categories.count > 1, let last = data.categories.last {
      canvas.text(
        shortName(last), x: x + width, y: top + height + 1_500, anchor: .end,
        room: width / 2 - 300)
    }
  }

  private func shortName(_ category: (text: String, day: CalendarDay?)) -> String {
    category.day.map { formatter.text(.day($0), unit: .day, format: .short) } ?? category.text
  }

  /// Lines may leave zero where all values lie far from it; then the chart says so.
  private func lineScale(_ series: [ChartData.Series], count: Int = 4) -> Scale {
    let values = series.flatMap(\.values)
    let smallest = series.allSatisfy(\.isCounted) ? PlotValue.one : 1
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    return Scale(values, fromZero: low <= high / 2, count: count, smallest: smallest)
  }

  /// A line with a gap wherever nothing is known.
  private mutating func curve(
    _ series: ChartData.Series, _ number: Int, _ scale: Scale, left: Int, width: Int, top: Int,
    height: Int
  ) {
    let count = series.points.count
    var stretch: [(x: Int, y: Int)] = []
    var points: [(x: Int, y: Int, title: String)] = []
    for (index, point) in series.points.enumerated() {
      guard let value = point.value else {
        canvas.polyline(stretch, class: number == 0 ? "line a" : "line b")
        stretch = []
        continue
      }
      let x = left + (2 * index + 1) * width / (2 * count)
      let y = top + height - scale.position(value, height)
      stretch.append((x, y))
      points.append((x, y, "\(series.label) \(data.categories[index].text) \(point.text)"))
    }
    canvas.polyline(stretch, class: number == 0 ? "line a" : "line b")
    guard count <= 40 else { return }
    for point in points {
      canvas.circle(
        x: point.x, y: point.y, radius: 250, class: number == 0 ? "dot a" : "dot b",
        title: point.title)
    }
  }

  /// Printed numbers at the points, all or the telling ones: over the line, under it in a dip.
  private mutating func pointLabels(
    _ series: ChartData.Series, _ scale: Scale, left: Int, width: Int, top: Int, height: Int,
    edges: (Int, Int)? = nil, taken: inout [LabelBox]
  ) {
    let count = series.points.count
    let isAlone = data.series.count == 1 || edges != nil
    let printed = labelled(series.points, room: isAlone ? width / max(count, 1) : 0)
    if printed.count < count { isComplete = false }
    let (low, high) = edges ?? (0, canvas.width)
    for (index, point) in series.points.enumerated() where printed.contains(index) {
      guard let value = point.value else { continue }
      let center = left + (2 * index + 1) * width / (2 * count)
      let y = top + height - scale.position(value, height)
      let half = TextWidth.of(point.text, size: Canvas.fontSize) / 2
      let x = max(low + half, min(high - half, center))
      let before = index > 0 ? series.points[index - 1].value : nil
      let after = index + 1 < count ? series.points[index + 1].value : nil
      let isDip = (before ?? value) >= value && (after ?? value) >= value && before != after
      let goesUnder = edges == nil && isDip && y + 1_500 < top + height
      // Where a label of the other line stands already, this one goes to the other side.
      let (over, under) = (y - 700, y + 1_500)
      let boxes = (goesUnder ? [under, over] : [over, under]).map {
        LabelBox(x: x, half: half, y: $0)
      }
      let box = boxes.first { box in !taken.contains { $0.meets(box) } } ?? boxes[0]
      taken.append(box)
      canvas.text(point.text, x: box.x, y: box.y, anchor: .middle, class: "v")
    }
  }
}

/// Where a printed number stands.
private struct LabelBox {
  let x: Int
  let half: Int
  let y: Int

  func meets(_ other: LabelBox) -> Bool {
    abs(x - other.x) < half + other.half + 200 && abs(y - other.y) < 1_200
  }
}

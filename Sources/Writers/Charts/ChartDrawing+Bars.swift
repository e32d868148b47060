import Documents
import Quantities

extension ChartDrawing {
  /// Lying bars from zero with their names at the left and their numbers at the end.
  mutating func bars() {
    isComplete = true
    let groups = data.hasOneUnit ? [data.series] : data.series.map { [$0] }
    var y = 0
    for group in groups {
      if groups.count > 1 {
        let unit = group[0].unit.isEmpty ? "" : " " + group[0].unit
        canvas.text(group[0].label + unit, x: 0, y: y + 1_200, room: canvas.width, class: "v")
        y += 2_400
      }
      y += legend(group.map(\.label), y: y, room: canvas.width)
      y = barRows(group, top: y) + (groups.count > 1 ? 1_600 : 0)
    }
    bottom = y
  }

  private mutating func barRows(_ group: [ChartData.Series], top: Int) -> Int {
    let names = data.categories.map(\.text)
    let left = labelColumn(names)
    var sums: [(up: Int128, down: Int128)] = []
    var texts: [String] = []
    for index in names.indices {
      let values = group.compactMap { $0.points[index].value }
      sums.append((values.filter { $0 > 0 }.reduce(0, +), values.filter { $0 < 0 }.reduce(0, +)))
      texts.append(group.map { $0.points[index].text }.joined(separator: " + "))
    }
    let widest = texts.map { TextWidth.of($0, size: Canvas.fontSize) }.max() ?? 0
    let scale = Scale(
      sums.flatMap { [$0.up, $0.down] }, fromZero: true, count: 100, smallest: 1)
    let hasNegative = sums.contains { $0.down < 0 }
    let numbers = min(widest, canvas.width / (hasNegative ? 5 : 3)) + 800
    let width = max(canvas.width - left - numbers - (hasNegative ? numbers : 0), 2_000)
    let start = left + (hasNegative ? numbers : 0)
    let zero = start + scale.position(0, width)
    var y = top
    for index in names.indices {
      canvas.text(names[index], x: 0, y: y + 1_500, room: left - 1_000)
      var (right, behind) = (zero, zero)
      for (number, series) in group.enumerated() {
        guard let value = series.points[index].value, value != 0 else { continue }
        let size = max(abs(scale.position(value, width) - scale.position(0, width)), 75)
        let title = "\(names[index]) \(series.label) \(series.points[index].text)"
        if value > 0 {
          canvas.rect(
            x: right, y: y + 300, width: size, height: 1_600, class: seriesClass(number),
            title: title)
          right += size
        } else {
          behind -= size
          canvas.rect(
            x: behind, y: y + 300, width: size, height: 1_600, class: seriesClass(number),
            title: title)
        }
      }
      if sums[index].up == 0, sums[index].down < 0 {
        canvas.text(
          texts[index], x: behind - 600, y: y + 1_500, anchor: .end, room: numbers - 700, class: "v"
        )
      } else {
        canvas.text(texts[index], x: right + 600, y: y + 1_500, room: numbers - 700, class: "v")
      }
      y += 2_600
    }
    canvas.line(x1: zero, y1: top, x2: zero, y2: y - 400, class: "axis")
    return y
  }

  /// Width of the column of names: as wide as they are, at most two fifths.
  func labelColumn(_ names: [String]) -> Int {
    let widest = names.map { TextWidth.of($0, size: Canvas.fontSize) }.max() ?? 0
    return min(widest, canvas.width * 2 / 5) + 1_200
  }

  /// Steps from the first to the last; a second series tells the rate of each step.
  mutating func funnel() {
    let names = data.categories.map(\.text)
    let counts = data.series[0]
    let rates = data.series.count > 1 ? data.series[1] : nil
    isComplete = true
    let left = labelColumn(names)
    let widest = counts.points.map { TextWidth.of($0.text, size: Canvas.fontSize) }.max() ?? 0
    let rateWidth = rates?.points.map { TextWidth.of($0.text, size: Canvas.fontSize) }.max() ?? 0
    let width = max(canvas.width - left - widest - rateWidth - 2_600, 2_000)
    let scale = Scale(counts.values, fromZero: true, count: 100, smallest: 1)
    var y = 0
    for (index, name) in names.enumerated() {
      let point = counts.points[index]
      canvas.text(name, x: 0, y: y + 1_900, room: left - 1_000)
      let size = point.value.map { $0 > 0 ? max(scale.position($0, width), 75) : 0 } ?? 0
      canvas.rect(
        x: left, y: y + 300, width: size, height: 2_400, class: index == 0 ? "c0" : "c1",
        title: "\(name) \(point.text)")
      canvas.text(point.text, x: left + size + 600, y: y + 1_900, class: "v")
      if let rates {
        canvas.text(rates.points[index].text, x: canvas.width, y: y + 1_900, anchor: .end)
      }
      y += 3_400
    }
    if let rates {
      // The head of the rates' column stands where the eye ends, under the last step.
      canvas.text(rates.label, x: canvas.width, y: y + 1_000, anchor: .end, room: canvas.width)
      y += 1_400
    }
    bottom = y
  }

  /// Progress against targets: each row on its own scale, up to its target.
  ///
  /// Series are the actual, its target and the share of time elapsed; or a rate of completion and the
  /// share of time elapsed: then all rows have one scale, on which the track ends at 100 %.
  mutating func bullet() {
    let names = data.categories.map(\.text)
    let actual = data.series[0]
    let isRate = actual.format == .percent1 || actual.format == .percent2
    let others = data.series.dropFirst()
    let target = isRate ? nil : others.first
    let elapsed = isRate ? others.first : others.dropFirst().first
    isComplete = true
    let texts = names.indices.map { index in
      let goal = target.map { " / " + $0.points[index].text } ?? ""
      return actual.points[index].text + goal
    }
    let left = labelColumn(names)
    let widest = texts.map { TextWidth.of($0, size: Canvas.fontSize) }.max() ?? 0
    let numbers = min(widest, canvas.width * 2 / 5)
    // On a phone the numbers stand over their bar.
    let width = isNarrow ? canvas.width : max(canvas.width - left - numbers - 1_600, 2_000)
    let start = isNarrow ? 0 : left
    // What is passed goes on behind the track, up to twice its length.
    let most = isRate ? actual.values.max() ?? 0 : 0
    let whole = max(PlotValue.one, min(most, 2 * PlotValue.one))
    let track = isRate ? Int(Rounding.divide(PlotValue.one * Int128(width), by: whole)) : width
    var y = 0
    for (index, name) in names.enumerated() {
      let base = isNarrow ? y + 2_000 : y + 700
      canvas.text(
        name, x: 0, y: y + 1_400, room: isNarrow ? canvas.width - numbers - 600 : left - 1_000)
      canvas.text(
        texts[index], x: canvas.width, y: y + 1_400, anchor: .end, room: numbers + 200, class: "v")
      canvas.rect(x: start, y: base, width: track, height: 800, class: "track")
      // Without a target there is nothing to fill up to, and no time to compare with.
      let goal = isRate ? PlotValue.one : target?.points[index].value ?? 0
      if let value = actual.points[index].value, goal > 0 {
        let part = max(0, min(value, isRate ? whole : goal))
        canvas.rect(
          x: start, y: base, width: Int(Rounding.divide(part * Int128(track), by: goal)),
          height: 800, class: "c0", title: "\(name) \(texts[index])")
      }
      if let share = elapsed?.points[index].value, goal > 0 {
        let part = max(0, min(share, PlotValue.one))
        let x = start + Int(Rounding.divide(part * Int128(track), by: PlotValue.one))
        canvas.rect(
          x: min(x, start + track - 200), y: base - 300, width: 200, height: 1_400, class: "tick")
      }
      y += isNarrow ? 4_000 : 2_800
    }
    if elapsed != nil {
      canvas.text(phrases.timeTick, x: start, y: y + 1_000, room: width)
      y += 1_400
    }
    bottom = y
  }
}

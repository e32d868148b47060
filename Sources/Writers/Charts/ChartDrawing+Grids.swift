import Documents
import Quantities

extension ChartDrawing {
  /// Cells shaded by their value, with the value printed where it fits.
  mutating func heat() {
    // In a grid each series is a column of cells; rows are the categories.
    let names = data.categories.map(\.text)
    let heads = data.series.map(\.label)
    let left = labelColumn(names)
    let columns = max(heads.count, 1)
    let cell = (canvas.width - left) / columns
    let size = Canvas.fontSize
    let widest = heads.map { TextWidth.of($0, size: size) }.max() ?? 0
    // Short heads are left out in between, long ones are cut.
    let every = widest <= 4_800 ? max(1, (widest + 400 + cell - 1) / max(cell, 1)) : 1
    for (index, head) in heads.enumerated() where index % every == 0 {
      placed(
        head, center: left + index * cell + cell / 2, y: 1_200,
        room: max(cell * every - 400, 1_200))
    }
    let largest = data.series.flatMap(\.values).max() ?? 0
    isComplete = true
    let height = 2_400
    for (row, name) in names.enumerated() {
      let y = 1_800 + row * (height + 200)
      canvas.text(name, x: 0, y: y + 1_600, room: left - 1_000)
      for (column, series) in data.series.enumerated() {
        let point = series.points[row]
        let level = ChartDrawing.level(point.value, largest)
        let x = left + column * cell
        canvas.rect(
          x: x, y: y, width: cell - 200, height: height, class: level.cell,
          title: "\(name) \(series.label) \(point.text)")
        if TextWidth.of(point.text, size: size) + 300 <= cell {
          canvas.text(
            point.text, x: x + (cell - 200) / 2, y: y + 1_600, anchor: .middle, class: level.text)
        } else {
          isComplete = false
        }
      }
    }
    bottom = 1_800 + names.count * (height + 200)
  }

  /// Five steps from nothing to the largest value.
  private static func level(
    _ value: Int128?, _ largest: Int128
  ) -> (cell: StaticString, text: StaticString?) {
    guard let value else { return ("h", nil) }
    guard value > 0, largest > 0 else { return ("h0", nil) }
    switch value * 4 / largest {
    case 0: return ("h1", "k")
    case 1: return ("h2", "k")
    case 2: return ("h3", "i")
    default: return ("h4", "i")
    }
  }

  /// Points over two measures, each with its name where there is room.
  mutating func scatter() {
    guard data.series.count > 1 else { return bars() }
    let (across, up) = (data.series[0], data.series[1])
    let horizontal = Scale(
      across.values, fromZero: true, count: isNarrow ? 4 : 6,
      smallest: across.isCounted ? PlotValue.one : 1)
    let vertical = Scale(
      up.values, fromZero: true, smallest: up.isCounted ? PlotValue.one : 1)
    let top = 2_600
    let height = isNarrow ? 20_000 : 26_000
    let left = grid(vertical, up, top: top, height: height)
    canvas.text(axisName(up), x: 0, y: top - 1_200, room: canvas.width / 2)
    // Room for the last number, which stands centred under its tick.
    let width = canvas.width - left - 1_600
    for tick in horizontal.ticks {
      let x = left + horizontal.position(tick, width)
      canvas.line(x1: x, y1: top, x2: x, y2: top + height, class: tick == 0 ? "axis" : "grid")
      placed(
        horizontal.label(tick, across.format, formatter), center: x, y: top + height + 1_600,
        room: canvas.width)
    }
    canvas.text(
      axisName(across), x: canvas.width, y: top + height + 3_200, anchor: .end,
      room: canvas.width)
    bottom = top + height + 3_800
    var taken: [(x: Int, y: Int, width: Int)] = []
    let points = data.categories.indices.compactMap { index -> (Int, Int, Int)? in
      guard let a = across.points[index].value, let b = up.points[index].value else { return nil }
      return (
        index, left + horizontal.position(a, width), top + height - vertical.position(b, height)
      )
    }
    for (index, x, y) in points {
      canvas.circle(
        x: x, y: y, radius: 450, class: "dot a",
        title:
          "\(data.categories[index].text) \(across.points[index].text) \(up.points[index].text)")
      taken.append((x - 500, y + 500, 1_000))
    }
    for (index, x, y) in points {
      let name = TextWidth.cut(
        data.categories[index].text, to: canvas.width / 3, size: Canvas.fontSize)
      let length = TextWidth.of(name, size: Canvas.fontSize)
      let places = [
        (x + 800, y + 400), (x - 800 - length, y + 400), (x + 500, y - 700),
        (x - length / 2, y - 900),
      ]
      let free = places.first { place in
        place.0 >= left && place.0 + length <= canvas.width && place.1 <= top + height - 200
          && !taken.contains {
            place.0 < $0.x + $0.width && $0.x < place.0 + length && abs(place.1 - $0.y) < 1_300
          }
      }
      guard let free else { continue }
      canvas.text(data.categories[index].text, x: free.0, y: free.1, room: canvas.width / 3)
      taken.append((free.0, free.1, length))
    }
  }

  private func axisName(_ series: ChartData.Series) -> String {
    series.unit.isEmpty ? series.label : series.label + " " + series.unit
  }
}

import Documents
import Quantities

/// Draws one chart at one width; wide for desk and paper, narrow for phones.
struct ChartDrawing {
  /// Widths in hundredths of a pixel: the paper's column, and a phone's.
  static let wide = 75_200
  static let narrow = 33_600

  let chart: Chart
  var data: ChartData
  let formatter: Formatter
  let phrases: Phrases
  /// Last counted day, marked in charts of days.
  let asOf: CalendarDay
  /// The office's own project, drawn in the strong colour among rivals.
  let project: String
  var canvas: Canvas
  /// Lower end of what is drawn.
  var bottom = 0
  /// Every number of the table is printed in the drawing.
  var isComplete = false

  init(
    _ chart: Chart, _ data: ChartData, _ formatter: Formatter, asOf: CalendarDay, project: String,
    width: Int
  ) {
    self.chart = chart
    self.data = data
    self.formatter = formatter
    self.asOf = asOf
    self.project = project
    phrases = Phrases(language: formatter.language)
    // Phones have no pointer.
    canvas = Canvas(width: width, hasTitles: width > ChartDrawing.narrow)
  }

  var isNarrow: Bool { canvas.width < 50_000 }

  mutating func draw() {
    switch chart.kind {
    case .bar: bars()
    case .columns: columns()
    case .line: lines()
    case .pareto: pareto()
    case .funnel: funnel()
    case .heat: heat()
    case .scatter: scatter()
    case .bullet: bullet()
    case .timeline: timeline()
    }
  }

  /// The drawing as an `svg` element named by `title` and described by `text`.
  func svg(id: String, class name: StaticString, title: String, text: String) -> Markup {
    var markup = Markup()
    markup.raw("<svg class=\"")
    markup.raw(name)
    markup.raw("\" viewBox=\"0 0 ")
    markup.coordinate(canvas.width)
    markup.raw(" ")
    markup.coordinate(bottom)
    markup.raw("\" role=\"img\"")
    markup.attribute("aria-labelledby", "\(id)-t \(id)-d")
    markup.raw("><title")
    markup.attribute("id", id + "-t")
    markup.raw(">")
    markup.text(title)
    markup.raw("</title><desc")
    markup.attribute("id", id + "-d")
    markup.raw(">")
    markup.text(text)
    markup.raw("</desc><g aria-hidden=\"true\">")
    markup.raw(canvas.markup)
    markup.raw("</g></svg>")
    return markup
  }

  // MARK: Parts that several charts share

  func isOwn(_ label: String) -> Bool { !project.isEmpty && label.contains(project) }

  /// Class of the marks of a series.
  func seriesClass(_ index: Int) -> StaticString {
    let names: [StaticString] = ["c0", "c1", "c2", "c3", "c4", "c5"]
    return names[index % names.count]
  }

  /// Names of the series with their colours, from the top left; the height it takes.
  mutating func legend(
    _ labels: [String], y: Int, room: Int, asLines: Bool = false
  ) -> Int {
    guard labels.count > 1 else { return 0 }
    var x = 0
    var line = y + 400
    for (index, label) in labels.enumerated() {
      let most = room - 1_600
      let width = min(TextWidth.of(label, size: Canvas.fontSize), most) + 1_600 + 1_600
      if x > 0, x + width - 1_600 > room {
        x = 0
        line += 2_000
      }
      if asLines {
        canvas.polyline(
          [(x, line + 500), (x + 1_300, line + 500)], class: index == 0 ? "line a" : "line b")
      } else {
        canvas.rect(x: x, y: line, width: 1_000, height: 1_000, class: seriesClass(index))
      }
      canvas.text(label, x: x + 1_600, y: line + 950, room: most)
      x += width
    }
    return line - y + 2_200
  }

  /// The legend with the unit at the right end of its line; where the plot may begin.
  mutating func head(_ series: [ChartData.Series], asLines: Bool = false) -> Int {
    let unit = series.first?.unit ?? ""
    if !unit.isEmpty {
      canvas.text(unit, x: canvas.width, y: 1_350, anchor: .end, room: canvas.width / 4)
    }
    let height = legend(
      series.map(\.label), y: 0, room: canvas.width * (unit.isEmpty ? 4 : 3) / 4, asLines: asLines)
    return max(height, unit.isEmpty ? 0 : 1_600) + 2_000
  }

  /// Light lines across at each tick, with their numbers at the left; where the plot begins.
  mutating func grid(
    _ scale: Scale, _ series: ChartData.Series, top: Int, height: Int
  ) -> Int {
    let labels = scale.ticks.map { scale.label($0, series.format, formatter) }
    let widest = labels.map { TextWidth.of($0, size: Canvas.fontSize) }.max() ?? 0
    let left = widest + 1_000
    for (tick, label) in zip(scale.ticks, labels) {
      let y = top + height - scale.position(tick, height)
      canvas.line(
        x1: left, y1: y, x2: canvas.width, y2: y, class: tick == 0 ? "axis" : "grid")
      canvas.text(label, x: widest, y: y + 400, anchor: .end)
    }
    return left
  }

  /// Names of categories under a plot, thinned and cut so that none meets its neighbour; the
  /// height they take.
  mutating func categoryLabels(left: Int, width: Int, y: Int) -> Int {
    let count = data.categories.count
    guard count > 0 else { return 0 }
    let band = width / count
    let labels = data.categories.map(\.text)
    let days = data.categories.compactMap(\.day)
    if days.count == count {
      let isDaily = zip(days, days.dropFirst()).allSatisfy { $1 - $0 == 1 }
      return dayLabels(days, isDaily: isDaily, left: left, width: width, y: y)
    }
    let widest = labels.map { TextWidth.of($0, size: Canvas.fontSize) }.max() ?? 0
    // Short names are left out in between, long ones are cut to their band while it can hold some.
    let isCut = widest + 600 > band && band >= 4_000 && widest > 6_000
    let every =
      isCut || widest + 600 <= band
      ? 1 : max(1, (min(widest, 9_000) + 600 + band - 1) / max(band, 1))
    for (index, label) in labels.enumerated() where index % every == 0 {
      let center = left + (2 * index + 1) * width / (2 * count)
      let room = max(band * every - 600, 1_200)
      placed(label, center: center, y: y, room: room)
    }
    return 1_800
  }

  private mutating func dayLabels(
    _ days: [CalendarDay], isDaily: Bool, left: Int, width: Int, y: Int
  ) -> Int {
    let band = width / days.count
    let weekdays = days.map { formatter.text(.day($0), unit: .day, format: .weekday) }
    let size = Canvas.fontSize
    let widest = weekdays.map { TextWidth.of($0, size: size) }.max() ?? 0
    let short = TextWidth.of("00-00", size: size)
    let isTwoLines = isDaily && days.count <= 14 && widest + 300 <= band
    let isOneLine = isTwoLines && widest + short + 900 <= band
    let every = max(1, (short + 500 + band - 1) / max(band, 1))
    for (index, day) in days.enumerated() {
      let center = left + (2 * index + 1) * width / (2 * days.count)
      let date = formatter.text(.day(day), unit: .day, format: .short)
      if isOneLine {
        canvas.text(weekdays[index] + " " + date, x: center, y: y, anchor: .middle)
      } else if isTwoLines {
        canvas.text(weekdays[index], x: center, y: y, anchor: .middle)
        let number = short + 300 <= band ? date : String(day.day)
        canvas.text(number, x: center, y: y + 1_500, anchor: .middle)
      } else if index % every == 0 {
        placed(date, center: center, y: y, room: short + 200)
      }
    }
    return isTwoLines && !isOneLine ? 3_300 : 1_800
  }

  /// A text centred on a place but kept inside the drawing.
  mutating func placed(
    _ text: String, center: Int, y: Int, room: Int, class name: StaticString? = nil
  ) {
    let cut = TextWidth.cut(text, to: room, size: Canvas.fontSize)
    let half = TextWidth.of(cut, size: Canvas.fontSize) / 2
    let x = max(half, min(canvas.width - half, center))
    canvas.text(text, x: x, y: y, anchor: .middle, room: room, class: name)
  }

  /// Which numbers are printed where not all fit: the largest and the last.
  func labelled(_ points: [ChartData.Point], room: Int) -> Set<Int> {
    let widths = points.map { TextWidth.of($0.text, size: Canvas.fontSize) }
    if (widths.max() ?? 0) + 300 <= room { return Set(points.indices) }
    let known = points.indices.filter { points[$0].value != nil }
    guard let last = known.last else { return [] }
    var chosen: Set<Int> = [last]
    let largest = known.max { (points[$0].value ?? 0, $1) < (points[$1].value ?? 0, $0) }
    if let largest {
      let gap = abs(last - largest) * room
      if gap > (widths[last] + widths[largest]) / 2 + 400 { chosen.insert(largest) }
    }
    return chosen
  }
}

import Documents
import Quantities

extension ChartDrawing {
  /// Bars from day to day, or points on a day, with the last counted day marked.
  mutating func timeline() {
    let names = data.categories.map(\.text)
    let rows = names.indices.map { row in
      data.series.compactMap { ChartDrawing.day($0.points[row].shown.value) }
    }
    guard let first = rows.joined().min(), let last = rows.joined().max() else {
      canvas.text(phrases.noData, x: 0, y: 1_400, room: canvas.width)
      bottom = 2_000
      return
    }
    let span = Span(
      first: first, last: max(last, first + 1), start: labelColumn(names) + 500,
      width: canvas.width - labelColumn(names) - 1_500)
    let height = names.count * 2_600
    let top = 2_000
    monthLines(span, top: top, height: height)
    let isInside = first <= asOf && asOf <= last
    if isInside { mark(span.x(asOf), top: top, height: height) }
    for (row, name) in names.enumerated() {
      let y = top + row * 2_600
      canvas.text(name, x: 0, y: y + 1_600, room: span.start - 1_500)
      guard let from = rows[row].min(), let to = rows[row].max() else {
        canvas.text(Formatter.dash, x: span.start, y: y + 1_600)
        continue
      }
      let dates = from == to ? [from] : [from, to]
      let title = name + " " + dates.map(\.description).joined(separator: " — ")
      if from == to {
        canvas.circle(x: span.x(from), y: y + 1_200, radius: 450, class: "dot a", title: title)
      } else {
        canvas.rect(
          x: span.x(from), y: y + 600, width: max(span.x(to) - span.x(from), 300), height: 1_200,
          class: "c1", title: title)
      }
    }
    bottom = top + height + (isInside ? 2_000 : 400)
  }

  /// Days on a stretch of the drawing.
  private struct Span {
    let first: CalendarDay
    let last: CalendarDay
    let start: Int
    let width: Int

    func x(_ day: CalendarDay) -> Int { start + (day - first) * width / (last - first) }
  }

  private static func day(_ value: Value) -> CalendarDay? {
    if case .day(let day) = value { day } else { nil }
  }

  private mutating func mark(_ x: Int, top: Int, height: Int) {
    canvas.line(x1: x, y1: top, x2: x, y2: top + height, class: "goal")
    placed(
      phrases.asOf(formatter.text(.day(asOf), unit: .day, format: .short)), center: x,
      y: top + height + 1_400, room: canvas.width, class: "w")
  }

  /// A light line at the first of each month, quarter, year or decade, with its name where it fits.
  private mutating func monthLines(_ span: Span, top: Int, height: Int) {
    let days = span.last - span.first
    let step = [1, 3, 12, 120].first { days <= $0 * 31 * 24 } ?? 1_200
    let (year, firstMonth, _) = span.first.parts
    let from = (year * 12 + firstMonth - 1) / step * step
    var free = 0
    for number in 0...26 {
      let month = from + number * step
      guard
        let day = CalendarDay(year: month / 12, month: month % 12 + 1, day: 1), day >= span.first
      else { continue }
      guard day <= span.last else { break }
      let x = span.x(day)
      canvas.line(x1: x, y1: top - 400, x2: x, y2: top + height, class: "grid")
      let text = monthName(day, isYear: step >= 12 || day.month == 1)
      let length = TextWidth.of(text, size: Canvas.fontSize)
      if x >= free, x + length <= canvas.width {
        canvas.text(text, x: x, y: top - 800)
        free = x + length + 600
      }
    }
  }

  private func monthName(_ day: CalendarDay, isYear: Bool) -> String {
    if isYear { return formatter.language == .chinese ? "\(day.year)年" : "\(day.year)" }
    guard formatter.language == .english else { return "\(day.month)月" }
    let text = formatter.text(.day(day), unit: .day, format: .monthDay)
    return String(text.drop { $0.isNumber || $0 == " " })
  }
}

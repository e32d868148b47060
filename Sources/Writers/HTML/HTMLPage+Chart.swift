import Documents
import Quantities

extension HTMLPage {
  /// A chart in two widths, with its numbers as a table unless the same table stands beside.
  mutating func chart(_ chart: Chart, beside: [Block], heading: String) {
    let data = ChartData(chart, formatter)
    guard !data.isEmpty else {
      blockTitle(chart.title, heading: heading)
      return empty(chart.table.emptyText)
    }
    chartNumber += 1
    markup.raw("<figure class=\"chart\">")
    if !chart.title.isEmpty, !HTMLPage.repeats(heading, chart.title) {
      markup.raw("<figcaption>")
      markup.text(chart.title)
      markup.raw("</figcaption>")
    }
    let title = chart.title.isEmpty ? heading : chart.title
    let text = chart.description.isEmpty ? title : chart.description
    var isComplete = false
    for isNarrow in [false, true] {
      var drawing = ChartDrawing(
        chart, data, formatter, asOf: document.asOf, project: document.project,
        width: isNarrow ? ChartDrawing.narrow : ChartDrawing.wide)
      drawing.draw()
      if !isNarrow { isComplete = drawing.isComplete }
      markup.raw("\n")
      markup.raw(
        drawing.svg(
          id: "c\(chartNumber)" + (isNarrow ? "n" : ""), class: isNarrow ? "narrow" : "wide",
          title: title, text: text))
    }
    if !HTMLPage.stands(chart.table, beside: beside) {
      // On paper the table is open where the chart cannot print all its numbers, unless it is long
      // or a table of the same members prints them.
      let isOpen =
        !isComplete && chart.table.rows.count <= 16
        && !HTMLPage.stands(chart.table, beside: beside, isSameFigure: false)
      markup.raw(isOpen ? "\n<details class=\"open\"><summary>" : "\n<details><summary>")
      markup.text(phrases.numbers)
      markup.raw("</summary>")
      table(chart.table, heading: title)
      markup.raw("</details>")
    }
    markup.raw("</figure>\n")
  }

  /// What figures of the same rows share: a curve and its table.
  private static func family(_ figure: String) -> Substring {
    figure.lastIndex(of: ".").map { figure[..<$0] } ?? figure[...]
  }

  /// Whether a table of the same section shows every cell of `table`: of the same figure, or of one
  /// about the same members.
  static func stands(_ table: Table, beside: [Block], isSameFigure: Bool = true) -> Bool {
    guard let of = table.of else { return false }
    return beside.contains { block in
      guard case .table(let other) = block, let shown = other.of,
        shown == of || !isSameFigure && family(shown) == family(of),
        other.rows.count >= table.rows.count
      else { return false }
      let places = table.columns.map { column in
        other.columns.firstIndex { $0.key == column.key }
      }
      guard !places.contains(nil) else { return false }
      return zip(table.rows, other.rows).allSatisfy { row, shown in
        zip(row.cells, places).allSatisfy { cell, place in
          place.map { $0 < shown.cells.count && shown.cells[$0].value == cell.value } ?? false
        }
      }
    }
  }
}

import Documents
import Quantities

/// A chart's table as categories and series.
///
/// Where the first column repeats its words and another column of words stands beside (week and
/// project, weekday and hour), that column names the series: rows become a grid.
struct ChartData {
  /// One point of a series; nil value where nothing is known.
  struct Point {
    var value: Int128?
    var text: String
    var shown: Shown
  }

  struct Series {
    var label: String
    /// As printed beside the numbers.
    var unit: String
    var format: Format
    var isCounted: Bool
    var points: [Point]

    var values: [Int128] { points.compactMap(\.value) }
  }

  /// Shown words of each category, and the day where it is one.
  var categories: [(text: String, day: CalendarDay?)] = []
  var series: [Series] = []
  /// The series come from words in the rows, not from columns.
  var isGrid = false

  init(_ chart: Chart, _ formatter: Formatter) {
    let table = chart.table
    let drawn = chart.values.compactMap { key in
      table.columns.indices.dropFirst().first { table.columns[$0].key == key }
    }
    guard let firstDrawn = drawn.first, !table.rows.isEmpty else { return }
    let rows = table.rows.filter { row in
      // What a limit folded is no place of a curve.
      let isPlace = row.kind != .total && (row.kind != .others || chart.kind != .pareto)
      return isPlace && row.cells.count >= table.columns.count
    }
    let keys = rows.map { $0.cells[0].value }
    let names = table.columns.indices.dropFirst().first {
      table.columns[$0].kind == .text && !drawn.contains($0)
    }
    if Set(keys).count < keys.count, drawn.count == 1, let names {
      isGrid = true
      readGrid(rows, names, firstDrawn, table, formatter)
    } else {
      categories = rows.map { ChartData.category($0.cells[0], formatter) }
      series = drawn.map { column in
        let points = rows.map { ChartData.point($0.cells[column], formatter) }
        return ChartData.series(
          table.columns[column].label, points, table.columns[column], formatter)
      }
    }
  }

  /// All series have the unit of the first.
  var hasOneUnit: Bool {
    series.allSatisfy { $0.unit == series[0].unit && $0.format == series[0].format }
  }

  /// Puts the places in order of the first series, the largest first, equal ones as they were.
  mutating func sortByValue() {
    guard let values = series.first?.points.map(\.value) else { return }
    let order = values.indices.sorted { a, b in
      let (left, right) = (values[a] ?? .min, values[b] ?? .min)
      return left != right ? left > right : a < b
    }
    categories = order.map { categories[$0] }
    for index in series.indices { series[index].points = order.map { series[index].points[$0] } }
  }

  /// No number anywhere.
  var isEmpty: Bool { series.allSatisfy { $0.values.isEmpty } }

  private mutating func readGrid(
    _ rows: [Table.Row], _ names: Int, _ drawn: Int, _ table: Table, _ formatter: Formatter
  ) {
    var categoryIndex: [Value: Int] = [:]
    var seriesIndex: [Value: Int] = [:]
    var labels: [String] = []
    for row in rows {
      let (key, name) = (row.cells[0], row.cells[names])
      if categoryIndex[key.value] == nil {
        categoryIndex[key.value] = categories.count
        categories.append(ChartData.category(key, formatter))
      }
      if seriesIndex[name.value] == nil {
        seriesIndex[name.value] = labels.count
        labels.append(name.text(formatter))
      }
    }
    let nothing = Point(
      value: nil, text: Formatter.dash, shown: Shown(.missing(.notRecorded), unit: .none))
    var grid = labels.map { _ in categories.map { _ in nothing } }
    for row in rows {
      guard let column = categoryIndex[row.cells[0].value],
        let line = seriesIndex[row.cells[names].value]
      else { continue }
      grid[line][column] = ChartData.point(row.cells[drawn], formatter)
    }
    series = zip(labels, grid).map { label, points in
      ChartData.series(label, points, table.columns[drawn], formatter)
    }
  }

  private static func series(
    _ label: String, _ points: [Point], _ column: Table.Column, _ formatter: Formatter
  ) -> Series {
    let first = points.first { $0.value != nil }?.shown
    let format = first.map { $0.format == .usual ? Format.usual(for: $0.unit) : $0.format }
    let unit = first?.unitText(formatter) ?? column.unit
    let isCounted = points.allSatisfy { point in
      guard let value = point.value else { return true }
      return value % PlotValue.one == 0 && (format ?? .usual) == .usual
    }
    return Series(
      label: label, unit: unit == "%" ? "" : unit, format: format ?? .usual, isCounted: isCounted,
      points: points)
  }

  private static func category(_ shown: Shown, _ formatter: Formatter) -> (String, CalendarDay?) {
    if case .day(let day) = shown.value { return (shown.text(formatter), day) }
    return (shown.text(formatter), nil)
  }

  private static func point(_ cell: Shown, _ formatter: Formatter) -> Point {
    var shown = cell
    // Money of a column of mixed measures says its unit once, beside the axis.
    if cell.unit == .ofRow, case .money = cell.value { shown.unit = .money }
    return Point(value: PlotValue.of(shown.value), text: shown.text(formatter), shown: shown)
  }
}

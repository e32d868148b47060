import Documents
import Quantities

extension HTMLPage {
  /// A table with caption, scoped heads and foot, in a frame that scrolls where it is too wide.
  mutating func table(_ table: Table, heading: String = "", layout known: TableLayout? = nil) {
    guard !table.rows.isEmpty, !table.columns.isEmpty else {
      blockTitle(table.title, heading: heading)
      return empty(table.emptyText)
    }
    let layout =
      known
      ?? TableLayout(table, formatter, isLandscape: document.orientation == .landscape)
    markup.raw("<div class=\"frame\"")
    if table.columns.count > 4 {
      // A frame that may scroll must be reachable by keyboard and have a name.
      markup.raw(" role=\"region\" tabindex=\"0\"")
      markup.attribute("aria-label", table.title.isEmpty ? heading : table.title)
    }
    markup.raw("><table")
    switch layout.size {
    case .usual: break
    case .wide: markup.raw(" class=\"wide\"")
    case .dense: markup.raw(" class=\"wide dense\"")
    case .tiny: markup.raw(" class=\"wide dense tiny\"")
    }
    if table.rows.count <= 14 { markup.raw(" data-short") }
    if let of = table.of { markup.attribute("data-of", of) }
    markup.raw(">")
    caption(table, heading: heading)
    head(table, layout)
    markup.raw("<tbody>\n")
    for row in table.rows { self.row(row, table, layout) }
    markup.raw("</tbody>")
    if let total = table.total {
      markup.raw("<tfoot>\n")
      row(total, table, layout)
      markup.raw("</tfoot>")
    }
    markup.raw("</table></div>\n")
    let reasons = layout.reasons
    if !reasons.isEmpty {
      markup.raw("<p class=\"legend\">")
      markup.text(
        Formatter.dash + " "
          + reasons.map { $0.reason[document.language] }.joined(
            separator: document.language == .chinese ? "；" : "; "))
      markup.raw("</p>\n")
    }
  }

  private mutating func caption(_ table: Table, heading: String) {
    let title = table.title.isEmpty ? heading : table.title
    markup.raw("<caption>")
    if HTMLPage.repeats(heading, title) {
      markup.raw("<span class=\"unseen\">")
      markup.text(title)
      markup.raw("</span>")
    } else {
      markup.raw("<b>")
      markup.text(title)
      markup.raw("</b>")
    }
    if table.cases != nil || !table.remarks.isEmpty {
      markup.raw(" <span class=\"remarks\">")
      if let cases = table.cases {
        markup.text(phrases.cases)
        value(cases)
        let unit = cases.unitText(formatter)
        if !unit.isEmpty { markup.text(" " + unit) }
        if !table.remarks.isEmpty { markup.text(document.language == .chinese ? "；" : "; ") }
      }
      markup.text(table.remarks.joined(separator: document.language == .chinese ? "；" : "; "))
      markup.raw("</span>")
    }
    markup.raw("</caption>")
  }

  private mutating func head(_ table: Table, _ layout: TableLayout) {
    markup.raw("<thead><tr>")
    for (index, column) in table.columns.enumerated() {
      markup.raw("<th scope=\"col\"")
      columnClass(column, isRank: layout.isRank[index])
      markup.attribute("data-key", column.key)
      markup.raw(">")
      markup.text(column.label)
      let unit = layout.headUnits[index]
      if !unit.isEmpty {
        markup.raw(" <small>")
        markup.text(unit)
        markup.raw("</small>")
      }
      markup.raw("</th>")
    }
    markup.raw("</tr></thead>")
  }

  private mutating func columnClass(_ column: Table.Column, isRank: Bool) {
    guard !isRank else { return markup.raw(" class=\"r\"") }
    switch column.kind {
    case .text: break
    case .number, .change: markup.raw(" class=\"n\"")
    case .share: markup.raw(" class=\"n s\"")
    case .blank: markup.raw(" class=\"pen\"")
    }
  }

  private mutating func row(_ row: Table.Row, _ table: Table, _ layout: TableLayout) {
    switch row.kind {
    case .plain: markup.raw("<tr>")
    case .unfilled, .others: markup.raw("<tr class=\"rest\">")
    case .total: markup.raw("<tr class=\"sum\">")
    }
    let isTotal = row.kind == .total
    for (index, column) in table.columns.enumerated() {
      let cell = index < row.cells.count ? row.cells[index] : Shown(.text(""), unit: .none)
      let isHead = index == layout.headColumn
      markup.raw(isHead ? "<th scope=\"row\"" : "<td")
      cellClass(cell, column, isRank: layout.isRank[index])
      markup.raw(">")
      if column.kind == .share, !isTotal { bar(cell, of: layout.largest[index]) }
      value(cell)
      if layout.printsUnits[index], cell.value.absence == nil {
        let unit = cell.unitText(formatter)
        if !unit.isEmpty, unit != "%" {
          markup.raw(" <small>")
          markup.text(unit)
          markup.raw("</small>")
        }
      }
      markup.raw(isHead ? "</th>" : "</td>")
    }
    markup.raw("</tr>\n")
  }

  private mutating func cellClass(_ cell: Shown, _ column: Table.Column, isRank: Bool) {
    guard !isRank else { return markup.raw(" class=\"r\"") }
    switch column.kind {
    case .text:
      if TableLayout.isLong(cell.text(formatter)) { markup.raw(" class=\"long\"") }
    case .blank: break
    case .number: markup.raw(" class=\"n\"")
    case .share: markup.raw(" class=\"n s\"")
    case .change:
      let isDown = cell.value.number.map { $0 < .zero } ?? false
      markup.raw(isDown ? " class=\"n down\"" : " class=\"n\"")
    }
  }

  /// A share as a thin bar left of its number, against the largest share of the column.
  ///
  /// The width is a class in whole percent: the content policy allows no style attributes, and a
  /// drawing would weigh five times as much in every cell.
  private mutating func bar(_ cell: Shown, of largest: Rational) {
    guard let share = cell.value.number, share > .zero, let part = share / largest else { return }
    markup.raw("<i class=\"bar w")
    markup.text(String(max(1, (HTMLPage.perMille(part) + 5) / 10)))
    markup.raw("\"></i>")
  }
}

/// What the cells of a table together decide about its look.
struct TableLayout {
  /// How small the table must be printed to fit on its paper; each has its class in the theme.
  enum Size { case usual, wide, dense, tiny }

  /// Words of a cell that may break into lines.
  static func isLong(_ text: String) -> Bool { TextWidth.of(text, size: 1) > 1_200 }

  /// The column whose cells name their rows: the first one of words, else the first.
  let headColumn: Int
  /// Units printed in the head.
  var headUnits: [String] = []
  /// Whether the unit stands behind each number because the column mixes several.
  var printsUnits: [Bool] = []
  /// Ranks stand left, before the names they rank.
  var isRank: [Bool] = []
  /// Largest share of each column.
  var largest: [Rational] = []
  /// Why cells are missing, each reason once.
  var reasons: [Absence] = []

  /// Size on paper.
  let size: Size
  /// Whether the table is readable in half the width of a page.
  let fitsHalf: Bool

  init(_ table: Table, _ formatter: Formatter, isLandscape: Bool) {
    let named = table.columns.firstIndex { $0.kind == .text } ?? 0
    headColumn = named
    let rows = table.rows + (table.total.map { [$0] } ?? [])
    for (index, column) in table.columns.enumerated() {
      let cells = rows.compactMap { index < $0.cells.count ? $0.cells[index] : nil }
      var units: [String] = []
      var isMoney = false
      for cell in cells where cell.isNumber {
        let unit = cell.unitText(formatter)
        if !units.contains(unit) { units.append(unit) }
        isMoney = isMoney || [.money, .moneyPerItem, .area, .pricePerArea].contains(cell.unit)
      }
      isRank.append(cells.contains { $0.unit == .rank })
      // Names of single figures say their unit: 来访（组）.
      let isNamed = rows.allSatisfy { row in
        guard index < row.cells.count, row.cells[index].isNumber else { return true }
        let unit = row.cells[index].unitText(formatter)
        return unit.isEmpty || row.cells[named].text(formatter).contains(unit)
      }
      let mixes = column.unit.isEmpty && units.count > 1 && !isNamed
      if isNamed, units.count > 1 { isMoney = false }
      printsUnits.append(mixes)
      // Counted things say their unit in the column's name; money and areas need it printed.
      let implied = column.unit.isEmpty && !mixes && isMoney ? units.first ?? "" : ""
      // A label such as 接受（组） or 逾期天数 says its unit already.
      let isSaid =
        column.unit == "%" || column.label.hasSuffix("）") || column.label.hasSuffix(")")
        || !column.unit.isEmpty && column.label.lowercased().contains(column.unit.lowercased())
      headUnits.append(isSaid ? "" : column.unit.isEmpty ? implied : column.unit)
      largest.append(
        cells.dropLast(table.total == nil ? 0 : 1).compactMap(\.value.number).max() ?? .zero)
    }
    let ems = TableLayout.ems(of: table, formatter, mixes: printsUnits)
    size = TableLayout.size(ems, columns: table.columns.count, isLandscape: isLandscape)
    // The estimate of a digit's width is generous, and words may break.
    fitsHalf =
      table.columns.count <= 7
      && ems * 83 / 10 + (table.columns.count - 1) * 500
        <= (isLandscape ? 48_000 : 32_500)
    for cell in rows.flatMap(\.cells) {
      guard let absence = cell.value.absence, absence != .notApplicable else { continue }
      if !reasons.contains(absence) { reasons.append(absence) }
    }
  }

  /// Width of all columns side by side, in hundredths of a letter's width.
  private static func ems(of table: Table, _ formatter: Formatter, mixes: [Bool]) -> Int {
    var ems = 0
    for (index, column) in table.columns.enumerated() {
      let rows = table.rows + (table.total.map { [$0] } ?? [])
      let widest = rows.lazy.map { row -> Int in
        guard index < row.cells.count else { return 0 }
        let cell = row.cells[index]
        let unit = mixes[index] && cell.isNumber ? cell.unitText(formatter) : ""
        let text = cell.text(formatter) + unit
        return min(TextWidth.of(text, size: 1), column.kind == .text ? 1_200 : .max)
      }.max()
      // Heads may break on paper, but not within four characters.
      ems += max(widest ?? 0, min(TextWidth.of(column.label + column.unit, size: 1), 400))
      if column.kind == .blank { ems += 400 }
      if column.kind == .share { ems += 300 }
    }
    return ems
  }

  /// The largest of the theme's printed sizes at which all columns stand side by side.
  private static func size(_ ems: Int, columns: Int, isLandscape: Bool) -> Size {
    // Hundredths of a pixel between the margins of A4.
    let paper = isLandscape ? 100_000 : 67_000
    let gaps = max(columns - 1, 0) * 100
    // The desk's column is no wider, its letters are larger.
    if ems * 12 + gaps * 18 <= paper, ems * 14 + gaps * 18 <= 73_500 { return .usual }
    if ems * 105 / 10 + gaps * 8 <= paper { return .wide }
    return ems * 9 + gaps * 6 <= paper ? .dense : .tiny
  }
}

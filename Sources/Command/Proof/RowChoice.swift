import Facts
import Loaders
import Quantities

/// One row of a table as a person names it: by the text of its first cell, in either language, or
/// by its place in the table as `#3`.
struct RowChoice {
  let row: FactTable.Row
  /// The name as shown, with the place where it was chosen by that.
  let name: String
  /// Place in the table; nil for the total.
  let index: Int?

  /// Finds `text` in the table of a figure as it is shown, with personal cells masked.
  init(
    _ text: String, of key: FigureKey, shown: FactTable, _ language: Language
  ) throws(Failure) {
    let rows = Array(shown.rows) + (shown.total.map { [$0] } ?? [])
    let wanted = CellText.folded(text)
    let found = rows.indices.filter { index in
      RowChoice.names(rows[index]).contains { $0 == text || CellText.folded($0) == wanted }
    }
    if found.isEmpty, text.hasPrefix("#"), let number = Int(text.dropFirst()) {
      guard shown.rows.indices.contains(number - 1) else {
        throw Failure(
          .usage, "\(key.text) 有\(shown.rows.count)行，没有第\(number)行",
          "\(key.text) has \(shown.rows.count) rows, none numbered \(number)")
      }
      row = shown.rows[number - 1]
      name = RowChoice.name(row, language) + " #\(number)"
      index = number - 1
      return
    }
    guard let first = found.first else {
      throw RowChoice.unknown(text, key, rows, language)
    }
    guard found.count == 1 else {
      let places = found.prefix(20).map { "'#\($0 + 1)'" }
      let more = found.count > places.count ? " …" : ""
      throw Failure(
        .usage,
        "\(key.text) 有\(found.count)行叫“\(text)”；用行号选一行：--row "
          + places.joined(separator: "、") + more,
        "\(key.text) has \(found.count) rows named \"\(text)\"; choose one by its place: --row "
          + places.joined(separator: ", ") + more)
    }
    row = rows[first]
    name = RowChoice.name(row, language)
    index = shown.rows.indices.contains(first) ? first : nil
  }

  /// What stands in the first cell.
  private static func name(_ row: FactTable.Row, _ language: Language) -> String {
    row.cells.first.map { Formatter(language).text($0, unit: .text) } ?? ""
  }

  /// All that a person may call a row: its name in either language, or the exact number of JSON.
  private static func names(_ row: FactTable.Row) -> [String] {
    var names = Language.allCases.map { name(row, $0) }
    switch row.cells.first {
    case .money(let money): names.append(Digits.decimal(Int128(money.fen), decimals: 2))
    case .area(let area): names.append(Digits.decimal(Int128(area.hundredths), decimals: 2))
    default: break
    }
    return names
  }

  private static func unknown(
    _ text: String, _ key: FigureKey, _ rows: [FactTable.Row], _ language: Language
  ) -> Failure {
    var names: [String] = []
    for row in rows {
      let name = name(row, language)
      if !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else {
      return Failure(.usage, "\(key.text) 没有任何一行", "\(key.text) has no row at all")
    }
    let near = Spelling.nearest(to: text, among: names)
    if !near.isEmpty {
      return Failure(
        .usage, "\(key.text) 没有“\(text)”这一行；是不是 \(near.joined(separator: "、"))？",
        "\(key.text) has no row \"\(text)\"; did you mean \(near.joined(separator: ", "))?")
    }
    let some = names.prefix(20)
    let more = names.count > some.count ? " …" : ""
    return Failure(
      .usage, "\(key.text) 没有“\(text)”这一行；有：\(some.joined(separator: "、"))\(more)",
      "\(key.text) has no row \"\(text)\"; there are: \(some.joined(separator: ", "))\(more)")
  }
}

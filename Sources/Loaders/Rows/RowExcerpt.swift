import Diagnostics
import Records

/// The line of the source shown under a message, masked, with the cell that is meant.
enum RowExcerpt {
  /// A cell as it may be shown: names and numbers hidden unless the user asked for them.
  static func shown(_ text: String, _ field: Field?, showsPersonal: Bool) -> String {
    let line = text.filter { !$0.isNewline }
    if showsPersonal { return line }
    switch field {
    case .name, .referrer: return PersonalMask.name(line)
    case .phone: return PersonalMask.phone(line)
    default: return PersonalMask.text(line)
    }
  }

  /// The row's cells joined again, shortened around the cell at `position`.
  static func make(
    _ cells: [String], _ plan: HeaderPlan, position: Int, separator: Character,
    showsPersonal: Bool
  ) -> Excerpt {
    var shown = cells.enumerated().map { index, cell in
      let field = index < plan.columns.count ? plan.columns[index].targets.first?.field : nil
      return RowExcerpt.shown(cell, field, showsPersonal: showsPersonal)
    }
    for index in shown.indices where index != position && shown[index].count > 24 {
      shown[index] = shown[index].prefix(20) + "…"
    }
    // Cells before the one that is meant are dropped until it lies within a screen's width.
    var first = 0
    func width(_ range: Range<Int>) -> Int { shown[range].reduce(0) { $0 + $1.count + 1 } }
    while first < position, width(first..<min(position + 1, shown.count)) > 72 { first += 1 }
    let text = shown[first...].joined(separator: String(separator))
    let lead = first > 0 ? "…" + String(separator) : ""
    let start = lead.count + width(first..<max(first, min(position, shown.count)))
    let length = position < shown.count ? max(1, shown[position].count) : 1
    let whole = lead + text
    let line = whole.count > 110 ? whole.prefix(max(109, start + length)) + "…" : whole[...]
    return Excerpt(text: String(line), start: start, length: length)
  }
}

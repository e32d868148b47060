import Documents
import Facts
import Quantities

/// Lists, checklists, timelines and boards.
extension Binding {
  mutating func list(_ spec: ListSpec) -> Bound {
    switch entries(spec) {
    case .failure(let absent): return .absent(absent.name, absent.absence)
    case .success(let entries):
      return .block(
        .list(
          ItemList(
            title: string(spec.title), items: entries.map(\.text), isNumbered: spec.isNumbered,
            emptyText: spec.empty.map(string) ?? Phrases.noRows[language])))
    }
  }

  mutating func checklist(_ spec: ListSpec) -> Bound {
    switch entries(spec) {
    case .failure(let absent): return .absent(absent.name, absent.absence)
    case .success(let entries):
      guard !entries.isEmpty else {
        let text = spec.empty.map(string) ?? Phrases.noRows[language]
        return .block(
          .list(
            ItemList(title: string(spec.title), items: [], isNumbered: false, emptyText: text)))
      }
      let items = entries.map { Checklist.Item($0.text, isDone: $0.isDone) }
      return .block(.checklist(Checklist(title: string(spec.title), items: items)))
    }
  }

  private mutating func entries(
    _ spec: ListSpec
  ) -> Result<[(text: [Inline], isDone: Bool?)], AbsentFigure> {
    guard let key = spec.figure, let definition = context.catalogue[key.id] else {
      return .success(spec.items.map { (inlines($0.text).inlines, isDone($0.check)) })
    }
    guard let table = context.fact(key).table else { return .success([]) }
    if let absence = table.absence {
      return .failure(AbsentFigure(name: string(spec.title), absence: absence))
    }
    let outer = row
    defer { row = outer }
    var rows = Array(table.rows)
    if let match = spec.match, let value = each?.key,
      let column = definition.columns.firstIndex(where: { $0.key == match })
    {
      rows = rows.filter { $0.cells.indices.contains(column) && $0.cells[column] == value }
    }
    if spec.newestFirst { rows.reverse() }
    var entries: [(text: [Inline], isDone: Bool?)] = []
    for content in rows.prefix(spec.limit ?? rows.count) {
      row = RowAtHand(definition: definition, row: content)
      if spec.items.isEmpty {
        entries.append((joined(content, columns(spec.columns, definition), definition), nil))
      } else {
        entries += spec.items.map { (inlines($0.text).inlines, isDone($0.check)) }
      }
    }
    if let limit = spec.limit, rows.count > limit {
      entries.append(([.text(Phrases.more(rows.count - limit, of: rows.count)[language])], nil))
    }
    return .success(entries)
  }

  private func columns(
    _ columns: [TableSpec.Column], _ definition: FigureDefinition
  ) -> [TableSpec.Column] {
    columns.isEmpty ? definition.columns.map { TableSpec.Column(key: $0.key) } : columns
  }

  /// The cells of a row in one line, those that are missing left out.
  private func joined(
    _ row: FactTable.Row, _ columns: [TableSpec.Column], _ definition: FigureDefinition
  ) -> [Inline] {
    var inlines: [Inline] = []
    for column in columns {
      let shown = cell(column, row.cells, definition)
      guard !shown.value.isMissing else { continue }
      if !inlines.isEmpty { inlines.append(.text(" · ")) }
      inlines.append(.value(shown))
      let unit = shown.unitText(formatter)
      if !unit.isEmpty, unit != "%" { inlines.append(.text(" " + unit)) }
    }
    return inlines
  }

  private func isDone(_ check: ListSpec.Item.Check) -> Bool? {
    switch check {
    case .byHand: return nil
    case .filled(let slots):
      let typed = slots.map { !context.texts(template.name, $0).isEmpty }
      return typed.last == true ? true : typed.contains(true) ? false : nil
    case .none(let key): return isKnown(key) ? !hasContent(key) : nil
    case .some(let key): return isKnown(key) ? hasContent(key) : nil
    }
  }

  private func isKnown(_ key: FigureKey) -> Bool {
    switch context.fact(key).content {
    case .table(let table): table.absence == nil
    case .scalar(let value): !value.isMissing
    }
  }

  // MARK: Timeline

  mutating func timeline(_ spec: TimelineSpec) -> Bound {
    let title = string(spec.title)
    let empty = spec.empty.map(string) ?? Phrases.noRows[language]
    guard let key = spec.figure, let definition = context.catalogue[key.id] else {
      let entries = spec.items.map { item in
        Timeline.Entry(
          when: clock(item.at), mark: string(item.mark), text: string(item.text),
          detail: string(item.detail))
      }
      return .block(.timeline(Timeline(title: title, entries: entries, emptyText: empty)))
    }
    guard let table = context.fact(key).table else { return .absent(title, .notApplicable) }
    if let absence = table.absence { return .absent(title, absence) }
    let ordered = spec.newestFirst ? Array(table.rows.reversed()) : Array(table.rows)
    let rows = ordered.prefix(spec.limit ?? ordered.count)
    let entries = rows.map { row in
      Timeline.Entry(
        when: cell(TableSpec.Column(key: spec.at), row.cells, definition),
        mark: countdown(row, spec.mark, definition) ?? words(row, spec.mark, definition),
        text: words(row, spec.text, definition),
        detail: words(row, spec.detail, definition))
    }
    return .block(.timeline(Timeline(title: title, entries: Array(entries), emptyText: empty)))
  }

  /// Days left to a planned day as people say them; nil for any other mark.
  private func countdown(
    _ row: FactTable.Row, _ columns: [TableSpec.Column], _ definition: FigureDefinition
  ) -> String? {
    guard columns.count == 1, columns[0].key == "days",
      case .count(let days) = cell(columns[0], row.cells, definition).value
    else { return nil }
    return Phrases.countdown(days)[language]
  }

  private func words(
    _ row: FactTable.Row, _ columns: [TableSpec.Column], _ definition: FigureDefinition
  ) -> String {
    joined(row, columns, definition).plain(formatter)
  }

  /// "9:30" as a time of day, anything else as it stands.
  private func clock(_ text: String) -> Shown {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]),
      (0..<48).contains(hours), (0..<60).contains(minutes)
    {
      return Shown(.clock(hours * 60 + minutes), unit: .clock)
    }
    return Shown(.text(text), unit: .text)
  }
}

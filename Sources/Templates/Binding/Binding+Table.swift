import Documents
import Facts
import Quantities

/// Tables, and the numbers of charts.
extension Binding {
  func table(_ spec: TableSpec, keepsLast: Bool = false) -> Result<Table, AbsentFigure> {
    var places: [Int] = []
    return table(spec, keepsLast: keepsLast, places: &places)
  }

  /// - Parameter places: of a curve, whose limit thins it out instead of cutting it: which places
  ///   of the whole order stay; nil or empty for everything else.
  func table(
    _ spec: TableSpec, keepsLast: Bool, isCurve: Bool = false, places: inout [Int]
  ) -> Result<Table, AbsentFigure> {
    guard let first = spec.figures.first, let known = context.catalogue[first.id] else {
      return .failure(AbsentFigure(name: "", absence: .notApplicable))
    }
    if known.shape == .scalar { return figures(spec) }
    let definition = known.withReturns
    let name = spec.title.map(string) ?? label(of: definition, first.scope)
    let fact = context.fact(first)
    guard let content = fact.table else {
      return .failure(AbsentFigure(name: name, absence: .notApplicable))
    }
    if let absence = content.absence {
      return .failure(AbsentFigure(name: name, absence: absence))
    }
    var columns = spec.columns
    if columns.isEmpty { columns = known.columns.map { TableSpec.Column(key: $0.key) } }
    columns = columns.filter { $0.key != spec.match }

    var rows = TableRows(definition)
    var totals: [Scope: [Value]] = [:]
    var denominators: [Scope: Int] = [:]
    var scopes = [first.scope]
    for case let scope? in columns.map(\.scope) where !scopes.contains(scope) {
      scopes.append(scope)
    }
    let running = isCurve ? definition.columns.firstIndex { $0.key == "running-share" } : nil
    let goal = Rational(4, over: 5) ?? .zero
    // Of a long table of one scope only the rows that stay are made.
    let isLong =
      content.rows.areMadeLate && definition.columns.count == known.columns.count
      && scopes.count == 1 && spec.match == nil && !spec.newestFirst
    let longLimit =
      isLong && (running != nil || definition.shape == .list && !keepsLast)
      ? spec.limit : nil
    for scope in scopes {
      let fact = context.fact(FigureKey(first.id, scope))
      guard let table = fact.table?.withReturns(of: known) else { continue }
      if let longLimit, let running {
        places = rows.addThinned(table.rows, scope, running: running, goal: goal, to: longLimit)
      } else if let longLimit {
        rows.addFirst(longLimit, of: table.rows, scope)
      } else {
        rows.add(table, scope, match: match(spec, definition))
      }
      if let total = table.total { totals[scope] = total.cells }
      if let cases = table.cases { denominators[scope] = cases }
    }
    rows.complete(scopes, denominators: denominators)
    if spec.newestFirst { rows.reverse() }
    if let limit = spec.limit, longLimit == nil {
      if let running {
        let reached = rows.rows.firstIndex { row in
          (row.cells[first.scope]?[running].number ?? .zero) >= goal
        }
        places = rows.thin(to: limit, goal: reached)
      } else {
        rows.limit(to: limit, keepsLast: keepsLast)
      }
    }

    let heads = columns.map { head($0, base: first.scope, definition, rows) }
    var shown = rows.rows.map { row in
      Table.Row(
        columns.map { cell($0, row.cells[$0.scope ?? first.scope] ?? [], definition) },
        kind: kind(row.kind))
    }
    if !content.isMultiple, definition.shape == .table { printShares(columns, definition, &shown) }
    // Rows of one section's own say nothing of the others.
    var remarks =
      spec.match == nil && spec.hasRemarks ? fact.remarks.map { $0[language] } : []
    if content.isMultiple { remarks.append(Phrases.manyWords[language]) }
    if rows.leftOut > 0 {
      let all = rows.leftOut + rows.rows.count
      remarks.append(
        (places.isEmpty
          ? Phrases.more(rows.leftOut, of: all) : Phrases.some(places.count, of: all))[language])
    }
    let isList = definition.shape == .list
    let own = isList && spec.match != nil ? rows.rows.count + rows.leftOut : nil
    return .success(
      Table(
        of: first.text, title: name, columns: heads + blankHeads(spec),
        rows: shown.map { $0.with(blanks: spec.written.count) },
        total: spec.hasTotal && spec.match == nil && !shown.isEmpty
          ? total(columns, totals, base: first.scope, definition)?
            .with(blanks: spec.written.count) : nil,
        cases: spec.match != nil
          ? own.map { Shown(.count($0), unit: casesUnit(definition)) }
          : content.cases.map { Shown(.count($0), unit: casesUnit(definition)) },
        remarks: remarks, emptyText: spec.empty.map(string) ?? Phrases.noRows[language],
        leftOut: rows.leftOut))
  }

  private func match(
    _ spec: TableSpec, _ definition: FigureDefinition
  ) -> (column: Int, value: Value)? {
    guard let key = spec.match, let value = each?.key,
      let column = definition.columns.firstIndex(where: { $0.key == key })
    else { return nil }
    return (column, value)
  }

  private func kind(_ kind: TableRows.Kind) -> Table.Row.Kind {
    switch kind {
    case .plain: .plain
    case .unfilled: .unfilled
    case .others: .others
    }
  }

  private func casesUnit(_ definition: FigureDefinition) -> Unit {
    let unit = definition.columns.first { $0.key == "count" }?.unit ?? definition.unit
    return switch unit {
    case .calls, .parties, .people, .customers, .units, .deals, .rows, .items: unit
    default: .none
    }
  }

  // MARK: Columns and cells

  private func blankHeads(_ spec: TableSpec) -> [Table.Column] {
    spec.written.enumerated().map { index, head in
      Table.Column(key: "written-\(index + 1)", label: string(head), kind: .blank)
    }
  }

  private func head(
    _ column: TableSpec.Column, base: Scope, _ definition: FigureDefinition, _ rows: TableRows
  ) -> Table.Column {
    guard let index = definition.columns.firstIndex(where: { $0.key == column.key }) else {
      return Table.Column(key: column.key, label: column.key, kind: .text)
    }
    let known = definition.columns[index]
    var label = known.name[language]
    var key = column.key
    if let scope = column.scope, scope != base {
      let words = Phrases.scope(scope, in: context)[language]
      label = language == .chinese ? words + label : label + ", " + words.lowercased()
      key += "@" + scope.rawValue
    }
    let cells = rows.rows.compactMap { row -> Value? in
      let cells = row.cells[column.scope ?? base] ?? []
      return cells.indices.contains(index) ? cells[index] : nil
    }
    let kind = kind(of: known, cells)
    var unit =
      kind == .text ? "" : formatter.unitText(known.unit, format: format(column, known))
    // "Visits" need no unit "visits".
    if language == .english, known.name.english.lowercased().hasSuffix(unit) { unit = "" }
    return Table.Column(key: key, label: label, unit: unit, kind: kind)
  }

  private func kind(of column: FigureColumn, _ values: [Value]) -> Table.ColumnKind {
    if column.key == "change" { return .change }
    switch column.unit {
    case .share, .fineShare: return .share
    case .text, .day, .clock: return .text
    case .none: return values.contains { Change.natural($0) != nil } ? .number : .text
    default: return .number
    }
  }

  private func format(_ column: TableSpec.Column, _ known: FigureColumn) -> Format {
    guard column.format == .usual else { return column.format }
    return known.key == "change" && known.unit == .rate ? .percent1 : .usual
  }

  func cell(
    _ column: TableSpec.Column, _ cells: [Value], _ definition: FigureDefinition
  ) -> Shown {
    guard let index = definition.columns.firstIndex(where: { $0.key == column.key }),
      cells.indices.contains(index)
    else { return Shown(.missing(.notApplicable), unit: .none) }
    let known = definition.columns[index]
    let value = cells[index]
    return Shown(
      masked(value, known), unit: unit(of: value, in: known), format: format(column, known),
      isSigned: isSigned(column.key, of: definition.id), printed: term(for: value, in: known))
  }

  private func printShares(
    _ columns: [TableSpec.Column], _ definition: FigureDefinition, _ rows: inout [Table.Row]
  ) {
    for (index, column) in columns.enumerated() {
      let known = definition.columns.first { $0.key == column.key }
      guard known?.unit == .share else { continue }
      let decimals = column.format == .percent2 ? 2 : 1
      guard
        let printed = SharePrinting.printed(
          rows.map { $0.cells[index].value }, decimals: decimals)
      else { continue }
      for row in rows.indices { rows[row].cells[index].printed = printed[row] }
    }
  }

  private func total(
    _ columns: [TableSpec.Column], _ totals: [Scope: [Value]], base: Scope,
    _ definition: FigureDefinition
  ) -> Table.Row? {
    guard totals[base] != nil else { return nil }
    let cells = columns.map { column in
      cell(column, totals[column.scope ?? base] ?? [], definition)
    }
    return Table.Row(cells, kind: .total)
  }

  // MARK: Single figures

  /// Several single figures as the rows of one table, scopes as its columns.
  private func figures(_ spec: TableSpec) -> Result<Table, AbsentFigure> {
    let columns =
      spec.columns.isEmpty ? [TableSpec.Column(key: "this", scope: .this)] : spec.columns
    var rows: [Table.Row] = []
    var absent: [AbsentFigure] = []
    for key in spec.figures {
      guard let definition = context.catalogue[key.id] else { continue }
      let cells = columns.map { value(of: key.id, definition, $0) }
      if case .missing(let absence) = cells.first?.value,
        cells.allSatisfy({ $0.value == .missing(absence) })
      {
        absent.append(AbsentFigure(name: definition.name[language], absence: absence))
        continue
      }
      rows.append(Table.Row([Shown(.text(rowLabel(definition)), unit: .text)] + cells))
    }
    if rows.isEmpty, let first = absent.first {
      return .failure(
        AbsentFigure(name: spec.title.map(string) ?? first.name, absence: first.absence))
    }
    let heads = columns.map { column in
      let words =
        switch column.key {
        case "change": Phrases.against(.previous, in: context)
        case "difference": Phrases.difference
        case "this" where isState(spec): Phrases.state(in: context)
        default: column.scope.map { Phrases.scope($0, in: context) } ?? Phrases.change
        }
      return Table.Column(
        key: column.key, label: words[language], kind: column.key == "change" ? .change : .number)
    }
    let name = Table.Column(key: "name", label: Phrases.measure[language], kind: .text)
    let remarks = absent.map {
      $0.name + Phrases.absent[language] + $0.absence.reason[language]
    }
    return .success(
      Table(
        title: spec.title.map(string) ?? "", columns: [name] + heads, rows: rows,
        remarks: remarks, emptyText: spec.empty.map(string) ?? Phrases.noRows[language]))
  }

  /// Only figures that have no period.
  private func isState(_ spec: TableSpec) -> Bool {
    spec.figures.allSatisfy { context.catalogue[$0.id]?.scopes == .toDate }
  }

  private func value(
    of id: String, _ definition: FigureDefinition, _ column: TableSpec.Column
  ) -> Shown {
    if let scope = column.scope {
      let key = FigureKey(id, scope)
      return Shown(context.fact(key).value, unit: definition.unit, of: key.text)
    }
    let change = Change(
      context.fact(FigureKey(id)).value, against: context.fact(FigureKey(id, .previous)).value,
      unit: definition.unit)
    return column.key == "change" ? change.relative : change.difference ?? change.relative
  }

  private func rowLabel(_ definition: FigureDefinition) -> String {
    let name = definition.name[language]
    let unit = formatter.unitText(definition.unit)
    guard !unit.isEmpty, definition.unit != .rate, definition.unit != .share else { return name }
    return name + Phrases.open[language] + unit + Phrases.close[language]
  }
}

extension Table.Row {
  /// The row with empty cells for what is written by hand.
  fileprivate func with(blanks: Int) -> Table.Row {
    guard blanks > 0 else { return self }
    return Table.Row(
      cells + Array(repeating: Shown(.text(""), unit: .text), count: blanks), kind: kind)
  }
}

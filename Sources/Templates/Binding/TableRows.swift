import Documents
import Facts
import Quantities

/// The rows of a figure's table, one or several scopes side by side, before they are shown.
struct TableRows {
  enum Kind { case plain, unfilled, others }

  struct Row {
    let kind: Kind
    /// One cell a column of the definition, by scope.
    var cells: [Scope: [Value]]
  }

  let definition: FigureDefinition
  private(set) var rows: [Row] = []
  /// Rows that a limit left out without folding them.
  private(set) var leftOut = 0

  init(_ definition: FigureDefinition) { self.definition = definition }

  /// Adds the rows of a scope; rows that earlier scopes lack come after theirs.
  mutating func add(_ table: FactTable, _ scope: Scope, match: (column: Int, value: Value)?) {
    var positions: [Value: Int] = [:]
    let others = rows.first.map { Array($0.cells.keys) } ?? []
    for (index, row) in rows.enumerated() {
      if let key = row.cells.values.first?.first { positions[key] = index }
    }
    for row in table.rows {
      guard let key = row.cells.first else { continue }
      if let match, row.cells.indices.contains(match.column),
        row.cells[match.column] != match.value
      {
        continue
      }
      if !others.isEmpty, let position = positions[key] {
        rows[position].cells[scope] = row.cells
      } else {
        let kind = TableRows.isUnfilled(key) ? Kind.unfilled : .plain
        rows.append(Row(kind: kind, cells: [scope: row.cells]))
      }
    }
  }

  /// Adds the rows of a curve that `thin` would keep, and looks at few others: the running share in
  /// column `running` rises, so that the place of the goal is found by halving.
  mutating func addThinned(
    _ curve: FactTable.Rows, _ scope: Scope, running: Int, goal: Rational, to limit: Int
  ) -> [Int] {
    var (low, high) = (0, curve.count)
    while low < high {
      let middle = (low + high) / 2
      if (curve[middle].cells[running].number ?? .zero) >= goal {
        high = middle
      } else {
        low = middle + 1
      }
    }
    let kept = TableRows.places(
      of: curve.count, limit: limit, goal: low < curve.count ? low : nil)
    let shown = kept.isEmpty ? Array(curve) : kept.map { curve[$0 - 1] }
    add(FactTable(rows: shown), scope, match: nil)
    leftOut = curve.count - shown.count
    return kept
  }

  /// Adds the rows of a list that `limit` would keep, and looks at no others.
  mutating func addFirst(_ limit: Int, of list: FactTable.Rows, _ scope: Scope) {
    var (named, position) = (0, 0)
    while position < list.count, named <= limit {
      if let key = list[position].cells.first, !TableRows.isUnfilled(key) { named += 1 }
      position += 1
    }
    let shown = named > limit ? Array(list.prefix(limit)) : Array(list)
    add(FactTable(rows: shown), scope, match: nil)
    leftOut = list.count - shown.count
  }

  /// Gives rows that a scope lacks the nothing that they had in it.
  mutating func complete(_ scopes: [Scope], denominators: [Scope: Int]) {
    for index in rows.indices {
      guard let key = rows[index].cells.values.first?.first else { continue }
      for scope in scopes where rows[index].cells[scope] == nil {
        rows[index].cells[scope] = definition.columns.enumerated().map { position, column in
          position == 0 ? key : nothing(column, denominators[scope])
        }
      }
    }
  }

  private func nothing(_ column: FigureColumn, _ cases: Int?) -> Value {
    switch column.unit {
    case .calls, .parties, .people, .customers, .units, .deals, .rows, .items: return .count(0)
    case .money: return .money(.zero)
    case .area: return .area(.zero)
    case .share: return cases.map { .ratio(Ratio(0, over: $0)) } ?? .missing(.notRecorded)
    default: return .missing(.notRecorded)
    }
  }

  mutating func reverse() { rows.reverse() }

  /// Keeps `limit` named rows: the others are folded into one where the table is a breakdown, and
  /// left out of lists. A row without a word is never folded.
  mutating func limit(to limit: Int, keepsLast: Bool) {
    let named = rows.filter { $0.kind != .unfilled }.count
    guard named > limit else { return }
    if keepsLast {
      rows = Array(rows.suffix(limit))
      return
    }
    let keys = definition.columns.map(\.key)
    guard definition.shape == .table, keys.contains("share") || keys.contains("count") else {
      leftOut = rows.count - limit
      rows = Array(rows.prefix(limit))
      return
    }
    var kept: [Row] = []
    var late: [Row] = []
    var folded: [Row] = []
    for row in rows {
      if row.kind == .unfilled {
        if folded.isEmpty { kept.append(row) } else { late.append(row) }
      } else if kept.filter({ $0.kind == .plain }).count < limit {
        kept.append(row)
      } else {
        folded.append(row)
      }
    }
    rows = kept + [fold(folded)] + late
  }

  private func fold(_ folded: [Row]) -> Row {
    var cells: [Scope: [Value]] = [:]
    for scope in Scope.allCases {
      let parts = folded.compactMap { $0.cells[scope] }
      guard parts.count == folded.count else { continue }
      cells[scope] = Folding(definition, parts).cells
    }
    return Row(kind: .others, cells: cells)
  }

  /// Keeps `limit` places of an order from the largest to the smallest, spread over all of it,
  /// and always the first, the last, the end of the first fifth and the place that reaches 80 %.
  /// Gives the places kept, from 1; empty where all stay.
  mutating func thin(to limit: Int, goal: Int?) -> [Int] {
    let kept = TableRows.places(of: rows.count, limit: limit, goal: goal)
    guard !kept.isEmpty else { return [] }
    leftOut = rows.count - kept.count
    rows = kept.map { rows[$0 - 1] }
    return kept
  }

  private static func places(of count: Int, limit: Int, goal: Int?) -> [Int] {
    guard count > limit, limit >= 5 else { return [] }
    var places: Set<Int> = [1, count, (count + 4) / 5]
    if let goal { places.insert(goal + 1) }
    let spread = limit - places.count
    for step in 0..<spread where spread > 1 {
      places.insert(1 + step * (count - 1) / (spread - 1))
    }
    return places.sorted()
  }

  static func isUnfilled(_ key: Value) -> Bool {
    switch key {
    case .words(let words): words.chinese == Phrases.unfilled.chinese
    case .text(let text): text == Phrases.unfilled.chinese
    default: false
    }
  }
}

/// The cells of the row that stands for several: sums, and quotients of sums.
struct Folding {
  let cells: [Value]

  init(_ definition: FigureDefinition, _ rows: [[Value]]) {
    let keys = definition.columns.map(\.key)
    var cells = definition.columns.indices.map { index in
      Folding.cell(definition.columns[index], rows.map { $0[index] })
    }
    if !cells.isEmpty { cells[0] = .words(Phrases.others(rows.count)) }
    // A change of the whole is none of the parts' changes.
    if let change = keys.firstIndex(of: "change"), let now = keys.firstIndex(of: "count"),
      let before = keys.firstIndex(of: "previous")
    {
      cells[change] =
        Change(cells[now], against: cells[before], unit: definition.columns[now].unit).relative
        .value
    }
    self.cells = cells
  }

  private static func cell(_ column: FigureColumn, _ values: [Value]) -> Value {
    guard !values.contains(where: \.isMissing) else { return .missing(.notApplicable) }
    switch column.unit {
    case .share, .fineShare:
      if column.key.hasPrefix("running") { return values.last ?? .missing(.notApplicable) }
      return quotient(values, sharedDenominator: true)
    case .rate, .pricePerArea, .moneyPerItem, .perOne:
      return quotient(values, sharedDenominator: false)
    case .rank, .day, .clock, .text, .none, .points, .index, .gini, .score:
      return .missing(.notApplicable)
    default: return sum(values) ?? .missing(.notApplicable)
    }
  }

  /// Σ of counts, money or areas; nil for none and for what cannot be added.
  static func sum(_ values: [Value]) -> Value? {
    var total: Ratio.Side?
    for value in values {
      guard let side = side(value), let next = add(total, side) else { return nil }
      total = next
    }
    return total.map(self.value)
  }

  private static func quotient(_ values: [Value], sharedDenominator: Bool) -> Value {
    var numerator: Ratio.Side?
    var denominator: Ratio.Side?
    for value in values {
      guard case .ratio(let ratio) = value, let top = add(numerator, ratio.numerator) else {
        return .missing(.notApplicable)
      }
      numerator = top
      if sharedDenominator {
        guard denominator == nil || denominator == ratio.denominator else {
          return .missing(.notApplicable)
        }
        denominator = ratio.denominator
      } else {
        guard let bottom = add(denominator, ratio.denominator) else {
          return .missing(.notApplicable)
        }
        denominator = bottom
      }
    }
    guard let numerator, let denominator else { return .missing(.notApplicable) }
    return .ratio(Ratio(numerator, over: denominator))
  }

  private static func side(_ value: Value) -> Ratio.Side? {
    switch value {
    case .count(let count): .count(count)
    case .portion(let portion): .portion(portion)
    case .money(let money): .money(money)
    case .area(let area): .area(area)
    default: nil
    }
  }

  private static func value(_ side: Ratio.Side) -> Value {
    switch side {
    case .count(let count): .count(count)
    case .portion(let portion): .portion(portion)
    case .money(let money): .money(money)
    case .area(let area): .area(area)
    }
  }

  private static func add(_ left: Ratio.Side?, _ right: Ratio.Side) -> Ratio.Side? {
    guard let left else { return right }
    switch (left, right) {
    case (.count(let a), .count(let b)): return .count(a + b)
    case (.money(let a), .money(let b)): return .money(a + b)
    case (.area(let a), .area(let b)): return .area(a + b)
    case (.portion(let a), .portion(let b)): return .portion(a + b)
    case (.count(let a), .portion(let b)), (.portion(let b), .count(let a)):
      return .portion(Rational(a) + b)
    default: return nil
    }
  }
}

import Analyzers
import Facts
import Quantities
import Records

/// Finds which differences in the data made a figure, or one cell of a table, another: the report
/// is made again without each of them, and whatever is another then has it for a reason.
///
/// Nothing is inferred from what a figure is about. A late row that moved a first visit is found
/// like one that was counted, and a row that only stands in the same line of a table is not named.
struct CellReasons {
  /// One reason of one figure or cell.
  struct Reason {
    /// file:line; empty where the reason is no row.
    let place: String
    let why: Words
    /// What would be shown without it; nil where it alone changes nothing.
    let without: String?
  }

  /// Makes the report of an office again.
  typealias Rendering = (SalesOffice) throws(Failure) -> IssuedReport

  /// More differences than this are taken several at a time.
  private static let limit = 100

  private(set) var reasons: [String: [Reason]] = [:]
  /// Changed figures and cells of which no difference in rows, or not all of them, are known.
  private(set) var unexplained: Set<String> = []

  private let names: [String]
  private let former: FormerOffice
  private let render: Rendering
  private let analysis: Analysis

  init(
    of difference: ReportDifference, _ former: FormerOffice, in analysis: Analysis,
    render: @escaping Rendering
  ) throws(Failure) {
    names = difference.changes.map(\.name)
    self.former = former
    self.render = render
    self.analysis = analysis
    guard !names.isEmpty else { return }
    let today = difference.new.day("as-of") ?? analysis.office.asOf
    let then = difference.old.day("as-of") ?? today
    let groups = Self.groups(former.steps.count)
    let now = try report(undoing: [], today)
    for group in groups { add(group, try report(undoing: group, today), now, isAlone: true) }
    let all = Array(former.steps.indices)
    let before = try report(undoing: all, then)
    for group in groups where names.contains(where: { reasons[$0] == nil }) {
      let others = all.filter { !group.contains($0) }
      add(group, try report(undoing: others, then), before, isAlone: false)
    }
    if then != today { try add(asOf: then, today, try report(undoing: [], then), now) }
    for name in names
    where before[name]?.exact != difference.old[name]?.exact
      || now[name]?.exact != difference.new[name]?.exact
    {
      unexplained.insert(name)
    }
  }

  private static func groups(_ count: Int) -> [[Int]] {
    let size = max(1, (count + limit - 1) / limit)
    return stride(from: 0, to: count, by: size).map { Array($0..<min($0 + size, count)) }
  }

  private func report(undoing steps: [Int], _ asOf: CalendarDay) throws(Failure) -> IssuedReport {
    var office = former.office(undoing: steps, asOf: asOf)
    office.chosenRivals = analysis.office.chosenRivals
    return try render(office)
  }

  /// Names some steps as reasons of what is another in one of two reports.
  private mutating func add(
    _ group: [Int], _ without: IssuedReport, _ with: IssuedReport, isAlone: Bool
  ) {
    // What alone changes a figure leaves no room for what would only together with others.
    let open = isAlone ? names : names.filter { reasons[$0]?.first?.without != nil ? false : true }
    for name in open where without[name]?.exact != with[name]?.exact {
      for index in group {
        let step = former.steps[index]
        reasons[name, default: []].append(
          Reason(
            place: step.place, why: step.why,
            without: isAlone && group.count == 1 ? without[name]?.shown ?? Formatter.dash : nil))
      }
    }
  }

  /// Names the rows after the old as-of day that make a figure another, or else the day itself.
  private mutating func add(
    asOf then: CalendarDay, _ today: CalendarDay, _ without: IssuedReport, _ with: IssuedReport
  ) throws(Failure) {
    let changed = names.filter { without[$0]?.exact != with[$0]?.exact }
    let tried = Set(former.steps.map(\.place))
    let rows = Set(changed.flatMap { sources(of: $0) }).sorted()
      .compactMap { later($0, than: then) }.filter { !tried.contains($0.place) }
    for row in rows.prefix(Self.limit) {
      var office = former.office(without: row.kind, row.row, asOf: today)
      office.chosenRivals = analysis.office.chosenRivals
      let other = try render(office)
      for name in changed where other[name]?.exact != with[name]?.exact {
        reasons[name, default: []].append(
          Reason(
            place: row.place, why: row.why, without: other[name]?.shown ?? Formatter.dash))
      }
    }
    for name in changed where reasons[name] == nil {
      reasons[name] = [
        Reason(
          place: "", why: Words("截至日 \(then) → \(today)", "as of \(then) → \(today)"),
          without: without[name]?.shown ?? Formatter.dash)
      ]
    }
  }

  /// The rows behind a figure, or behind one row of a table.
  private func sources(of name: String) -> [SourceRow] {
    let parts = name.components(separatedBy: " / ")
    guard let key = FigureKey(name: parts[0]) else { return [] }
    let fact = analysis.fact(key)
    if parts.count >= 3, let table = fact.table {
      let wanted = parts[1..<(parts.count - 1)].joined(separator: " / ")
      let formatter = Formatter(.chinese)
      let row = table.rows.first { row in
        row.cells.first.map { formatter.text($0, unit: .text) } == wanted
      }
      if let row { return row.lineage.rows }
    }
    return fact.lineage.rows
  }

  /// What a row says of days after another; nil where all are before.
  private func later(
    _ source: SourceRow, than asOf: CalendarDay
  ) -> (kind: RecordKind, row: Int, place: String, why: Words)? {
    let office = analysis.office
    let file = office.sources[Int(source.file)]
    guard let kind = file.kind, let row = former.row(kind, "\(file.name):\(source.line)") else {
      return nil
    }
    let table = office[kind]
    let days = DataSpan.dateFields(kind).compactMap { field in
      table.day(field, row).map { (field, $0) }
    }
    guard let (field, day) = days.last(where: { asOf < $0.1 && $0.1 <= office.asOf }) else {
      return nil
    }
    let header = kind.fields.first { $0.field == field }?.header ?? ""
    return (
      kind, row, "\(file.name):\(source.line)", Words("\(header) \(day)", "\(field) \(day)")
    )
  }
}

extension FigureKey {
  /// The key of a name such as `visits.count@month`; nil for no figure of the catalogue.
  fileprivate init?(name: String) {
    let parts = name.split(separator: "@").map(String.init)
    guard let id = parts.first, Catalogue.all[id] != nil else { return nil }
    guard parts.count > 1 else {
      self.init(id)
      return
    }
    guard let scope = Scope(rawValue: parts[1]) else { return nil }
    self.init(id, scope)
  }
}

extension String {
  /// The parts between all places where a text stands.
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}

import Analyzers
import Facts
import Quantities
import Records

/// Finds, with the data at hand, the rows that made a figure another: those behind the figure of
/// today that came late, changed, or belong to days after the old report.
struct ChangedRows {
  private let analysis: Analysis
  /// Words for every row that is a reason, by its place in the office's files.
  private var reasons: [SourceRow: Words] = [:]

  init(old: IssuedReport, causes: [RestatementCause], analysis: Analysis) {
    self.analysis = analysis
    let office = analysis.office
    let files = Dictionary(
      office.sources.enumerated().map { ($1.name, Int32($0)) },
      uniquingKeysWith: { first, _ in first })
    if let asOf = old.day("as-of"), let from = old.day("from") {
      addRows(after: asOf, before: from)
    }
    for cause in causes where ![.gone, .files].contains(cause.sort) {
      guard let colon = cause.place.lastIndex(of: ":"),
        let file = files[String(cause.place[..<colon])],
        let line = Int32(cause.place[cause.place.index(after: colon)...])
      else { continue }
      reasons[SourceRow(file: file, line: line)] =
        cause.sort == .late
        ? Words("补录", "late")
        : cause.sort == .stage
          ? cause.what
          : cause.sort == .included
            ? Words("现在计入", "counts now") : Words("改了", "corrected")
    }
  }

  /// Rows that the old report could not know: dated after its as-of, or before its period and
  /// entered after it.
  private mutating func addRows(after asOf: CalendarDay, before from: CalendarDay) {
    for kind in IssuedRows.kinds {
      let table = analysis.office[kind]
      for row in 0..<table.count where table.state[row] == .counts {
        let days = DataSpan.dateFields(kind).compactMap { field in
          table.day(field, row).map { (field, $0) }
        }
        if let (field, day) = days.last(where: { asOf < $0.1 && $0.1 <= analysis.office.asOf }) {
          let header = kind.fields.first { $0.field == field }?.header ?? ""
          reasons[table.source(row)] = Words("\(header) \(day)", "\(field) \(day)")
        } else if let created = table.day(.created, row), created > asOf,
          let first = days.map(\.1).min(), first < from
        {
          reasons[table.source(row)] = Words("\(first) 的补录", "late, of \(first)")
        }
      }
    }
  }

  /// The rows behind a figure, or behind one row of a table, that are reasons; in file order.
  func rows(of name: String) -> [(place: String, why: Words)] {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      .map { $0.trimmingBlanks }
    guard let figure = parts.first, let key = key(figure) else { return [] }
    let fact = analysis.fact(key)
    var lineage = fact.lineage
    if parts.count >= 3, let table = fact.table {
      let wanted = parts[1..<(parts.count - 1)].joined(separator: " / ")
      let formatter = Formatter(.chinese)
      let row = table.rows.first { row in
        row.cells.first.map { formatter.text($0, unit: .text) } == wanted
      }
      if let row { lineage = row.lineage }
    }
    let found = lineage.rows.filter { reasons[$0] != nil }
    // A late row of an earlier day takes a first visit or a conversion away without standing behind
    // the figure itself.
    let rows = found.isEmpty ? earlierRows(of: parts[0]) : found
    return rows.compactMap { row in reasons[row].map { (place(row), $0) } }
  }

  /// Late rows of customers who have other rows in the period, for figures that look at history.
  private func earlierRows(of figure: String) -> [SourceRow] {
    let ids = ["visits.first", "visits.return", "calls.visit-rate", "visits.by-", "visits.daily"]
    guard ids.contains(where: figure.hasPrefix) else { return [] }
    let office = analysis.office
    let window = analysis.windows[.this]
    let table = office.visits
    let days = table.days(.date)
    let customers = office.customers.of(.visits)
    guard customers.count == days.count else { return [] }
    let inside = Set(
      days.indices.filter { days[$0] != Missing.day && window.contains(days[$0]) }
        .map { customers[$0] })
    return days.indices.filter { days[$0] < window.from.number && inside.contains(customers[$0]) }
      .map { table.source($0) }.filter { reasons[$0] != nil }
  }

  private func place(_ row: SourceRow) -> String {
    "\(analysis.office.sources[Int(row.file)].name):\(row.line)"
  }

  private func key(_ text: String) -> FigureKey? {
    let parts = text.split(separator: "@").map(String.init)
    guard let id = parts.first, Catalogue.all[id] != nil else { return nil }
    guard parts.count > 1 else { return FigureKey(id) }
    return Scope(rawValue: parts[1]).map { FigureKey(id, $0) }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

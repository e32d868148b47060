import Analyzers
import Facts
import Loaders
import Quantities
import Records

/// What became of one source row: the figures it entered, or the reason why it did not count.
struct Whereabouts {
  enum Fate {
    /// Not below a header of a used file.
    case noRow
    /// Rejected or skipped, with the reason.
    case setAside(SetAsideRow)
    case duplicate
    /// Accepted, but no record of a customer, sale or payment; with the reason.
    case excluded(Words)
    /// Counts, but no date of it lies in the period up to the last counted day.
    case outside
    case counts
  }

  let source: SourceRow
  let fate: Fate
  /// The figures whose rows hold the row, of all asked-for scopes.
  let figures: [FigureKey]

  init(_ source: SourceRow, analysis: Analysis, catalogue: Catalogue, scopes: [Scope]) {
    self.source = source
    let office = analysis.office
    if let aside = office.setAside.first(where: { $0.source == source }) {
      fate = .setAside(aside)
      figures = Whereabouts.figures(of: source, analysis, catalogue, scopes)
      return
    }
    guard let (table, row) = Whereabouts.find(source, in: office) else {
      fate = .noRow
      figures = []
      return
    }
    figures = Whereabouts.figures(of: source, analysis, catalogue, scopes)
    switch table.state[row] {
    case .duplicate: fate = .duplicate
    case .excluded: fate = .excluded(UncountedReason.words(office, table.kind, row))
    case .counts:
      let window = analysis.windows[.this]
      let fields = DataSpan.dateFields(table.kind)
      let isDated = fields.contains { table.has($0) }
      let isInside = fields.contains { field in
        let days = table.days(field)
        return !days.isEmpty && days[row] != Missing.day && window.contains(days[row])
      }
      fate = isDated && !isInside ? .outside : .counts
    }
  }

  /// Every figure, of the period and of the given scopes, whose rows hold the row; for a row that
  /// was set aside those that list such rows.
  private static func figures(
    of source: SourceRow, _ analysis: Analysis, _ catalogue: Catalogue, _ scopes: [Scope]
  ) -> [FigureKey] {
    catalogue.definitions.flatMap { definition in
      ([.this] + scopes).filter(definition.allows).map { FigureKey(definition.id, $0) }
        .filter { contains(source, analysis.fact($0)) }
    }
  }

  private static func contains(_ source: SourceRow, _ fact: Fact) -> Bool {
    if fact.lineage.rows.contains(source) { return true }
    guard let table = fact.table else { return false }
    return table.rows.contains { $0.lineage.rows.contains(source) }
  }

  private static func find(_ source: SourceRow, in office: SalesOffice) -> (RecordTable, Int)? {
    for table in office.tables {
      for row in 0..<table.count where table.source(row) == source { return (table, row) }
    }
    return nil
  }
}

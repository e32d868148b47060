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

  /// What became of several rows, each figure looked at once for all of them.
  static func list(
    _ sources: [SourceRow], analysis: Analysis, catalogue: Catalogue, scopes: [Scope]
  ) -> [Whereabouts] {
    let office = analysis.office
    let wanted = Set(sources)
    var positions: [SourceRow: (RecordTable, Int)] = [:]
    for table in office.tables {
      for row in 0..<table.count where wanted.contains(table.source(row)) {
        positions[table.source(row)] = (table, row)
      }
    }
    var asides: [SourceRow: SetAsideRow] = [:]
    for aside in office.setAside where wanted.contains(aside.source) {
      asides[aside.source] = asides[aside.source] ?? aside
    }
    let figures = figures(of: wanted, analysis, catalogue, scopes)
    return sources.map { source in
      let fate: Fate
      if let aside = asides[source] {
        fate = .setAside(aside)
      } else if let (table, row) = positions[source] {
        fate = self.fate(table, row, analysis)
      } else {
        fate = .noRow
      }
      return Whereabouts(source: source, fate: fate, figures: figures[source] ?? [])
    }
  }

  private static func fate(_ table: RecordTable, _ row: Int, _ analysis: Analysis) -> Fate {
    switch table.state[row] {
    case .duplicate: return .duplicate
    case .excluded: return .excluded(UncountedReason.words(analysis.office, table.kind, row))
    case .counts:
      let window = analysis.windows[.this]
      let fields = DataSpan.placingFields(table.kind)
      let isInside = fields.contains { field in
        let days = table.days(field)
        return !days.isEmpty && days[row] != Missing.day && window.contains(days[row])
      }
      return !fields.isEmpty && !isInside ? .outside : .counts
    }
  }

  /// Every figure, of the period and of the given scopes, whose rows hold a wanted row, in the
  /// order of the catalogue; for a row that was set aside those that list such rows.
  private static func figures(
    of wanted: Set<SourceRow>, _ analysis: Analysis, _ catalogue: Catalogue, _ scopes: [Scope]
  ) -> [SourceRow: [FigureKey]] {
    var figures: [SourceRow: [FigureKey]] = [:]
    for definition in catalogue.definitions {
      for scope in ([.this] + scopes).filter(definition.allows) {
        let key = FigureKey(definition.id, scope)
        let fact = analysis.fact(key)
        let rows = fact.table?.rows.map(\.lineage) ?? []
        for row in Lineage.union([fact.lineage] + rows).rows where wanted.contains(row) {
          figures[row, default: []].append(key)
        }
      }
    }
    return figures
  }
}

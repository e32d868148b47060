import Facts
import Quantities
import Records

/// The entry audit person by person.
struct AuditByStaff {
  private struct Person {
    var hits = SharedCount()
    var errors = SharedCount()
    var rows = SharedCount()
    var (filled, required) = (SharedCount(), SharedCount())
    var (timely, timed) = (SharedCount(), SharedCount())
    var sources: [SourceRow] = []
  }

  private var people: [Symbol: Person] = [:]
  private var whole = Person()
  private let analysis: Analysis
  private var isTimed = false

  init(_ analysis: Analysis, in window: Window) {
    self.analysis = analysis
    let office = analysis.office
    for kind in EnteredRows.kinds {
      let table = office[kind]
      let columns = analysis.requiredColumns(kind)
      for row in analysis.entered(kind, in: window).rows.lazy.map(Int.init) {
        let cells = columns.filter { $0.applies(to: row) }
        let filled = cells.filter { !$0.isBlank(row) }.count
        credit(table.list(.staff, row), table.source(row)) { person, sharers in
          person.rows.add(oneOf: sharers)
          for _ in 0..<cells.count { person.required.add(oneOf: sharers) }
          for _ in 0..<filled { person.filled.add(oneOf: sharers) }
        }
      }
    }
    if let entries = TimedEntries(analysis, in: window) {
      isTimed = true
      let timely = Set(entries.timely)
      for entry in entries.all {
        let table = office[entry.kind]
        credit(table.list(.staff, entry.row), table.source(entry.row)) { person, sharers in
          person.timed.add(oneOf: sharers)
          if timely.contains(entry) { person.timely.add(oneOf: sharers) }
        }
      }
    }
    for hit in AuditSearch.hits(analysis, in: window) {
      credit(hit.staff, hit.source) { person, sharers in
        person.hits.add(oneOf: sharers)
        if hit.rule.isError { person.errors.add(oneOf: sharers) }
      }
    }
  }

  private mutating func credit(
    _ list: WordList, _ source: SourceRow, _ change: (inout Person, _ sharers: Int) -> Void
  ) {
    change(&whole, 1)
    whole.sources.append(source)
    for part in analysis.credit.parts(list) {
      change(&people[part.person, default: Person()], part.sharers)
      people[part.person]?.sources.append(source)
    }
  }

  /// People with most to correct first, then by name; what nobody is named for comes last.
  var fact: Fact {
    let lexicon = analysis.office.lexicon
    let sorted = people.map { ($0.key, $0.value) }.sorted { one, other in
      if one.0.isNone != other.0.isNone { return other.0.isNone }
      let (a, b) = (one.1.errors.number, other.1.errors.number)
      return a != b ? a > b : lexicon[one.0] < lexicon[other.0]
    }
    let rows = sorted.map { symbol, person in
      row(symbol.isNone ? .words(.unassigned) : .text(lexicon[symbol]), person)
    }
    let total = row(.words(.total), whole)
    return Fact(FactTable(rows: rows, total: total), lineage: total.lineage)
  }

  private func row(_ name: Value, _ person: Person) -> FactTable.Row {
    let sources = person.sources
    return FactTable.Row(
      [
        name, person.hits.value, person.errors.value, person.rows.value,
        .ratio(Ratio(person.filled.side, over: person.required.side)),
        isTimed
          ? .ratio(Ratio(person.timely.side, over: person.timed.side))
          : .missing(.noColumn(Words("录入时间", "created"))),
      ], lineage: Lineage { sources })
  }
}

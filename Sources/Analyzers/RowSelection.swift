import Facts
import Quantities
import Records

/// The counting rows of one kind dated in a window.
struct RowSelection {
  let office: SalesOffice
  let kind: RecordKind
  let rows: [Int32]

  /// Rows whose `field` lies in the scope's window.
  init(_ kind: RecordKind, in analysis: Analysis, _ scope: Scope, by field: Field = .date) {
    office = analysis.office
    self.kind = kind
    let table = office[kind]
    let window = analysis.windows[scope]
    let days = table.days(field)
    rows = days.indices.compactMap { row in
      table.state[row] == .counts && window.contains(days[row]) ? Int32(row) : nil
    }
  }

  var lineage: Lineage {
    let (table, rows) = (office[kind], rows)
    return Lineage { rows.map { table.source(Int($0)) } }
  }
}

import Facts
import Quantities
import Records

/// Audited rows of files with an entry time.
struct TimedEntries {
  struct Entry: Hashable {
    let kind: RecordKind
    let row: Int
  }

  let all: [Entry]
  /// Those entered on the day of the event.
  let timely: [Entry]
  private let office: SalesOffice

  /// Nil when no file has the column.
  init?(_ analysis: Analysis, in window: Window) {
    office = analysis.office
    var (all, timely): ([Entry], [Entry]) = ([], [])
    var exists = false
    for kind in EnteredRows.kinds where office[kind].has(.created) {
      let column = RequiredColumn(.created, "created", kind, office)
      exists = true
      let created = office[kind].days(.created)
      let entered = analysis.entered(kind, in: window)
      for (row, day) in zip(entered.rows.lazy.map(Int.init), entered.days)
      where column.applies(to: row) {
        all.append(Entry(kind: kind, row: row))
        if created[row] == day { timely.append(Entry(kind: kind, row: row)) }
      }
    }
    guard exists else { return nil }
    (self.all, self.timely) = (all, timely)
  }

  func lineage(_ entries: [Entry]) -> Lineage {
    let office = self.office
    return Lineage { entries.map { office[$0.kind].source($0.row) } }
  }
}

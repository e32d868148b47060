package import Quantities
package import Records

/// The days that the files cover.
package enum DataSpan {
  /// First counting day of one kind; nil when it has no dated row.
  package static func first(of kind: RecordKind, in office: SalesOffice) -> CalendarDay? {
    var first: Int32?
    let table = office[kind]
    for field in dateFields(kind) {
      let days = table.days(field)
      for row in days.indices where table.state[row] == .counts && days[row] != Missing.day {
        first = min(first ?? days[row], days[row])
      }
    }
    return first.map(CalendarDay.init(number:))
  }

  /// First counting day of calls, visits, deals and receipts together.
  package static func first(of office: SalesOffice) -> CalendarDay? {
    [RecordKind.calls, .visits, .deals, .receipts].compactMap { first(of: $0, in: office) }.min()
  }

  /// The columns that date a row of a kind.
  package static func dateFields(_ kind: RecordKind) -> [Field] {
    switch kind {
    case .calls, .visits, .receipts, .costs, .followups: [.date]
    case .competitors: [.date, .week]
    case .deals: [.date, .subscribed, .signed, .cancelled]
    default: []
    }
  }
}

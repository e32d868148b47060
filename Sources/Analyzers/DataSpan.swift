package import Quantities
package import Records

/// The days that the files cover: rows that count and rows that are not counted, but neither
/// rejected rows nor duplicates.
package enum DataSpan {
  /// First dated row of one kind; nil when it has none.
  package static func first(of kind: RecordKind, in office: SalesOffice) -> CalendarDay? {
    ends(of: kind, in: office)?.first
  }

  /// First and last dated row of one kind; nil when it has none.
  package static func ends(
    of kind: RecordKind, in office: SalesOffice
  ) -> (first: CalendarDay, last: CalendarDay)? {
    var first = Int32.max
    var last = Int32.min
    let table = office[kind]
    // Kinds whose rows have a day but no place in the balance's periods are known by that day.
    let fields = dateFields(kind).isEmpty ? [Field.date] : dateFields(kind)
    let states = table.state
    let hasDuplicates = states.contains(.duplicate)
    for field in fields {
      let days = table.days(field)
      if !hasDuplicates {
        guard let ends = days.ends else { continue }
        (first, last) = (min(first, ends.smallest), max(last, ends.largest))
        continue
      }
      for row in days.indices where states[row] != .duplicate && days[row] != Missing.day {
        (first, last) = (min(first, days[row]), max(last, days[row]))
      }
    }
    guard first <= last else { return nil }
    return (CalendarDay(number: first), CalendarDay(number: last))
  }

  /// First dated row of all kinds together.
  package static func first(of office: SalesOffice) -> CalendarDay? {
    RecordKind.allCases.filter { !dateFields($0).isEmpty }
      .compactMap { first(of: $0, in: office) }.min()
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

  /// The dates that place a row inside a period; none for kinds without. A follow-up that is due
  /// belongs to its period even when nobody called.
  package static func placingFields(_ kind: RecordKind) -> [Field] {
    kind == .followups ? [.date, .followDue] : dateFields(kind)
  }
}

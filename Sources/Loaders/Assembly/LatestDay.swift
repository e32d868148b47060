import Quantities
import Records

/// The default as-of: the latest day of an accepted row of calls, visits, deals or receipts. Rows
/// that are not counted do count for it; duplicates do not.
struct LatestDay {
  /// Nil when no row is dated on or before the limit.
  private(set) var day: CalendarDay?
  /// Rows with a day after the limit, and the first of them.
  private(set) var rowsAfter = 0
  private(set) var firstAfter: SourceRow?

  init(of office: SalesOffice, notAfter limit: CalendarDay) {
    var latest = Int32.min
    for kind in [RecordKind.calls, .visits, .deals, .receipts] {
      let table = office[kind]
      let columns = LatestDay.fields(kind).map { table.days($0) }.filter { !$0.isEmpty }
      for row in 0..<table.count where table.state[row] != .duplicate {
        var isAfter = false
        for days in columns where days[row] != Missing.day {
          if days[row] <= limit.number {
            latest = max(latest, days[row])
          } else {
            isAfter = true
          }
        }
        if isAfter {
          rowsAfter += 1
          firstAfter = min(firstAfter ?? table.source(row), table.source(row))
        }
      }
    }
    if latest != Int32.min { day = CalendarDay(number: latest) }
  }

  private static func fields(_ kind: RecordKind) -> [Field] {
    kind == .deals ? [.date, .subscribed, .signed, .cancelled] : [.date]
  }
}

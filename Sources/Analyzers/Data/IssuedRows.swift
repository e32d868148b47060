package import Quantities
package import Records

/// The rows that an issued report knew of its own period.
package struct IssuedRows: Sendable {
  /// The issued report's first and last day.
  package let from: CalendarDay
  package let to: CalendarDay
  /// Whether the report knew a row of a kind's table.
  package let knows: @Sendable (RecordKind, Int) -> Bool

  package init(
    from: CalendarDay, to: CalendarDay, knows: @escaping @Sendable (RecordKind, Int) -> Bool
  ) {
    self.from = from
    self.to = to
    self.knows = knows
  }

  /// The kinds whose rows are marked and can come late.
  package static let kinds: [RecordKind] = [.calls, .visits, .deals, .receipts]

  /// Tells of every row of a table the first of its days that lies in a stretch of days; nil when
  /// none does.
  package static func days(
    in table: RecordTable, from: CalendarDay, to: CalendarDay
  ) -> (_ row: Int) -> CalendarDay? {
    let columns = DataSpan.dateFields(table.kind).map { table.days($0) }.filter { !$0.isEmpty }
    let span = from.number...max(from.number, to.number)
    return { row in
      for column in columns where span.contains(column[row]) && from <= to {
        return CalendarDay(number: column[row])
      }
      return nil
    }
  }
}

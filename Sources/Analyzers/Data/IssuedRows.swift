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

  /// The first of a row's days that lies in a stretch of days; nil when none does.
  package static func day(
    of row: Int, in table: RecordTable, from: CalendarDay, to: CalendarDay
  ) -> CalendarDay? {
    DataSpan.dateFields(table.kind).lazy.compactMap { table.day($0, row) }
      .first { from <= $0 && $0 <= to }
  }
}

import Analyzers
import Checksum
import Documents
import Quantities
import Records

/// Marks rows so that a later run knows them again: the first ten digits of the SHA-256 of what
/// tells the row apart. Nothing that may be corrected later is part of it.
enum RowMark {
  /// The mark of a row.
  static func mark(_ kind: RecordKind, _ row: Int, of office: SalesOffice) -> String {
    let table = office[kind]
    var text = kind.rawValue
    for field in [Field.date, .subscribed] {
      text += "|" + (table.day(field, row).map { String($0.number) } ?? "")
    }
    for field in [Field.customerID, .room, .item] {
      text += "|" + office.lexicon[table.symbol(field, row)]
    }
    text += "|" + table.text(.name, row) + "|" + phones(table, row, office)
    if kind == .receipts { text += "|" + (table.number(.amount, row).map(String.init) ?? "") }
    return String(SHA256.hexadecimal(SHA256.digest(of: Array(text.utf8))).prefix(10))
  }

  /// Marks of all counting rows of the report's period.
  static func marks(of office: SalesOffice, from: CalendarDay, to: CalendarDay) -> [RowMarks] {
    IssuedRows.kinds.compactMap { kind in
      let table = office[kind]
      let rows = (0..<table.count).filter { row in
        table.state[row] == .counts
          && IssuedRows.day(of: row, in: table, from: from, to: to) != nil
      }
      guard !rows.isEmpty else { return nil }
      return RowMarks(kind: kind.rawValue, marks: rows.map { mark(kind, $0, of: office) })
    }
  }

  private static func phones(_ table: RecordTable, _ row: Int, _ office: SalesOffice) -> String {
    let cells = table.phones(.phone)
    guard row < cells.count else { return "" }
    if let mobile = cells[row].mobile { return String(mobile) }
    return cells[row].entry.map { office.phoneBook[$0].map(\.digits).joined(separator: ",") } ?? ""
  }
}

extension IssuedReport {
  /// What the report knew, for telling late entries of an office.
  func issued(to office: SalesOffice) -> IssuedRows? {
    guard let from = day("from"), let to = day("to") else { return nil }
    let marks = self.marks
    return IssuedRows(from: from, to: to) { kind, row in
      marks[kind.rawValue]?.contains(RowMark.mark(kind, row, of: office)) ?? false
    }
  }

  private func day(_ name: String) -> CalendarDay? {
    head[name].flatMap { PeriodExpression.parse($0, calendar: CalendarRules())?.from }
  }
}

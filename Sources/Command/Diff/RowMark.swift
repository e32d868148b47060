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

  /// What may change in a row later: the stages it has reached up to as-of (u subscribed, s signed,
  /// c cancelled, x not counted), then digits of its amounts and of its words.
  private struct States {
    private let table: RecordTable
    private let office: SalesOffice
    private let numbers: [(tag: UInt8, values: [Int64])]
    private let symbols: [(tag: UInt8, values: [Symbol])]
    private let lists: [(tag: UInt8, values: [WordList])]

    init(_ kind: RecordKind, of office: SalesOffice) {
      self.office = office
      let table = office[kind]
      self.table = table
      let amounts: [Field] = [
        .total, .subscribedTotal, .signedTotal, .amount, .area, .price, .party,
      ]
      numbers = amounts.map { ($0.rawValue, table.numbers($0)) }.filter { !$0.1.isEmpty }
      symbols = Field.allCases.map { ($0.rawValue, table.symbols($0)) }.filter { !$0.1.isEmpty }
      lists = Field.allCases.map { ($0.rawValue, table.lists($0)) }.filter { !$0.1.isEmpty }
    }

    subscript(row: Int) -> String {
      var stages = table.state[row] == .excluded ? "x" : ""
      for (letter, field) in [("u", Field.subscribed), ("s", .signed), ("c", .cancelled)] {
        if let day = table.day(field, row), day <= office.asOf { stages += letter }
      }
      var amount = Fingerprint()
      for (tag, values) in numbers where values[row] != Missing.number {
        amount.add(tag)
        amount.add(values[row])
      }
      var word = Fingerprint()
      for (tag, values) in symbols where !values[row].isNone {
        word.add(tag)
        word.add(office.lexicon[values[row]])
      }
      for (tag, values) in lists where !values[row].isNone {
        word.add(tag)
        for symbol in office.lexicon[values[row]] { word.add(office.lexicon[symbol]) }
      }
      return "\(stages).\(amount.digits).\(word.digits)"
    }
  }

  /// Four digits that are most likely others when anything is another.
  private struct Fingerprint {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    mutating func add(_ number: Int64) {
      withUnsafeBytes(of: number.littleEndian) { for byte in $0 { add(byte) } }
    }

    mutating func add(_ text: String) {
      for byte in text.utf8 { add(byte) }
      add(UInt8.max)
    }

    var digits: String {
      let text = String((hash >> 32 ^ hash) & 0xffff, radix: 16)
      return String(repeating: "0", count: 4 - text.count) + text
    }
  }

  /// The rows of a kind in a stretch of days, counting or excluded, each with its mark. Rows that
  /// look the same are told apart by their order.
  static func marked(
    _ kind: RecordKind, of office: SalesOffice, from: CalendarDay, to: CalendarDay
  ) -> [(row: Int, mark: String)] {
    let table = office[kind]
    var seen: [String: Int] = [:]
    return (0..<table.count).compactMap { row in
      guard table.state[row] != .duplicate,
        IssuedRows.day(of: row, in: table, from: from, to: to) != nil
      else { return nil }
      let mark = mark(kind, row, of: office)
      let times = seen[mark, default: 0] + 1
      seen[mark] = times
      return (row, times == 1 ? mark : "\(mark)-\(times)")
    }
  }

  /// What a report of these days knows of the office's rows.
  static func known(of office: SalesOffice, from: CalendarDay, to: CalendarDay) -> KnownRows {
    var known = KnownRows()
    for kind in IssuedRows.kinds {
      let table = office[kind]
      let states = States(kind, of: office)
      for (row, mark) in marked(kind, of: office, from: from, to: to) {
        let file = office.sources[Int(table.file[row])].name
        if known.rows.last?.kind != kind.rawValue || known.rows.last?.file != file {
          known.rows.append(KnownRows.Marks(kind: kind.rawValue, file: file))
        }
        known.rows[known.rows.count - 1].words.append(
          "\(mark):\(table.line[row]):\(states[row])")
      }
      known.earlier += months(of: kind, office, before: from)
    }
    for row in office.setAside.filter({ $0.cause == .rejected }).sorted(by: {
      $0.source < $1.source
    }) {
      let file = office.sources[Int(row.source.file)].name
      if known.rejected.last?.file != file {
        known.rejected.append(KnownRows.Lines(file: file, lines: []))
      }
      known.rejected[known.rejected.count - 1].lines.append(Int(row.source.line))
    }
    return known
  }

  /// Counting rows by the month of their first day, before a day.
  private static func months(
    of kind: RecordKind, _ office: SalesOffice, before: CalendarDay
  ) -> [KnownRows.Month] {
    let table = office[kind]
    var counts: [Int: Int] = [:]
    for field in DataSpan.dateFields(kind) {
      let days = table.days(field)
      guard !days.isEmpty else { continue }
      for row in days.indices
      where days[row] != Missing.day && days[row] < before.number && table.state[row] == .counts {
        let day = CalendarDay(number: days[row])
        counts[day.year * 12 + day.month - 1, default: 0] += 1
      }
    }
    return counts.sorted { $0.key < $1.key }.map { month, rows in
      KnownRows.Month(
        kind: kind.rawValue,
        month: "\(Digits.padded(month / 12, 4))-\(Digits.padded(month % 12 + 1, 2))", rows: rows)
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
    var unknown: [RecordKind: Set<Int>] = [:]
    for kind in IssuedRows.kinds {
      let known = Set(rows.filter { $0.kind == kind.rawValue && $0.counts }.map(\.mark))
      unknown[kind] = Set(
        RowMark.marked(kind, of: office, from: from, to: to)
          .filter { !known.contains($0.mark) }.map(\.row))
    }
    let late = unknown
    return IssuedRows(from: from, to: to) { kind, row in late[kind]?.contains(row) != true }
  }

  /// A day of the head, such as `from`.
  func day(_ name: String) -> CalendarDay? {
    head[name].flatMap { PeriodExpression.parse($0, calendar: CalendarRules())?.from }
  }
}

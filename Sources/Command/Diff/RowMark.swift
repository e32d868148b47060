import Analyzers
import Checksum
import Documents
import Quantities
import Records

/// Marks rows so that a later run knows them again: the first ten digits of the SHA-256 of what
/// tells the row apart. Nothing that may be corrected later is part of it.
enum RowMark {
  /// Side files whose rows are marked: what is changed in them changes figures. Appraisals are not
  /// everybody's.
  static let sideKinds: [RecordKind] = [
    .competitors, .units, .targets, .costs, .staff, .tasks, .milestones, .cards, .project,
    .columns, .words,
  ]

  /// Side files with more rows than this are not marked.
  private static let sideLimit = 5_000
  /// More rows of a period than this are marked without their cells.
  private static let cellLimit = 1_500
  /// So many rows before the period are marked at most, of the last 400 days.
  private static let beforeLimit = 3_000

  /// Marks of the rows of a kind with a period.
  private struct Full {
    private let table: RecordTable
    private let office: SalesOffice
    private let days: [DayColumn]
    private let words: [WordColumn<Symbol>]
    private let names: TextColumn?
    private let phones: PhoneColumn
    private var text: [UInt8] = []
    private var seen: [UInt64: Int] = [:]

    init(_ table: RecordTable, _ office: SalesOffice) {
      self.table = table
      self.office = office
      days = [Field.date, .subscribed].map { table.days($0) }
      words = [Field.customerID, .room, .item].map { table.symbols($0) }
      names = table.texts(.name)
      phones = table.phones(.phone)
    }

    /// The mark of a row; rows that look the same are told apart by their order.
    mutating func mark(_ row: Int) -> String {
      let bar = UInt8(ascii: "|")
      text.removeAll(keepingCapacity: true)
      text += table.kind.rawValue.utf8
      for column in days {
        text.append(bar)
        if !column.isEmpty, column[row] != Missing.day { text += String(column[row]).utf8 }
      }
      for column in words {
        text.append(bar)
        if !column.isEmpty { text += office.lexicon[column[row]].utf8 }
      }
      text.append(bar)
      names?.withBytes(row) { text += $0 }
      text.append(bar)
      if row < phones.count { text += RowCells.digits(phones[row], office).utf8 }
      if table.kind == .receipts {
        text.append(bar)
        if let amount = table.number(.amount, row) { text += String(amount).utf8 }
      }
      let digits = text.withUnsafeBytes { SHA256.firstWord(of: $0) } >> 24
      let times = seen[digits, default: 0] + 1
      seen[digits] = times
      let mark = String(unsafeUninitializedCapacity: 10) { text in
        for place in 0..<10 {
          let digit = UInt8(truncatingIfNeeded: digits >> UInt64(36 - 4 * place) & 15)
          text[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
        }
        return 10
      }
      return times == 1 ? mark : "\(mark)-\(times)"
    }
  }

  /// Marks of rows by their key columns, for side files and for rows before the period; rows that
  /// look the same are told apart by their order.
  private struct Brief {
    private let columns: [Column]
    private let office: SalesOffice
    private var seen: [Fingerprint: Int] = [:]

    init(_ table: RecordTable, _ office: SalesOffice) {
      self.office = office
      columns = RowMark.keys(table.kind).map { table[$0] }
    }

    mutating func mark(_ row: Int) -> String {
      var print = Fingerprint()
      for column in columns {
        switch column {
        case .days(let days): print.add(Int64(days[row]))
        case .numbers(let numbers): print.add(numbers[row])
        case .symbols(let symbols): print.add(office.lexicon[symbols[row]])
        case .lists(let lists):
          for symbol in office.lexicon[lists[row]] { print.add(office.lexicon[symbol]) }
        case .texts(let texts): texts.withBytes(row) { for byte in $0 { print.add(byte) } }
        case .phones(let cells):
          if let mobile = cells[row].mobile {
            print.add(mobile)
          } else {
            print.add(RowCells.digits(cells[row], office))
          }
        case .absent: break
        }
        print.add(UInt8.max)
      }
      let times = seen[print, default: 0] + 1
      seen[print] = times
      if times > 1 { print.add(Int64(times)) }
      return print.digits(6)
    }
  }

  /// What tells the rows of a kind apart.
  private static func keys(_ kind: RecordKind) -> [Field] {
    switch kind {
    case .calls, .visits, .deals, .receipts:
      [.date, .subscribed, .customerID, .room, .item, .name, .phone]
        + (kind == .receipts ? [.amount] : [])
    case .competitors: [.date, .week, .project, .product]
    case .targets: [.period, .measure, .staff]
    case .costs: [.date, .channel, .item, .stage]
    case .units: [.room]
    case .columns: [.kind, .standard, .header]
    case .words: [.field, .word]
    case .project: [.setting]
    case .tasks: [.task, .created]
    default: kind.fields.filter { $0.need == .key }.map(\.field)
    }
  }

  /// The rows of a kind in a stretch of days, counting or excluded, each with its mark. Rows that
  /// look the same are told apart by their order.
  static func marked(
    _ kind: RecordKind, of office: SalesOffice, from: CalendarDay, to: CalendarDay
  ) -> [(row: Int, mark: String)] {
    let table = office[kind]
    let states = table.state
    var marks = Full(table, office)
    return table.rows(DataSpan.dateFields(kind), from: from.number, to: to.number)
      .compactMap { row in
        let row = Int(row)
        return states[row] == .duplicate ? nil : (row, marks.mark(row))
      }
  }

  /// The rows of a side file up to a day, each with its mark; none where there are too many.
  private static func markedSide(
    _ kind: RecordKind, of office: SalesOffice, to: CalendarDay
  ) -> [(row: Int, mark: String)] {
    let table = office[kind]
    guard table.count <= sideLimit else { return [] }
    var brief = Brief(table, office)
    let dates = DataSpan.dateFields(kind)
    return (0..<table.count).compactMap { row in
      guard table.state[row] != .duplicate,
        dates.compactMap({ table.day($0, row) }).first.map({ $0 <= to }) ?? true
      else { return nil }
      return (row, brief.mark(row))
    }
  }

  /// Counting rows of a kind from a day up to the day before another, each with its mark.
  ///
  /// - Parameter firstDays: the first day of each row, where it is known.
  static func markedBefore(
    _ kind: RecordKind, of office: SalesOffice, from: CalendarDay, before: CalendarDay,
    firstDays: DayColumn? = nil
  ) -> [(row: Int, mark: String)] {
    let table = office[kind]
    let states = table.state
    var brief = Brief(table, office)
    return (firstDays ?? table.firstDays(DataSpan.dateFields(kind)))
      .rows(from: from.number, to: before.number - 1)
      .compactMap { row in
        let row = Int(row)
        return states[row] == .counts ? (row, brief.mark(row)) : nil
      }
  }

  /// The day from which on all rows before the period are marked: 400 days, fewer where they hold
  /// too many rows.
  private static func start(_ firstDays: DayColumn, before: CalendarDay) -> CalendarDay {
    let earliest = before + -400
    var counts = [Int](repeating: 0, count: 400)
    for row in firstDays.rows(from: earliest.number, to: before.number - 1) {
      counts[Int(before.number - 1 - firstDays[Int(row)])] += 1
    }
    var sum = 0
    for (days, count) in counts.enumerated() {
      sum += count
      if sum > beforeLimit { return before + -days }
    }
    return earliest
  }

  /// What a report of these days knows of the office's rows.
  static func known(of office: SalesOffice, from: CalendarDay, to: CalendarDay) -> KnownRows {
    var known = KnownRows()
    for kind in IssuedRows.kinds {
      add(marked(kind, of: office, from: from, to: to), kind, office, to: &known)
      known.earlier += months(of: kind, office, before: from)
      let firstDays = office[kind].firstDays(DataSpan.dateFields(kind))
      let start = start(firstDays, before: from)
      let rows = markedBefore(
        kind, of: office, from: start, before: from, firstDays: firstDays)
      known.before.append(
        KnownRows.Before(
          kind: kind.rawValue, from: start.description,
          text: rows.map(\.mark).joined(separator: " ")))
    }
    for kind in sideKinds {
      add(markedSide(kind, of: office, to: to), kind, office, to: &known)
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

  private static func add(
    _ rows: [(row: Int, mark: String)], _ kind: RecordKind, _ office: SalesOffice,
    to known: inout KnownRows
  ) {
    guard !rows.isEmpty else { return }
    let table = office[kind]
    let stages = [("u", Field.subscribed), ("s", .signed), ("c", .cancelled)].map {
      (UInt8(ascii: $0.0), table.days($0.1))
    }.filter { !$0.1.isEmpty }
    let hasCells = sideKinds.contains(kind) || rows.count <= cellLimit
    var cells = RowCells(kind, of: office)
    let columns = hasCells ? cells.columns : ""
    let (files, lines, states) = (table.file, table.line, table.state)
    var text: [UInt8] = []
    for (position, (row, mark)) in rows.enumerated() {
      if !text.isEmpty { text.append(UInt8(ascii: " ")) }
      text += mark.utf8
      text.append(UInt8(ascii: ":"))
      text += String(lines[row]).utf8
      text.append(UInt8(ascii: ":"))
      if states[row] == .excluded { text.append(UInt8(ascii: "x")) }
      for (letter, days) in stages where days[row] != Missing.day && days[row] <= office.asOf.number
      {
        text.append(letter)
      }
      if hasCells {
        text.append(UInt8(ascii: ":"))
        cells.append(row, to: &text)
      }
      let isLast = position + 1 == rows.count || files[rows[position + 1].row] != files[row]
      guard isLast else { continue }
      known.rows.append(
        KnownRows.Marks(
          kind: kind.rawValue, file: office.sources[Int(files[row])].name, columns: columns,
          text: String(decoding: text, as: UTF8.self)))
      text.removeAll(keepingCapacity: true)
    }
  }

  /// Counting rows by the month of their first day, before a day.
  private static func months(
    of kind: RecordKind, _ office: SalesOffice, before: CalendarDay
  ) -> [KnownRows.Month] {
    let table = office[kind]
    // By day first: far fewer days than rows are to be placed in months.
    var rowsOfDay: [Int32: Int] = [:]
    let states = table.state
    for field in DataSpan.dateFields(kind) {
      var (day, rows) = (Missing.day, 0)
      for (row, next) in table.days(field).enumerated() where states[row] == .counts {
        if next != day {
          rowsOfDay[day, default: 0] += rows
          (day, rows) = (next, 0)
        }
        rows += 1
      }
      rowsOfDay[day, default: 0] += rows
    }
    var counts: [Int: Int] = [:]
    for (number, rows) in rowsOfDay where number != Missing.day && number < before.number {
      let day = CalendarDay(number: number)
      if rows > 0 { counts[day.year * 12 + day.month - 1, default: 0] += rows }
    }
    return counts.sorted { $0.key < $1.key }.map { month, rows in
      KnownRows.Month(
        kind: kind.rawValue,
        month: "\(Digits.padded(month / 12, 4))-\(Digits.padded(month % 12 + 1, 2))", rows: rows)
    }
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
    head[name].flatMap { Self.day($0) }
  }

  /// A day as reports write it.
  static func day(_ text: String) -> CalendarDay? {
    PeriodExpression.parse(text, calendar: CalendarRules())?.from
  }
}

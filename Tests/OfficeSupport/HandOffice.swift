package import Loaders
package import Quantities
package import Records

/// An office written by hand in a test: tables as short texts, then the real assembly.
///
///     var hand = HandOffice()
///     hand.file(.visits, "date phone name channel", """
///       2026-03-03 1001 何田 自然到访
///       2026-03-04T14:00 1002 郑好 -
///       """)
///     let office = hand.office(asOf: "2026-03-08")
///
/// Cells are parted by blanks, "-" is empty, "_" stands for a blank, several words of a cell are
/// parted by "/". A phone of four digits stands for 1990000 and these digits. Money is yuan, area
/// ㎡. Columns are named by the cases of `Field`; a column `state` may say `x` (not counted) or
/// `dup`. Rows stand on the lines 2, 3 … of their file; files are added in the order of their names.
package struct HandOffice {
  package var office = SalesOffice(asOf: CalendarDay(number: 0))

  package init() {}

  /// Adds a file of a kind; a second file of a kind adds rows (columns it lacks stay empty).
  package mutating func file(
    _ kind: RecordKind, _ header: String, _ text: String, name: String? = nil
  ) {
    let index = office.sources.count
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      .filter { !$0.isEmpty }
    var balance = RowBalance()
    balance.rows = lines.count
    let names = header.split(separator: " ").map(String.init)
    if let state = names.firstIndex(of: "state") {
      balance.excluded = lines.filter { $0[state] == "x" }.count
      balance.duplicates = lines.filter { $0[state] == "dup" }.count
    }
    office.sources.append(
      SourceFile(
        name: name ?? "\(kind.rawValue)\(index).csv", kind: kind, encoding: "UTF-8", checksum: "",
        headerLine: 1, titleLines: 0, fields: Set(names.compactMap(HandOffice.field)),
        balance: balance))
    for field in names.compactMap(HandOffice.field) { addColumn(kind, field) }
    for (line, cells) in lines.enumerated() {
      precondition(cells.count == names.count, "\(cells) does not fit \(names)")
      let state = zip(names, cells).first { $0.0 == "state" }?.1
      table(kind) {
        $0.appendRow(
          file: UInt16(index), line: Int32(line + 2),
          state: state == "x" ? .excluded : state == "dup" ? .duplicate : .counts)
      }
      for spec in kind.fields where office[kind].has(spec.field) {
        let cell = zip(names, cells).first { HandOffice.field($0.0) == spec.field }?.1 ?? "-"
        append(cell == "-" ? "" : cell, spec, kind)
      }
    }
  }

  /// The assembled office; without `asOf` by the default rule.
  package func office(asOf: String? = nil, today: String = "2030-12-31") -> SalesOffice {
    assembly(asOf: asOf, today: today).office
  }

  /// The assembly, with its findings.
  package func assembly(asOf: String? = nil, today: String = "2030-12-31") -> OfficeAssembly {
    OfficeAssembly(
      office, asOf: asOf.flatMap(HandOffice.day), today: HandOffice.day(today) ?? office.asOf)
  }

  /// `2026-03-04` as a day.
  package static func day(_ text: String) -> CalendarDay? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? CalendarDay(year: parts[0], month: parts[1], day: parts[2]) : nil
  }

  // MARK: Cells

  private static func field(_ name: String) -> Field? {
    Field.allCases.first { String(describing: $0) == name }
  }

  private mutating func table(_ kind: RecordKind, _ change: (inout RecordTable) -> Void) {
    change(&office.tables[kind.position])
  }

  private mutating func addColumn(_ kind: RecordKind, _ field: Field) {
    guard let spec = kind.fields.first(where: { $0.field == field }), !office[kind].has(field)
    else { return }
    let count = office[kind].count
    table(kind) { table in
      switch spec.type {
      case .day, .week: table[field] = .days(DayColumn(Array(repeating: Missing.day, count: count)))
      case .money, .price, .area, .count, .yesNo, .quantity:
        table[field] = .numbers(Array(repeating: Missing.number, count: count))
      case .word, .room, .identifier:
        var words = WordColumn<Symbol>()
        for _ in 0..<count { words.append(.none) }
        table[field] = .symbols(words)
      case .words, .staff:
        var lists = WordColumn<WordList>()
        for _ in 0..<count { lists.append(.none) }
        table[field] = .lists(lists)
      case .phones:
        var phones = PhoneColumn()
        for _ in 0..<count { phones.append(.none) }
        table[field] = .phones(phones)
      case .names, .text:
        var texts = TextColumn()
        for _ in 0..<count { texts.append("") }
        table[field] = .texts(texts)
      }
      if field == .date, kind == .visits {
        table.minutes = Array(repeating: -1, count: count)
      }
    }
  }

  private mutating func append(_ cell: String, _ spec: FieldSpec, _ kind: RecordKind) {
    let words = cell.split(separator: "/").map { String($0.map { $0 == "_" ? " " : $0 }) }
    let symbols = words.map { office.lexicon.intern($0) }
    let list = office.lexicon.intern(symbols)
    let phone = phoneCell(words)
    table(kind) { table in
      switch table[spec.field] {
      case .days(var days):
        let parts = cell.split(separator: "T")
        days.append(parts.first.flatMap { HandOffice.day(String($0)) }?.number ?? Missing.day)
        table[spec.field] = .days(days)
        if spec.field == .date, kind == .visits {
          let clock =
            parts.count == 2 ? parts[1].split(separator: ":").compactMap { Int16($0) } : []
          table.minutes.append(clock.count == 2 ? clock[0] * 60 + clock[1] : -1)
        }
      case .numbers(var numbers):
        numbers.append(HandOffice.number(cell, spec.type))
        table[spec.field] = .numbers(numbers)
      case .symbols(var column):
        column.append(symbols.first ?? .none)
        table[spec.field] = .symbols(column)
      case .lists(var lists):
        lists.append(list)
        table[spec.field] = .lists(lists)
      case .phones(var phones):
        phones.append(phone)
        table[spec.field] = .phones(phones)
      case .texts(var texts):
        texts.append(words.joined(separator: "、"))
        table[spec.field] = .texts(texts)
      case .absent: break
      }
    }
  }

  private mutating func phoneCell(_ words: [String]) -> PhoneCell {
    let numbers = words.map { $0.utf8.count == 4 ? "1990000" + $0 : $0 }
    if numbers.isEmpty { return .none }
    if numbers.count == 1, numbers[0].utf8.count == 11, numbers[0].hasPrefix("1"),
      let mobile = Int64(numbers[0])
    {
      return PhoneCell(mobile: mobile)
    }
    office.phoneBook.append(numbers.map { PhoneNumber($0) })
    return PhoneCell(entry: office.phoneBook.count - 1)
  }

  private static func number(_ cell: String, _ type: FieldType) -> Int64 {
    if cell.isEmpty { return Missing.number }
    switch type {
    case .money, .price, .area:
      let isNegative = cell.hasPrefix("-")
      let parts = cell.drop { $0 == "-" }.split(separator: ".")
      let cents = parts.count > 1 ? String(parts[1] + "00").prefix(2) : "00"
      let value = (Int64(parts[0]) ?? 0) * 100 + (Int64(cents) ?? 0)
      return isNegative ? -value : value
    case .yesNo: return cell == "是" ? 1 : 0
    default: return Int64(cell) ?? Missing.number
    }
  }
}

import Diagnostics
import Quantities
import Records

/// One source row in a few words, for proofs: its days, who, where, how much.
struct RowSummary {
  let office: SalesOffice
  let showsPersonal: Bool
  /// Positions in the tables of all rows, by place.
  private let positions: [SourceRow: (kind: RecordKind, row: Int)]

  init(office: SalesOffice, showsPersonal: Bool, of rows: [SourceRow]) {
    self.office = office
    self.showsPersonal = showsPersonal
    var positions: [SourceRow: (kind: RecordKind, row: Int)] = [:]
    let wanted = Set(rows)
    for table in office.tables {
      for row in 0..<table.count where wanted.contains(table.source(row)) {
        positions[table.source(row)] = (table.kind, row)
      }
    }
    self.positions = positions
  }

  /// `来访11月.csv:12`.
  func place(_ source: SourceRow) -> String {
    "\(office.sources[Int(source.file)].name):\(source.line)"
  }

  /// The cells that tell the row apart, in the order of the kind's columns.
  func cells(_ source: SourceRow) -> [String] {
    guard let (kind, row) = positions[source] else { return [] }
    let table = office[kind]
    return kind.fields.compactMap { spec in
      // A line break of a cell would break the line of the row.
      let words = self.text(spec, table, row).split { $0.isNewline || $0 == "\t" }
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
  }

  private func text(_ spec: FieldSpec, _ table: RecordTable, _ row: Int) -> String {
    let formatter = Formatter(.chinese)
    switch (spec.type, table[spec.field]) {
    case (_, .days(let days)) where days[row] != Missing.day:
      return CalendarDay(number: days[row]).description
    case (.money, .numbers(let values)) where values[row] != Missing.number:
      return formatter.text(.money(Money(fen: values[row])), unit: .money, format: .yuan) + "元"
    case (.area, .numbers(let values)) where values[row] != Missing.number:
      return formatter.text(.area(Area(hundredths: values[row])), unit: .area) + "㎡"
    case (.price, .numbers(let values)) where values[row] != Missing.number:
      return formatter.text(.money(Money(fen: values[row])), unit: .money, format: .yuan) + "元/㎡"
    case (.count, .numbers(let values)) where values[row] != Missing.number:
      return "\(spec.header) \(values[row])"
    case (.quantity, .numbers(let values)) where values[row] != Missing.number:
      // A target is an amount where its measure is one.
      let isAmount = office.lexicon[table.symbol(.measure, row)].hasSuffix("金额")
      let money = Value.money(Money(fen: values[row]))
      return isAmount
        ? "\(spec.header) \(formatter.text(money, unit: .money, format: .yuan))元"
        : "\(spec.header) \(values[row])"
    case (.yesNo, .numbers(let values)) where values[row] != Missing.number:
      return spec.header + (values[row] == 1 ? " 是" : " 否")
    case (.text, .texts(let texts)):
      // Notes may hold anything of anybody; a record's number tells nothing that the line does not.
      let isHidden = [.note, .content, .recordID].contains(spec.field)
      return isHidden ? "" : showsPersonal ? texts[row] : PersonalMask.text(texts[row])
    case (.words, .lists(let lists)):
      let words = office.lexicon[lists[row]].map { office.lexicon[$0] }.joined(separator: "、")
      return spec.field == .referrer && !showsPersonal ? PersonalMask.whole(words) : words
    case (.week, .days(let days)) where days[row] != Missing.day:
      return CalendarDay(number: days[row]).description
    case (.names, .texts(let texts)):
      return showsPersonal ? texts[row] : PersonalMask.whole(texts[row])
    case (_, .phones(let phones)):
      return numbers(phones[row]).map { showsPersonal ? $0 : PersonalMask.whole($0) }
        .joined(separator: "、")
    case (.word, .symbols(let symbols)), (.room, .symbols(let symbols)):
      return spec.field == .referrer && !showsPersonal
        ? PersonalMask.whole(office.lexicon[symbols[row]]) : office.lexicon[symbols[row]]
    case (.staff, .lists(let lists)):
      return office.lexicon[lists[row]].map { office.lexicon[$0] }.joined(separator: "、")
    default:
      return ""
    }
  }

  private func numbers(_ cell: PhoneCell) -> [String] {
    if let mobile = cell.mobile { return [String(mobile)] }
    return cell.entry.map { office.phoneBook[$0].map(\.digits) } ?? []
  }
}

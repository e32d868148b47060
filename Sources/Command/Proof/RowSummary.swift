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
      let text = self.text(spec, table, row)
      return text.isEmpty ? nil : text
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

import Quantities
import Records

/// Reads the cells of one column of one file.
///
/// A class, so that passing it about copies nothing; nothing of it changes.
final class ColumnDecoder {
  enum Form {
    case day, week, money, area, count, yesNo, quantity, word, words, staff, room, identifier,
      phones, text, period
  }

  /// Index of the field in a row.
  let position: Int
  /// The header as typed.
  let header: String
  let spec: FieldSpec
  let form: Form
  /// Index of the store in the table; nil for columns that only the row checks look at.
  let store: Int?
  let isKey: Bool
  /// Whether an unreadable cell rejects the row.
  let isStrict: Bool
  let day: DayReader
  let week: WeekReader
  let money: MoneyReader
  let count: CountReader
  let emptyMark: EmptyMark.Column
  let words: WordReader
  let cache: CellCache

  var field: Field { spec.field }

  init(
    _ column: HeaderPlan.Column, _ target: HeaderTarget, _ spec: FieldSpec, kind: RecordKind,
    store: Int?, context: LoadContext, year: Int?, order: DayOrder?
  ) {
    position = column.position
    header = column.typed.trimmingBlanks
    self.spec = spec
    form = ColumnDecoder.form(spec)
    self.store = store
    isKey = spec.need == .key
    isStrict = isKey || ColumnDecoder.isStrict(spec.type, kind)
    day = DayReader(order: order, year: year, takesMonths: kind == .costs)
    week = WeekReader(days: day, calendar: context.settings.calendar)
    let unit = (target.unit ?? column.name.unit).flatMap { MoneyUnit(header: $0) }
    money = MoneyReader(unit: unit)
    count = CountReader(takesApproximate: kind == .competitors)
    emptyMark = WordReader.emptyColumn(spec.field)
    words = WordReader(kind: kind, field: spec.field, context: context)
    cache = context.cache(kind, spec.field)
  }

  private static func form(_ spec: FieldSpec) -> Form {
    if spec.field == .period { return .period }
    switch spec.type {
    case .day: return .day
    case .week: return .week
    case .money, .price: return .money
    case .area: return .area
    case .count: return .count
    case .quantity: return .quantity
    case .yesNo: return .yesNo
    case .word: return .word
    case .words: return .words
    case .staff: return .staff
    case .room: return .room
    case .identifier: return .identifier
    case .phones: return .phones
    case .names, .text: return .text
    }
  }

  /// Days, money and areas of deals, receipts and units decide amounts: there an unreadable cell
  /// rejects the row.
  private static func isStrict(_ type: FieldType, _ kind: RecordKind) -> Bool {
    guard kind == .deals || kind == .receipts || kind == .units else { return false }
    switch type {
    case .day, .money, .price, .area: return true
    default: return false
    }
  }

  /// Code of what is wrong with an unreadable cell.
  func problem(_ state: Reading.State) -> String {
    switch state {
    case .ambiguousOrder: return "ambiguous-date"
    case .noYear: return "no-year"
    default: break
    }
    switch form {
    case .day: return "bad-date"
    case .week: return "bad-week"
    case .money: return "bad-amount"
    case .area: return "bad-area"
    case .count, .quantity: return "bad-count"
    case .yesNo: return "bad-yes-no"
    case .phones: return "bad-phone"
    case .period: return "bad-period"
    case .word where field == .measure: return "bad-measure"
    case .word, .words, .staff, .room, .identifier, .text: return "spreadsheet-error"
    }
  }
}

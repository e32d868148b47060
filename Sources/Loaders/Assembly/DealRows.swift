import Quantities
import Records

/// The deals table with its columns at hand and its words understood.
///
/// A class, so that handing it from rule to rule counts one reference and not one a column.
final class DealRows {
  let table: RecordTable
  let customers: [Int32]
  private let rooms: WordColumn<Symbol>
  private let dates: DayColumn
  private let subscribedDays: DayColumn
  private let signedDays: DayColumn
  private let cancelledDays: DayColumn
  private let dueDays: DayColumn
  private let statuses: WordColumn<Symbol>
  private let cancelKinds: WordColumn<Symbol>
  private let phones: PhoneColumn
  private let ids: WordColumn<Symbol>
  private let names: TextColumn?
  /// What the words of an office mean, by their symbols.
  private let meanings: [DealWord]
  private let phoneBook: [[PhoneNumber]]

  init(_ office: SalesOffice) {
    table = office[.deals]
    customers = office.customers.ofDeals
    rooms = table.symbols(.room)
    dates = table.days(.date)
    subscribedDays = table.days(.subscribed)
    signedDays = table.days(.signed)
    cancelledDays = table.days(.cancelled)
    dueDays = table.days(.due)
    statuses = table.symbols(.status)
    cancelKinds = table.symbols(.cancelKind)
    phones = table.phones(.phone)
    ids = table.symbols(.customerID)
    names = table.texts(.name)
    phoneBook = office.phoneBook
    var isMet = [Bool](repeating: false, count: office.lexicon.count)
    var meanings = [DealWord](repeating: .none, count: office.lexicon.count)
    for symbol in [statuses, cancelKinds].joined() where !isMet[Int(symbol.number)] {
      isMet[Int(symbol.number)] = true
      meanings[Int(symbol.number)] = DealWord(office.lexicon[symbol])
    }
    self.meanings = meanings
  }

  /// Number of all symbols of the office.
  var symbolCount: Int { meanings.count }

  func room(_ row: Int) -> Symbol { row < rooms.count ? rooms[row] : .none }
  func date(_ row: Int) -> Int32 { day(dates, row) }
  func subscribed(_ row: Int) -> Int32 { day(subscribedDays, row) }
  func signed(_ row: Int) -> Int32 { day(signedDays, row) }
  func cancelled(_ row: Int) -> Int32 { day(cancelledDays, row) }
  func due(_ row: Int) -> Int32 { day(dueDays, row) }
  func customer(_ row: Int) -> Int32 { row < customers.count ? customers[row] : -1 }

  func status(_ row: Int) -> DealWord { word(statuses, row) }
  func cancelKind(_ row: Int) -> DealWord { word(cancelKinds, row) }
  func statusSymbol(_ row: Int) -> Symbol { row < statuses.count ? statuses[row] : .none }
  func cancelKindSymbol(_ row: Int) -> Symbol { row < cancelKinds.count ? cancelKinds[row] : .none }

  /// A row with one date and perhaps a status, as against a row with a date for each stage.
  func hasOneDate(_ row: Int) -> Bool {
    subscribed(row) == Missing.day && signed(row) == Missing.day && date(row) != Missing.day
  }

  /// Whether two rows are of the same buyer: the same customer, or the same names where one of the
  /// rows has nothing but names.
  func sameBuyer(_ one: Int, _ other: Int) -> Bool {
    if customer(one) >= 0, customer(one) == customer(other) { return true }
    guard !isKnown(one) || !isKnown(other) else { return false }
    return nameSet(one) == nameSet(other)
  }

  private func nameSet(_ row: Int) -> Set<String> {
    guard let names else { return [] }
    return Set(names.withBytes(row) { Surname.names(in: $0) })
  }

  /// Whether an id or a number tells who the row's buyer is.
  func isKnown(_ row: Int) -> Bool {
    if row < ids.count, !ids[row].isNone { return true }
    guard row < phones.count else { return false }
    if phones[row].mobile != nil { return true }
    guard let entry = phones[row].entry, entry < phoneBook.count else { return false }
    return phoneBook[entry].contains { $0.isKey || $0.isMasked }
  }

  private func day(_ days: DayColumn, _ row: Int) -> Int32 {
    row < days.count ? days[row] : Missing.day
  }

  private func word(_ words: WordColumn<Symbol>, _ row: Int) -> DealWord {
    row < words.count ? meanings[Int(words[row].number)] : .none
  }
}

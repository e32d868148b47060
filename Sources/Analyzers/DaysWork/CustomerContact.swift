import Quantities
import Records

/// What is known of one customer from calls, counted visits and follow-ups up to a day.
struct CustomerContact {
  /// The latest level that was written down; none where nobody wrote one.
  private(set) var level = Symbol.none
  /// The last day on which somebody spoke with the customer, `Missing.day` without one.
  private(set) var last = Missing.day
  /// The last call, counted visit and connected follow-up, `Missing.day` without one.
  private(set) var lastCall = Missing.day
  private(set) var lastVisit = Missing.day
  private(set) var lastFollowup = Missing.day
  /// The consultants of the latest record that names some.
  private(set) var staff = WordList.none
  private(set) var rows: [SourceRow] = []

  private var levelAt = Place.never
  private var staffAt = Place.never

  /// The order of records in time: day, then file, then line.
  private struct Place: Comparable {
    let day: Int32
    let source: SourceRow

    static let never = Place(day: Int32.min, source: SourceRow(file: -1, line: -1))

    static func < (a: Place, b: Place) -> Bool {
      a.day != b.day ? a.day < b.day : a.source < b.source
    }
  }

  /// The grade that decides when to call: A, B or C, nil for everybody else.
  func grade(_ lexicon: Lexicon) -> Character? {
    guard let letter = lexicon[level].uppercased().first, "ABC".contains(letter) else { return nil }
    return letter
  }

  /// Every customer's, by number; a follow-up that did not connect tells a level but is no contact.
  static func all(of office: SalesOffice, until day: CalendarDay) -> [CustomerContact] {
    var contacts = [CustomerContact](repeating: CustomerContact(), count: office.customers.count)
    for kind in [RecordKind.calls, .visits, .followups] {
      let table = office[kind]
      let days = table.days(.date)
      for (row, customer) in office.customers.of(kind).enumerated()
      where customer >= 0 && row < days.count && table.state[row] == .counts
        && days[row] != Missing.day && days[row] <= day.number
      {
        let place = Place(day: days[row], source: table.source(row))
        var contact = contacts[Int(customer)]
        let level = table.symbol(.level, row)
        if !level.isNone, contact.levelAt < place {
          (contact.level, contact.levelAt) = (level, place)
        }
        let staff = table.list(.staff, row)
        if !staff.isNone, contact.staffAt < place {
          (contact.staff, contact.staffAt) = (staff, place)
        }
        if kind != .followups || table.flag(.connected, row) != false {
          contact.last = max(contact.last, days[row])
          switch kind {
          case .calls: contact.lastCall = max(contact.lastCall, days[row])
          case .visits: contact.lastVisit = max(contact.lastVisit, days[row])
          default: contact.lastFollowup = max(contact.lastFollowup, days[row])
          }
        }
        contact.rows.append(place.source)
        contacts[Int(customer)] = contact
      }
    }
    return contacts
  }

  /// Whether a customer is known from more than follow-ups: who is only named there may be a known
  /// customer under a masked number.
  static func isKnown(_ office: SalesOffice) -> [Bool] {
    var isKnown = [Bool](repeating: false, count: office.customers.count)
    for kind in [RecordKind.calls, .visits, .deals, .cards] {
      for customer in office.customers.of(kind) where customer >= 0 {
        isKnown[Int(customer)] = true
      }
    }
    return isKnown
  }
}

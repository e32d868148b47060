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
      let (days, states) = (table.days(.date), table.state)
      let (levels, staff) = (table.symbols(.level), table.lists(.staff))
      let connected = kind == .followups ? table.numbers(.connected) : []
      for (row, customer) in office.customers.of(kind).enumerated()
      where customer >= 0 && row < days.count && states[row] == .counts
        && days[row] != Missing.day && days[row] <= day.number
      {
        let place = Place(day: days[row], source: table.source(row))
        contacts[Int(customer)].take(
          place, level: levels.isEmpty ? .none : levels[row],
          staff: staff.isEmpty ? .none : staff[row],
          by: connected.isEmpty || connected[row] != 0 ? kind : nil)
      }
    }
    return contacts
  }

  /// - Parameter kind: how the customer was reached; nil where nobody was.
  private mutating func take(_ place: Place, level: Symbol, staff: WordList, by kind: RecordKind?) {
    if !level.isNone, levelAt < place { (self.level, levelAt) = (level, place) }
    if !staff.isNone, staffAt < place { (self.staff, staffAt) = (staff, place) }
    rows.append(place.source)
    guard let kind else { return }
    last = max(last, place.day)
    switch kind {
    case .calls: lastCall = max(lastCall, place.day)
    case .visits: lastVisit = max(lastVisit, place.day)
    default: lastFollowup = max(lastFollowup, place.day)
    }
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

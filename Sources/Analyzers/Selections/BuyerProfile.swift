import Records

/// What is known of a buyer from his visits: of each attribute the latest that is written on or
/// before a day, the earliest later one if there is none.
struct BuyerProfile: Sendable {
  private let parties: Parties
  private let column: PartyColumn

  init(_ field: Field, _ office: SalesOffice) {
    parties = office.parties
    column = PartyColumn(field, office)
  }

  /// Whether the visits have the column.
  var exists: Bool { column.exists }

  /// The customer's word on a day (`Missing.day`: on any); `none` where no visit tells it.
  func word(of customer: Int32, on day: Int32) -> Symbol {
    let number = BuyerProfile.latest(parties, of: customer, on: day) {
      Int(column.word($0).number)
    }
    return number.map { Symbol(number: Int32($0)) } ?? .none
  }

  /// The latest category that a customer's visits tell on a day, the earliest later one if there is
  /// none; `read` gives the category of a party, 0 for none.
  static func latest(
    _ parties: Parties, of customer: Int32, on day: Int32, _ read: (Int) -> Int
  ) -> Int? {
    guard customer >= 0 else { return nil }
    var latest: Int?
    for party in parties.of(customer: customer) {
      let isLater = day != Missing.day && parties.day[party] > day
      if isLater, latest != nil { break }
      let key = read(party)
      if key == 0 { continue }
      latest = key
      if isLater { break }
    }
    return latest
  }

  /// The customer's words on a day: all of his visits up to it together, else of the later ones.
  func words(of customer: Int32, on day: Int32) -> [Symbol] {
    guard customer >= 0 else { return [] }
    guard column.isMultiple else {
      let word = word(of: customer, on: day)
      return word.isNone ? [] : [word]
    }
    var (before, after): ([Symbol], [Symbol]) = ([], [])
    for party in parties.of(customer: customer) {
      let isLater = day != Missing.day && parties.day[party] > day
      if isLater, !before.isEmpty { break }
      for word in column.words(party) {
        if isLater {
          if !after.contains(word) { after.append(word) }
        } else if !before.contains(word) {
          before.append(word)
        }
      }
    }
    return before.isEmpty ? after : before
  }
}

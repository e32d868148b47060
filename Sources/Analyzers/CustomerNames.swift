import Quantities
import Records

/// How customers are called in lists: names and numbers as typed, masked unless the run shows
/// personal data.
struct CustomerNames: Sendable {
  private let house: House
  private let showsPersonal: Bool
  private let rows: NamingRows

  private var office: SalesOffice { house.office }

  /// Deals name a buyer, else visits, calls, cards or follow-ups do; among the rows of a kind the
  /// earliest day decides, then file and line.
  init(_ house: House, showsPersonal: Bool) {
    self.house = house
    self.showsPersonal = showsPersonal
    rows = NamingRows(house)
  }

  /// The customer's name; without one his number, else his id, else "—".
  func name(of customer: Int32) -> String {
    guard customer >= 0, let place = rows.named(customer) else {
      let phone = self.phone(of: customer)
      return phone.isEmpty ? id(of: customer) : phone
    }
    return name(place.kind, place.row)
  }

  /// The customer's id where nothing else names him, else "—".
  private func id(of customer: Int32) -> String {
    for kind in NamingRows.kinds {
      let ids = office[kind].symbols(.customerID)
      guard !ids.isEmpty else { continue }
      for (row, owner) in office.customers.of(kind).enumerated()
      where owner == customer && !ids[row].isNone {
        return office.lexicon[ids[row]]
      }
    }
    return Formatter.dash
  }

  /// The customer's name, else his number, else his id; empty where none is known.
  func knownName(of customer: Int32) -> String {
    let name = name(of: customer)
    return name == Formatter.dash ? "" : name
  }

  /// The customer's first number; empty where none is known.
  func phone(of customer: Int32) -> String {
    guard customer >= 0, let place = rows.numbered(customer) else { return "" }
    return phone(place.kind, place.row)
  }

  /// The names written in a row; empty where there are none.
  func name(_ kind: RecordKind, _ row: Int) -> String {
    text(CustomerNames.words(house.office[kind][.name], row, house.office))
  }

  /// The numbers written in a row.
  func phone(_ kind: RecordKind, _ row: Int) -> String {
    let phones = office[kind].phones(.phone)
    guard row < phones.count else { return "" }
    let numbers =
      phones[row].mobile.map { [String($0)] }
      ?? phones[row].entry.map { office.phoneBook[$0].map(\.digits) } ?? []
    return numbers.map(shown(number:)).joined(separator: "、")
  }

  private func text(_ names: [String]) -> String {
    names.map(shown(name:)).joined(separator: "、")
  }

  /// A name as the run shows it.
  func shown(name: String) -> String {
    guard !showsPersonal, let first = name.first else { return name }
    if CustomerNames.isPlain(name.utf8) {
      return String(first) + String(repeating: "*", count: name.utf8.count / 3 - 1)
    }
    return String(first) + String(repeating: "*", count: name.count - 1)
  }

  /// A number as the run shows it.
  func shown(number: String) -> String {
    if showsPersonal { return number }
    guard number.count >= 11 else {
      return String(repeating: "*", count: max(0, number.count - 2)) + number.suffix(2)
    }
    return number.prefix(3) + String(repeating: "*", count: number.count - 7) + number.suffix(4)
  }

  /// Whether a cell holds any name; nearly every one tells by its first byte.
  static func hasName(_ names: Column, _ row: Int, _ office: SalesOffice) -> Bool {
    if case .texts(let texts) = names {
      guard let first = texts.withBytes(row, { $0.first }) else { return false }
      // A letter, or a character beyond punctuation.
      if first >= 0xE4 && first < 0xEF || first >= 0x41 && first <= 0x7A { return true }
    }
    return !words(names, row, office).isEmpty
  }

  /// Whether a text is Chinese characters of three bytes and nothing else: one name, whose
  /// characters need no looking for.
  private static func isPlain(_ text: String.UTF8View) -> Bool {
    guard !text.isEmpty, text.count.isMultiple(of: 3) else { return false }
    for (index, byte) in text.enumerated() where index.isMultiple(of: 3) {
      if byte < 0xE4 || byte > 0xE9 { return false }
    }
    return true
  }

  /// The names of a cell, one by one.
  private static func words(_ names: Column, _ row: Int, _ office: SalesOffice) -> [String] {
    switch names {
    case .texts(let texts):
      let cell = texts[row]
      if isPlain(cell.utf8) { return [cell] }
      return cell.split { "、，,;；/|\n\r".contains($0) }
        .map { name in
          let start = name.drop { $0 == " " }
          return String(start.reversed().drop { $0 == " " }.reversed())
        }
        .filter { !$0.isEmpty }
    case .lists(let lists):
      return office.lexicon[lists[row]].map { office.lexicon[$0] }
    case .symbols(let symbols):
      return symbols[row].isNone ? [] : [office.lexicon[symbols[row]]]
    default:
      return []
    }
  }
}

extension Analysis {
  /// Names of customers as this run shows them.
  var customerNames: CustomerNames {
    shared("customer-names") { CustomerNames(house, showsPersonal: showsPersonal) }
  }
}

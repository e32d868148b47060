import Quantities
import Records

/// How calls, visits, deals and money are credited to the consultants named in a cell: equal
/// parts, the odd fen to the first named; nobody named is 未分配.
struct StaffCredit: Sendable {
  /// One person's part of something.
  struct Part: Hashable, Sendable {
    /// `none` for what is unassigned.
    let person: Symbol
    /// Number of persons that share it.
    let sharers: Int
    /// Position among them, from 0.
    let position: Int

    /// The part of a thing that counts one.
    var share: Rational { Rational(1, over: Int128(sharers)) ?? .zero }

    /// The part of an amount: the parts of all sharers add up to it exactly.
    func of(_ amount: Money) -> Money { amount.split(among: sharers)[position] }
  }

  /// By the number of a list of names.
  private let parts: [[Part]]
  private let callLists: WordColumn<WordList>
  private let partyColumn: PartyColumn

  init(_ office: SalesOffice) {
    parts = office.lexicon.lists(from: 0).map(StaffCredit.parts)
    callLists = office.calls.lists(.staff)
    partyColumn = PartyColumn(.staff, office)
  }

  /// The parts of a cell, in the order of its names, each name once.
  func parts(_ list: WordList) -> [Part] { parts[Int(list.number)] }

  private static func parts(_ names: [Symbol]) -> [Part] {
    var people: [Symbol] = []
    for person in names where !people.contains(person) { people.append(person) }
    if people.isEmpty { people = [.none] }
    return people.indices.map {
      Part(person: people[$0], sharers: people.count, position: $0)
    }
  }

  /// The parts of a call.
  func parts(ofCall row: Int) -> [Part] { parts(row < callLists.count ? callLists[row] : .none) }

  /// The parts of a visit: of its first row that names a consultant.
  func parts(ofParty party: Int) -> [Part] { parts(partyColumn.list(party)) }

  /// The parts of a deal.
  func parts(of deal: Deal) -> [Part] { parts(deal.staff) }
}

extension Analysis {
  /// Credit of the office's consultants.
  var credit: StaffCredit { shared("credit") { StaffCredit(office) } }
}

/// A sum of whole things and of parts of shared ones, exact.
struct SharedCount: Sendable {
  private var whole = 0
  private var parts = Rational.zero

  /// Adds one thing held by `sharers` persons: one of their equal parts.
  mutating func add(oneOf sharers: Int) {
    if sharers == 1 {
      whole += 1
    } else if let part = Rational(1, over: Int128(sharers)) {
      parts += part
    }
  }

  var number: Rational { Rational(whole) + parts }

  /// A whole number where it is one.
  var value: Value {
    number.isWhole ? .count(Int(number.numerator)) : .portion(number)
  }

  /// One side of a quotient.
  var side: Ratio.Side {
    number.isWhole ? .count(Int(number.numerator)) : .portion(number)
  }
}

/// Who is who: every row of calls, visits, deals, cards and follow-ups belongs to one customer.
package struct Customers: Sendable {
  /// Number of customers; they are 0 ..< count, numbered by first appearance (calls, visits,
  /// deals, cards, follow-ups; file name, then line).
  package var count = 0
  /// Customer of each row of a kind, −1 for rows that do not take part (dated after as-of).
  package var ofCalls: [Int32] = []
  package var ofVisits: [Int32] = []
  package var ofDeals: [Int32] = []
  package var ofCards: [Int32] = []
  package var ofFollowups: [Int32] = []
  /// Customers that were joined by a masked number and a surname only.
  package var weakMatches = 0

  package init() {}

  /// Customer of each row of a kind; empty for kinds without customers.
  package func of(_ kind: RecordKind) -> [Int32] {
    switch kind {
    case .calls: ofCalls
    case .visits: ofVisits
    case .deals: ofDeals
    case .cards: ofCards
    case .followups: ofFollowups
    default: []
    }
  }
}

import Facts
import Quantities
import Records

/// 未成交客户: who visited in the period and holds no home on the last counted day, by what is known
/// of them.
enum LostCustomers {
  static let analyzers: [Analyzer] = [
    analyzer("level", Words("级别", "level")) { LostCustomers.levels($0) },
    ofVisits(.objection), ofVisits(.layout), ofVisits(.rival),
    analyzer("contact", Words("距上次联系", "days since the last contact")) {
      LostCustomers.contacts($0)
    },
  ]

  private typealias Parts = (categories: Categories, keys: DealCategories.Keys)

  private static func ofVisits(_ field: VisitField) -> Analyzer {
    analyzer(field.key, field.name) { analysis in
      let office = analysis.office
      return (field.categories(office), field.customerKeys(office, on: analysis.day))
    }
  }

  private static func analyzer(
    _ key: String, _ name: Words, _ parts: @escaping @Sendable (Analysis) -> Parts
  ) -> Analyzer {
    Analyzer(
      FigureDefinition(
        "customers.lost-by-\(key)",
        Words("未成交客户按\(name.chinese)", "Customers not won by \(name.english)"),
        Words(
          "本期到访过、截至末日没有有效认购的客户，按\(name.chinese)分组（看其截至末日的全部记录），未填自成一行",
          "customers who visited in the period and hold no home on the last counted day, by "
            + "\(name.english) as all their records to that day tell it, unfilled is a row"),
        unit: .customers, shape: .table,
        columns: [
          .name, .count(Words("客户", "Customers"), .customers), .share, .previous(.customers),
          .change,
        ], source: "field practice: D08 (c), visited and not bought"),
      of: [.visits]
    ) { analysis, window, scope in
      let (categories, keys) = parts(analysis)
      return Breakdown(
        categories,
        [Breakdown.Measure("count", .visits, select: { $0.lostCustomers(in: $1) }, keys: keys)]
      ).fact(analysis, window, scope)
    }
  }

  /// The latest level of calls, visits and follow-ups.
  private static func levels(_ analysis: Analysis) -> Parts {
    let office = analysis.office
    let contacts = CustomerContact.all(of: office, until: analysis.day)
    let parties = office.parties
    return (
      Categories(words: office.lexicon, order: .natural(NaturalRank.level)),
      { party, body in body(Int(contacts[Int(parties.customer[party])].level.number)) }
    )
  }

  /// Last day of each band of days since the last contact.
  private static let bounds: [Int32] = [7, 15, 30, 60]

  private static func contacts(_ analysis: Analysis) -> Parts {
    let office = analysis.office
    let day = analysis.day.number
    let contacts = CustomerContact.all(of: office, until: analysis.day)
    let parties = office.parties
    return (
      Categories(
        list: [
          Words("7天内", "within 7 days"), Words("8-15天", "8-15 days"), Words("16-30天", "16-30 days"),
          Words("31-60天", "31-60 days"), Words("超过60天", "over 60 days"),
        ]),
      { party, body in
        let age = day - contacts[Int(parties.customer[party])].last
        body(1 + bounds.count(where: { age > $0 }))
      }
    )
  }
}

extension VisitField {
  /// The categories of a party's customer: what all his visits up to a day tell.
  func customerKeys(_ office: SalesOffice, on day: CalendarDay) -> DealCategories.Keys {
    guard case .column(let field) = source else { return keys(office) }
    let column = PartyColumn(field, office)
    let parties = office.parties
    return { party, body in
      var words: [Symbol] = []
      for visit in parties.of(customer: parties.customer[party])
      where parties.day[visit] <= day.number {
        // Of a field with one word the latest counts.
        if !column.isMultiple, !column.words(visit).isEmpty { words = [] }
        for word in column.words(visit) where !words.contains(word) { words.append(word) }
      }
      if words.isEmpty { body(0) }
      for word in words { body(Int(word.number)) }
    }
  }
}

extension Analysis {
  /// The last visit of a window of every customer who visited in it and holds no home on the last
  /// counted day.
  func lostCustomers(in window: Window) -> Selection {
    shared("lost-customers.\(window.from.number).\(window.to.number)") {
      let buyers = activeBuyers(on: day)
      let parties = office.parties
      return self.parties(in: window).filter { party in
        let customer = parties.customer[party]
        guard !buyers.contains(customer) else { return false }
        let next = party + 1
        return !parties.of(customer: customer).contains(next)
          || !window.contains(parties.day[next])
      }
    }
  }
}

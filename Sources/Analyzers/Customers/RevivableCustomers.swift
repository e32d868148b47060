import Facts
import Quantities
import Records

/// 可挽回客户: came, wished to buy, and did not.
enum RevivableCustomers {
  static let analyzers = [list]

  static let list = Analyzer(
    FigureDefinition(
      "customers.revivable", Words("可挽回客户", "Customers to win back"),
      Words(
        "到访过、截至末日没有有效认购、最近等级（来电、来访、回访）为A、B、C的客户，等级高、来访近的在前",
        "visitors without a subscription on the last counted day whose latest level of calls, visits "
          + "and follow-ups is A, B or C"),
      unit: .customers, shape: .list, scopes: .toDate,
      columns: [
        .customer, FigureColumn("level", Words("等级", "Level"), .text),
        FigureColumn("layout", Words("意向户型", "Layout"), .text),
        FigureColumn("objection", Words("未购原因", "Objections"), .text),
        FigureColumn("visits", Words("到访次数", "Visits"), .none),
        FigureColumn("last", Words("最近来访", "Last visit"), .day),
        FigureColumn("days", Words("距今天数", "Days since"), .days), .staff,
      ], source: "field practice: D08 (c), grade by reason by days since the last contact"),
    of: [.visits]
  ) { analysis, window in
    let (office, parties) = (analysis.office, analysis.office.parties)
    let day = analysis.day
    let buyers = analysis.activeBuyers(on: day)
    let (layout, objection) = (PartyColumn(.layout, office), PartyColumn(.objection, office))
    let contacts = CustomerContact.all(of: office, until: day)
    var found: [(grade: Character, visits: [Int], customer: Int32)] = []
    for customer in 0..<Int32(office.customers.count) where !buyers.contains(customer) {
      let visits = parties.of(customer: customer).filter { parties.day[$0] <= day.number }
      guard !visits.isEmpty, let grade = contacts[Int(customer)].grade(office.lexicon) else {
        continue
      }
      found.append((grade, visits, customer))
    }
    let keys = CustomerKeys(of: Set(found.map(\.customer)), in: office)
    func lastVisit(_ visits: [Int]) -> CalendarDay {
      CalendarDay(number: visits.last.map { parties.day[$0] } ?? Missing.day)
    }
    found.sort { a, b in
      if a.grade != b.grade { return a.grade < b.grade }
      let (x, y) = (lastVisit(a.visits), lastVisit(b.visits))
      return x != y ? x > y : keys.precedes(a.customer, b.customer)
    }
    let rows = found.map { grade, visits, customer in
      let (contact, last) = (contacts[Int(customer)], lastVisit(visits))
      var objections: [Symbol] = []
      for word in visits.flatMap({ objection.words($0) }) where !objections.contains(word) {
        objections.append(word)
      }
      let wished = visits.last { !layout.word($0).isNone }.map { layout.word($0) } ?? .none
      let sources = contact.rows
      return FactTable.Row(
        [
          .text(analysis.customerNames.name(of: customer)), .text(String(grade)),
          .word(wished, office.lexicon),
          .typed(objections.map { office.lexicon[$0] }.joined(separator: "、")),
          .count(visits.count), .day(last), .count(day - last),
          .names(contact.staff, office.lexicon),
        ], lineage: Lineage { sources })
    }
    return Fact(FactTable(rows: rows), lineage: .union(rows.map(\.lineage)))
  }
}

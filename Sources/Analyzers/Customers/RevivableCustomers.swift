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
        "到访过、截至末日没有有效认购、最近等级为A、B、C的客户，等级高、来访近的在前",
        "visitors without a subscription on the last counted day whose latest level is A, B or C"),
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
    let (level, layout) = (BuyerProfile(.level, office), BuyerProfile(.layout, office))
    let (objection, staff) = (BuyerProfile(.objection, office), PartyColumn(.staff, office))
    var found: [(level: String, last: Int, customer: Int32, parties: [Int32])] = []
    for customer in 0..<Int32(office.customers.count) where !buyers.contains(customer) {
      let own = parties.of(customer: customer).filter { parties.day[$0] <= day.number }
      guard let last = own.last else { continue }
      let grade = office.lexicon[level.word(of: customer, on: day.number)].uppercased()
      guard let first = grade.first, "ABC".contains(first) else { continue }
      found.append((String(first), last, customer, own.map(Int32.init)))
    }
    found.sort { a, b in
      if a.level != b.level { return a.level < b.level }
      let (x, y) = (parties.day[a.last], parties.day[b.last])
      return x != y ? x > y : a.customer < b.customer
    }
    let rows = found.map { entry in
      let words = objection.words(of: entry.customer, on: day.number)
      let last = CalendarDay(number: parties.day[entry.last])
      return FactTable.Row(
        [
          .text(analysis.customerNames.name(of: entry.customer)), .text(entry.level),
          .word(layout.word(of: entry.customer, on: day.number), office.lexicon),
          .typed(words.map { office.lexicon[$0] }.joined(separator: "、")),
          .count(entry.parties.count), .day(last), .count(day - last),
          .names(staff.list(entry.last), office.lexicon),
        ],
        lineage: Selection(office: office, thing: .parties, items: entry.parties).lineage)
    }
    return Fact(FactTable(rows: rows), lineage: .union(rows.map(\.lineage)))
  }
}

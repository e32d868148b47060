import Facts
import Quantities
import Records

/// 回访: whom to call today, and whether calls were made in time.
enum CallbackFigures {
  static let analyzers = [due, rate]

  static let due = Analyzer(
    FigureDefinition(
      "callbacks.due", Words("应回访名单", "Call-backs due"),
      Words(
        "没有有效认购、最近级别为A、B、C的客户，最后联系后满7、15、30天（设置）应回访，逾期在前",
        "customers of level A, B or C without a subscription whose 7, 15 or 30 days since the last "
          + "contact have passed, overdue first"),
      unit: .customers, shape: .list, scopes: .toDate,
      columns: [
        FigureColumn("customer", Words("客户", "Customer"), .text, isPersonal: true),
        FigureColumn("staff", Words("置业顾问", "Consultant"), .text),
        FigureColumn("level", Words("级别", "Level"), .text),
        FigureColumn("last", Words("最后联系", "Last contact"), .day),
        FigureColumn("due", Words("应回访日", "Due"), .day),
        FigureColumn("overdue", Words("逾期天数", "Days overdue"), .days),
        FigureColumn("phone", Words("电话", "Phone"), .text, isPersonal: true),
        FigureColumn("first", Words("首访", "First visit"), .day),
        FigureColumn("layout", Words("意向户型", "Layout"), .text),
        FigureColumn("objection", Words("抗性", "Objections"), .text),
      ], source: "field practice: D20; A 7, B 15, C 30 days, settings")
  ) { analysis, _ in
    let office = analysis.office
    guard office.has(.visits) || office.has(.calls) || office.customers.count > 0 else {
      return Fact(FactTable(rows: [], absence: .noFile(RecordKind.visits.words)))
    }
    let (day, seen) = (analysis.workDay, min(analysis.workDay, office.asOf))
    let contacts = CustomerContact.all(of: office, until: seen)
    let isKnown = CustomerContact.isKnown(office)
    let buyers = analysis.activeBuyers(on: seen)
    var lines: [(due: CalendarDay, customer: Int32, contact: CustomerContact)] = []
    for (index, contact) in contacts.enumerated() {
      let customer = Int32(index)
      guard contact.last != Missing.day, isKnown[index], !buyers.contains(customer),
        let days = days(office.lexicon[contact.level], office.settings)
      else { continue }
      let due = CalendarDay(number: contact.last) + days
      if due <= day { lines.append((due, customer, contact)) }
    }
    let keys = CustomerKeys(of: Set(lines.map(\.customer)), in: office)
    let grades = Dictionary(
      Set(lines.map(\.contact.level)).map { ($0, office.lexicon[$0].prefix(1)) },
      uniquingKeysWith: { first, _ in first })
    // Longest overdue first, then by grade.
    lines.sort {
      if $0.due != $1.due { return $0.due < $1.due }
      let (a, b) = (grades[$0.contact.level] ?? "", grades[$1.contact.level] ?? "")
      return a != b ? a < b : keys.precedes($0.customer, $1.customer)
    }
    let names = analysis.customerNames
    let parties = office.parties
    let (layout, objection) = (PartyColumn(.layout, office), PartyColumn(.objection, office))
    let rows = lines.map { line in
      let sources = line.contact.rows
      let visits = parties.of(customer: line.customer).filter { parties.day[$0] <= seen.number }
      let wished = visits.last { !layout.word($0).isNone }.map { layout.word($0) } ?? .none
      let objections =
        visits.last { !objection.words($0).isEmpty }.map { objection.words($0) } ?? []
      return FactTable.Row(
        [
          .text(names.name(of: line.customer)), .names(line.contact.staff, office.lexicon),
          .text(office.lexicon[line.contact.level]),
          .day(CalendarDay(number: line.contact.last)), .day(line.due), .count(day - line.due),
          .typed(names.phone(of: line.customer)),
          visits.first.map { .day(CalendarDay(number: parties.day[$0])) } ?? .missing(.notRecorded),
          .word(wished, office.lexicon),
          .typed(objections.map { office.lexicon[$0] }.joined(separator: "、")),
        ], lineage: Lineage { sources })
    }
    let all = lines.flatMap(\.contact.rows)
    return Fact(FactTable(rows: rows), lineage: Lineage { all })
  }

  /// Days after the last contact when a customer of a level is to be called; nil: never.
  private static func days(_ level: String, _ settings: Settings) -> Int? {
    switch level.first {
    case "A": settings.callbackDays.a
    case "B": settings.callbackDays.b
    case "C": settings.callbackDays.c
    default: nil
    }
  }

  static let rate = Analyzer(
    FigureDefinition(
      "followups.rate", Words("跟进及时率", "Follow-up rate"),
      Words(
        "应回访日在本期的回访中，按期且接通的比例；没有应回访日的不计",
        "follow-ups due in the period that were made by their day and connected, over those due"),
      unit: .rate, source: "field practice: F36"),
    of: [.followups]
  ) { analysis, window in
    let due = analysis.rows(.followups, in: window, by: .followDue)
    let done = due.filter { isDone($0, analysis.office) }
    return Fact(
      .ratio(Ratio(done.count, over: due.count)), lineage: due.lineage,
      sides: (done.lineage, due.lineage))
  }

  /// Whether a follow-up was made by its day and was not marked as not connected.
  static func isDone(_ row: Int, _ office: SalesOffice) -> Bool {
    let table = office[.followups]
    guard let date = table.day(.date, row), let due = table.day(.followDue, row) else {
      return false
    }
    return date <= due && table.flag(.connected, row) != false
  }
}

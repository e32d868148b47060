import Facts
import Quantities
import Records

/// 将失效: customers whose protection for their consultant is about to lapse.
enum CallbackExpiry {
  static let analyzers = [expiring]

  static let expiring = Analyzer(
    FigureDefinition(
      "callbacks.expiring", Words("将失效客户", "Protection about to lapse"),
      Words(
        "没有有效认购、有置业顾问的客户：最后一次来电、来访、接通的回访各加保护天数（设置，15、7、30天），取最晚的一天为失效日；列出当日起3天（设置）内失效的，先到的在前",
        "customers with a consultant and no subscription: the last call, visit and connected "
          + "follow-up each protect for their days (settings: 15, 7, 30), the latest of these days "
          + "is the last; those whose last day lies within 3 days (setting) from the day, soonest first"
      ),
      unit: .customers, shape: .list, scopes: .toDate,
      columns: [
        FigureColumn("customer", Words("客户", "Customer"), .text, isPersonal: true),
        FigureColumn("staff", Words("置业顾问", "Consultant"), .text),
        FigureColumn("level", Words("级别", "Level"), .text),
        FigureColumn("way", Words("凭什么", "By"), .text),
        FigureColumn("last", Words("那次联系", "That contact"), .day),
        FigureColumn("expires", Words("失效日", "Lapses on"), .day),
        FigureColumn("left", Words("还有", "Days left"), .days),
        FigureColumn("phone", Words("电话", "Phone"), .text, isPersonal: true),
      ], source: "field practice: D20, F34: call 15 days, visit 7, follow-up 30; settings")
  ) { analysis, _ in
    let office = analysis.office
    guard office.has(.visits) || office.has(.calls) || office.customers.count > 0 else {
      return Fact(FactTable(rows: [], absence: .noFile(RecordKind.visits.words)))
    }
    let (day, seen) = (analysis.workDay, min(analysis.workDay, office.asOf))
    let settings = office.settings
    let contacts = CustomerContact.all(of: office, until: seen)
    let isKnown = CustomerContact.isKnown(office)
    let buyers = analysis.activeBuyers(on: seen)
    var lines: [(expires: CalendarDay, way: Words, last: Int32, customer: Int32)] = []
    for (index, contact) in contacts.enumerated() {
      let customer = Int32(index)
      guard isKnown[index], !contact.staff.isNone, !buyers.contains(customer),
        let (last, days, way) = longest(contact, settings)
      else { continue }
      let expires = CalendarDay(number: last) + days
      if day <= expires, expires <= day + settings.expiryNotice {
        lines.append((expires, way, last, customer))
      }
    }
    let keys = CustomerKeys(of: Set(lines.map(\.customer)), in: office)
    func grade(_ customer: Int32) -> String {
      let level = contacts[Int(customer)].level
      return level.isNone ? "~" : String(office.lexicon[level].prefix(1))
    }
    lines.sort { a, b in
      if a.expires != b.expires { return a.expires < b.expires }
      let (x, y) = (grade(a.customer), grade(b.customer))
      return x != y ? x < y : keys.precedes(a.customer, b.customer)
    }
    let names = analysis.customerNames
    let rows = lines.map { line in
      let contact = contacts[Int(line.customer)]
      let sources = contact.rows
      return FactTable.Row(
        [
          .text(names.name(of: line.customer)), .names(contact.staff, office.lexicon),
          .word(contact.level, office.lexicon), .words(line.way),
          .day(CalendarDay(number: line.last)), .day(line.expires), .count(line.expires - day),
          .typed(names.phone(of: line.customer)),
        ], lineage: Lineage { sources })
    }
    let protection = settings.protectionDays
    let remark = Words(
      "保护天数：来电\(protection.call)、来访\(protection.visit)、回访\(protection.followup)；提前\(settings.expiryNotice)天列出",
      "protected days: call \(protection.call), visit \(protection.visit), follow-up "
        + "\(protection.followup); listed \(settings.expiryNotice) days ahead")
    return Fact(FactTable(rows: rows), lineage: .union(rows.map(\.lineage)), remarks: [remark])
  }

  /// The contact that protects longest; of equal ones the follow-up before the visit before the call.
  private static func longest(
    _ contact: CustomerContact, _ settings: Settings
  ) -> (last: Int32, days: Int, way: Words)? {
    let protection = settings.protectionDays
    let ways: [(last: Int32, days: Int, way: Words)] = [
      (contact.lastFollowup, protection.followup, Words("回访", "follow-up")),
      (contact.lastVisit, protection.visit, Words("来访", "visit")),
      (contact.lastCall, protection.call, Words("来电", "call")),
    ]
    var found: (last: Int32, days: Int, way: Words)?
    for way in ways where way.last != Missing.day {
      if let known = found, known.last + Int32(known.days) >= way.last + Int32(way.days) {
        continue
      }
      found = way
    }
    return found
  }
}

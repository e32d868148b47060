import Quantities
import Records

/// The counting rules in force, one short phrase each, as heads of reports and proofs print them.
enum CountingRules {
  static func list(_ office: SalesOffice) -> [Words] {
    let settings = office.settings
    var rules = [
      settings.countsRows
        ? Words("来访按记录", "visits: every record")
        : Words("来访按组（同客同日一组）", "visits: one customer a day is one visit"),
      Words("首访按全部历史的最早来访", "first visit: the earliest in all files"),
      Words("认购、签约、退房各按其日期", "subscription, signing, cancellation: each on its day"),
      Words("车位、储藏间不计套", "parking and storage are no units"),
      Words("合作成交均分", "shared deals are split equally"),
    ]
    if settings.calendar.weekStart != 1 {
      let day = CalendarDay(number: Int32(3 + settings.calendar.weekStart))
      rules.append(
        Words(
          "每周自\(Formatter(.chinese).weekday(day))起",
          "weeks begin on \(Formatter(.english).weekday(day))"))
    }
    if settings.calendar.monthStart != 1 {
      rules.append(
        Words(
          "每月自\(settings.calendar.monthStart)日起",
          "months begin on day \(settings.calendar.monthStart)"))
    }
    if !office.chosenRivals.isEmpty {
      let names = office.chosenRivals.map { office.lexicon[$0] }
      rules.append(
        Words(
          "竞品只看：" + names.joined(separator: "、"),
          "competitors: only " + names.joined(separator: ", ")))
    }
    return rules
  }
}

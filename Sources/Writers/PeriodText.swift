import Documents
import Quantities

/// How a report names itself and its period: in the head, in the window's title, on every page.
struct PeriodText {
  let document: Document
  private let formatter: Formatter
  private let phrases: Phrases

  init(document: Document) {
    self.document = document
    formatter = Formatter(document.language)
    phrases = Phrases(language: document.language)
  }

  /// "云溪里 销售周报": the project stands once, whether or not the title names it.
  var name: String {
    document.project.isEmpty || document.title.hasPrefix(document.project)
      ? document.title : document.project + " " + document.title
  }

  /// The title without the project that leads it.
  var shortTitle: String {
    guard !document.project.isEmpty, document.title.hasPrefix(document.project) else {
      return document.title
    }
    let rest = document.title.dropFirst(document.project.count).drop { $0 == " " || $0 == "·" }
    return rest.isEmpty ? document.title : String(rest)
  }

  /// The period as a headline: "11月16日 — 11月22日", "2026年11月".
  var headline: String {
    let period = document.period
    let year = period.from.year
    let isChinese = document.language == .chinese
    if period.kind == .day {
      let weekday = formatter.text(.day(period.from), unit: .day, format: .weekday)
      return dated(period.from) + " " + weekday
    }
    // A month that does not begin on the first is named after its days, not after a guess.
    if period.from.day == 1 {
      switch period.kind {
      case .month:
        return isChinese ? "\(year)年\(period.from.month)月" : month(period.from) + " \(year)"
      case .quarter:
        let quarter = (period.from.month + 2) / 3
        let names = ["一", "二", "三", "四"]
        return isChinese ? "\(year)年第\(names[quarter - 1])季度" : "Q\(quarter) \(year)"
      case .year: return isChinese ? "\(year)年" : "\(year)"
      case .day, .week, .range, .total: break
      }
    }
    if period.from == period.to { return dated(period.from) }
    if period.kind == .week, year == period.to.year {
      return monthDay(period.from) + " — " + monthDay(period.to)
    }
    return dated(period.from) + " — " + dated(period.to)
  }

  /// Both days as numbers: "2026-11-16 — 2026-11-22".
  var days: String {
    document.period.from == document.period.to
      ? document.period.from.description
      : "\(document.period.from) — \(document.period.to)"
  }

  /// "第 31 周（2026 年 ISO 第 47 周）"; nil for periods that are no week.
  var week: String? {
    guard document.period.kind == .week else { return nil }
    // The fourth day decides the week whatever weekday it begins on.
    let iso = (document.period.from + 3).isoWeek
    let name = phrases.isoWeek(iso.week, iso.year)
    return document.projectWeek.map { phrases.projectWeek($0) + phrases.bracketed(name) } ?? name
  }

  private func monthDay(_ day: CalendarDay) -> String {
    formatter.text(.day(day), unit: .day, format: .monthDay)
  }

  private func dated(_ day: CalendarDay) -> String {
    document.language == .chinese
      ? "\(day.year)年" + monthDay(day) : monthDay(day) + " \(day.year)"
  }

  private func month(_ day: CalendarDay) -> String {
    String(monthDay(day).drop { $0.isNumber || $0 == " " })
  }
}

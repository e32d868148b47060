/// What text may name beside figures: facts of the report itself.
package enum PseudoFigure: String, CaseIterable, Sendable {
  case projectName = "project.name"
  case periodFrom = "period.from"
  case periodTo = "period.to"
  /// 11月16日—11月22日.
  case periodDates = "period.dates"
  /// 本周, 今日, 本月 …
  case periodName = "period.name"
  /// 上周, 昨日, 上月 …
  case periodPrevious = "period.previous"
  /// 下周, 明日, 下月 …
  case periodNext = "period.next"
  /// ISO week number.
  case periodWeek = "period.week"
  /// 第N周 since the project's first week.
  case projectWeek = "period.project-week"
  /// Number of days of the period.
  case periodDays = "period.days"
  /// The year of the last counted day.
  case periodYear = "period.year"
  case asOf = "as-of"
  case day = "day"
  /// The counting rules in one line.
  case rules

  /// Whether the value is a day, which has formats.
  var isDay: Bool {
    switch self {
    case .periodFrom, .periodTo, .asOf, .day: true
    default: false
    }
  }
}

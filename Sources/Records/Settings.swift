package import Quantities

/// The office's settings (项目设置): the closed list, with defaults.
package struct Settings: Sendable {
  /// 项目名称; empty when not set.
  package var projectName = ""
  /// 来访计数: false = one customer a day is one party, true = every row is a visit (记录).
  package var countsRows = false
  /// 周起始日 and 月起始日.
  package var calendar = CalendarRules()
  /// 项目首周: a day of the project's first week.
  package var firstWeek: CalendarDay?
  /// 开盘日期.
  package var launchDay: CalendarDay?
  /// 每批组数, 每批分钟.
  package var batchSize = 3
  package var batchMinutes = 3
  /// 选房开始, minutes after midnight.
  package var choosingStart = 9 * 60
  /// 选房截止, minutes after midnight; nil when not set.
  package var choosingEnd: Int?
  /// 候场座位; nil when not set.
  package var seats: Int?
  /// 每组人数: people of one card who come.
  package var partyPeople = 2
  /// 到场率 and 签到高峰占比 (of a launch's parties in the busiest half hour), in percent.
  package var presentPercent = 100
  package var peakPercent = 60
  /// 岗位:POST = names, and from when to when.
  package var duties: [Duty] = []
  /// 回访天数A/B/C: days after the last contact when a call-back is due.
  package var callbackDays = (a: 7, b: 15, c: 30)
  /// 保护天数来电/来访/回访: days for which a contact keeps a customer with his consultant.
  package var protectionDays = (call: 15, visit: 7, followup: 30)
  /// 将失效天数: days before the end of the protection when a customer is listed.
  package var expiryNotice = 3
  /// 可衡量词: the office's own words that make a task's standard one that is either met or not.
  package var measurableWords: [String] = []
  /// 成交概率A–D in percent.
  package var probabilities = (a: 80, b: 80, c: 50, d: 0)
  /// 热度阈值: at least this many first choices a unit is hot.
  package var heatThreshold = Rational(2)
  /// 去化口径.
  package var stockBasis = StockBasis.released
  /// 去化月数 N.
  package var supplyMonths = 6
  /// 排名最少首访: fewer first visits leave a person out of the conversion rank.
  package var fewestFirstVisits = 5
  /// 佣金率: what the agency is paid of the signed amount; nil when not set.
  package var commissionRate: Rational?
  /// 工位:ZONE = arrivals an hour / minutes of service, and / desks where they are known.
  package var stations: [Station] = []
  /// All rows of the settings file as typed, in order, for reports that show them.
  package var typed: [(setting: String, value: String)] = []

  package init() {}

  /// What sell-through divides by.
  package enum StockBasis: String, CaseIterable, Sendable {
    case released = "推售"
    case permitted = "取证"
    case all = "全部"
  }

  /// One desk of the launch day: arrivals an hour and minutes of service.
  package struct Station: Hashable, Sendable {
    package let zone: String
    package let arrivalsPerHour: Rational
    package let minutes: Rational
    /// Desks that are there; nil when not said.
    package let desks: Int?

    package init(zone: String, arrivalsPerHour: Rational, minutes: Rational, desks: Int? = nil) {
      self.zone = zone
      self.arrivalsPerHour = arrivalsPerHour
      self.minutes = minutes
      self.desks = desks
    }
  }

  /// Who does one post of the launch day; minutes after midnight, nil for the post's own shift.
  package struct Duty: Hashable, Sendable {
    package let post: String
    package let names: [String]
    package let from: Int?
    package let to: Int?

    package init(post: String, names: [String], from: Int? = nil, to: Int? = nil) {
      self.post = post
      self.names = names
      self.from = from
      self.to = to
    }
  }
}

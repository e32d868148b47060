import Quantities
import Records

/// The settings that a figure depends on, with the values in force, as its proof sheet says them.
enum SettingsInForce {
  /// `去化月数 = 6`; what the office has not set is marked as the default.
  static func list(for id: String, _ office: SalesOffice) -> [Words] {
    let typed = Set(office.settings.typed.map { $0.setting.filter { !$0.isWhitespace } })
    return settings(office.settings)
      .filter { setting in setting.figures.contains { id.hasPrefix($0) } }
      .map { setting in
        let isSet = typed.contains(setting.name) || setting.name.contains(":")
        return Words(
          "\(setting.name)＝\(setting.value)" + (isSet ? "" : "（默认）"),
          "\(setting.name) = \(setting.value)" + (isSet ? "" : " (default)"))
      }
  }

  private typealias Setting = (name: String, value: String, figures: [String])

  private static func settings(_ settings: Settings) -> [Setting] {
    let clock = { (minutes: Int) in "\(minutes / 60):\(Digits.padded(minutes % 60, 2))" }
    let number = { (number: Rational) in Formatter(.chinese).number(number, .usual) }
    let (days, odds, protection) = (
      settings.callbackDays, settings.probabilities, settings.protectionDays
    )
    let queue = ["launch.batches", "launch.clock", "launch.duration", "launch.checks"]
    let forecast = ["launch.forecast", "launch.grades", "launch.checks"]
    var list: [Setting] = [
      ("去化口径", settings.stockBasis.rawValue, ["stock.sell-through", "stock.by-"]),
      ("去化月数", String(settings.supplyMonths), ["stock.months"]),
      ("排名最少首访", String(settings.fewestFirstVisits), ["staff."]),
      ("回访天数A", String(days.a), ["callbacks.due"]),
      ("回访天数B", String(days.b), ["callbacks.due"]),
      ("回访天数C", String(days.c), ["callbacks.due"]),
      ("保护天数来电", String(protection.call), ["callbacks.expiring"]),
      ("保护天数来访", String(protection.visit), ["callbacks.expiring"]),
      ("保护天数回访", String(protection.followup), ["callbacks.expiring"]),
      ("将失效天数", String(settings.expiryNotice), ["callbacks.expiring"]),
      ("每批组数", String(settings.batchSize), queue),
      ("每批分钟", String(settings.batchMinutes), queue),
      ("选房开始", clock(settings.choosingStart), queue + ["launch.day-plan", "launch.staffing"]),
      ("热度阈值", number(settings.heatThreshold), ["launch.demand", "launch.heat"]),
      ("成交概率A", "\(odds.a)%", forecast), ("成交概率B", "\(odds.b)%", forecast),
      ("成交概率C", "\(odds.c)%", forecast), ("成交概率D", "\(odds.d)%", forecast),
      ("每组人数", String(settings.partyPeople), ["launch.checks"]),
      ("到场率", "\(settings.presentPercent)%", ["launch.checks"]),
      ("签到高峰占比", "\(settings.peakPercent)%", ["launch.checks", "launch.day-plan"]),
    ]
    if let day = settings.launchDay {
      list.append(("开盘日期", day.description, ["launch."]))
    }
    if let end = settings.choosingEnd {
      list.append(("选房截止", clock(end), ["launch.checks"]))
    }
    if let seats = settings.seats {
      list.append(("候场座位", String(seats), ["launch.checks", "launch.contingency"]))
    }
    if let rate = settings.commissionRate {
      list.append(("佣金率", Formatter(.chinese).number(rate, .percent2), ["resolution."]))
    }
    if let week = settings.firstWeek {
      list.append(("项目首周", week.description, ["visits.weekly"]))
    }
    if !settings.measurableWords.isEmpty {
      list.append(("可衡量词", settings.measurableWords.joined(separator: "、"), ["tasks.vague"]))
    }
    for station in settings.stations {
      var value = number(station.arrivalsPerHour) + "/" + number(station.minutes)
      if let desks = station.desks { value += "/\(desks)" }
      list.append(
        ("工位:" + station.zone, value, ["launch.stations", "launch.staffing", "launch.checks"]))
    }
    return list
  }
}

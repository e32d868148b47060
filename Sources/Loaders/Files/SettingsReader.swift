import Quantities
import Records

/// Reads 项目设置 into the closed list of settings.
struct SettingsReader {
  /// A line that names no setting, or a value that is not of its form.
  struct Problem {
    let row: Int
    let code: String
    let facts: [String: String]
  }

  private(set) var settings: Settings
  private(set) var problems: [Problem] = []

  init(_ settings: Settings) { self.settings = settings }

  /// Takes all rows in order; a later line for the same setting wins.
  mutating func read(_ table: RecordTable) {
    for row in 0..<table.count where table.state[row] == .counts {
      let (setting, value) = (table.text(.setting, row), table.text(.value, row))
      settings.typed.append((setting, value))
      let name = CellText.folded(setting).filter { !$0.isWhitespace }
      let text = CellText.folded(value)
      if text.isEmpty { continue }
      switch take(name, text, value) {
      case true?: continue
      case false?:
        problems.append(
          Problem(
            row: row, code: "settings.bad-value", facts: ["setting": setting, "found": value]))
      case nil:
        problems.append(Problem(row: row, code: "settings.unknown", facts: ["found": setting]))
      }
    }
  }

  /// The settings by name, for the reference and for "did you mean".
  static let names = [
    "项目名称", "来访计数", "周起始日", "月起始日", "项目首周", "开盘日期", "每批组数", "每批分钟", "选房开始", "回访天数A",
    "回访天数B", "回访天数C", "成交概率A", "成交概率B", "成交概率C", "成交概率D", "热度阈值", "去化口径", "去化月数",
    "排名最少首访", "保护天数来电", "保护天数来访", "保护天数回访", "将失效天数", "可衡量词", "佣金率", "选房截止", "候场座位", "每组人数", "到场率",
    "签到高峰占比",
  ]

  /// True when taken, false when the value is not of the setting's form, nil for an unknown name.
  private mutating func take(_ name: String, _ text: String, _ typed: String) -> Bool? {
    if name.hasPrefix("工位:") { return takeStation(String(name.dropFirst(3)), text) }
    if name.hasPrefix("岗位:") { return takeDuty(String(name.dropFirst(3)), text) }
    switch name {
    case "项目名称": settings.projectName = typed
    case "来访计数":
      guard text == "组" || text == "记录" else { return false }
      settings.countsRows = text == "记录"
    case "周起始日":
      guard let day = weekday(text) else { return false }
      settings.calendar.weekStart = day
    case "月起始日": return set(text, 1...28) { $0.calendar.monthStart = $1 }
    case "项目首周": return setDay(text) { $0.firstWeek = $1 }
    case "开盘日期": return setDay(text) { $0.launchDay = $1 }
    case "每批组数": return set(text, 1...1000) { $0.batchSize = $1 }
    case "每批分钟": return set(text, 1...1000) { $0.batchMinutes = $1 }
    case "选房开始":
      guard let minutes = clock(text) else { return false }
      settings.choosingStart = minutes
    case "选房截止":
      guard let minutes = clock(text) else { return false }
      settings.choosingEnd = minutes
    case "候场座位": return set(text, 0...100_000) { $0.seats = $1 }
    case "每组人数": return set(text, 1...20) { $0.partyPeople = $1 }
    case "到场率": return setPercent(text) { $0.presentPercent = $1 }
    case "签到高峰占比": return setPercent(text) { $0.peakPercent = $1 }
    case "回访天数A": return set(text, 0...3650) { $0.callbackDays.a = $1 }
    case "回访天数B": return set(text, 0...3650) { $0.callbackDays.b = $1 }
    case "回访天数C": return set(text, 0...3650) { $0.callbackDays.c = $1 }
    case "保护天数来电": return set(text, 0...3650) { $0.protectionDays.call = $1 }
    case "保护天数来访": return set(text, 0...3650) { $0.protectionDays.visit = $1 }
    case "保护天数回访": return set(text, 0...3650) { $0.protectionDays.followup = $1 }
    case "将失效天数": return set(text, 0...365) { $0.expiryNotice = $1 }
    case "可衡量词":
      settings.measurableWords = typed.split { " 、，,;；/".contains($0) }.map(String.init)
    case "成交概率A": return setPercent(text) { $0.probabilities.a = $1 }
    case "成交概率B": return setPercent(text) { $0.probabilities.b = $1 }
    case "成交概率C": return setPercent(text) { $0.probabilities.c = $1 }
    case "成交概率D": return setPercent(text) { $0.probabilities.d = $1 }
    case "热度阈值":
      guard let number = PercentReader.read(text), number > .zero else { return false }
      settings.heatThreshold = number
    case "去化口径":
      guard let basis = Settings.StockBasis(rawValue: text) else { return false }
      settings.stockBasis = basis
    case "去化月数": return set(text, 1...120) { $0.supplyMonths = $1 }
    case "排名最少首访": return set(text, 0...1000) { $0.fewestFirstVisits = $1 }
    case "佣金率":
      guard let rate = PercentReader.read(text), rate > .zero, rate < Rational(1) else {
        return false
      }
      settings.commissionRate = rate
    default: return nil
    }
    return true
  }

  private mutating func set(
    _ text: String, _ range: ClosedRange<Int>, _ assign: (inout Settings, Int) -> Void
  ) -> Bool {
    var copy = text
    let reading = copy.withUTF8 { CountReader(takesApproximate: false).read(Bytes($0)) }
    guard reading.state == .value, range.contains(Int(reading.number)) else { return false }
    assign(&settings, Int(reading.number))
    return true
  }

  private mutating func setDay(
    _ text: String, _ assign: (inout Settings, CalendarDay) -> Void
  ) -> Bool {
    var copy = text
    let reading = copy.withUTF8 { DayReader().read(Bytes($0)) }
    guard reading.state == .value else { return false }
    assign(&settings, CalendarDay(number: Int32(reading.number)))
    return true
  }

  /// 80% and 0.8 are the same; so is 80, which nobody means as eighty times.
  private mutating func setPercent(
    _ text: String, _ assign: (inout Settings, Int) -> Void
  ) -> Bool {
    guard var number = PercentReader.read(text) else { return false }
    if number > Rational(1), !text.contains("%"), let hundredth = number / Rational(100) {
      number = hundredth
    }
    let percent = number * Rational(100)
    guard percent.isWhole, percent >= .zero, percent <= Rational(100) else { return false }
    assign(&settings, Int(percent.numerator))
    return true
  }

  private func weekday(_ text: String) -> Int? {
    let names = ["一", "二", "三", "四", "五", "六", "日"]
    let english = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    if let number = Int(text), (1...7).contains(number) { return number }
    var day = text
    for prefix in ["星期", "礼拜", "周"] where day.hasPrefix(prefix) { day.removeFirst(prefix.count) }
    if day == "天" { return 7 }
    if let index = names.firstIndex(of: day) { return index + 1 }
    return english.firstIndex { text.lowercased().hasPrefix($0) }.map { $0 + 1 }
  }

  private func clock(_ text: String) -> Int? {
    var clock = DayClock(Array(text.utf8))
    guard let time = clock.read(), time.minutes >= 0 else { return nil }
    return time.minutes
  }

  /// 120/1 or 120/1/3: arrivals an hour / minutes of service / desks.
  private mutating func takeStation(_ zone: String, _ text: String) -> Bool {
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count == 2 || parts.count == 3, !zone.isEmpty,
      let arrivals = PercentReader.read(parts[0]), let minutes = PercentReader.read(parts[1]),
      arrivals >= .zero, minutes > .zero
    else { return false }
    let desks = parts.count == 3 ? Int(parts[2].filter { !$0.isWhitespace }) : nil
    if parts.count == 3 {
      guard let desks, (0...10_000).contains(desks) else { return false }
    }
    settings.stations.removeAll { $0.zone == zone }
    settings.stations.append(
      Settings.Station(zone: zone, arrivalsPerHour: arrivals, minutes: minutes, desks: desks))
    return true
  }

  /// 林晓、陈默, or with hours of their own 林晓、陈默 8:00-12:00; several lines of a post add up.
  private mutating func takeDuty(_ post: String, _ text: String) -> Bool {
    var words = text.split { "、，,;；/ ".contains($0) }.map(String.init)
    var hours: (Int, Int)?
    if let last = words.last, last.contains(":") {
      let ends = last.split { "-–—~".contains($0) }.map(String.init)
      guard ends.count == 2, let from = clock(ends[0]), let to = clock(ends[1]), from < to else {
        return false
      }
      hours = (from, to)
      words.removeLast()
    }
    guard !post.isEmpty, !words.isEmpty else { return false }
    // The same line again, in an export that overlaps, is the same duty.
    let duty = Settings.Duty(post: post, names: words, from: hours?.0, to: hours?.1)
    if !settings.duties.contains(duty) { settings.duties.append(duty) }
    return true
  }
}

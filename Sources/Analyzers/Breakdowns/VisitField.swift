import Quantities
import Records

/// A field by which visits and buyers are broken down.
struct VisitField: Sendable {
  /// Where the categories come from.
  enum Source: Sendable {
    case column(Field)
    /// The budget in bands of 50万.
    case budgetBand
    /// Day of the week of the visit.
    case weekday
    /// Full hour of the visit.
    case hour
  }

  /// Last part of the figure's id: `visits.by-district`.
  let key: String
  let name: Words
  let source: Source
  let isNatural: Bool

  init(_ key: String, _ name: Words, _ source: Source, isNatural: Bool = false) {
    self.key = key
    self.name = name
    self.source = source
    self.isNatural = isNatural
  }

  static let channel = VisitField("channel", Words("认知途径", "channel"), .column(.channel))
  static let district = VisitField("district", Words("居住区域", "district"), .column(.district))
  static let age = VisitField("age", Words("年龄", "age"), .column(.age), isNatural: true)
  static let purpose = VisitField("purpose", Words("置业目的", "purpose"), .column(.purpose))
  static let family = VisitField("family", Words("家庭结构", "family"), .column(.family))
  static let occupation = VisitField("occupation", Words("职业", "occupation"), .column(.occupation))
  static let times = VisitField("times", Words("置业次数", "homes bought before"), .column(.times))
  static let product = VisitField("product", Words("需求产品", "wanted product"), .column(.product))
  static let layout = VisitField("layout", Words("意向户型", "wanted layout"), .column(.layout))
  static let area = VisitField("area", Words("需求面积", "wanted area"), .column(.areaBand))
  static let budget = VisitField("budget", Words("总价预算", "budget"), .column(.budget))
  static let budgetBand = VisitField("budget-band", Words("总价预算段", "budget band"), .budgetBand)
  static let level = VisitField("level", Words("意向级别", "level"), .column(.level), isNatural: true)
  static let payment = VisitField("payment", Words("付款方式", "payment"), .column(.payment))
  static let objection = VisitField("objection", Words("购房抗性", "objection"), .column(.objection))
  static let focus = VisitField("focus", Words("关注点", "focus"), .column(.focus))
  static let rival = VisitField("rival", Words("对比楼盘", "rival project"), .column(.rival))
  static let weekday = VisitField("weekday", Words("星期", "weekday"), .weekday)
  static let hour = VisitField("hour", Words("时段", "hour"), .hour)

  /// In the order of the reference page.
  static let all: [VisitField] = [
    channel, district, age, purpose, family, occupation, product, layout, area, budget, budgetBand,
    level,
    payment, times, objection, focus, rival, weekday, hour,
  ]

  /// The categories of the field in an office.
  func categories(_ office: SalesOffice) -> Categories {
    switch source {
    case .weekday: Categories(list: VisitField.weekdays)
    case .hour: Categories(list: VisitField.hours)
    case .budgetBand: Categories(list: BudgetBand.names)
    case .column(let field):
      Categories(
        words: office.lexicon,
        order: isNatural
          ? .natural(field == .level ? NaturalRank.level : NaturalRank.band) : .size,
        isMultiple: PartyColumn.isMultiple(field, office))
    }
  }

  /// How the categories of parties are read.
  struct Reading: Sendable {
    /// Gives the categories of a party: its own words, 未填 when there are none.
    let keys: @Sendable (Int, (Int) -> Void) -> Void
    /// Where every party has one category.
    let single: (@Sendable ([Int32]) -> [Int32])?
    /// The same for one party, of a field that is told by day, time or number.
    fileprivate let told: (@Sendable (Int) -> Int)?
  }

  func reading(_ office: SalesOffice) -> Reading {
    if case .column(let field) = source {
      let column = PartyColumn(field, office)
      guard !column.isMultiple else { return Reading(keys: keys(office), single: nil, told: nil) }
      let single: @Sendable ([Int32]) -> [Int32] = { column.numbers(of: $0) }
      return Reading(keys: keys(office), single: single, told: nil)
    }
    let read = single(office)
    let keys: @Sendable (Int, (Int) -> Void) -> Void = { party, body in body(read(party)) }
    let single: @Sendable ([Int32]) -> [Int32] = { items in
      items.map { party in Int32(read(Int(party))) }
    }
    return Reading(keys: keys, single: single, told: read)
  }

  /// Gives the categories of a party: its own words, 未填 when there are none.
  func keys(_ office: SalesOffice) -> @Sendable (Int, (Int) -> Void) -> Void {
    switch source {
    case .weekday, .hour, .budgetBand:
      let read = single(office)
      return { party, body in body(read(party)) }
    case .column(let field):
      let column = PartyColumn(field, office)
      if !column.isMultiple { return { party, body in body(Int(column.word(party).number)) } }
      return { party, body in
        column.forEachWord(party) { body(Int($0.number)) }
      }
    }
  }

  /// Gives the categories of the buyer of a deal: what his visits tell on the day of subscription.
  func buyerKeys(
    _ office: SalesOffice, _ reading: Reading? = nil
  ) -> @Sendable (Int, (Int) -> Void) -> Void {
    if case .column(let field) = source {
      let profile = BuyerProfile(field, office)
      if !PartyColumn.isMultiple(field, office) {
        return { index, body in
          let deal = office.deals[index]
          body(Int(profile.word(of: deal.customer, on: deal.subscribed).number))
        }
      }
      return { index, body in
        let deal = office.deals[index]
        let words = profile.words(of: deal.customer, on: deal.subscribed)
        if words.isEmpty { body(0) }
        for word in words { body(Int(word.number)) }
      }
    }
    let read = reading?.told ?? single(office)
    return { index, body in
      let deal = office.deals[index]
      body(
        BuyerProfile.latest(office.parties, of: deal.customer, on: deal.subscribed, read) ?? 0)
    }
  }

  /// The category of a party of a field that is not written but told by its day and time.
  private func single(_ office: SalesOffice) -> @Sendable (Int) -> Int {
    let parties = office.parties
    let minutes = office.visits.minutes
    if case .weekday = source {
      return { CalendarDay(number: parties.day[$0]).weekday }
    }
    if case .budgetBand = source {
      let column = PartyColumn(.budget, office)
      // By number of the word: every different one is looked at once.
      var bands = [Int](repeating: -1, count: office.lexicon.count)
      bands[0] = 0
      for symbol in office.visits.symbols(.budget) where bands[Int(symbol.number)] < 0 {
        bands[Int(symbol.number)] = BudgetBand.key(of: office.lexicon[symbol])
      }
      let known = bands
      return { known[Int(column.word($0).number)] }
    }
    return { party in
      guard !minutes.isEmpty else { return 0 }
      let row = parties.rows(of: party).first { minutes[Int($0)] >= 0 }
      // 24:00 is the end of the day's last hour.
      return row.map { min(23, Int(minutes[Int($0)]) / 60) + 1 } ?? 0
    }
  }

  /// What the reader must know when no file has the field's column.
  func remarks(_ office: SalesOffice) -> [Words] {
    let column: Field? =
      switch source {
      case .column(let field): field
      case .budgetBand: .budget
      case .weekday, .hour: nil
      }
    guard let column, !office.visits.has(column) else { return [] }
    return [
      Words("来访文件没有“\(name.chinese)”列", "the visits have no column \"\(name.english)\"")
    ]
  }

  private static let weekdays = [
    Words("周一", "Mon"), Words("周二", "Tue"), Words("周三", "Wed"), Words("周四", "Thu"),
    Words("周五", "Fri"), Words("周六", "Sat"), Words("周日", "Sun"),
  ]

  private static let hours = (0..<24).map { hour in
    let text = Digits.padded(hour, 2) + ":00"
    return Words(text, text)
  }
}

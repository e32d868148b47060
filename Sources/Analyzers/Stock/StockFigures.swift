import Facts
import Quantities
import Records

/// 推售、已售、可售、去化率和去化周期.
enum StockFigures {
  static let analyzers: [Analyzer] =
    Stock.Group.allCases.flatMap(amounts) + [
      sellThrough(.units), sellThrough(.area), sellThrough(.amount), months,
    ]

  private enum Measure: String, CaseIterable {
    case units, area, amount

    var words: Words {
      switch self {
      case .units: Words("套数", "units")
      case .area: Words("面积", "area")
      case .amount: Words("金额", "amount")
      }
    }

    var unit: Unit {
      switch self {
      case .units: .units
      case .area: .area
      case .amount: .money
      }
    }

    func side(_ homes: [Stock.Home]) -> Ratio.Side {
      switch self {
      case .units: .count(homes.count)
      case .area: .area(homes.reduce(.zero) { $0 + $1.area })
      case .amount: .money(homes.reduce(.zero) { $0 + $1.amount })
      }
    }

    func value(_ homes: [Stock.Home]) -> Value {
      switch side(homes) {
      case .count(let count): .count(count)
      case .portion(let portion): .portion(portion)
      case .money(let money): .money(money)
      case .area(let area): .area(area)
      }
    }
  }

  private static func amounts(_ group: Stock.Group) -> [Analyzer] {
    let (name, meaning): (Words, Words) =
      switch group {
      case .released:
        (
          Words("推售", "Released"),
          Words("截至末日已推售（推售日期不晚于末日，或已售）的房源", "homes released by the last day, or sold")
        )
      case .sold:
        (
          Words("已售", "Sold"),
          Words(
            "截至末日有认购且未退的房源；成交表从未提到的按导出状态", "homes with a subscription not cancelled by the last day"
          )
        )
      case .available:
        (
          Words("可售", "Available"),
          Words("已推售而未售的房源，含保留", "released homes not sold, reserved ones included")
        )
      }
    return Measure.allCases.map { measure in
      Analyzer(
        FigureDefinition(
          "stock.\(group.rawValue).\(measure.rawValue)",
          Words(name.chinese + measure.words.chinese, "\(name.english) \(measure.words.english)"),
          Words(
            meaning.chinese + "，计\(measure.words.chinese)，车位除外",
            "\(meaning.english), by \(measure.words.english), parking left out"),
          unit: measure.unit, scopes: .toDate,
          source: "field practice: F22–F23; area and list amount from the units file"),
        unless: { absence($0) }
      ) { analysis, _ in
        let homes = analysis.stock.homes(group)
        return Fact(
          measure.value(homes), lineage: analysis.stock.lineage(homes),
          remarks: remarks(analysis, group))
      }
    }
  }

  private static func sellThrough(_ measure: Measure) -> Analyzer {
    Analyzer(
      FigureDefinition(
        "stock.sell-through.\(measure.rawValue)",
        Words("去化率（\(measure.words.chinese)）", "Sell-through by \(measure.words.english)"),
        Words(
          "已售\(measure.words.chinese) ÷ 设定口径（推售、取证或全部）的\(measure.words.chinese)",
          "sold \(measure.words.english) over that of the homes of the office's basis"),
        unit: .rate, scopes: .toDate, source: "field practice: F22; the basis is a setting"),
      unless: { absence($0) }
    ) { analysis, _ in
      let stock = analysis.stock
      let (sold, base) = (stock.homes(.sold), stock.units.filter(\.isBase))
      let (top, bottom) = (stock.lineage(sold), stock.lineage(base))
      var remarks = remarks(analysis, .released)
      let basis = analysis.office.settings.stockBasis
      remarks.append(Words("口径：\(basis.rawValue)", "basis: \(basis.rawValue)"))
      return Fact(
        .ratio(Ratio(measure.side(sold), over: measure.side(base))),
        lineage: .union([top, bottom]), sides: (top, bottom), remarks: remarks)
    }
  }

  private static let months = Analyzer(
    FigureDefinition(
      "stock.months", Words("去化周期", "Months of supply"),
      Words(
        "可售面积 ÷ 最近N个完整日历月的月均签约面积（毛），N最多为设定的去化月数",
        "available area over the mean monthly signed area of the last N complete months"),
      unit: .months, scopes: .toDate, source: "field practice: F24; N = 6 by default, printed")
  ) { analysis, _ in
    if let absence = absence(analysis)
      ?? analysis.absence(of: [.deals], in: analysis.windows[.total])
    {
      return Fact(.missing(absence))
    }
    let stock = analysis.stock
    let window = paceWindow(analysis)
    guard let window else { return Fact(.missing(.noCompleteMonth)) }
    let signed = analysis.deals(.signed, in: window.window)
    let area = signed.area
    let available = stock.homes(.available)
    let sum = available.reduce(Area.zero) { $0 + $1.area }
    let shown = Formatter(.chinese).text(.area(sum), unit: .area)
    let remarks = [
      Words("N＝\(window.months)个月", "N = \(window.months) months"),
      Words("分子＝可售面积 \(shown) ㎡ × N", "the numerator is the available \(shown) ㎡ × N"),
    ]
    guard area > .zero else { return Fact(.missing(.nothingSigned), remarks: remarks) }
    let (top, bottom) = (stock.lineage(available), signed.lineage)
    return Fact(
      .ratio(
        Ratio(
          .area(Area(hundredths: sum.hundredths * Int64(window.months))), over: .area(area))),
      lineage: .union([top, bottom]), sides: (top, bottom), remarks: remarks)
  }

  /// The last complete months up to the last counted day that lie wholly inside the
  /// data's span of deals.
  private static func paceWindow(_ analysis: Analysis) -> (window: Window, months: Int)? {
    guard let first = analysis.firstDay(of: .deals) else { return nil }
    let calendar = analysis.windows.calendar
    var month = calendar.period(.month, containing: analysis.day)
    if month.to > analysis.day { month = calendar.previous(month) }
    let to = month.to
    var (from, months): (CalendarDay?, Int) = (nil, 0)
    while months < analysis.office.settings.supplyMonths, month.from >= first {
      from = month.from
      months += 1
      month = calendar.previous(month)
    }
    guard let from else { return nil }
    let period = Period(.range, from: from, to: to)
    return (Window(period: period, from: from, to: to, isUnfinished: false), months)
  }

  static func absence(_ analysis: Analysis) -> Absence? {
    analysis.absence(of: [.units], in: analysis.windows[.total])
  }

  private static func remarks(_ analysis: Analysis, _ group: Stock.Group) -> [Words] {
    let stock = analysis.stock
    var remarks: [Words] = []
    if group != .sold, let remark = stock.remark { remarks.append(remark) }
    if group == .available {
      let reserved = stock.units.filter { $0.isReleased && $0.isReserved }.count
      if reserved > 0 {
        remarks.append(Words("其中保留\(reserved)套", "thereof reserved: \(reserved)"))
      }
    }
    if stock.byStatus > 0 {
      remarks.append(
        Words(
          "\(stock.byStatus)套按导出状态计为已售", "sold by the status as exported: \(stock.byStatus)"))
    }
    let doubted = stock.units.filter(\.isContradicted).count
    if doubted > 0 {
      remarks.append(
        Words("\(doubted)套的状态与成交不符", "status and deals disagree: \(doubted)"))
    }
    return remarks
  }
}

extension Absence {
  /// No calendar month lies wholly inside the data.
  static let noCompleteMonth = Absence(
    "no-complete-month", Words("资料内没有完整的月份", "no complete month in the data"))
  /// Nothing was signed in the months looked at.
  static let nothingSigned = Absence(
    "nothing-signed", Words("所看月份没有签约", "nothing signed in those months"))
}

/// The unit of a figure or of a column; decides how a value is shown unless a template asks
/// for another format.
package enum Unit: String, CaseIterable, Sendable {
  case calls, parties, people, customers, units, deals, rows, items, rank
  case days, months, weeks, times, minutes
  case money, area, pricePerArea = "price-per-area", moneyPerItem = "money-per-item"
  /// A rate: percent with two decimals.
  case rate
  /// A share of a breakdown: percent with one decimal.
  case share
  /// A share of a concentration: percent with two decimals.
  case fineShare = "fine-share"
  /// A difference of rates in percentage points.
  case points
  /// Visits per deal, "18.2:1".
  case perOne = "per-one"
  /// An index around 1, two decimals.
  case index
  /// The Gini coefficient, three decimals.
  case gini
  /// A score of an appraisal, two decimals.
  case score
  case day, clock, text, none
  /// The unit of the row's own measure, in columns that hold things, money and rates by turns:
  /// money in 万元 with the unit behind, quotients as percent, the rest as whole numbers.
  case ofRow = "of-row"
  /// What is still needed a day: things rounded up, money in 万元 with the unit behind.
  case perDay = "per-day"

  /// The unit as printed behind a number or in the head of a column; empty where none is printed.
  package var words: Words {
    switch self {
    case .calls: Words("通", "calls")
    case .parties: Words("组", "visits")
    case .people: Words("人", "people")
    case .customers: Words("位", "customers")
    case .units: Words("套", "units")
    case .deals: Words("笔", "deals")
    case .rows: Words("行", "rows")
    case .items: Words("项", "items")
    case .days: Words("天", "days")
    case .months: Words("个月", "months")
    case .weeks: Words("周", "weeks")
    case .times: Words("次", "times")
    case .minutes: Words("分钟", "minutes")
    case .money: Words("元", "yuan")
    case .area: Words("㎡", "㎡")
    case .pricePerArea: Words("元/㎡", "yuan/㎡")
    case .moneyPerItem: Words("元", "yuan")
    case .rate, .share, .fineShare: Words("%", "%")
    case .points: Words("百分点", "pp")
    case .score: Words("分", "points")
    case .rank, .perOne, .index, .gini, .day, .clock, .text, .none, .ofRow, .perDay: Words("", "")
    }
  }
}

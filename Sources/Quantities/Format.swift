/// How a value is written: the closed list that templates choose from with `{id:format}`.
package enum Format: String, CaseIterable, Sendable {
  /// The usual form of the value's unit.
  case usual
  /// Whole number.
  case integer
  /// Numbers with one, two or three decimals.
  case decimal1, decimal2, decimal3
  /// Percent with one or two decimals and the sign %.
  case percent1, percent2
  /// Percentage points with two decimals and a sign.
  case points
  /// Money in yuan with two decimals, in yuan without decimals, in 万元 or 亿元 with two decimals.
  case yuan, yuan0, wan, yi
  /// "18.2:1".
  case perOne = "per-one"
  /// 2026-11-22; 11月22日; 11-22.
  case iso, monthDay = "month-day", short
  /// Weekday, 周日.
  case weekday
  /// 9:30.
  case clock
  /// The exact fraction as counted, "3 / 41".
  case fraction

  /// The usual format of a unit.
  package static func usual(for unit: Unit) -> Format {
    switch unit {
    case .money: .wan
    case .moneyPerItem, .pricePerArea: .integer
    case .area: .decimal2
    case .rate, .fineShare: .percent2
    case .share: .percent1
    case .points: .points
    case .perOne: .perOne
    case .index: .decimal2
    case .gini: .decimal3
    case .score: .decimal2
    case .months, .weeks, .times: .decimal1
    case .minutes: .decimal2
    case .day: .iso
    case .clock: .clock
    case .calls, .parties, .people, .customers, .units, .deals, .rows, .items, .rank, .days,
      .text, .none, .ofRow, .perDay:
      .usual
    }
  }
}

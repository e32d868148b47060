import Facts
import Quantities

/// Columns that many tables share.
extension FigureColumn {
  static let name = FigureColumn("name", Words("名称", "Name"), .text)
  static let share = FigureColumn("share", Words("占比", "Share"), .share)
  static let change = FigureColumn("change", Words("环比", "Change"), .rate)
  static let calls = FigureColumn("calls", Words("来电", "Calls"), .calls)
  static let visits = FigureColumn("visits", Words("来访", "Visits"), .parties)
  static let first = FigureColumn("first", Words("首访", "First visits"), .parties)
  static let deals = FigureColumn("deals", Words("认购", "Subscribed"), .units)
  static let amount = FigureColumn("amount", Words("认购金额", "Amount"), .money)
  static let room = FigureColumn("room", Words("房号", "Room"), .text)
  static let customer = FigureColumn("customer", Words("客户", "Customer"), .text, isPersonal: true)
  static let staff = FigureColumn("staff", Words("置业顾问", "Consultant"), .text)
  static let subscribed = FigureColumn("subscribed", Words("认购日期", "Subscribed on"), .day)
  static let signed = FigureColumn("signed", Words("签约日期", "Signed on"), .day)

  /// What a breakdown counts, in its unit.
  static func count(_ words: Words, _ unit: Unit) -> FigureColumn {
    FigureColumn("count", words, unit)
  }

  /// The same in the period before.
  static func previous(_ unit: Unit) -> FigureColumn {
    FigureColumn("previous", Words("上期", "Previous"), unit)
  }
}

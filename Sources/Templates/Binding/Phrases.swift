import Facts
import Quantities

/// The few words that documents need beside those of templates and catalogue.
enum Phrases {
  static let unfilled = Words("未填", "not given")
  static let total = Words("合计", "Total")
  static let noRows = Words("本期没有记录", "no rows in this period")
  static let manyWords = Words("多选，合计可超过100%", "several answers each; shares may pass 100%")
  static let measure = Words("指标", "Measure")
  static let change = Words("增减", "Change")
  static let difference = Words("差额", "Difference")
  static let target = Words("指标", "Target")
  static let absent = Words("：", ": ")
  static let comma = Words("、", ", ")
  static let semicolon = Words("；", "; ")
  static let open = Words("（", " (")
  static let close = Words("）", ")")

  static func others(_ count: Int) -> Words {
    Words("其他(\(count) 项)", "Others (\(count))")
  }

  static func more(_ count: Int, of all: Int) -> Words {
    Words("仅列前 \(all - count) 行，共 \(all) 行", "first \(all - count) of \(all) rows")
  }

  static func some(_ count: Int, of all: Int) -> Words {
    Words("取其中 \(count) 个，共 \(all) 个", "\(count) of \(all) places")
  }

  static func period(_ kind: Period.Kind) -> Words {
    switch kind {
    case .day: Words("本日", "Today")
    case .week: Words("本周", "This week")
    case .month: Words("本月", "This month")
    case .quarter: Words("本季", "This quarter")
    case .year: Words("本年", "This year")
    case .range: Words("本期", "This period")
    case .total: Words("累计", "To date")
    }
  }

  static func previous(_ kind: Period.Kind) -> Words {
    switch kind {
    case .day: Words("昨日", "yesterday")
    case .week: Words("上周", "last week")
    case .month: Words("上月", "last month")
    case .quarter: Words("上季", "last quarter")
    case .year: Words("上年", "last year")
    case .range, .total: Words("上期", "the period before")
    }
  }

  static func next(_ kind: Period.Kind) -> Words {
    switch kind {
    case .day: Words("明日", "tomorrow")
    case .week: Words("下周", "next week")
    case .month: Words("下月", "next month")
    case .quarter: Words("下季", "next quarter")
    case .year: Words("明年", "next year")
    case .range, .total: Words("下期", "the next period")
    }
  }

  /// The head of a scope's column or value.
  static func scope(_ scope: Scope, in context: BindingContext) -> Words {
    let kind = context.period.kind
    switch scope {
    case .this: return period(kind)
    case .previous:
      let name = previous(kind)
      return Words(name.chinese, capitalized(name.english))
    case .lastYear: return Words("去年同期", "A year before")
    case .week: return Words("本周", "Week to date")
    case .month: return Words("本月", "Month to date")
    case .quarter: return Words("本季", "Quarter to date")
    case .year: return Words("本年", "Year to date")
    case .total: return Words("累计", "Total to date")
    }
  }

  /// The head of a state, which has no period.
  static func state(in context: BindingContext) -> Words {
    Words(
      "截至" + Formatter(.chinese).day(context.day, .monthDay),
      "On " + Formatter(.english).day(context.day, .monthDay))
  }

  /// "较上周", and for an unfinished period the days that are compared.
  static func against(_ scope: Scope, in context: BindingContext) -> Words {
    let days = context.elapsedDays
    let part =
      context.isUnfinished && context.period.kind != .day
      ? Words("前 \(days) 天（未满）", ", first \(days) days (unfinished)") : Words("", "")
    switch scope {
    case .previous:
      let name = previous(context.period.kind)
      return Words("较" + name.chinese + part.chinese, "against " + name.english + part.english)
    case .lastYear:
      return Words("较去年同期" + part.chinese, "against a year before" + part.english)
    default: return self.scope(scope, in: context)
    }
  }

  /// Days left to a planned day; negative when it has passed.
  static func countdown(_ days: Int) -> Words {
    if days == 0 { return Words("今天", "today") }
    if days < 0 { return Words("已过 \(-days) 天", days == -1 ? "1 day late" : "\(-days) days late") }
    return Words("还有 \(days) 天", days == 1 ? "1 day left" : "\(days) days left")
  }

  static func chart(_ title: String, _ count: Int) -> Words {
    Words("\(title)，\(count) 项", "\(title), \(count) entries")
  }

  static func highest(_ series: String, _ category: String, _ value: String) -> Words {
    Words("\(series)最高：\(category) \(value)", "\(series) highest: \(category) \(value)")
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

import Quantities

/// Names of the files that a run writes, safe whatever a project is called.
enum OutputName {
  /// `云溪里-weekly-2026-W47.html`; without a project name `weekly-2026-W47.html`.
  static func report(project: String, document: String, period: Period, suffix: String) -> String {
    let safe = cleaned(project)
    let tail = "\(document)-\(self.period(period)).\(suffix)"
    return safe.isEmpty ? tail : cut(safe, to: 240 - tail.utf8.count) + "-" + tail
  }

  /// `2026-W47`, `2026-11`, `2026-Q4`, `2026`, `2026-11-22`, or both days of another range.
  static func period(_ period: Period) -> String {
    let middle = period.from + period.days / 2
    switch period.kind {
    case .day: return period.from.description
    case .week:
      let (year, week) = middle.isoWeek
      return "\(Digits.padded(year, 4))-W\(Digits.padded(week, 2))"
    case .month: return String(middle.description.prefix(7))
    case .quarter: return "\(Digits.padded(middle.year, 4))-Q\((middle.month - 1) / 3 + 1)"
    case .year: return Digits.padded(middle.year, 4)
    case .range, .total: return "\(period.from)..\(period.to)"
    }
  }

  /// A project's name without anything a path or a terminal could misread.
  static func cleaned(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "/", "\\", ":", "*", "?", "\"", "<", ">", "|": text += "_"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
          .privateUse:
          continue
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    while let first = text.first, ".-~".contains(first) || first.isWhitespace {
      text.removeFirst()
    }
    while let last = text.last, last == "." || last.isWhitespace { text.removeLast() }
    return text
  }

  private static func cut(_ name: String, to bytes: Int) -> String {
    var text = name
    while text.utf8.count > bytes { text.removeLast() }
    return text
  }
}

import Quantities

/// Reads survey weeks (周次) into their last day: 2026-W22, 2026年第22周, 第22周, 3.4-3.10, a day.
struct WeekReader {
  let days: DayReader
  let calendar: CalendarRules

  func read(_ cell: Bytes) -> Reading {
    let cell = CellText.trimmed(cell)
    if EmptyMark.isEmpty(cell) { return .empty }
    let text = CellText.foldedText(cell).filter { !$0.isWhitespace }
    if let period = week(text) { return .value(Int64(period.to.number)) }
    if let range = range(text) { return range }
    let day = days.read(cell)
    guard day.state == .value else { return day }
    let period = calendar.period(.week, containing: CalendarDay(number: Int32(day.number)))
    return Reading(state: .value, number: Int64(period.to.number), notes: day.notes)
  }

  /// The named week; without a year the reader's year is used.
  private func week(_ text: String) -> Period? {
    let (shape, numbers) = PeriodText.shape(text)
    switch shape {
    case "#-W#", "#W#", "#年第#周", "#年#周", "#年W#":
      return PeriodExpression.parse("\(numbers[0])-W\(numbers[1])", calendar: calendar)
    case "第#周", "#周", "W#":
      return days.year.flatMap {
        PeriodExpression.parse("\($0)-W\(numbers[0])", calendar: calendar)
      }
    default: return nil
    }
  }

  /// Two days around a dash: the later one.
  private func range(_ text: String) -> Reading? {
    for dash in ["~", "至", "到", "—", "–"] where text.contains(dash) {
      let parts = text.split(separator: Character(dash))
      return parts.count == 2 ? end(of: String(parts[0]), String(parts[1])) : .bad
    }
    // 3.4-3.10: a dash is a range where the days themselves are written with points or slashes.
    let parts = text.split(separator: "-")
    guard parts.count == 2, parts.allSatisfy({ $0.contains(".") || $0.contains("/") }) else {
      return nil
    }
    return end(of: String(parts[0]), String(parts[1]))
  }

  private func end(of from: String, _ to: String) -> Reading {
    var (from, to) = (from, to)
    let first = from.withUTF8 { days.read(Bytes($0)) }
    let last = to.withUTF8 { days.read(Bytes($0)) }
    guard first.state == .value else { return first }
    guard last.state == .value else { return last }
    guard last.number >= first.number, last.number - first.number <= 10 else { return .bad }
    return .value(last.number, last.notes)
  }
}

import Quantities

/// Reads calendar days with or without a time, in all forms met in exports. No time zones.
struct DayReader {
  /// Order of two small numbers before or after a year, once the column or the user told it.
  var order: DayOrder?
  /// Year of days written without one.
  var year: Int?
  /// Whether a month alone is its first day (费用).
  var takesMonths = false

  private let firstDays = MonthStarts()

  init(order: DayOrder? = nil, year: Int? = nil, takesMonths: Bool = false) {
    self.order = order
    self.year = year
    self.takesMonths = takesMonths
  }

  /// 2026-03-02, 2026-03-02 09:05 and 2026-03-02 09:05:00 at once; all else by the grammar.
  @inline(__always)
  func read(_ cell: Bytes) -> Reading {
    let count = cell.count
    if count == 16 || count == 10 || count == 19, let day = plainDay(cell) {
      if count == 10 { return .value(Int64(day)) }
      if let minutes = DayReader.plainTime(cell) {
        return Reading(state: .value, number: Int64(day), minutes: minutes)
      }
    }
    return readSlowly(cell)
  }

  /// The day of YYYY-MM-DD, with whatever behind it.
  @inline(__always)
  func plainDay(_ cell: Bytes) -> Int32? {
    guard cell[4] == 0x2D, cell[7] == 0x2D else { return nil }
    guard
      cell[0].isDigit && cell[1].isDigit && cell[2].isDigit && cell[3].isDigit
        && cell[5].isDigit && cell[6].isDigit && cell[8].isDigit && cell[9].isDigit
    else { return nil }
    let year = cell[0].digit * 1000 + cell[1].digit * 100 + cell[2].digit * 10 + cell[3].digit
    return firstDays.day(
      year, cell[5].digit * 10 + cell[6].digit, cell[8].digit * 10 + cell[9].digit)
  }

  /// The minutes of " HH:MM" or " HH:MM:SS" behind a plain day; nil for anything else.
  @inline(__always)
  static func plainTime(_ cell: Bytes) -> Int16? {
    guard cell[10] == 0x20 || cell[10] == 0x54, cell[13] == 0x3A else { return nil }
    guard cell[11].isDigit && cell[12].isDigit && cell[14].isDigit && cell[15].isDigit else {
      return nil
    }
    let hour = cell[11].digit * 10 + cell[12].digit
    let minute = cell[14].digit * 10 + cell[15].digit
    guard hour < 24, minute < 60 else { return nil }
    if cell.count == 19 {
      guard cell[16] == 0x3A, cell[17].isDigit, cell[18].isDigit, cell[17].digit < 6 else {
        return nil
      }
    }
    return Int16(hour * 60 + minute)
  }

  private func readSlowly(_ cell: Bytes) -> Reading {
    let cell = CellText.trimmed(cell)
    if EmptyMark.isEmpty(cell) { return .empty }
    if cell.count == 10 || cell.count == 16 || cell.count == 19, let day = plainDay(cell) {
      if cell.count == 10 { return .value(Int64(day)) }
      if let minutes = DayReader.plainTime(cell) {
        return Reading(state: .value, number: Int64(day), minutes: minutes)
      }
    }
    return DayGrammar(CellText.folded(cell), reader: self).read()
  }
}

/// Order in which a column writes day and month.
enum DayOrder: Equatable { case dayFirst, monthFirst, yearFirst }

/// First days of the months of 1900–2199, so that a common day costs a look-up.
private struct MonthStarts {
  private let starts = MonthStarts.table

  /// Written once, never freed, read by everybody: a plain pointer costs no reference counts in
  /// the innermost loop.
  nonisolated(unsafe) private static let table: UnsafePointer<Int32> = {
    let table = UnsafeMutablePointer<Int32>.allocate(capacity: 300 * 12 + 1)
    for index in 0...(300 * 12) {
      let day = CalendarDay(year: 1900 + index / 12, month: index % 12 + 1, day: 1)
      table[index] = day?.number ?? 0
    }
    return UnsafePointer(table)
  }()

  @inline(__always)
  func day(_ year: Int, _ month: Int, _ day: Int) -> Int32? {
    guard year >= 1900, year < 2200, month >= 1, month <= 12, day >= 1 else { return nil }
    let index = (year - 1900) * 12 + month - 1
    let number = starts[index] + Int32(day - 1)
    return number < starts[index + 1] ? number : nil
  }
}

import Glibc
import Quantities

/// The day of the run, where the office is: the only place that looks at a clock.
enum Clock {
  /// Today by the machine's clock and time zone.
  static func today() -> CalendarDay {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDay(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDay(number: Int32(now / 86_400))
  }
}

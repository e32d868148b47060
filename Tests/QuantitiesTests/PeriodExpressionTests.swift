import Quantities
import Testing

@Suite struct PeriodExpressionTests {
  @Test(arguments: [
    ("2026-11-22", "2026-11-22", "2026-11-22"), ("2026-W47", "2026-11-16", "2026-11-22"),
    ("2026-11", "2026-11-01", "2026-11-30"), ("2026年11月", "2026-11-01", "2026-11-30"),
    ("11月", "2026-11-01", "2026-11-30"), ("2026-Q4", "2026-10-01", "2026-12-31"),
    ("2026Q4", "2026-10-01", "2026-12-31"), ("2026年四季度", "2026-10-01", "2026-12-31"),
    ("2026", "2026-01-01", "2026-12-31"), ("2026年", "2026-01-01", "2026-12-31"),
    ("2026-11-16..2026-11-22", "2026-11-16", "2026-11-22"),
    ("last-week", "2026-11-16", "2026-11-22"), ("this-week", "2026-11-23", "2026-11-29"),
    ("yesterday", "2026-11-22", "2026-11-22"), ("last-month", "2026-10-01", "2026-10-31"),
    ("last-year", "2025-01-01", "2025-12-31"), ("2026-W01", "2025-12-29", "2026-01-04"),
    ("2026-W53", "2026-12-28", "2027-01-03"),
  ])
  func everyFormIsRead(text: String, from: String, to: String) throws {
    let monday = try #require(CalendarDay(year: 2026, month: 11, day: 23))
    let period = try #require(
      PeriodExpression.parse(text, calendar: CalendarRules(), year: 2026, today: monday))
    #expect(period.from.description == from)
    #expect(period.to.description == to)
  }

  @Test(arguments: [
    "2026-13", "2026-W54", "2025-W53", "2026-Q5", "2026-02-29", "last-day", "x", "", "13月",
    "2026-11-22..2026-11-16", "２０２６",
  ])
  func whatIsNoPeriodIsRefused(text: String) throws {
    let monday = try #require(CalendarDay(year: 2026, month: 11, day: 23))
    #expect(
      PeriodExpression.parse(text, calendar: CalendarRules(), year: 2026, today: monday) == nil)
  }
}

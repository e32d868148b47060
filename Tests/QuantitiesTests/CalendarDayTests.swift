import Quantities
import TestSupport
import Testing

@Suite struct CalendarDayTests {
  @Test(arguments: [
    (2025, 12, 31, 2026, 1), (2026, 1, 1, 2026, 1), (2026, 12, 31, 2026, 53),
    (2027, 1, 3, 2026, 53), (2027, 1, 4, 2027, 1), (2026, 3, 8, 2026, 10),
  ])
  func isoWeeksAroundNewYear(year: Int, month: Int, day: Int, weekYear: Int, week: Int) throws {
    let date = try #require(CalendarDay(year: year, month: month, day: day))
    #expect(date.isoWeek.year == weekYear)
    #expect(date.isoWeek.week == week)
  }

  @Test func aLeapDayHasNoTwinTheYearBefore() throws {
    let leap = try #require(CalendarDay(year: 2028, month: 2, day: 29))
    #expect(leap.adding(years: -1).description == "2027-02-28")
    #expect(CalendarDay(year: 2026, month: 2, day: 29) == nil)
  }

  @Test func everyDayOfFourCenturiesRoundTrips() {
    for number in stride(from: Int32(-10_000), to: 140_000, by: 1) {
      let (year, month, day) = CalendarDay(number: number).parts
      #expect(CalendarDay(year: year, month: month, day: day)?.number == number)
    }
  }

  @Test func mondayIsOne() throws {
    let monday = try #require(CalendarDay(year: 2026, month: 3, day: 2))
    #expect(monday.weekday == 1)
    #expect((monday + 6).weekday == 7)
  }

  @Test func monthsMayBeginLate() throws {
    let rules = CalendarRules(weekStart: 1, monthStart: 20)
    let day = try #require(CalendarDay(year: 2026, month: 11, day: 19))
    let month = rules.period(.month, containing: day)
    #expect(month.from.description == "2026-10-20")
    #expect(month.to.description == "2026-11-19")
    #expect(rules.nominalMonth(day) == (2026, 11))
    #expect(rules.period(.year, containing: day).from.description == "2025-12-20")
  }
}

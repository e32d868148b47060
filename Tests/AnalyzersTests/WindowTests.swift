import Analyzers
import Facts
import OfficeSupport
import Quantities
import Testing

@Suite struct WindowTests {
  private func windows(
    _ kind: Period.Kind, _ from: String, _ to: String, asOf: String,
    calendar: CalendarRules = CalendarRules()
  ) throws -> Windows {
    Windows(
      period: Period(
        kind, from: try #require(HandOffice.day(from)), to: try #require(HandOffice.day(to))),
      asOf: try #require(HandOffice.day(asOf)), calendar: calendar,
      firstDay: HandOffice.day("2026-01-15"))
  }

  @Test(arguments: [
    // A finished period against the whole one before it.
    (Period.Kind.week, "2026-03-02", "2026-03-08", "2026-03-20", "2026-02-23..2026-03-01"),
    (.month, "2026-03-01", "2026-03-31", "2026-04-20", "2026-02-01..2026-02-28"),
    (.quarter, "2026-04-01", "2026-06-30", "2026-07-20", "2026-01-01..2026-03-31"),
    (.year, "2026-01-01", "2026-12-31", "2027-01-20", "2025-01-01..2025-12-31"),
    (.day, "2026-03-01", "2026-03-01", "2026-03-20", "2026-02-28..2026-02-28"),
    (.range, "2026-03-03", "2026-03-12", "2026-03-20", "2026-02-21..2026-03-02"),
    // An unfinished one against as many first days, at most all of them.
    (.week, "2026-03-02", "2026-03-08", "2026-03-04", "2026-02-23..2026-02-25"),
    (.month, "2026-03-01", "2026-03-31", "2026-03-30", "2026-02-01..2026-02-28"),
    (.month, "2026-03-01", "2026-03-31", "2026-03-10", "2026-02-01..2026-02-10"),
    (.range, "2026-03-03", "2026-03-12", "2026-03-05", "2026-02-21..2026-02-23"),
  ])
  func thePreviousPeriod(
    kind: Period.Kind, from: String, to: String, asOf: String, expected: String
  ) throws {
    let previous = try windows(kind, from, to, asOf: asOf)[.previous]
    #expect("\(previous.from)..\(previous.to)" == expected)
    #expect(previous.isCompared)
  }

  @Test(arguments: [
    (Period.Kind.week, "2026-03-02", "2026-03-08", "2026-03-20", "2025-03-02..2025-03-08"),
    (.week, "2028-02-28", "2028-03-05", "2028-02-29", "2027-02-28..2027-02-28"),
    (.month, "2028-02-01", "2028-02-29", "2028-03-20", "2027-02-01..2027-02-28"),
    (.month, "2029-02-01", "2029-02-28", "2029-03-20", "2028-02-01..2028-02-29"),
    (.month, "2026-03-01", "2026-03-31", "2026-03-10", "2025-03-01..2025-03-10"),
  ])
  func aYearEarlierByDates(
    kind: Period.Kind, from: String, to: String, asOf: String, expected: String
  ) throws {
    let other = try windows(kind, from, to, asOf: asOf)[.lastYear]
    #expect("\(other.from)..\(other.to)" == expected)
  }

  @Test func theLastCountedDayDecidesMonthQuarterYear() throws {
    let all = try windows(.week, "2026-06-29", "2026-07-05", asOf: "2026-06-30")
    #expect(all[.month].from.description == "2026-06-01")
    #expect(all[.quarter].from.description == "2026-04-01")
    #expect(all[.year].from.description == "2026-01-01")
    #expect(all[.total].from.description == "2026-01-15")
    for scope in [Scope.month, .quarter, .year, .total] {
      #expect(all[scope].to.description == "2026-06-30")
    }
    #expect(all.isUnfinished)
  }

  @Test func beforeAPeriodBeginsTheOneBeforeItIsWhole() throws {
    let all = try windows(.week, "2026-03-09", "2026-03-15", asOf: "2026-03-08")
    #expect(!all[.this].hasBegun)
    #expect(all[.previous].from.description == "2026-03-02")
    #expect(all[.previous].to.description == "2026-03-08")
    #expect(!all[.lastYear].hasBegun)
    #expect(all[.month].hasBegun)
  }
}

import Facts
import OfficeSupport
import Quantities
import Records
import Testing

@testable import Analyzers

/// Targets: which one counts, and how it stands.
@Suite struct TargetTests {
  /// Ten parties, two deals of 1,000,000 in the week of 2026-03-02 … 03-08.
  static func office(_ targets: String, more: String? = nil) -> HandOffice {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone name staff",
      (1...9).map { "2026-03-0\(min($0, 8)) 000\($0) 客\($0) 林晓" }.joined(separator: "\n"))
    hand.file(
      .deals, "room name phone subscribed product subscribedTotal staff",
      """
      1-1 客1 0001 2026-03-02 住宅 1000000.00 林晓/陈默
      1-2 客2 0002 2026-03-04 住宅 1000000.00 陈默
      """)
    hand.file(.targets, "period measure target staff weight", targets)
    if let more { hand.file(.targets, "period measure target staff weight", more) }
    return hand
  }

  static func week(_ targets: String, more: String? = nil, asOf: String = "2026-03-08") -> Analysis
  {
    .of(office(targets, more: more), .week, "2026-03-02", "2026-03-08", asOf: asOf)
  }

  @Test func theTargetOfThePeriodItself() {
    let analysis = TargetTests.week("2026-W10 认购套数 4 - -\n2026-03 认购套数 16 - -")
    #expect(analysis.text("targets.deals-units.target") == "4")
    #expect(analysis.text("targets.deals-units.actual") == "2")
    #expect(analysis.text("targets.deals-units.rate") == "2/4")
    #expect(analysis.text("targets.deals-units.gap") == "2")
    #expect(analysis.text("targets.deals-units.time-progress") == "7/7")
    // The week is over: nothing is needed a day any more.
    #expect(analysis.text("targets.deals-units.needed-a-day") == "null no-days-left")
    #expect(analysis.text("targets.deals-units.target@month") == "16")
  }

  @Test func aWeekWithoutTargetTakesTheMonthAndSaysSo() throws {
    let analysis = TargetTests.week("2026-03 认购套数 16 - -")
    let fact = analysis.fact(FigureKey("targets.deals-units.rate"))
    #expect(Analysis.text(fact.value) == "2/16")
    #expect(fact.remarks.count == 1)
    // 8 of 31 days: 2/16 − 8/31 = (62 − 128)/496.
    #expect(analysis.text("targets.deals-units.ahead") == "-66/496")
    #expect(analysis.text("targets.deals-units.needed-a-day") == "14/23")
  }

  @Test func everyPartNamesItsOwnRows() throws {
    let analysis = TargetTests.week("2026-W10 认购套数 4 - -")
    let rows = { (id: String) in analysis.fact(FigureKey("targets.deals-units." + id)).lineage.rows
    }
    // One row gives the target, two deals the actual figure.
    #expect(rows("target").count == 1)
    #expect(rows("actual").count == 2)
    #expect(rows("gap").count == 3)
    #expect(rows("time-progress") == rows("target"))
    let sides = try #require(analysis.fact(FigureKey("targets.deals-units.rate")).sides)
    #expect(sides.numerator.rows == rows("actual"))
    #expect(sides.denominator.rows == rows("target"))
    // Without a target there is no figure for a row to enter.
    let gap = analysis.fact(FigureKey("targets.visits.gap"))
    #expect(gap.value.isMissing)
    #expect(gap.lineage.rows == [])
  }

  @Test func neededADayIsPrintedRoundedUp() {
    let value = Value.ratio(Ratio(14, over: 23))
    #expect(Formatter(.chinese).text(value, unit: .perDay) == "1")
    let money = Value.ratio(Ratio(.money(Money(fen: 300_000_000)), over: .count(7)))
    #expect(Formatter(.chinese).text(money, unit: .perDay) == "42.86万元")
  }

  @Test func theProjectRowWinsOverThePersons() {
    let analysis = TargetTests.week("2026-W10 认购套数 4 - -\n2026-W10 认购套数 9 林晓 -")
    #expect(analysis.text("targets.deals-units.target") == "4")
    let persons = TargetTests.week("2026-W10 认购套数 5 陈默 -\n2026-W10 认购套数 9 林晓 -")
    #expect(persons.text("targets.deals-units.target") == "14")
  }

  @Test func theLaterFileWinsAndTwoRowsOfOneFileAreAnError() {
    let later = TargetTests.week("2026-W10 来访 10 - -", more: "2026-W10 来访 12 - -")
    #expect(later.text("targets.visits.target") == "12")
    let twice = TargetTests.week("2026-W10 来访 10 - -\n2026-W10 来访 12 - -")
    #expect(twice.text("targets.visits.target") == "null two-targets")
    // The first of the nine came on the Sunday before.
    #expect(twice.text("targets.visits.actual") == "8")
  }

  @Test func aQuarterIsTheSumOfItsMonthsOnlyWhenAllAreGiven() {
    let all = TargetTests.week("2026-01 来访 10 - -\n2026-02 来访 20 - -\n2026-03 来访 30 - -")
    #expect(all.text("targets.visits.target@quarter") == "60")
    let two = TargetTests.week("2026-01 来访 10 - -\n2026-03 来访 30 - -")
    #expect(two.text("targets.visits.target@quarter") == "null no-target")
  }

  @Test func zeroTargetsHaveNoRate() {
    let analysis = TargetTests.week("2026-W10 签约套数 0 - -")
    #expect(analysis.text("targets.signed-units.rate") == "0/0")
    #expect(analysis.text("targets.signed-units.ahead") == "null zero-denominator")
  }

  @Test func actualsStopAtTheLastCountedDay() {
    let analysis = TargetTests.week("2026-W10 认购套数 4 - -", asOf: "2026-03-03")
    #expect(analysis.text("targets.deals-units.actual") == "1")
    #expect(analysis.text("targets.deals-units.time-progress") == "2/7")
    #expect(analysis.text("targets.deals-units.needed-a-day") == "3/5")
  }

  @Test func personsAreCreditedWithTheirParts() {
    let analysis = TargetTests.week("2026-W10 认购套数 3 陈默 -\n2026-W10 认购金额 2000000 林晓 -")
    #expect(
      analysis.lines("targets.by-staff", "name measure target actual rate gap") == [
        "林晓|认购金额|20000.00|500000.00|500000.00/20000.00|-480000.00",
        "陈默|认购套数|3|3/2|3/2/3|3/2",
      ])
  }

  // MARK: Breakdown

  static func parts(_ measure: TargetMeasure, _ targets: String) -> [String] {
    let office = TargetTests.office(targets).office(asOf: "2026-03-08")
    let day = HandOffice.day("2026-03-08") ?? CalendarDay(number: 0)
    return TargetBreakdown.parts(of: measure, TargetTable(office), day)
      .map { "\($0.label) \($0.number)" }
  }

  @Test func theYearIsSplitWithoutLoss() {
    let parts = TargetTests.parts(.dealsUnits, "2026年 认购套数 10 - -\n2026-01 认购套数 1 - -")
    #expect(parts.first == "2026年 10")
    // 10 over four quarters: 3 3 2 2; the first: January 1 given, 2 left for two months.
    #expect(parts.filter { $0.contains("Q") } == ["2026Q1 3", "2026Q2 3", "2026Q3 2", "2026Q4 2"])
    #expect(parts.contains("2026-01 1") && parts.contains("2026-02 1"))
    #expect(parts.contains("2026-03 1"))
    // March: 1 over the days of its weeks 1 7 7 7 7 2, the largest remainder first.
    #expect(
      parts.filter { $0.hasPrefix("2026-03-") } == [
        "2026-03-01…2026-03-01 0", "2026-03-02…2026-03-08 1", "2026-03-09…2026-03-15 0",
        "2026-03-16…2026-03-22 0", "2026-03-23…2026-03-29 0", "2026-03-30…2026-03-31 0",
      ])
  }

  @Test func weightsDecideWhereTheyAreGiven() {
    let parts = TargetTests.parts(
      .visits,
      """
      2026年 来访 101 - -
      2026Q1 来访 - - 40
      2026Q2 来访 - - 30
      2026Q3 来访 - - 20
      2026Q4 来访 - - 10
      """)
    // 40.4 30.3 20.2 10.1: the odd one to the largest remainder.
    #expect(
      parts.filter { $0.contains("Q") } == [
        "2026Q1 41", "2026Q2 30", "2026Q3 20", "2026Q4 10",
      ])
  }

  @Test(arguments: [7, 10, 100, 365, 1663])
  func partsOfEveryLevelAddUp(target: Int) {
    let parts = TargetTests.parts(.calls, "2026年 来电 \(target) - -")
    func sum(_ isPart: (String) -> Bool) -> Int {
      parts.filter(isPart).compactMap { Int($0.split(separator: " ")[1]) }.reduce(0, +)
    }
    #expect(sum { $0.contains("Q") } == target)
    #expect(sum { $0.split(separator: " ")[0].count == 7 && !$0.contains("Q") } == target)
  }

  /// 9 parties and 2 deals to date: a home takes 4.5 visits; the year's 10 take 45.
  @Test func visitsAreWorkedBackFromUnits() {
    let lines = TargetTests.week("2026年 认购套数 10 - -")
      .lines("targets.breakdown", "period measure target")
    #expect(lines.contains("2026年|来访（倒推）|45"))
    // Three homes of a quarter: 13.5 visits, rounded up.
    #expect(lines.contains("2026Q1|来访（倒推）|14"))
  }
}

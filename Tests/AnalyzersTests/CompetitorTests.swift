import Facts
import OfficeSupport
import Quantities
import Records
import Testing

@testable import Analyzers

/// Rivals, as fixtures/competitors works them out; the table itself is in its expected.csv.
@Suite struct CompetitorTests {
  static func analysis() throws -> Analysis {
    try #require(FixtureExpectationTests.analysis("competitors"))
  }

  @Test func aMissingWeekIsNeverZero() throws {
    let analysis = try CompetitorTests.analysis()
    let sold = analysis.lines("competitors.sold", "week project sold")
    #expect(sold.count == 12 * 4)
    #expect(sold.contains("2026-02-02|望湖居|null not-recorded"))
    // A row without a figure is no figure.
    #expect(sold.contains("2026-03-02|南塘府|null not-recorded"))
    #expect(sold.contains("2026-03-02|江枫里|8"))
    #expect(
      analysis.lines("competitors.prices", "week project price")
        .contains("2026-02-23|江枫里|21500.00"))
  }

  @Test func contradictionsAreListed() throws {
    #expect(
      try CompetitorTests.analysis().lines(
        "competitors.conflicts", "week project rule before after")
        == [
          "2026-02-23|望湖居|无新推而库存上升|25|33", "2026-02-23|江枫里|一周两价|22300.00|21500.00",
        ].sorted())
  }

  @Test func rivalsAreReadByTierThenBySales() throws {
    #expect(
      try CompetitorTests.analysis().lines("competitors.summary", "project tier sold") == [
        "江枫里|核心|8", "望湖居|核心|4", "南塘府|次级|null not-recorded", "锦云台|干扰|null not-recorded",
      ])
  }

  @Test func ourPriceStandsInTheLadder() throws {
    #expect(
      try CompetitorTests.analysis().lines("competitors.ladder", "name age") == [
        "望湖居|0", "江枫里|0", "锦云台|21", "本案|null not-applicable", "南塘府|0",
      ])
  }

  /// 2025-09-01 is a Monday 26 weeks before the last week of the fixture.
  @Test func seriesCoverALongerPeriod() throws {
    let office = try CompetitorTests.analysis().office
    let from = try #require(CalendarDay(year: 2025, month: 9, day: 1))
    let to = try #require(CalendarDay(year: 2026, month: 3, day: 8))
    let analysis = Analysis(office: office, period: Period(.range, from: from, to: to))
    let sold = analysis.lines("competitors.sold", "week project sold")
    #expect(sold.count == 27 * 4)
    #expect(sold.first == "2025-09-01|南塘府|null not-recorded")
    #expect(sold.contains("2026-03-02|江枫里|8"))
  }

  @Test func promotionsOfThePeriod() throws {
    #expect(
      try CompetitorTests.analysis().lines("competitors.activity", "date project discount") == [
        "2026-03-05|江枫里|按揭96折", "2026-03-08|江枫里|按揭96折", "2026-03-08|望湖居|老带新减1万",
        "2026-03-08|南塘府|首付分期",
      ])
  }

  @Test func namedByVisitorsBesideOurNotes() throws {
    let lines = try CompetitorTests.analysis().lines(
      "competitors.rivals-named", "name count share tier")
    #expect(lines.first == "江枫里|3|3/6|核心")
    #expect(lines.contains("桂语苑|1|1/6|null not-recorded"))
  }

  /// 吴双 (two rivals), 郑好 and 陈曦 have not bought.
  @Test func lostCustomersByRival() throws {
    let analysis = try CompetitorTests.analysis()
    #expect(
      analysis.lines("competitors.lost-by-rival", "name count") == ["江枫里|2", "望湖居|1", "桂语苑|1"])
    #expect(analysis.text("competitors.lost") == "3")
  }

  /// Rows of the week: 江枫里 6 + 2, 望湖居 3 + 1, 南塘府 without sales, one row without a product.
  /// 锦云台 was last surveyed with 54 in stock.
  @Test func theMarketByProductAndTier() throws {
    #expect(
      try CompetitorTests.analysis().lines(
        "competitors.structure", "by name projects released sold share stock price")
        == [
          "业态|高层|4|0|9|9/12|149|192000.00/9", "业态|洋房|3|0|3|3/12|45|73000.00/3",
          "业态|未填|1|null not-recorded|null not-recorded|null not-recorded|null not-recorded"
            + "|null not-recorded",
          "等级|核心|2|0|12|12/12|75|265000.00/12",
          "等级|干扰|1|null not-recorded|null not-recorded|null not-recorded|54|null not-recorded",
          "等级|次级|1|0|null not-recorded|null not-recorded|65|null not-recorded",
        ])
  }

  @Test func oldNewsIsMarked() throws {
    let remarks = try CompetitorTests.analysis().fact(FigureKey("competitors.summary")).remarks
    #expect(remarks.contains { $0.chinese == "信息超过14天的 1 家：锦云台（21天）" })
  }

  @Test func theSharesOfTheSetAddUp() throws {
    let lines = try CompetitorTests.analysis().lines("competitors.summary", "share")
    #expect(lines.filter { !$0.hasPrefix("null") } == ["8/12", "4/12"])
  }

  @Test func withoutOurDealsThereIsNoGap() {
    var hand = HandOffice()
    hand.file(
      .competitors, "date project price stock sold", "2026-03-03 江枫里 20000.00 30 0")
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(
      analysis.lines("competitors.summary", "project sold gap weeks share") == [
        "江枫里|0|null no-deals|null nothing-sold|0/0"
      ])
  }
}

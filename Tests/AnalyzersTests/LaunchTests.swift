import Facts
import OfficeSupport
import Quantities
import Records
import Testing

@testable import Analyzers

/// The launch day of fixtures/launch, as its README works it out.
@Suite struct LaunchTests {
  static func launch(_ folder: String) throws -> Analysis {
    try #require(FixtureExpectationTests.analysis("launch/" + folder))
  }

  @Test func theFunnelNarrows() throws {
    let analysis = try LaunchTests.launch("small")
    #expect(
      analysis.lines("launch.funnel", "name count step overall") == [
        "认筹|14|null not-applicable|14/14", "有效|12|12/14|12/14", "到场|9|9/12|9/14",
        "选定|6|6/9|6/14", "认购|5|5/6|5/14", "签约|2|2/5|2/14",
      ])
    #expect(analysis.fact(FigureKey("launch.funnel")).remarks.isEmpty)
  }

  @Test func aLaterStepThatIsLargerIsAnError() {
    var hand = HandOffice()
    hand.file(
      .cards, "card name phone issued arrived chosenAt",
      "YX1 甲一 0001 2026-03-01 - 10:05\nYX2 乙二 0002 2026-03-01 - 10:07")
    let fact = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
      .fact(FigureKey("launch.funnel"))
    #expect(fact.remarks.map(\.chinese) == ["错误：选定（2）多于到场（0）"])
  }

  @Test func whoCameAndDidNotBuyIsListedWithTheReason() throws {
    #expect(
      try LaunchTests.launch("small").lines("launch.not-bought", "card first reason") == [
        "YX3|1-201|价格超预算", "YX6|1-301|家人意见不一", "YX8|1-401|意向房号已售",
        "YX11|B|家人意见不一",
      ])
  }

  @Test func thePaceIsByQuartersOfAnHour() throws {
    #expect(
      try LaunchTests.launch("small").lines("launch.pace", "clock count sold running") == [
        "600|6|5|5"
      ])
  }

  @Test func theForecastMeetsTheResult() throws {
    let analysis = try LaunchTests.launch("small")
    #expect(
      analysis.lines("launch.forecast-error", "layout supply expected actual error") == [
        "A|4|4|2|-2", "B|3|3|3|0", "C|2|1|0|-1",
      ])
    #expect(
      analysis.fact(FigureKey("launch.forecast-error")).remarks.first?.chinese
        == "按级别预测 7.1 套，实际 5 套")
  }

  /// A has 4 homes for YX1–YX8: YX5, 6, 7, 8 are unserved. B is full with YX9, 10, 11, so YX5 and
  /// YX7 find no B; YX6 goes to C, where YX12 took one of two; YX8 has no second choice.
  @Test func theUnservedGoToTheirSecondChoice() throws {
    #expect(
      try LaunchTests.launch("small").lines("launch.spill", "layout to count") == [
        "A|C|1", "A|落空|3",
      ])
  }

  /// 4 + 3 + 2 homes for 12 valid cards: three in four.
  @Test func theBallotOddsAreHomesOverCards() throws {
    #expect(try LaunchTests.launch("small").text("launch.ballot-odds") == "9/12")
  }

  /// N = 415 by 3 at 3 minutes: 139 batches, 417 minutes.
  @Test func theBallotOfFourHundredFifteen() throws {
    let analysis = try LaunchTests.launch("ballot-415")
    #expect(analysis.text("launch.duration") == "417")
    let batches = analysis.lines("launch.batches", "batch clock from to waiting")
    #expect(batches.count == 139)
    // All 415 wait for the first batch; 10:30 + 414 minutes = 17:24, number 415 alone.
    #expect(batches.first == "1|630|YX1|YX3|415")
    #expect(batches.last == "139|1044|YX415|YX415|1")
    #expect(
      analysis.lines("launch.clock", "card clock").contains("YX200|828"))
  }

  /// 86 answers, published: 74 69 66 61 41 37 27 21 18 5 from 1,700 on.
  @Test func thePublishedPriceCurveComesOut() throws {
    let analysis = try LaunchTests.launch("price-86")
    let counts = analysis.lines("launch.price-curve", "price count")
    #expect(
      counts == [
        "1600.00|86", "1700.00|74", "1800.00|69", "1900.00|66", "2000.00|61", "2100.00|41",
        "2200.00|37", "2300.00|27", "2400.00|21", "2500.00|18", "2600.00|5",
      ])
    #expect(
      analysis.fact(FigureKey("launch.price-curve")).remarks.first?.chinese
        == "最陡的一步：2,000 → 2,100，少 23.26%")
  }

  /// P(p) never rises, whatever the answers.
  @Test func theCurveNeverRises() {
    let prices = [3, 1, 2, 2, 9, 4, 4, 4].map { Money(fen: $0 * 100) }
    let points = PriceCurveFigures.points(prices)
    #expect(points.map(\.count) == [8, 7, 5, 4, 1])
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.count >= $1.count })
  }

  @Test func theScheduleHasDates() throws {
    let lines = try LaunchTests.launch("small").lines("launch.schedule", "day date")
    #expect(lines.first == "T−60…−45|2026-01-06")
    #expect(lines.contains("T|2026-03-07"))
    #expect(lines.last == "T+1…+7|2026-03-08")
  }

  /// 12 cards: water 4/3 each is 16 bottles; seals 2 each and 10 in reserve.
  @Test func materialsAreRoundedUp() throws {
    let lines = try LaunchTests.launch("small").lines("launch.materials", "item quantity")
    #expect(lines.contains("饮用水（瓶）|16"))
    #expect(lines.contains("封号贴|34"))
  }

  @Test func withoutALaunchDayAllUnsoldHomesCount() throws {
    var hand = StockTests.office()
    hand.file(.cards, "card name phone unit1 issued", "YX1 辛八 0008 1-102 2026-03-01")
    let fact = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
      .fact(FigureKey("launch.demand"))
    #expect(fact.remarks.map(\.chinese) == ["未设开盘日期，按全部未售房源计"])
    // Unsold: 1-102, 1-201, 1-202.
    #expect(fact.table?.total.map { Analysis.text($0.cells[1]) } == "3")
  }

  @Test(arguments: [
    ("YX9", "YX10", true), ("YX10", "YX9", false), ("YX07", "YX7", true), ("A2", "B1", true),
    ("YX7", "YX7", false), ("7", "12", true),
  ])
  func cardNumbersCompareAsNumbers(a: String, b: String, isBefore: Bool) {
    #expect(NaturalOrder.precedes(a, b) == isBefore)
  }
}

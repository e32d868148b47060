import Analyzers
import Facts
import OfficeSupport
import Quantities
import Records
import Testing

@Suite struct ConversionTests {
  private func week(_ hand: HandOffice, asOf: String = "2026-03-20") -> Analysis {
    Analysis.of(hand, .week, "2026-03-02", "2026-03-08", asOf: asOf)
  }

  @Test func callersWhoVisitedOnOrAfterTheDayOfTheirFirstCall() {
    var hand = HandOffice()
    hand.file(
      .calls, "date phone effective",
      """
      2026-03-03 1001 是
      2026-03-03 1002 否
      2026-03-03 1003 是
      2026-03-03 - 是
      2026-02-25 1004 是
      2026-03-04 1004 是
      2026-03-05 1001 是
      2026-03-03 1005 -
      """)
    hand.file(
      .visits, "date phone state",
      """
      2026-03-03 1001 -
      2026-03-02 1002 -
      2026-03-19 1003 -
      2026-03-04 1004 -
      2026-03-04 1005 x
      """)
    let analysis = week(hand)
    #expect(analysis.text("calls.count") == "7")
    #expect(analysis.text("calls.customers") == "6")
    #expect(analysis.text("calls.effective-rate") == "5/7")
    #expect(analysis.text("calls.visit-rate") == "2/5")
    #expect(week(hand, asOf: "2026-03-18").text("calls.visit-rate") == "1/5")
    #expect(analysis.rows("calls.visit-rate") == "0:2 0:3 0:4 0:5 0:9 1:2 1:4")
  }

  @Test func aFirstVisitConvertsWithOneHomeThatStands() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone",
      (1...6).map { "2026-03-03 100\($0)" }.joined(separator: "\n") + "\n2026-02-01 1006")
    hand.file(
      .deals, "room phone subscribed cancelled product",
      """
      1-101 1001 2026-03-03 - 住宅
      1-102 1002 2026-03-02 - 住宅
      P-1   1003 2026-03-04 - 车位
      1-103 1004 2026-03-04 2026-03-19 住宅
      1-104 1005 2026-03-04 2026-03-05 住宅
      1-105 1005 2026-03-10 - 住宅
      1-106 1006 2026-03-04 - 住宅
      """)
    let analysis = week(hand)
    #expect(analysis.text("visits.first-conversion") == "2/5")
    #expect(week(hand, asOf: "2026-03-18").text("visits.first-conversion") == "3/5")
    #expect(week(hand, asOf: "2026-03-08").text("visits.first-conversion") == "2/5")
    #expect(
      analysis.fact(FigureKey("visits.first-conversion")).remarks.map(\.chinese) == [
        "认购计至 2026-03-20"
      ])
  }

  @Test func daysToDealTakeTheEarliestPurchaseOfThePeriod() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone",
      "2026-03-01 1001\n2026-03-04 1001\n2026-02-01 1002\n2026-03-06 1003\n2026-03-07 1001")
    hand.file(
      .deals, "room phone subscribed",
      """
      1-101 1001 2026-03-07
      1-102 1001 2026-03-04
      1-103 1002 2026-03-04
      1-104 1003 2026-03-05
      1-105 1004 2026-03-05
      """)
    let analysis = week(hand)
    // 1001: 3 days, 1002: 31; 1003 and 1004 had not visited by then.
    #expect(analysis.text("visits.days-to-deal") == "34/2")
    #expect(
      analysis.lines("visits.days-to-deal-bands", "name count share") == [
        "当天|0|0/2", "3天内|1|1/2", "1周内|0|0/2", "2周内|0|0/2", "30天内|0|0/2", "更长|1|1/2",
      ])
    #expect(analysis.text("visits.per-buyer") == "3/4")
    #expect(
      analysis.fact(FigureKey("visits.days-to-deal")).remarks.map(\.chinese) == [
        "2位认购客户此前没有来访记录，未计"
      ])
  }

  @Test(arguments: [
    (0, 0), (1, 1), (3, 1), (4, 2), (7, 2), (8, 3), (14, 3), (15, 4), (30, 4), (31, 5),
  ])
  func theBandsOfDays(days: Int, band: Int) throws {
    var hand = HandOffice()
    let day = try #require(HandOffice.day("2026-03-05"))
    hand.file(.visits, "date phone", "\(day - days) 1001")
    hand.file(.deals, "room phone subscribed", "1-101 1001 2026-03-05")
    let counts = week(hand).lines("visits.days-to-deal-bands", "count")
    #expect(counts == (0..<6).map { $0 == band ? "1" : "0" })
  }

  @Test func everyRowMayBeAVisit() {
    var hand = HandOffice()
    hand.office.settings.countsRows = true
    hand.file(
      .visits, "date phone channel", "2026-03-03 1001 抖音\n2026-03-03 1001 分销\n2026-03-03 1002 分销")
    let analysis = week(hand)
    #expect(analysis.text("visits.count") == "3")
    #expect(analysis.text("visits.first") == "2")
    #expect(analysis.text("visits.return") == "1")
    #expect(analysis.lines("visits.by-channel", "name count first") == ["分销|2|1", "抖音|1|1"])
  }

  @Test func theLastTwelveWeeks() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone",
      "2025-12-14 1001\n2025-12-15 1002\n2026-03-04 1001\n2026-03-05 1003\n2026-03-06 1003")
    hand.file(.deals, "room subscribed", "1-101 2026-02-28\n1-102 2026-03-05")
    let analysis = week(hand, asOf: "2026-03-05")
    let lines = analysis.lines("visits.weekly", "week visits first deals")
    #expect(lines.count == 12)
    #expect(lines.first == "2025-12-15|1|1|0")
    #expect(lines.suffix(2) == ["2026-02-23|0|0|1", "2026-03-02|2|1|1"])
  }
}

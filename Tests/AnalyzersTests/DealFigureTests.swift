import Analyzers
import Facts
import OfficeSupport
import Quantities
import Records
import Testing

@Suite struct DealFigureTests {
  private func week(_ hand: HandOffice, asOf: String = "2026-03-20") -> Analysis {
    Analysis.of(hand, .week, "2026-03-02", "2026-03-08", asOf: asOf)
  }

  @Test func whatHasNoAmountOrAreaIsLeftOutOfAveragesOnBothSides() {
    var hand = HandOffice()
    hand.file(
      .deals, "room phone subscribed subscribedTotal area",
      """
      1-101 1001 2026-03-03 1000000 100
      1-102 1001 2026-03-03 2000000 -
      1-103 1002 2026-03-03 0 50
      1-104 - 2026-03-03 - 0
      """)
    let analysis = week(hand)
    #expect(analysis.text("deals.units") == "4")
    #expect(analysis.text("deals.area") == "150.00")
    #expect(analysis.text("deals.amount") == "3000000.00")
    #expect(analysis.text("deals.average-price") == "1000000.00/100.00")
    #expect(analysis.text("deals.average-ticket") == "3000000.00/2")
    #expect(analysis.text("deals.average-area") == "150.00/2")
    #expect(analysis.text("deals.buyers") == "3")
    #expect(analysis.fact(FigureKey("deals.amount")).remarks.map(\.chinese) == ["2套缺此数"])
    #expect(analysis.rows("deals.average-price") == "0:2")
  }

  @Test func parkingEntersOnlyItsOwnFiguresAndReceipts() {
    var hand = HandOffice()
    hand.file(.visits, "date phone", "2026-03-03 1001")
    hand.file(
      .deals, "room phone subscribed signed cancelled subscribedTotal area product",
      """
      P-1 1001 2026-03-03 2026-03-04 - 100000 12 车位
      P-2 1001 2026-03-03 - 2026-03-05 90000 5 储藏间
      """)
    hand.file(.receipts, "date room amount", "2026-03-03 P-1 5000")
    let analysis = week(hand)
    for id in ["deals", "signed", "cancelled", "net", "signed-net"] {
      #expect(analysis.text("\(id).units") == "0")
      #expect(analysis.text("\(id).amount") == "0.00")
    }
    #expect(analysis.text("visits.deal-rate") == "0/1")
    #expect(analysis.text("visits.first-conversion") == "0/1")
    #expect(analysis.lines("visits.by-channel", "deals") == ["0"])
    #expect(analysis.lines("deals.list", "room") == [])
    #expect(analysis.text("parking.units") == "2")
    #expect(analysis.text("parking.amount") == "190000.00")
    #expect(analysis.text("receipts.amount") == "5000.00")
  }

  @Test func aHomeSoldAndGivenBackNetsToZero() {
    var hand = HandOffice()
    hand.file(
      .deals, "room subscribed signed cancelled subscribedTotal signedTotal area",
      """
      1-101 2026-03-02 2026-03-03 2026-03-05 1000000 990000 100
      1-102 2026-02-01 2026-02-10 2026-03-05 2000000 1980000 80
      1-103 2026-02-01 - 2026-03-06 3000000 - 90
      """)
    let analysis = week(hand)
    #expect(analysis.text("cancelled.amount") == "6000000.00")
    #expect(analysis.text("net.units") == "-2")
    #expect(analysis.text("net.amount") == "-5000000.00")
    #expect(analysis.text("net.area") == "-170.00")
    #expect(analysis.text("signed-net.units") == "-1")
    #expect(analysis.text("signed-net.amount") == "-1980000.00")
    #expect(analysis.text("net.amount@total") == "0.00")
    #expect(analysis.text("signed-net.amount@total") == "0.00")
  }

  @Test func signedByAsOfWhetherOrNotCancelledLater() {
    var hand = HandOffice()
    hand.file(
      .deals, "room subscribed signed cancelled",
      """
      1-101 2026-03-02 2026-03-12 2026-03-13
      1-102 2026-03-02 - 2026-03-05
      1-103 - 2026-03-06 -
      1-104 2026-03-02 2026-03-19 -
      1-105 2026-02-20 2026-03-03 -
      """)
    let analysis = week(hand, asOf: "2026-03-18")
    #expect(analysis.text("deals.sign-rate") == "2/4")
    #expect(analysis.text("deals.cancel-rate") == "1/4")
    #expect(analysis.text("deals.days-to-sign") == "11/2")
    #expect(week(hand).text("deals.sign-rate") == "3/4")
    #expect(
      analysis.lines("deals.unsigned", "room days") == ["1-101|6", "1-104|6"])
  }

  @Test func theRowsOfAStageAreThoseThatTellIt() {
    var hand = HandOffice()
    hand.file(
      .deals, "room phone date status total",
      """
      1-101 1001 2026-03-03 认购 1000000
      1-101 1001 2026-03-05 签约 990000
      1-101 1001 2026-03-06 退房 -
      1-101 1002 2026-03-07 认购 1100000
      """)
    let analysis = week(hand)
    #expect(analysis.rows("deals.amount") == "0:2 0:5")
    #expect(analysis.text("deals.amount") == "2100000.00")
    #expect(analysis.rows("signed.units") == "0:3")
    #expect(analysis.text("signed.amount") == "990000.00")
    #expect(analysis.rows("cancelled.units") == "0:4")
    #expect(analysis.text("cancelled.amount") == "1000000.00")
    #expect(analysis.rows("net.units") == "0:2 0:4 0:5")
  }

  @Test func overdueCountsFromTheAgreedOrTheSeventhDay() {
    var hand = HandOffice()
    hand.file(
      .deals, "room subscribed due signed",
      """
      1-101 2026-03-01 - -
      1-102 2026-02-28 - -
      1-103 2026-03-02 2026-03-04 -
      1-104 2026-02-01 2026-03-08 -
      1-105 2026-02-01 2026-02-08 2026-02-09
      """)
    #expect(
      week(hand, asOf: "2026-03-08").lines("deals.overdue", "room due days") == [
        "1-103|2026-03-04|4", "1-102|2026-03-07|1",
      ])
  }

  @Test func receiptsAreSignedByTheirWords() {
    var hand = HandOffice()
    hand.file(
      .receipts, "date room item amount status",
      """
      2026-03-03 1-101 首付 100 有效
      2026-03-03 1-101 退首付 30 有效
      2026-03-03 1-101 退首付 -20 有效
      2026-03-03 1-101 首付 7 已退款
      2026-03-03 1-101 - 1.05 -
      2026-03-03 1-101 违约金 1000 有效
      """)
    let analysis = week(hand)
    #expect(analysis.text("receipts.amount") == "44.05")
    #expect(analysis.rows("receipts.amount") == "0:2 0:3 0:4 0:5 0:6")
  }

  @Test func theReceiptsRateIsOfWhatStandsSigned() {
    var hand = HandOffice()
    hand.file(
      .deals, "room subscribed signed cancelled signedTotal",
      """
      1-101 2025-12-01 2025-12-10 - 1000
      1-102 2026-01-01 2026-02-10 2026-03-05 2000
      1-103 2026-01-01 - 2026-03-05 4000
      """)
    hand.file(
      .receipts, "date room amount",
      "2025-12-20 1-101 300\n2026-03-04 1-101 100\n2026-03-15 1-101 600\n2025-11-20 1-101 50")
    let analysis = week(hand)
    #expect(analysis.text("receipts.rate") == "450.00/1000.00")
    #expect(
      analysis.lines("receipts.overdue", "room signed amount received unpaid days") == [
        "1-101|2025-12-10|1000.00|400.00|600.00|88"
      ])
  }

  @Test func channelsAndTheirCosts() {
    var hand = HandOffice()
    hand.file(.calls, "date phone channel", "2026-03-03 1001 抖音\n2026-03-03 1002 抖音")
    hand.file(.visits, "date phone channel", "2026-03-03 1001 抖音\n2026-03-04 1003 分销")
    hand.file(
      .deals, "room phone subscribed subscribedTotal signed signedTotal",
      "1-101 1003 2026-03-05 1000000 2026-03-06 900000")
    hand.file(
      .costs, "date channel budget spent",
      """
      2026-03-01 抖音 1000 800
      2026-03-03 抖音 - 300
      2026-03-04 户外 500 200
      2026-03-05 - - 50
      2025-12-31 抖音 - 7
      """)
    let analysis = week(hand)
    let columns =
      "name calls visits first deals amount share spend cost-per-call cost-per-first cost-per-deal"
    let none = "null zero-denominator"
    #expect(
      analysis.lines("channels.summary", columns) == [
        "抖音|2|1|1|0|0.00|1/2|300.00|300.00/2|300.00/1|\(none)",
        "分销|0|1|1|1|1000000.00|1/2|0.00|\(none)|0.00/1|0.00/1",
        "户外|0|0|0|0|0.00|0/2|200.00|\(none)|\(none)|\(none)",
        "未填|0|0|0|0|0.00|0/2|50.00|\(none)|\(none)|\(none)",
      ])
    #expect(analysis.text("costs.ratio") == "1350.00/900000.00")
    #expect(
      analysis.lines("costs.budget@month", "name budget spent left rate") == [
        "抖音|1000.00|1100.00|-100.00|1100.00/1000.00", "户外|500.00|200.00|300.00|200.00/500.00",
        "未填|0.00|50.00|-50.00|50.00/0.00",
      ])
  }

  @Test func referredDealsAreThoseWithAReferrer() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone referrer channel",
      "2026-03-03 1001 老王 -\n2026-03-06 1001 老李 -\n2026-03-03 1003 - 老带新")
    hand.file(
      .deals, "room phone subscribed subscribedTotal referrer",
      """
      1-101 1001 2026-03-05 1000000 -
      1-102 1002 2026-03-05 1000000.01 老王/老赵
      1-103 1003 2026-03-05 2000000 -
      """)
    let analysis = week(hand)
    #expect(analysis.text("referrals.deals") == "2")
    #expect(analysis.text("referrals.share") == "2/3")
    #expect(
      analysis.lines("referrals.top", "name deals amount share") == [
        "老王|3/2|1500000.01|3/2/2", "老赵|1/2|500000.00|1/2/2",
      ])
  }
}

import Facts
import OfficeSupport
import Quantities
import Records
import Testing

@testable import Analyzers

/// Homes released, sold and available, by dates before the exported status.
@Suite struct StockTests {
  static func office(_ basis: Settings.StockBasis = .released) -> HandOffice {
    var hand = HandOffice()
    hand.office.settings.stockBasis = basis
    hand.file(
      .units, "room building product layout floor area listPrice listTotal released permit status",
      """
      1-101 1栋 住宅 A 1 100.00 20000.00 1900000.00 2026-01-01 2025-12-01 可售
      1-102 1栋 住宅 A 1 100.00 20000.00 - 2026-01-01 2025-12-01 签约
      1-201 1栋 住宅 B 2 80.00 21000.00 - 2026-01-01 2025-12-01 保留
      1-202 1栋 住宅 B 2 80.00 21000.00 - 2026-09-01 2025-12-01 未推
      2-101 2栋 住宅 B 1 80.00 21000.00 - - - 可售
      2-102 2栋 住宅 A 1 100.00 20000.00 - - 2026-12-01 已售
      P-1 1栋 车位 - - 12.00 - 150000.00 2026-01-01 2025-12-01 可售
      """)
    hand.file(
      .deals,
      "room name phone subscribed signed cancelled product area subscribedTotal signedTotal",
      """
      1-101 甲一 0001 2026-02-01 2026-02-10 - 住宅 100.00 1900000.00 1900000.00
      1-102 乙二 0002 2026-02-02 - 2026-02-20 住宅 100.00 2000000.00 -
      2-101 丙三 0003 2026-03-02 - - 住宅 80.00 1680000.00 -
      P-1 丙三 0003 2026-03-02 - - 车位 12.00 150000.00 -
      9-999 丁四 0004 2026-03-03 - - 住宅 80.00 1680000.00 -
      """)
    return hand
  }

  static var analysis: Analysis { .of(office(), .week, "2026-03-02", "2026-03-08") }

  /// Sold: 1-101 and 2-101 by deals, 2-102 by its status; 1-102 was given back whatever its status
  /// says. Released: 1-101 1-102 1-201 by date, 2-101 2-102 as sold.
  @Test func datesDecideAndTheStatusOnlyWhereDealsAreSilent() {
    let analysis = StockTests.analysis
    #expect(analysis.text("stock.sold.units") == "3")
    #expect(analysis.text("stock.released.units") == "5")
    #expect(analysis.text("stock.available.units") == "2")
    #expect(analysis.text("stock.sell-through.units") == "3/5")
    // Areas and list amounts of the units file: 100 + 80 + 100; 1,900,000 + 1,680,000 + 2,000,000.
    #expect(analysis.text("stock.sold.area") == "280.00")
    #expect(analysis.text("stock.sold.amount") == "5580000.00")
    #expect(analysis.text("stock.sell-through.amount") == "5580000.00/9260000.00")
    let remarks = analysis.fact(FigureKey("stock.available.units")).remarks.map(\.chinese)
    #expect(remarks.contains("其中保留1套"))
    #expect(remarks.contains("1套按导出状态计为已售"))
    #expect(remarks.contains("3套的状态与成交不符"))
  }

  @Test(arguments: [
    (Settings.StockBasis.released, "3/5"), (.permitted, "3/6"), (.all, "3/6"),
  ])
  func sellThroughDividesByTheOfficesBasis(basis: Settings.StockBasis, rate: String) {
    let analysis = Analysis.of(StockTests.office(basis), .week, "2026-03-02", "2026-03-08")
    #expect(analysis.text("stock.sell-through.units") == rate)
  }

  @Test func groupsAddUpToTheWhole() {
    let analysis = StockTests.analysis
    #expect(
      analysis.lines("stock.by-building", "name released sold available reserved sell-through") == [
        "1栋|3|1|2|1|1/3", "2栋|2|2|0|0|2/2",
      ])
    #expect(
      analysis.lines("stock.by-layout", "name released sold") == ["A|3|2", "B|2|1"])
    let total = analysis.fact(FigureKey("stock.by-layout")).table?.total?.cells
    #expect(total.map { Analysis.text($0[1]) } == "5")
  }

  @Test func theBoardShowsEveryHomeOnce() {
    #expect(
      StockTests.analysis.lines("stock.board", "room state") == [
        "1-101|签约", "1-102|可售", "1-201|保留", "1-202|未推", "2-101|认购", "2-102|认购",
      ])
  }

  /// Complete months inside the deals' span (from 2026-02-01) up to 2026-03-31: February and March,
  /// 100 ㎡ signed; available 180 ㎡: 180·2/100 = 3.6 months.
  @Test func monthsOfSupplyCountCompleteMonthsOnly() {
    let analysis = Analysis.of(StockTests.office(), .month, "2026-03-01", "2026-03-31")
    #expect(analysis.text("stock.months") == "360.00/100.00")
    #expect(analysis.fact(FigureKey("stock.months")).remarks.first?.chinese == "N＝2个月")
    // As of 03-08 only February is complete.
    #expect(StockTests.analysis.text("stock.months") == "180.00/100.00")
  }

  @Test func twoSubscriptionsOfOneRoomAreShown() {
    var hand = StockTests.office()
    hand.file(
      .deals, "room name phone subscribed cancelled product subscribedTotal staff",
      """
      1-101 戊五 0005 2026-03-04 - 住宅 1950000.00 林晓
      1-102 己六 0006 2026-02-20 - 住宅 2000000.00 陈默
      """)
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    // 1-102 was free again on the day of its second sale.
    #expect(
      analysis.lines("stock.sold-twice", "room customer staff") == [
        "1-101|甲一|未分配", "1-101|戊五|林晓",
      ])
  }

  /// A buyer changes rooms: the first is free again, the second sold, one deal counts.
  @Test func aSwappedRoomIsFreeAgain() {
    var hand = StockTests.office()
    hand.file(
      .deals, "room name phone subscribed cancelled cancelKind product area subscribedTotal",
      """
      1-201 庚七 0007 2026-03-02 2026-03-05 换房 住宅 80.00 1680000.00
      1-202 庚七 0007 2026-03-05 - - 住宅 80.00 1690000.00
      """)
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(
      analysis.lines("stock.board", "room state").filter { $0.hasPrefix("1-20") } == [
        "1-201|保留", "1-202|认购",
      ])
  }

  @Test func withoutAFileThereIsOneHonestReason() {
    let analysis = Analysis.of(HandOffice(), .week, "2026-03-02", "2026-03-08")
    #expect(analysis.text("stock.sold.units") == "null no-file")
    #expect(analysis.fact(FigureKey("stock.board")).table?.absence?.code == "no-file")
  }
}

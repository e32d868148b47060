import Analyzers
import Facts
import OfficeSupport
import Quantities
import Records
import Testing

@Suite struct BreakdownTests {
  private func visits(_ header: String, _ text: String) -> HandOffice {
    var hand = HandOffice()
    hand.file(.visits, header, text)
    return hand
  }

  private func week(_ hand: HandOffice) -> Analysis {
    Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
  }

  @Test func aPartyTakesTheFirstWrittenCellByFileThenLine() {
    var hand = visits(
      "date phone district age party focus",
      """
      2026-03-03 1001 - 31-40 2 价格
      2026-03-03 1001 高新区 41-50 5 地段/价格
      """)
    hand.file(.visits, "date phone district age party focus", "2026-03-03 1001 外地 - 3 户型")
    let analysis = week(hand)
    #expect(analysis.lines("visits.by-district", "name count share") == ["高新区|1|1/1"])
    #expect(analysis.lines("visits.by-age", "name count") == ["31-40|1"])
    #expect(
      analysis.lines("visits.by-focus", "name count share") == [
        "价格|1|1/1", "地段|1|1/1", "户型|1|1/1",
      ])
    #expect(analysis.text("visits.people") == "5")
    #expect(analysis.rows("visits.count") == "0:2 0:3 1:2")
  }

  @Test func headsThatAreBlankOrZeroCountOneAndAreSaid() {
    let analysis = week(
      visits("date phone party", "2026-03-03 1001 -\n2026-03-03 1002 0\n2026-03-03 1003 4"))
    #expect(analysis.text("visits.people") == "6")
    #expect(
      analysis.fact(FigureKey("visits.people")).remarks.map(\.chinese) == ["2组未填人数，按1人计"])
  }

  @Test func severalWordsOfAVisitCountOnceEach() {
    let analysis = week(
      visits(
        "date phone objection",
        """
        2026-03-03 1001 价格/地段/价格
        2026-03-03 1002 无
        2026-03-03 1003 -
        2026-03-04 1001 价格
        """))
    #expect(
      analysis.lines("visits.by-objection", "name count share first") == [
        "价格|2|2/4|1", "地段|1|1/4|1", "无|1|1/4|1", "未填|1|1/4|1",
      ])
    let table = analysis.fact(FigureKey("visits.by-objection")).table
    #expect(table?.isMultiple == true)
    #expect(table?.cases == 4)
    #expect(table?.total == nil)
  }

  @Test func theVisitsOwnCellCountsAndNotWhatOtherVisitsSaid() {
    let analysis = week(
      visits(
        "date phone district", "2026-03-03 1001 高新区\n2026-03-04 1001 -\n2026-02-25 1001 外地"))
    #expect(
      analysis.lines("visits.by-district", "name count previous change") == [
        "未填|1|0|1/0", "高新区|1|0|1/0", "外地|0|1|-1/1",
      ])
  }

  @Test func aBuyerHasTheLatestWrittenWordUpToHisSubscription() {
    var hand = visits(
      "date phone district focus",
      """
      2026-02-01 1001 甲区 价格
      2026-02-10 1001 乙区 地段
      2026-02-12 1001 - -
      2026-03-05 1001 丙区 户型
      2026-03-06 1002 丁区 配套
      2026-03-07 1002 戊区 -
      """)
    hand.file(
      .deals, "room phone subscribed",
      "1-101 1001 2026-03-04\n1-102 1002 2026-03-05\n1-103 1003 2026-03-05")
    let analysis = week(hand)
    #expect(
      analysis.lines("deals.by-district", "name count share") == [
        "丁区|1|1/3", "乙区|1|1/3", "未填|1|1/3",
      ])
    #expect(
      analysis.lines("visits.by-district", "name count deals") == [
        "丁区|1|1", "丙区|1|0", "戊区|1|0", "乙区|0|1", "未填|0|1",
      ])
    #expect(
      analysis.lines("visits.by-focus", "name count deals") == [
        "户型|1|0", "未填|1|1", "配套|1|1", "价格|0|1", "地段|0|1",
      ])
  }

  @Test func levelsAndAgesStandInTheirOwnOrderUnfilledLast() {
    let analysis = week(
      visits(
        "date phone level age",
        """
        2026-03-03 1001 C 31-40
        2026-03-03 1002 - 30以下
        2026-03-03 1003 A- 60以上
        2026-03-03 1004 A 30-31
        2026-03-03 1005 A+ -
        2026-03-03 1006 已购 不详
        2026-03-03 1007 C 31-40
        """))
    #expect(
      analysis.lines("visits.by-level", "name count") == [
        "A+|1", "A|1", "A-|1", "C|2", "已购|1", "未填|1",
      ])
    #expect(
      analysis.lines("visits.by-age", "name count") == [
        "30以下|1", "30-31|1", "31-40|2", "60以上|1", "不详|1", "未填|1",
      ])
  }

  @Test func equalCountsStandByCodePoint() {
    let analysis = week(
      visits(
        "date phone channel", "2026-03-03 1001 抖音\n2026-03-03 1002 分销\n2026-03-03 1003 -"))
    #expect(analysis.lines("visits.by-channel", "name") == ["分销", "抖音", "未填"])
  }

  @Test func weekdaysAndHours() {
    var hand = visits(
      "date phone",
      """
      2026-03-02 1001
      2026-03-02T09:59 1001
      2026-03-08T18:20 1002
      2026-03-08 1003
      """)
    hand.file(.deals, "room phone subscribed", "1-101 1001 2026-03-08\n1-102 1004 2026-03-08")
    let analysis = week(hand)
    #expect(
      analysis.lines("visits.by-weekday", "name count deals") == ["周一|1|1", "周日|2|0", "未填|0|1"])
    #expect(
      analysis.lines("visits.by-hour", "name count deals") == [
        "09:00|1|1", "18:00|1|0", "未填|1|1",
      ])
  }

  @Test func theChannelTableHoldsCallsAndMoneyToo() {
    var hand = visits(
      "date phone channel", "2026-02-20 1008 -\n2026-03-03 1001 抖音\n2026-03-04 1001 分销")
    hand.file(.calls, "date phone channel", "2026-03-03 1002 围挡\n2026-02-25 1002 短信")
    hand.file(
      .deals, "room phone subscribed subscribedTotal channel product",
      """
      1-101 1001 2026-03-04 1000000 - 住宅
      1-102 1009 2026-03-04 2000000.01 网络 住宅
      1-103 1009 2026-03-04 - 网络 住宅
      P-1 1001 2026-03-04 100000 网络 车位
      """)
    #expect(
      week(hand).lines("visits.by-channel", "name count share first deals calls amount") == [
        "分销|1|1/2|0|0|0|0.00", "抖音|1|1/2|1|1|0|1000000.00", "围挡|0|0/2|0|0|1|0.00",
        "短信|0|0/2|0|0|0|0.00", "网络|0|0/2|0|2|0|2000000.01",
      ])
  }

  @Test func onlyThePeriodItselfIsCompared() {
    let analysis = week(visits("date phone district", "2026-02-25 1001 甲区\n2026-03-03 1002 乙区"))
    #expect(
      analysis.lines("visits.by-district@month", "name count previous") == [
        "乙区|1|null not-applicable"
      ])
    #expect(
      analysis.lines("visits.by-district@previous", "name count") == ["甲区|1"])
  }

  @Test func bandsHoldTheirLowerBounds() {
    var hand = HandOffice()
    hand.file(
      .deals, "room subscribed area subscribedTotal",
      """
      1-101 2026-03-03 89.99 999999.99
      1-102 2026-03-03 90 1000000
      2-103 2026-03-03 144 5000000
      104 2026-03-03 - -
      """)
    let analysis = week(hand)
    #expect(
      analysis.lines("deals.by-area-band", "name count") == [
        "90㎡以下|1", "90-120㎡|1", "144㎡以上|1", "未填|1",
      ])
    #expect(
      analysis.lines("deals.by-total-band", "name count") == [
        "100万以下|1", "100-200万|1", "500万以上|1", "未填|1",
      ])
    #expect(analysis.lines("deals.by-building", "name count") == ["1|2", "2|1", "未填|1"])
  }

  @Test func sharedDealsAreCreditedInEqualParts() {
    var hand = HandOffice()
    hand.file(
      .deals, "room subscribed staff",
      """
      1-101 2026-03-03 甲/乙
      1-102 2026-03-03 甲/乙/丙
      1-103 2026-03-03 -
      1-104 2026-02-25 丁
      """)
    let analysis = week(hand)
    #expect(
      analysis.lines("deals.by-staff", "name count share previous") == [
        "未分配|1|1/3|0", "乙|5/6|5/6/3|0", "甲|5/6|5/6/3|0", "丙|1/3|1/3/3|0", "丁|0|0/3|1",
      ])
  }

  @Test func theIndexComparesBuyersWithVisitors() {
    var hand = visits(
      "date phone district",
      "2026-03-03 1001 甲区\n2026-03-03 1002 乙区\n2026-03-03 1003 乙区\n2026-03-03 1004 乙区")
    hand.file(.deals, "room phone subscribed", "1-101 1001 2026-03-04\n1-102 1002 2026-03-04")
    #expect(
      week(hand).lines("customers.index", "name visits visit-share deals deal-share index") == [
        "居住区域：乙区|3|3/4|1|1/2|4/6", "居住区域：甲区|1|1/4|1|1/2|4/2",
      ])
    #expect(
      week(hand).lines("customers.cross", "name by count deals") == ["乙区|未填|3|1", "甲区|未填|1|1"])
  }
}

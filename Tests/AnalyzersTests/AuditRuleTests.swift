import Analyzers
import Facts
import OfficeSupport
import Quantities
import Records
import Testing

/// What the entry audit finds, rule by rule, in offices of a few rows.
@Suite struct AuditRuleTests {
  private func hits(
    _ hand: HandOffice, unknownChannels: [String] = [], scope: String = "",
    from: String = "2026-03-02", to: String = "2026-03-08", personal: Bool = true,
    _ columns: String = "line rule value expected staff"
  ) -> [String] {
    var office = hand.office(asOf: to)
    office.unknownChannels = Set(unknownChannels.compactMap { office.lexicon.symbol(of: $0) })
    return analysis(office, from, to, personal).lines("audit.hits" + scope, columns)
  }

  private func analysis(
    _ office: SalesOffice, _ from: String = "2026-03-02", _ to: String = "2026-03-08",
    _ personal: Bool = true
  ) -> Analysis {
    let zero = CalendarDay(number: 0)
    return Analysis(
      office: office,
      period: Period(.week, from: HandOffice.day(from) ?? zero, to: HandOffice.day(to) ?? zero),
      showsPersonal: personal)
  }

  // MARK: Single rows

  @Test func aBlankCellOfAColumnThatTheFileHasIsAMissingField() {
    var hand = HandOffice()
    hand.file(
      .visits, "date name phone channel staff level",
      """
      2026-03-03 何田 1001 抖音 赵敏 A
      2026-03-04 - 1002 - 林晓 -
      2026-02-28 - 1003 抖音 林晓 B
      """)
    // The second file has no level column: nothing can be missing there.
    hand.file(.visits, "date name phone channel staff", "2026-03-05 许诺 1004 抖音 -")
    #expect(
      hits(hand) == [
        "3|缺项|null not-recorded|客户姓名|林晓", "3|缺项|null not-recorded|认知途径|林晓",
        "3|缺项|null not-recorded|意向级别|林晓", "2|缺项|null not-recorded|置业顾问|null not-recorded",
      ])
    let analysis = analysis(hand.office(asOf: "2026-03-08"))
    // Five of five and two of five, then three of four.
    #expect(analysis.text("audit.complete-rate") == "10/14")
    #expect(analysis.rows("audit.complete-rate") == "0:2 0:3 1:2")
  }

  @Test func rowsThatDoNotCountAreNotAudited() {
    var hand = HandOffice()
    hand.file(
      .visits, "date name phone state",
      "2026-03-03 - 1001 x\n2026-03-03 - 1002 dup\n2026-03-03 - 1003 -")
    #expect(hits(hand, "line rule") == ["4|缺项"])
  }

  @Test func anEntryAfterTheDayIsLateAndABlankOneIsNotInTime() {
    var hand = HandOffice()
    hand.file(
      .calls, "date name phone channel staff created",
      """
      2026-03-03 何田 1001 抖音 赵敏 2026-03-03
      2026-03-03 郑好 1002 抖音 林晓 2026-03-05
      2026-03-04 王可 1003 抖音 林晓 -
      """)
    hand.file(.visits, "date name phone channel staff level", "2026-03-04 许诺 1004 抖音 林晓 A")
    hand.file(
      .deals, "room name phone subscribed signed area staff created",
      "1-101 何田 1001 2026-03-04 2026-03-07 90 赵敏 2026-03-04", name: "deals.csv")
    #expect(
      hits(hand, "line rule value expected staff").filter { $0.contains("录入") }
        == ["3|录入不及时|2026-03-05|2026-03-03|林晓"])
    let analysis = analysis(hand.office(asOf: "2026-03-08"))
    // Three calls and one deal have an entry time, the visit's file has no such column.
    #expect(analysis.text("audit.timely-rate") == "2/4")
    #expect(analysis.rows("audit.timely-rate") == "0:2 0:3 0:4 2:2")
  }

  @Test func withoutAnEntryTimeTheTimelyRateIsNull() {
    var hand = HandOffice()
    hand.file(.calls, "date name phone", "2026-03-03 何田 1001")
    let analysis = analysis(hand.office(asOf: "2026-03-08"))
    #expect(analysis.text("audit.timely-rate") == "null no-column")
    #expect(analysis.text("audit.complete-rate") == "2/2")
  }

  @Test func aChannelThatNoListKnowsIsListed() {
    var hand = HandOffice()
    hand.file(
      .calls, "date name phone channel staff",
      "2026-03-03 何田 1001 地铁包柱 赵敏\n2026-03-03 郑好 1002 抖音 赵敏")
    #expect(
      hits(hand, unknownChannels: ["地铁包柱"]) == ["2|未知渠道|地铁包柱|词语对照或内置渠道词|赵敏"])
  }

  // MARK: Visits

  @Test func aKnownCustomerReceivedByAnotherConsultantIsUnderTwo() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone staff",
      """
      2026-02-01 1001 赵敏
      2026-03-03 1001 林晓
      2026-02-01 1002 赵敏
      2026-03-03 1002 林晓/赵敏
      2026-02-01 1003 陈默
      2026-03-03 1003 林晓
      2026-02-01 1004 -
      2026-03-03 1004 林晓
      """)
    // 陈默 had left when his customer came again.
    hand.file(.staff, "name left", "陈默 2026-02-20\n赵敏 -")
    let hits = hits(hand).filter { $0.contains("撞单") }
    #expect(hits == ["3|撞单|林晓|赵敏|林晓"])
    let analysis = analysis(hand.office(asOf: "2026-03-08"))
    let fact = analysis.fact(FigureKey("audit.hits"))
    let clash = fact.table?.rows.first { Analysis.text($0.cells[2]) == "撞单" }
    #expect(clash?.lineage.rows.map(\.line) == [2, 3])
  }

  @Test func theFirstOrReturnMarkIsComparedWithTheHistoryOncePerParty() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone visitKind",
      """
      2026-02-01 1001 首访
      2026-03-03 1001 首访
      2026-03-03 1002 首访
      2026-03-03 1002 复访
      2026-03-04 1003 -
      2026-03-04 1003 复访
      2026-03-05 1004 复访
      """)
    #expect(
      hits(hand, "line rule value expected").filter { $0.contains("首复访") } == [
        "3|首复访不符|首访|复访", "7|首复访不符|复访|首访", "8|首复访不符|复访|首访",
      ])
  }

  // MARK: Deals

  @Test func aBuyerWithoutAVisitByTheDayIsListed() {
    var hand = HandOffice()
    hand.file(.visits, "date phone", "2026-03-04 1001\n2026-03-06 1002")
    hand.file(
      .deals, "room name phone subscribed staff",
      """
      1-101 何田 1001 2026-03-04 赵敏
      1-102 郑好 1002 2026-03-05 林晓
      1-103 王可 1003 2026-03-05 林晓
      """)
    #expect(
      hits(hand, "line rule value staff").filter { $0.contains("无来访") } == [
        "3|成交无来访|2026-03-05|林晓", "4|成交无来访|2026-03-05|林晓",
      ])
  }

  @Test func withoutVisitsNoDealIsSaidToLackOne() {
    var hand = HandOffice()
    hand.file(.deals, "room name phone subscribed", "1-101 何田 1001 2026-03-04")
    #expect(hits(hand).isEmpty)
  }

  @Test(arguments: [
    // 1,000,000 / 90 ㎡ = 11,111.11… 元/㎡; 899,910 / 90 = 9,999.
    ("11112.11", "90", "1000000", []), ("11112.12", "90", "1000000", ["277803/25|1111111/100"]),
    ("11110.11", "90", "1000000", ["1111011/100|1111111/100"]), ("10000", "90", "899910", []),
    ("10000", "90", "899900", ["10000|999889/100"]), ("-", "90", "1000000", []),
    ("10000", "-", "1000000", []), ("10000", "90", "-", []),
  ])
  func aUnitPriceMoreThanOneYuanOffIsListed(
    price: String, area: String, total: String, expected: [String]
  ) {
    var hand = HandOffice()
    hand.file(
      .deals, "room phone subscribed price total area",
      "1-101 1001 2026-03-04 \(price) \(total) \(area)")
    let found = hits(hand, "rule value expected").filter { $0.contains("单价") }
    #expect(found == expected.map { "单价与总价不符|" + $0 })
  }

  @Test func aRoomSoldWhileAnotherDealHoldsItIsSoldTwice() {
    var hand = HandOffice()
    hand.file(
      .deals, "room name phone subscribed cancelled cancelKind staff",
      """
      1-101 何田 1001 2026-02-04 - - 赵敏
      1-101 郑好 1002 2026-03-04 - - 林晓
      1-102 王可 1003 2026-02-04 2026-03-01 认购退房 赵敏
      1-102 许诺 1004 2026-03-04 - - 林晓
      1-103 陈曦 1005 2026-03-05 - - 林晓
      1-103 沈秋 1006 2026-03-05 - - 赵敏
      """, name: "deals.csv")
    #expect(
      hits(hand).filter { $0.contains("两卖") } == [
        "3|一房两卖|1-101|deals.csv:2|林晓", "7|一房两卖|1-103|deals.csv:6|赵敏",
      ])
  }

  @Test func aRoomGivenBackForAnotherIsFreeAgain() {
    var hand = HandOffice()
    hand.file(
      .deals, "room name phone subscribed cancelled cancelKind",
      """
      1-101 何田 1001 2026-02-04 2026-03-02 换房
      1-202 何田 1001 2026-03-02 - -
      1-101 郑好 1002 2026-03-04 - -
      """)
    #expect(!hits(hand, "rule").contains("一房两卖"))
  }

  @Test func stagesBeforeTheSubscriptionAreOnTheirOwnDays() {
    var hand = HandOffice()
    hand.file(
      .deals, "room name phone subscribed signed cancelled cancelKind staff",
      """
      1-101 何田 1001 2026-03-06 2026-03-03 - - 赵敏
      1-102 郑好 1002 2026-03-06 - 2026-03-05 认购退房 林晓
      1-103 王可 1003 2026-03-10 2026-03-04 - - 林晓
      """)
    let office = hand.office(asOf: "2026-03-12")
    #expect(
      analysis(office).lines("audit.hits", "line rule value expected staff") == [
        "2|日期先后颠倒|2026-03-03|2026-03-06|赵敏", "3|日期先后颠倒|2026-03-05|2026-03-06|林晓",
        "4|日期先后颠倒|2026-03-04|2026-03-10|林晓",
      ])
  }

  @Test func aCancellationOfNothingIsListed() {
    var hand = HandOffice()
    hand.file(
      .deals, "room name phone date status staff",
      "1-101 何田 1001 2026-02-04 认购 赵敏\n1-101 郑好 1002 2026-03-04 退房 林晓")
    #expect(hits(hand) == ["3|退房无认购|2026-03-04|应有认购或签约|林晓"])
  }

  @Test func whatTheAssemblyOfDealsRemarkedIsListed() {
    var hand = HandOffice()
    hand.file(
      .deals, "room name phone subscribed signed cancelled cancelKind status",
      """
      1-101 何田 1001 2026-02-04 - 2026-03-02 换房 -
      1-202 何田 1001 2026-03-02 - - - -
      2-101 郑好 1002 2026-02-04 - 2026-03-03 更名 -
      2-101 王可 1003 2026-03-03 - - - -
      3-101 许诺 1004 2026-03-04 - - - 作废
      3-102 陈曦 1005 2026-03-02 - 2026-03-06 转签约 -
      3-103 沈秋 1006 - 2026-03-05 - - -
      3-104 罗成 1007 2026-03-05 - - - 退房
      """)
    #expect(
      hits(hand, "line rule value") == [
        "2|换房|1-101", "3|换房或更名的后一笔|1-202", "4|更名|2-101", "5|换房或更名的后一笔|2-101", "6|作废|作废",
        "7|转签约|2026-03-06", "8|直接签约|2026-03-05", "9|退房缺日期|2026-03-05",
      ])
    // In the week before nothing of it happened.
    #expect(hits(hand, scope: "@previous").isEmpty)
  }

  @Test func theOldStateOfADealInAnEarlierFileIsListed() {
    var hand = HandOffice()
    hand.file(
      .deals, "room name phone subscribed signed", "1-101 何田 1001 2026-03-03 -", name: "a.csv")
    hand.file(
      .deals, "room name phone subscribed signed", "1-101 何田 1001 2026-03-03 2026-03-05",
      name: "b.csv")
    #expect(hits(hand, "file line rule value") == ["a.csv|2|旧状态已更新|b.csv:2"])
  }

  @Test func parkingEntersNoAudit() {
    var hand = HandOffice()
    hand.file(
      .deals, "room name phone subscribed product area price total staff",
      "P-001 - - 2026-03-04 车位 10 10000 1 -\nP-001 - - 2026-03-05 车位 10 10000 1 -")
    #expect(hits(hand).isEmpty)
    #expect(analysis(hand.office(asOf: "2026-03-08")).text("audit.complete-rate") == "0/0")
  }

  // MARK: Who is who

  @Test func aNumberOfSixSurnamesIsListedAsAState() {
    var hand = HandOffice()
    hand.file(
      .visits, "date name phone staff",
      """
      2026-01-03 张一 1001 赵敏
      2026-01-04 李二 1001 赵敏
      2026-01-05 王三 1001 赵敏
      2026-01-06 陈四 1001 赵敏
      2026-01-07 林五 1001 赵敏
      2026-01-08 何六 1001 赵敏
      """)
    let line = "2|号码多人共用|19900001001|至多五个姓氏，超过的不作合并依据|赵敏"
    #expect(hits(hand) == [line])
    #expect(hits(hand, scope: "@total") == [line])
    #expect(hits(hand, scope: "@previous").isEmpty)
    #expect(hits(hand, personal: false, "value") == ["199****1001"])
  }

  @Test func anIDOfTwoPeopleNamesBothLines() {
    var hand = HandOffice()
    hand.file(
      .visits, "date customerID name phone staff",
      "2026-01-03 KH1 张一 1001 赵敏\n2026-01-04 KH1 李二 1002 林晓")
    #expect(hits(hand, "line rule value staff") == ["2|客户编号两人共用|KH1|赵敏"])
    let analysis = analysis(hand.office(asOf: "2026-03-08"))
    #expect(analysis.rows("audit.hits") == "0:2 0:3")
  }

  // MARK: Stock

  @Test func aStatusAgainstTheDealsIsListedWhereDealsMentionTheRoom() {
    var hand = HandOffice()
    hand.file(
      .deals, "room name phone subscribed cancelled cancelKind staff",
      """
      1-101 何田 1001 2026-01-04 - - 赵敏
      1-102 郑好 1002 2026-01-04 2026-02-01 认购退房 林晓
      1-103 王可 1003 2026-01-05 - - 林晓
      """, name: "deals.csv")
    hand.file(
      .units, "room area status", "1-101 90 待售\n1-102 90 认购\n1-103 90 签约\n1-104 90 签约\n1-105 90 待售",
      name: "units.csv")
    #expect(
      hits(hand, "file line rule value expected staff") == [
        "units.csv|2|房态与成交不符|待售|已售|赵敏", "units.csv|3|房态与成交不符|认购|未售|null not-recorded",
      ])
  }
}

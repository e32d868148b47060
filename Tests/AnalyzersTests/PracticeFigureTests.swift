import Analyzers
import OfficeSupport
import Quantities
import Records
import Testing

/// Figures of the manager's practice: patrols over weeks, protection, registers, the running plan.
@Suite struct PracticeFigureTests {
  @Test func faultsStandByWeekAndWeeksWithoutAPatrolAreUnknown() {
    var hand = HandOffice()
    hand.file(
      .patrols, "date section item full off note",
      """
      2026-02-23 硬件 灯 10 3 次日复查
      2026-02-24 硬件 灯 10 0 -
      2026-03-03 软件 电话 5 1 -
      2026-03-03 硬件 灯 10 2 当场整改
      2026-03-09 硬件 灯 10 9 -
      """)
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    let lines = analysis.lines("patrols.trend", "week days items faults full off rate")
    #expect(lines.count == 8)
    #expect(
      Array(lines.suffix(3)) == [
        "2026-02-16" + String(repeating: "|null not-recorded", count: 6),
        "2026-02-23|2|2|1|20|3|17/20", "2026-03-02|1|2|2|15|3|12/15",
      ])
    #expect(
      analysis.lines("patrols.faults", "day section item full off note") == [
        "2026-03-03|软件|电话|5|1|null not-recorded", "2026-03-03|硬件|灯|10|2|当场整改",
      ])
    #expect(analysis.rows("patrols.faults") == "0:4 0:5")
  }

  @Test func aCustomerIsListedBeforeHisLongestProtectionEnds() {
    var hand = HandOffice()
    // On 2026-03-08: visits protect 7 days, calls 15, follow-ups 30; listed 3 days ahead.
    hand.file(
      .visits, "date phone name level staff",
      """
      2026-03-01 1001 甲 B 王芳
      2026-03-04 1002 乙 A 王芳
      2026-03-05 1003 丙 A 王芳
      2026-03-01 1004 丁 A -
      2026-03-02 1005 戊 - 李强
      2026-03-01 1006 己 A 李强
      """)
    hand.file(
      .calls, "date phone name staff",
      """
      2026-02-22 1007 庚 李强
      2026-02-01 1005 戊 李强
      """)
    hand.file(
      .followups, "date phone staff connected",
      """
      2026-02-08 1002 王芳 是
      2026-03-06 1001 王芳 否
      2026-03-06 1006 李强 是
      """)
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08", asOf: "2026-03-08")
    // 甲: the call that did not connect protects nobody. 乙: visit to 11 March, follow-up to 10 March.
    // 丙 is safe to the 12th, 己 to 5 April; 丁 has no consultant.
    #expect(
      analysis.lines("callbacks.expiring", "customer staff level way last expires left") == [
        "甲|王芳|B|来访|2026-03-01|2026-03-08|0",
        "戊|李强|null not-recorded|来访|2026-03-02|2026-03-09|1",
        "庚|李强|null not-recorded|来电|2026-02-22|2026-03-09|1",
        "乙|王芳|A|来访|2026-03-04|2026-03-11|3",
      ])
  }

  @Test func roomsAreComparedWithTheControlSheetAndWithFinance() {
    var hand = HandOffice()
    hand.file(
      .deals, "room phone subscribed cancelled subscribedTotal staff",
      """
      1-101 1001 2026-03-01 - 1000000 王芳
      1-102 1002 2026-03-02 - 1200000 王芳
      1-103 1003 2026-03-02 2026-03-05 900000 王芳
      1-105 1005 2026-03-04 - 800000 李强
      """)
    hand.file(
      .units, "room product status",
      """
      1-101 高层 认购
      1-102 高层 可售
      1-103 高层 可售
      1-104 高层 签约
      P-1 车位 签约
      """)
    hand.file(
      .receipts, "date room item amount",
      """
      2026-03-01 1-101 定金 1000001
      2026-03-02 1-103 定金 20000
      2026-03-03 1-109 定金 5000
      2026-03-03 1-105 定金 5000
      2026-03-04 1-105 定金 -5000
      """)
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    // Held: 101, 102, 105. Sold by status: 101, 104. With money: 101, 103, 109 (105 was paid back).
    #expect(
      analysis.lines("audit.registers", "deals register both only-deals only-register") == [
        "3|2|1|2|1", "3|3|1|2|2",
      ])
    #expect(
      analysis.lines("audit.unreconciled", "room register problem amount staff") == [
        "1-102|房源|成交表已售，房源表不是已售|1200000.00|王芳",
        "1-105|房源|成交表已售，房源表没有这间|800000.00|李强",
        "1-104|房源|房源表已售，成交表没有|null not-recorded|null not-recorded",
        "1-102|回款|成交表已售，没有收到房款|1200000.00|王芳",
        "1-105|回款|成交表已售，没有收到房款|800000.00|李强",
        "1-103|回款|已退房，房款未退清|20000.00|null not-recorded",
        "1-109|回款|有房款，成交表没有|5000.00|null not-recorded",
        "1-101|回款|收款多于房价|1.00|王芳",
      ])
  }

  @Test func targetAndActualAreAddedUpByWeekOfTheMonth() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone",
      """
      2026-02-27 1009
      2026-03-01 1001
      2026-03-03 1002
      2026-03-04 1003
      2026-03-10 1004
      """)
    hand.file(.targets, "period measure target", "2026-03 来访 31")
    let analysis = Analysis.of(hand, .month, "2026-03-01", "2026-03-31", asOf: "2026-03-10")
    // Weeks of March 2026: 1 day, then four of 7 days and 2 days; one visit a day is the target.
    #expect(
      analysis.lines("targets.course", "until measure target actual gap rate") == [
        "2026-03-01|来访|1|1|0|1/1", "2026-03-08|来访|8|3|5|3/8",
        "2026-03-15|来访|15|4|11|4/15",
        "2026-03-22|来访|22|null not-reached|null not-reached|null not-reached",
        "2026-03-29|来访|29|null not-reached|null not-reached|null not-reached",
        "2026-03-31|来访|31|null not-reached|null not-reached|null not-reached",
      ])
  }

  @Test func aPersonsMonthsStandSideBySide() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone staff",
      """
      2026-01-10 1001 王芳
      2026-02-11 1001 王芳
      2026-03-03 1002 王芳
      """)
    hand.file(
      .deals, "room phone subscribed subscribedTotal staff",
      """
      1-101 1001 2026-02-12 1000000 王芳/李强
      1-102 1002 2026-03-04 900000 王芳
      """)
    hand.file(
      .scores, "period staff item weight marks",
      """
      2026-02 王芳 业绩 60 90
      2026-02 王芳 行为 40 80
      """)
    let analysis = Analysis.of(hand, .month, "2026-03-01", "2026-03-31", asOf: "2026-03-08")
    let lines = analysis.lines(
      "staff.history", "period name visits first units amount first-conversion score")
    // Before the first deal (February) units are unknown; 60 × 90 % + 40 × 80 % = 86.
    #expect(
      Array(lines.prefix(6).suffix(3)) == [
        "2026-01|王芳|1|1|null outside-data|null outside-data|1/1|null not-recorded",
        "2026-02|王芳|1|0|1/2|500000.00|0/0|86", "2026-03|王芳|1|1|1|900000.00|1/1|null not-recorded",
      ])
  }

  @Test func whoDidNotBuyIsCountedOnceByAllThatIsKnownOfHim() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone level layout objection",
      """
      2026-02-20 1001 A B95 价格
      2026-03-03 1001 B - 学区
      2026-03-05 1001 - A118 价格
      2026-03-04 1002 C - -
      2026-03-04 1003 A B95 价格
      2026-02-25 1004 A B95 价格
      """)
    hand.file(
      .deals, "room phone subscribed subscribedTotal", "1-101 1003 2026-03-04 1000000")
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(
      analysis.lines("customers.lost-by-level", "name count share") == [
        "A|0|0/2", "B|1|1/2", "C|1|1/2",
      ])
    #expect(
      analysis.lines("customers.lost-by-objection", "name count") == ["价格|1", "学区|1", "未填|1"])
    #expect(
      analysis.lines("customers.lost-by-layout", "name count") == ["A118|1", "未填|1", "B95|0"])
    #expect(analysis.lines("customers.lost-by-contact", "name count") == ["7天内|2", "8-15天|0"])
  }

  @Test(arguments: [
    ("365", "350-400万"), ("350-400", "350-400万"), ("350-450", "400-450万"), ("400", "400-450万"),
    ("450万以下", "400-450万"), ("450万以上", "450-500万"), ("3800000", "350-400万"),
    ("1.2亿", "1000万以上"), ("约380万左右", "350-400万"), ("面议", "其他写法"), ("400-350", "其他写法"),
    ("350.5", "350-400万"), ("399.9999", "350-400万"), ("49.99999", "0-50万"), ("50.0", "50-100万"),
    ("3999999.99", "350-400万"), ("4000000.5", "400-450万"), ("9999.5", "1000万以上"),
    ("12000.7", "0-50万"), (".5", "0-50万"), ("88.", "50-100万"), ("1.2.3", "其他写法"),
  ])
  func budgetsFallIntoBandsOfFiftyTenThousands(text: String, band: String) {
    var hand = HandOffice()
    hand.file(.visits, "date phone budget", "2026-03-03 1001 \(text)")
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(analysis.lines("visits.by-budget-band", "name count") == ["\(band)|1"])
  }

  @Test func thePlanCountsTheWholePeriodAndTheBudgetOverWhatTheTargetNeeds() {
    var hand = HandOffice()
    hand.file(.calls, "date phone", "2026-03-01 1001\n2026-03-02 1002\n2026-03-03 1003")
    hand.file(.visits, "date phone", "2026-03-03 1001\n2026-03-04 1002")
    hand.file(.deals, "room phone subscribed subscribedTotal", "1-101 1001 2026-03-04 1000000")
    hand.file(.targets, "period measure target", "2026-03 认购套数 5")
    hand.file(
      .costs, "date channel item stage budget spent",
      """
      2026-03-01 抖音 投放 强推 3000 2500
      2026-03-20 户外 租金 开盘 1000 -
      2026-04-01 户外 租金 开盘 800 -
      """)
    let analysis = Analysis.of(hand, .month, "2026-03-01", "2026-03-31", asOf: "2026-03-08")
    #expect(
      analysis.lines("costs.by-stage", "name from to budget share spent rate") == [
        "强推|2026-03-01|2026-03-01|3000.00|3000.00/4000.00|2500.00|2500.00/3000.00",
        "开盘|2026-03-20|2026-03-20|1000.00|1000.00/4000.00|0.00|0.00/1000.00",
      ])
    #expect(
      analysis.lines("costs.by-month", "name month budget spent") == [
        "投放|2026-03|3000.00|2500.00", "投放|2026-04|0.00|0.00", "租金|2026-03|1000.00|0.00",
        "租金|2026-04|800.00|0.00",
      ])
    // 5 units × 2 visits / 1 unit = 10 visits; × 3 calls / 2 visits = 15 calls.
    #expect(
      analysis.lines("costs.expected", "measure expected budget cost") == [
        "认购套数|5|4000.00|4000.00/5", "来访（倒推）|10|4000.00|4000.00/10",
        "来电（倒推）|15|4000.00|4000.00/15",
      ])
  }

  @Test func aReferredHomeTellsWhetherTheReferrerWasNamedAtTheFirstVisit() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone name referrer",
      """
      2026-02-20 1001 甲 -
      2026-03-03 1001 甲 老王
      2026-03-03 1002 乙 老李
      """)
    hand.file(
      .deals, "room phone name subscribed subscribedTotal",
      """
      1-101 1001 甲 2026-03-04 1000000
      1-102 1002 乙 2026-03-03 900000
      """)
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(
      analysis.lines("referrals.list", "room referrer customer first named subscribed amount") == [
        "1-102|老李|乙|2026-03-03|是|2026-03-03|900000.00",
        "1-101|老王|甲|2026-02-20|否|2026-03-04|1000000.00",
      ])
  }

  @Test func theOfficesOwnWordsMakeAStandardMeasurable() {
    var hand = HandOffice()
    hand.file(
      .tasks, "task staff due standard status", "甲 赵敏 2026-03-08 店长点头 进行中")
    var analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(analysis.lines("tasks.vague", "task") == ["甲"])
    hand.office.settings.measurableWords = ["点头"]
    analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(analysis.lines("tasks.vague", "task").isEmpty)
  }
}

import Analyzers
import Facts
import OfficeSupport
import Quantities
import Records
import Testing

/// Figures that single documents ask for: visitors of the day, owners, budgets, placement, result.
@Suite struct DocumentFigureTests {
  @Test func visitorsStandWithWhatTheyWantedAndBought() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone name channel layout level objection staff",
      """
      2026-03-01 1001 何田 自然到访 A A 价格 王芳
      2026-03-03 1001 何田 网络 B A 价格/学区 王芳
      2026-03-03 1002 郑好 中介 - - - 李强
      """)
    hand.file(
      .deals, "room phone subscribed subscribedTotal",
      """
      1-101 1001 2026-03-03 1000000
      1-102 1002 2026-03-04 1000000
      """)
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(
      analysis.lines("visits.list", "customer times channel layout level objection bought staff")
        == [
          "何田|复访|网络|B|A|价格、学区|1-101|王芳",
          "郑好|首访|中介|null not-recorded|null not-recorded|null not-recorded|null not-recorded|李强",
        ])
    #expect(analysis.rows("visits.list") == "0:3 0:4")
  }

  @Test func customersToWinBackHoldNoHomeAndStillWishForOne() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone name level objection staff",
      """
      2026-03-01 1001 甲 B 价格 王芳
      2026-03-02 1002 乙 A - 王芳
      2026-03-03 1003 丙 A - 王芳
      2026-03-04 1004 丁 D - 王芳
      2026-03-05 1005 戊 A 学区 李强
      2026-03-06 1001 甲 C 价格/学区 李强
      2026-03-06 1006 己 - - 李强
      """)
    hand.file(
      .deals, "room phone subscribed cancelled subscribedTotal",
      """
      1-101 1002 2026-03-03 - 1000000
      1-102 1003 2026-03-03 2026-03-07 1000000
      """)
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    // 乙 bought; 丙 cancelled and is free again; 丁 wishes for nothing; 己 has no level.
    #expect(
      analysis.lines("customers.revivable", "customer level objection visits last days staff") == [
        "戊|A|学区|1|2026-03-05|3|李强", "丙|A|null not-recorded|1|2026-03-03|5|王芳",
        "甲|C|价格、学区|2|2026-03-06|2|李强",
      ])
  }

  @Test func ownersStandWhereTheirMoneyStands() {
    var hand = HandOffice()
    hand.file(
      .deals, "room phone subscribed signed cancelled subscribedTotal payment",
      """
      1-101 1001 2026-03-01 - - 1000000 -
      1-102 1002 2026-03-01 2026-03-02 - 2000000 按揭
      1-103 1003 2026-03-01 2026-03-02 - 3000000 一次性
      1-104 1004 2026-03-01 2026-03-02 - 4000000 公积金
      1-105 1005 2026-03-01 2026-03-02 2026-03-03 5000000 一次性
      """)
    hand.file(
      .receipts, "date room amount",
      """
      2026-03-02 1-102 600000
      2026-03-02 1-103 100000
      2026-03-02 1-104 4000000
      2026-03-02 1-101 20000
      """)
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(
      analysis.lines("owners.stages", "name count amount received") == [
        "已认购未签约|1|1000000.00|20000.00", "已签约未齐款|1|3000000.00|100000.00",
        "按揭办理中|1|2000000.00|600000.00", "已齐款|1|4000000.00|4000000.00",
      ])
    let total = analysis.fact(FigureKey("owners.stages")).table?.total
    #expect(total?.cells.dropFirst().map(Analysis.text) == ["4", "10000000.00", "4720000.00"])
  }

  @Test func theBudgetIsCrossedByChannelAndStage() {
    var hand = HandOffice()
    hand.file(
      .costs, "date channel stage budget spent",
      """
      2026-03-01 户外 积累 100 90
      2026-03-01 网络 开盘 300 310
      2026-03-02 户外 开盘 250 -
      2026-03-02 - 积累 50 50
      """)
    let analysis = Analysis.of(hand, .month, "2026-03-01", "2026-03-31")
    #expect(
      analysis.lines("costs.plan", "name stage budget spent") == [
        "户外|积累|100.00|90.00", "户外|开盘|250.00|0.00", "网络|积累|0.00|0.00",
        "网络|开盘|300.00|310.00", "未填|积累|50.00|50.00", "未填|开盘|0.00|0.00",
      ])
  }

  @Test func placementGradesCrossesAndSteers() {
    var hand = HandOffice()
    hand.file(
      .units, "room building layout area",
      """
      1-101 1 甲 100
      1-102 1 乙 100
      1-103 1 乙 100
      """)
    hand.file(
      .cards, "card name phone level unit1 unit2 staff",
      """
      2 李一 1002 A 甲 乙 王芳
      1 何田 1001 A 1-101 - 王芳
      3 郑好 1003 C 甲 乙 李强
      4 钱多 1004 - 甲 甲 李强
      5 孙和 1005 D 乙 甲 李强
      """)
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    // A 2 × 80 % + C 50 % = 2.1
    #expect(
      analysis.lines("launch.grades", "name count odds expected") == [
        "A|2|80/100|160/100", "B|0|80/100|0/100", "C|1|50/100|50/100", "D|1|0/100|0/100",
        "未填|1|0/100|0/100",
      ])
    // 乙 has two homes and stands first.
    #expect(
      analysis.lines("launch.choices", "layout second count") == [
        "乙|乙|0", "乙|甲|1", "乙|无次选|0", "甲|乙|2", "甲|甲|1", "甲|无次选|1",
      ])
    // Card 1 takes the only 甲, card 5 a 乙; of 2, 3 and 4 the first gets the other 乙.
    #expect(analysis.lines("launch.steering", "card from to staff") == ["2|甲|乙|王芳"])
  }

  @Test func theResultIsCommissionLessCosts() {
    var hand = HandOffice()
    hand.office.settings.commissionRate = Rational(8, over: 1000)
    hand.file(
      .deals, "room phone subscribed signed subscribedTotal",
      "1-101 1001 2026-03-01 2026-03-02 10000000")
    hand.file(
      .costs, "date channel budget spent",
      """
      2026-03-01 户外 30000 20000
      2026-12-01 户外 50000 -
      """)
    let analysis = Analysis.of(hand, .year, "2026-01-01", "2026-12-31", asOf: "2026-03-08")
    // 10,000,000 × 0.8 % = 80,000; − 20,000 = 60,000; 20,000 / 0.8 % = 2,500,000.
    #expect(
      analysis.lines("resolution.result", "name actual planned") == [
        "签约金额|10000000.00|null not-recorded", "佣金收入|80000.00|null not-recorded",
        "费用|20000.00|80000.00", "损益|60000.00|null not-recorded",
        "利润率|60000.00/80000.00|null not-recorded", "盈亏平衡签约金额|2500000.00|10000000.00",
      ])
    // 0.9 × 0.9 × 10,000,000 = 8,100,000, × 0.8 % = 64,800, − 20,000 = 44,800.
    let lines = analysis.lines("resolution.sensitivity", "name pace amount income result")
    #expect(lines.count == 9)
    #expect(lines.first == "价格 −10%|速度 −10%|8100000.00|64800.00|44800.00")
    #expect(lines.last == "价格 +10%|速度 +10%|12100000.00|96800.00|76800.00")
  }

  @Test func withoutACommissionRateTheResultSaysSo() {
    var hand = HandOffice()
    hand.file(
      .deals, "room phone subscribed signed subscribedTotal",
      "1-101 1001 2026-03-01 2026-03-02 10000000")
    let analysis = Analysis.of(hand, .year, "2026-01-01", "2026-12-31", asOf: "2026-03-08")
    #expect(
      analysis.fact(FigureKey("resolution.result")).table?.absence?.code == "no-commission-rate")
    #expect(
      analysis.lines("resolution.sensitivity", "amount income result").first
        == "8100000.00|null no-commission-rate|null no-commission-rate")
  }
}

import Facts
import OfficeSupport
import Quantities
import Records
import Testing

@testable import Analyzers

/// 20/80, worked out by hand.
@Suite struct ConcentrationTests {
  static func list(_ wan: [Int64]) -> Concentration<Int> {
    Concentration(wan.enumerated().map { .init($0.offset, Money(fen: $0.element * 1_000_000)) })
  }

  /// The published check: 300 250 220 210 205 200 195 190 185 180.
  @Test func thePublishedNumbersComeOut() throws {
    let list = ConcentrationTests.list([205, 300, 180, 250, 190, 220, 195, 210, 185, 200])
    #expect(list.count == 10)
    #expect(list.topCount == 2)
    let share = try #require(Ratio(.money(list.top), over: .money(list.total)).quotient)
    // (300 + 250) / 2135 = 25.761… %
    #expect(share.scaled(decimals: 4) == 2576)
    #expect(list.countForMost == 8)
    let gini = try #require(list.gini)
    let quotient = try #require(Rational(gini.numerator, over: gini.denominator))
    #expect(quotient.scaled(decimals: 3) == 81)
  }

  @Test func equalAmountsHaveNoInequality() throws {
    let list = ConcentrationTests.list([7, 7, 7, 7, 7, 7])
    #expect(try #require(list.gini).numerator == 0)
    #expect(list.countForMost == 5)
    #expect(list.isTiedAtCut)
  }

  @Test func oneHolderHasTheLargestGini() throws {
    // x = 0 0 0 1 is not counted (only positive ones are): one holder alone has G = 0.
    let list = ConcentrationTests.list([0, 0, 9, -3])
    #expect(list.count == 1)
    #expect(list.leftOut == 3)
    #expect(try #require(list.gini).numerator == 0)
  }

  /// 80 % exactly is enough: 40 40 20 → two of three.
  @Test func eightyPercentIsComparedExactly() {
    #expect(ConcentrationTests.list([40, 40, 20]).countForMost == 2)
    #expect(ConcentrationTests.list([40, 39, 21]).countForMost == 3)
  }

  @Test func classesFollowTheRunningShare() {
    // Running 50, 80, 95, 100 %.
    let list = ConcentrationTests.list([50, 30, 15, 5])
    #expect((0..<4).map { list.classification($0).rawValue } == ["A", "A", "B", "C"])
  }

  @Test func nothingHasNoFigures() {
    let list = ConcentrationTests.list([])
    #expect(list.topCount == 0)
    #expect(list.countForMost == 0)
    #expect(list.gini == nil)
  }

  @Test(arguments: [
    ([5, 3, 3, 1], [1, 2, 2, 4]), ([1, 1, 1], [1, 1, 1]), ([], []), ([2, 9], [2, 1]),
  ])
  func ranksAreOneTwoTwoFour(values: [Int], ranks: [Int]) {
    #expect(Ranks.competition(values.map { Rational($0) }) == ranks.map { $0 })
  }

  @Test func ranksCompareUnroundedAndLeaveOutWhatIsUnknown() throws {
    let third = try #require(Rational(1, over: 3))
    let near = try #require(Rational(3333, over: 10_000))
    #expect(Ranks.competition([near, nil, third]) == [2, nil, 1])
  }

  // MARK: On an office

  /// Five buyers; 赵 bought twice and gave one back, 孙 gave all back, a parking space and a deal
  /// after the day do not count.
  static func office() -> HandOffice {
    var hand = HandOffice()
    hand.file(
      .visits, "date name phone district referrer",
      """
      2026-02-01 赵一 0001 高新区 -
      2026-02-02 钱二 0002 老城区 田禾
      """)
    hand.file(
      .deals,
      "room name phone subscribed cancelled product layout subscribedTotal channel staff referrer",
      """
      1-101 赵一 0001 2026-03-01 - 住宅 A 3000000.00 抖音 林晓 -
      1-102 赵一 0001 2026-03-01 2026-03-05 住宅 A 2500000.00 抖音 林晓 -
      1-103 钱二 0002 2026-03-02 - 住宅 B 2000000.00 抖音 林晓/陈默 -
      1-104 孙三 0003 2026-03-02 2026-03-06 住宅 B 2000000.00 老带新 陈默 何田
      1-105 李四 0004 2026-03-03 - 住宅 B 2000000.01 自然到访 - 何田/苏可
      P-1 李四 0004 2026-03-03 - 车位 - 150000.00 自然到访 陈默 -
      """)
    return hand
  }

  static var analysis: Analysis { .of(office(), .week, "2026-03-02", "2026-03-08") }

  @Test func netAmountsToDateByCustomer() {
    let analysis = ConcentrationTests.analysis
    #expect(analysis.text("concentration.customers.count") == "3")
    #expect(
      analysis.lines("concentration.customers.table", "rank name amount class") == [
        "1|赵一|3000000.00|A", "2|李四|2000000.01|A", "3|钱二|2000000.00|C",
      ])
    #expect(
      analysis.text("concentration.customers.top20-share") == "3000000.00/7000000.01")
    // Rows of the three who hold something, 赵's cancelled deal included.
    #expect(analysis.rows("concentration.customers.count") == "1:2 1:3 1:4 1:6")
  }

  @Test func sharedDealsAreSplitAndTheUnassignedStay() {
    #expect(
      ConcentrationTests.analysis.lines("concentration.staff.table", "name amount") == [
        "林晓|4000000.00", "未分配|2000000.01", "陈默|1000000.00",
      ])
  }

  @Test func districtsAreTheBuyersAndTheUnfilledStay() {
    #expect(
      ConcentrationTests.analysis.lines("concentration.districts.table", "name amount") == [
        "高新区|3000000.00", "未填|2000000.01", "老城区|2000000.00",
      ])
  }

  /// 孙's referral nets to nothing; 李's is shared, the odd fen to the first named; 钱's referrer is
  /// that of his visit.
  @Test func referrersAreOnlyThoseOfReferrals() {
    #expect(
      ConcentrationTests.analysis.lines("concentration.referrers.table", "name amount") == [
        "田禾|2000000.00", "何田|1000000.01", "苏可|1000000.00",
      ])
  }

  @Test func fewHoldersMakeNoSentence() {
    #expect(
      ConcentrationTests.analysis.text("concentration.customers.finding") == "null too-few")
  }

  @Test func aTieAtTheCutIsNamed() throws {
    var hand = HandOffice()
    hand.file(
      .deals, "room name phone subscribed product subscribedTotal",
      """
      1 赵一 0001 2026-03-01 住宅 200.00
      2 钱二 0002 2026-03-01 住宅 200.00
      3 孙三 0003 2026-03-01 住宅 100.00
      4 李四 0004 2026-03-01 住宅 100.00
      5 周五 0005 2026-03-01 住宅 100.00
      """)
    let fact = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
      .fact(FigureKey("concentration.customers.top20-share"))
    #expect(fact.remarks.contains { $0.chinese.contains("并列") && $0.chinese.contains("赵一、钱二") })
  }

  @Test func namesAreMaskedUnlessAskedFor() {
    let office = ConcentrationTests.office().office(asOf: "2026-03-08")
    let zero = CalendarDay(number: 0)
    let analysis = Analysis(
      office: office,
      period: Period(
        .week, from: HandOffice.day("2026-03-02") ?? zero, to: HandOffice.day("2026-03-08") ?? zero)
    )
    #expect(analysis.lines("concentration.customers.table", "name") == ["赵*", "李*", "钱*"])
  }
}

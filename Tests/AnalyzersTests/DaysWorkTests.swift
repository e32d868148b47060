import Facts
import OfficeSupport
import Quantities
import Records
import Testing

@testable import Analyzers

/// Tasks, milestones, call-backs, objections and patrols.
@Suite struct DaysWorkTests {
  // MARK: Tasks

  private func tasks() -> HandOffice {
    var hand = HandOffice()
    hand.file(
      .tasks, "task staff due standard status urgent important",
      """
      甲 赵敏 2026-03-08 全部点亮 进行中 是 是
      乙 赵敏/林晓 2026-03-07 两份 未开始 否 是
      丙 赵敏_林晓 2026-03-09 两份 - 是 否
      丁 - 2026-03-10 两份 - 否 否
      戊 林晓 - 两份 - - -
      己 林晓 2026-03-06 - - 否 -
      庚 林晓 2026-03-08 两份 Done 是 是
      辛 林晓 2026-03-01 两份 已完成 是 是
      壬 林晓 2026-03-01 两份 已终止 是 是
      癸 林晓 2026-03-01 两份 取消 是 是
      """)
    return hand
  }

  @Test func openTasksStandByTheirDueDayThoseWithoutOneLast() {
    let analysis = Analysis.of(tasks(), .week, "2026-03-02", "2026-03-08")
    #expect(
      analysis.lines("tasks.open", "task due staff standard status") == [
        "己|2026-03-06|林晓|null not-recorded|null not-recorded",
        "乙|2026-03-07|赵敏、林晓|两份|未开始", "甲|2026-03-08|赵敏|全部点亮|进行中",
        "丙|2026-03-09|赵敏、林晓|两份|null not-recorded",
        "丁|2026-03-10|null not-recorded|两份|null not-recorded",
        "戊|null not-recorded|林晓|两份|null not-recorded",
      ])
    #expect(analysis.lines("tasks.today", "task") == ["甲"])
    #expect(analysis.lines("tasks.overdue", "task") == ["己", "乙"])
    #expect(analysis.rows("tasks.overdue") == "0:3 0:7")
  }

  @Test func aTaskNeedsExactlyOneOwnerADueDayAndAStandard() {
    let analysis = Analysis.of(tasks(), .week, "2026-03-02", "2026-03-08")
    #expect(analysis.lines("tasks.invalid", "task") == ["己", "乙", "丙", "丁", "戊"])
  }

  @Test(arguments: [
    ("礼品30份入库", true), ("缺失项补齐率９５％", true), ("一页纸", true), ("三家分销到场", true),
    ("十二月底前交到案场", true), ("未成交客户全部联系", true), ("无枯叶", true), ("按房号归档", true),
    ("与系统一致", true), ("All signed", true), ("no leaks", true), ("媒体、预算、预期来访", false),
    ("尽快办好", false), ("一定认真", false), ("notes in good order", false), ("大家满意", false),
  ])
  func aStandardNamesAQuantityOrWhatIsEitherSoOrNot(standard: String, isMeasurable: Bool) {
    #expect(MeasurableStandard.isMet(by: standard) == isMeasurable)
  }

  @Test func openTasksWithAVagueStandardAreListedApart() {
    var hand = HandOffice()
    hand.file(
      .tasks, "task staff due standard status",
      """
      甲 赵敏 2026-03-08 全部点亮 进行中
      乙 赵敏 2026-03-08 尽快办好 进行中
      丙 赵敏 2026-03-08 - 进行中
      丁 赵敏 2026-03-08 认真对待 完成
      """)
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(analysis.lines("tasks.vague", "task standard") == ["乙|尽快办好"])
    #expect(analysis.rows("tasks.vague") == "0:3")
  }

  @Test func whatIsDoneMustBeInspectedBySomebodyElse() {
    var hand = HandOffice()
    hand.file(
      .tasks, "task staff due standard status checker",
      """
      甲 赵敏 2026-03-08 两份 完成 林晓
      乙 赵敏 2026-03-08 两份 已完成 赵敏
      丙 赵敏 2026-03-07 两份 Done -
      丁 赵敏 2026-03-08 两份 进行中 -
      戊 赵敏 2026-03-08 两份 已终止 -
      """)
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(analysis.lines("tasks.unchecked", "task") == ["丙", "乙"])
  }

  @Test func openTasksFallIntoFourQuadrants() {
    let analysis = Analysis.of(tasks(), .week, "2026-03-02", "2026-03-08")
    #expect(
      analysis.lines("tasks.quadrant", "name count tasks") == [
        "重要且紧急|1|甲", "重要不紧急|1|乙", "紧急不重要|1|丙", "不紧急不重要|2|己；丁", "未填|1|戊",
      ])
  }

  @Test func theDayOfADailySheetIsTheSheetsOwnElseTheLastCountedDay() {
    let day = Analysis.of(tasks(), .day, "2026-03-09", "2026-03-09", asOf: "2026-03-08")
    #expect(day.lines("tasks.today", "task") == ["丙"])
    #expect(day.lines("tasks.overdue", "task") == ["己", "乙", "甲"])
    let week = Analysis.of(tasks(), .week, "2026-03-09", "2026-03-15", asOf: "2026-03-10")
    #expect(week.lines("tasks.today", "task") == ["丁"])
  }

  @Test func withoutATasksFileTheListsSaySo() {
    let analysis = Analysis.of(HandOffice(), .week, "2026-03-02", "2026-03-08")
    #expect(analysis.fact(FigureKey("tasks.open")).table?.absence?.code == "no-file")
  }

  // MARK: Milestones

  @Test func milestonesCountDownUntilTheyAreReached() {
    var hand = HandOffice()
    hand.file(
      .milestones, "name planned actual",
      """
      开盘 2026-03-20 -
      封顶 2026-03-01 -
      取证 2026-02-01 2026-02-03
      集中签约 2026-03-08 2026-03-09
      """)
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(
      analysis.lines("milestones.due", "name plan days") == [
        "封顶|2026-03-01|-7", "集中签约|2026-03-08|0", "开盘|2026-03-20|12",
      ])
  }

  // MARK: Call-backs

  private func contacts() -> HandOffice {
    var hand = HandOffice()
    hand.file(.calls, "date name phone staff level", "2026-02-20 王可 1009 赵敏 A+", name: "1.csv")
    hand.file(
      .visits, "date name phone staff level state",
      """
      2026-03-01 何田 1001 赵敏 A -
      2026-02-20 郑好 1002 林晓 B -
      2026-02-01 许诺 1003 林晓 C -
      2026-02-01 陈曦 1004 林晓 D -
      2026-02-01 沈秋 1005 林晓 A -
      2026-02-01 罗成 1006 赵敏 A -
      2026-02-01 孙亦 1007 赵敏 A -
      2026-02-25 金水 1008 赵敏 A -
      2026-02-24 田禾 1011 赵敏 A -
      2026-03-02 田禾 1011 陈默 A x
      2026-02-01 苏可 1012 赵敏 A -
      2026-02-24 苏可 1012 林晓 - -
      """, name: "2.csv")
    hand.file(
      .deals, "room name phone subscribed cancelled cancelKind product",
      """
      1-101 沈秋 1005 2026-02-03 - - 住宅
      1-102 罗成 1006 2026-02-03 2026-02-05 认购退房 住宅
      P-001 金水 1008 2026-02-26 - - 车位
      """, name: "3.csv")
    hand.file(
      .followups, "date phone staff connected level",
      """
      2026-03-05 1007 赵敏 是 -
      2026-03-05 1008 陈默 否 -
      2026-02-01 1010 赵敏 是 A
      """, name: "4.csv")
    return hand
  }

  @Test func customersAreDueByTheirLatestLevelAfterTheirLastContact() {
    let analysis = Analysis.of(contacts(), .week, "2026-03-02", "2026-03-08")
    // 1007 was reached on 03-05, 1005 holds a home, 1004 is D, 1010 is known from follow-ups only.
    // A parking space is no home; a special visit and a follow-up not connected are no contacts.
    // Of those overdue as long, the better grade stands first.
    #expect(
      analysis.lines("callbacks.due", "customer staff level last due overdue") == [
        "罗成|赵敏|A|2026-02-01|2026-02-08|28", "王可|赵敏|A+|2026-02-20|2026-02-27|9",
        "田禾|赵敏|A|2026-02-24|2026-03-03|5", "苏可|林晓|A|2026-02-24|2026-03-03|5",
        "许诺|林晓|C|2026-02-01|2026-03-03|5", "金水|陈默|A|2026-02-25|2026-03-04|4",
        "郑好|林晓|B|2026-02-20|2026-03-07|1", "何田|赵敏|A|2026-03-01|2026-03-08|0",
      ])
  }

  @Test func contactsStopAtAsOfButTheDayOfTheSheetDecidesWhatIsDue() {
    let analysis = Analysis.of(contacts(), .day, "2026-03-06", "2026-03-06", asOf: "2026-02-27")
    let lines = analysis.lines("callbacks.due", "customer last due")
    // The follow-up of 03-05 and the visit of 03-01 are not known yet.
    #expect(lines.contains("孙亦|2026-02-01|2026-02-08"))
    #expect(!lines.contains { $0.hasPrefix("何田") })
    #expect(!lines.contains { $0.hasPrefix("郑好") })
  }

  @Test func theDaysOfTheLevelsAreSettings() {
    var hand = contacts()
    hand.office.settings.callbackDays = (a: 8, b: 30, c: 36)
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(
      analysis.lines("callbacks.due", "customer due").filter {
        ["何田", "郑好", "许诺", "金水"].contains(String($0.prefix(2)))
      } == ["金水|2026-03-05"])
  }

  @Test func namesAreMaskedUnlessAskedFor() {
    let hand = contacts()
    let period = Period(
      .week, from: HandOffice.day("2026-03-02") ?? CalendarDay(number: 0),
      to: HandOffice.day("2026-03-08") ?? CalendarDay(number: 0))
    let analysis = Analysis(office: hand.office(asOf: "2026-03-08"), period: period)
    #expect(analysis.lines("callbacks.due", "customer phone").last == "何*|199****1001")
    let columns = Catalogue.all["callbacks.due"]?.columns ?? []
    #expect(columns.filter(\.isPersonal).map(\.key) == ["customer", "phone"])
  }

  // MARK: Objections

  @Test func objectionsCountOnceAVisitAndSayWhatIsAgreed() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone objection",
      """
      2026-03-03 1001 价格/学区
      2026-03-03 1001 价格
      2026-03-04 1002 价格
      2026-03-05 1003 无
      2026-03-06 1004 -
      2026-02-06 1005 学区
      """)
    hand.file(.objections, "objection answer", "价格 先算总价\n学区 -")
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(
      analysis.lines("objections.top", "name count share answer") == [
        "价格|2|2/4|先算总价", "学区|1|1/4|尚无统一说辞",
      ])
    let rows = analysis.fact(FigureKey("objections.top")).table?.rows
    #expect(rows?.first?.lineage.rows.map(\.line) == [2, 3, 4, 2])
  }

  // MARK: Patrols

  private func patrols() -> HandOffice {
    var hand = HandOffice()
    hand.file(
      .patrols, "date section item full off",
      """
      2026-03-07 硬件 灯光 5 0
      2026-03-07 硬件 沙盘 10 3
      2026-03-07 软件 接待 10 -
      2026-03-08 软件 接待 10 2
      2026-03-08 硬件 沙盘 10 1
      2026-03-08 硬件 沙盘 10 1
      2026-03-01 软件 说辞 10 2
      2026-03-02 软件 说辞 10 0
      2026-03-01 软件 电话 10 2
      2026-03-09 软件 电话 10 2
      - 硬件 卫生 5 1
      """)
    return hand
  }

  @Test func aSectionScoresItsFullMarksLessThoseTakenOff() {
    let analysis = Analysis.of(patrols(), .week, "2026-03-02", "2026-03-08")
    #expect(
      analysis.lines("patrols.score", "section full off score") == [
        "硬件|40|6|34", "软件|30|2|28",
      ])
    // The week before: 说辞 and 电话 on 03-01, and the item without a day.
    #expect(
      analysis.lines("patrols.score@previous", "section full off score") == [
        "软件|20|4|16", "硬件|5|1|4",
      ])
    let total = analysis.fact(FigureKey("patrols.score")).table?.total
    #expect(total.map { $0.cells.dropFirst().map(Analysis.text) } == ["70", "8", "62"])
  }

  @Test func aFaultComesBackWhenItWasMarkedOnAnotherDay() {
    let week = Analysis.of(patrols(), .week, "2026-03-02", "2026-03-08")
    #expect(
      week.lines("patrols.repeat", "section item times first last off") == [
        "硬件|沙盘|2|2026-03-07|2026-03-08|5"
      ])
    let next = Analysis.of(patrols(), .week, "2026-03-09", "2026-03-15")
    #expect(next.lines("patrols.repeat", "item times") == ["电话|2"])
  }
}

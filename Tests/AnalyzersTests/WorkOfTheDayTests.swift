import Facts
import OfficeSupport
import Quantities
import Records
import Testing

@testable import Analyzers

/// Tasks, milestones, call-backs, objections and patrols of a day.
@Suite struct WorkOfTheDayTests {
  static func day(_ hand: HandOffice, asOf: String = "2026-03-08") -> Analysis {
    .of(hand, .day, "2026-03-08", "2026-03-08", asOf: asOf)
  }

  static func tasks() -> HandOffice {
    var hand = HandOffice()
    hand.file(
      .tasks, "task staff due standard status urgent important",
      """
      今日 林晓 2026-03-08 做完 进行中 是 是
      昨日 陈默 2026-03-07 做完 - 否 是
      已完 陈默 2026-03-07 做完 完成 是 是
      终止 - 2026-03-07 - 已终止 - -
      两人 林晓/陈默 2026-03-09 做完 - 是 否
      无人 - 2026-03-10 做完 - - -
      无期 林晓 - 做完 - 否 否
      无标 林晓 2026-03-08 - - - -
      """)
    return hand
  }

  @Test func tasksAreOpenUntilDoneOrGivenUp() {
    let analysis = WorkOfTheDayTests.day(WorkOfTheDayTests.tasks())
    #expect(analysis.lines("tasks.today", "task") == ["今日", "无标"])
    #expect(analysis.lines("tasks.overdue", "task") == ["昨日"])
    #expect(
      analysis.lines("tasks.open", "task") == ["昨日", "今日", "无标", "两人", "无人", "无期"])
    #expect(analysis.lines("tasks.invalid", "task") == ["无标", "两人", "无人", "无期"])
    #expect(
      analysis.lines("tasks.quadrant", "name count") == [
        "重要且紧急|1", "重要不紧急|1", "紧急不重要|1", "不紧急不重要|1", "未填|2",
      ])
  }

  /// The sheet of a day is of that day, though the records end before it.
  @Test func aDaysSheetIsOfThatDay() {
    let analysis = WorkOfTheDayTests.day(WorkOfTheDayTests.tasks(), asOf: "2026-03-07")
    #expect(analysis.lines("tasks.today", "task") == ["今日", "无标"])
  }

  @Test func milestonesCountDownAndMissedOnesAreNegative() {
    var hand = HandOffice()
    hand.file(
      .milestones, "name planned actual",
      """
      交付 2026-03-18 -
      封顶 2026-03-01 -
      开放 2026-03-02 2026-03-02
      """)
    #expect(
      WorkOfTheDayTests.day(hand).lines("milestones.due", "name days") == ["封顶|-7", "交付|10"])
  }

  static func callbacks() -> HandOffice {
    var hand = HandOffice()
    hand.file(
      .calls, "date phone name level staff",
      """
      2026-02-20 0001 甲一 A 林晓
      2026-02-01 0002 乙二 B 林晓
      2026-03-01 0003 丙三 A 陈默
      2026-01-01 0004 丁四 C 陈默
      2026-01-01 0005 戊五 D 陈默
      2026-01-01 0006 己六 A 陈默
      2026-01-01 0007 庚七 - 陈默
      """)
    hand.file(
      .visits, "date phone name level staff", "2026-02-21 0002 乙二 - 陈默\n2026-02-22 0004 丁四 A 林晓")
    hand.file(
      .followups, "date phone name level staff connected",
      """
      2026-03-05 0001 甲一 B 林晓 否
      2026-03-06 0004 丁四 - 林晓 是
      2026-03-01 0099 路人 A 林晓 是
      """)
    hand.file(
      .deals, "room name phone subscribed product", "1-1 己六 0006 2026-01-05 住宅")
    return hand
  }

  /// 甲 is B since the follow-up that did not connect, so last met 02-20, due 03-07; 乙 B, last met
  /// 02-21, due 03-08; 丙 A, due 03-08; 丁 was reached on 03-06; 戊 is D, 己 bought, 庚 has no level,
  /// and who is known by a follow-up only is no customer.
  @Test func callBacksAreDueByLevelAndLastContact() {
    #expect(
      WorkOfTheDayTests.day(WorkOfTheDayTests.callbacks()).lines(
        "callbacks.due", "customer level last due overdue staff") == [
          "甲一|B|2026-02-20|2026-03-07|1|林晓", "丙三|A|2026-03-01|2026-03-08|0|陈默",
          "乙二|B|2026-02-21|2026-03-08|0|陈默",
        ])
  }

  @Test func objectionsComeWithTheAgreedAnswer() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone name objection",
      """
      2026-03-08 0001 甲一 价格/学区
      2026-03-08 0002 乙二 价格
      2026-03-08 0003 丙三 无
      2026-03-08 0004 丁四 -
      """)
    hand.file(.objections, "objection answer", "价格 先算月供\n车位 一次说清")
    #expect(
      WorkOfTheDayTests.day(hand).lines("objections.top", "name count share answer") == [
        "价格|2|2/4|先算月供", "学区|1|1/4|尚无统一说辞",
      ])
  }

  @Test func patrolsAreScoredAndFaultsComeBack() {
    var hand = HandOffice()
    hand.file(
      .patrols, "date section item full off",
      """
      2026-03-01 硬件 灯光 5 2
      2026-03-08 硬件 灯光 5 1
      2026-03-08 硬件 地面 5 1
      2026-03-08 软件 接待 10 0
      """)
    let analysis = WorkOfTheDayTests.day(hand)
    #expect(
      analysis.lines("patrols.score", "section full off score") == ["硬件|10|2|8", "软件|10|0|10"])
    #expect(
      analysis.lines("patrols.repeat", "item times first last off") == [
        "灯光|2|2026-03-01|2026-03-08|3"
      ])
  }
}

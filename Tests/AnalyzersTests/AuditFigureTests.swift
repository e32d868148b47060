import Analyzers
import Facts
import OfficeSupport
import Quantities
import Records
import Testing

/// Summaries of the entry audit, the balance of the files and the rejected rows.
@Suite struct AuditFigureTests {
  private func office() -> HandOffice {
    var hand = HandOffice()
    hand.file(
      .visits, "date name phone channel staff level created",
      """
      2026-02-25 何田 1001 抖音 赵敏 A 2026-02-25
      2026-03-03 何田 1001 抖音 林晓 - 2026-03-03
      2026-03-04 - 1002 - 赵敏/林晓 B 2026-03-06
      2026-03-05 - 1003 抖音 - B 2026-03-05
      """)
    hand.file(
      .deals, "room name phone subscribed cancelled cancelKind staff area",
      """
      1-101 何田 1001 2026-02-26 2026-03-05 换房 赵敏 90
      1-202 何田 1001 2026-03-05 - - 赵敏 100
      """)
    return hand
  }

  @Test func theSummaryCountsTheHitsOfEachRule() {
    let analysis = Analysis.of(office(), .week, "2026-03-02", "2026-03-08")
    // 缺项: level of row 3, name and channel of row 4, name and consultant of row 5.
    #expect(
      analysis.lines("audit.summary", "rule count") == [
        "缺项|5", "录入不及时|1", "换房|1", "换房或更名的后一笔|1", "撞单|1",
      ])
    let hits = analysis.fact(FigureKey("audit.hits")).table
    #expect(hits?.rows.count == 9)
    let summary = analysis.fact(FigureKey("audit.summary")).table
    #expect(summary?.total.map { Analysis.text($0.cells[1]) } == "9")
    #expect(analysis.rows("audit.summary") == analysis.rows("audit.hits"))
  }

  @Test func everyCorrectionHasAnOwnerAndADueDay() {
    let analysis = Analysis.of(office(), .week, "2026-03-02", "2026-03-08")
    // The swap and its successor only say how a row was read. Nobody is named for row 5.
    let lines = analysis.lines("audit.corrections", "line rule staff due")
    #expect(lines.count == 7)
    #expect(lines.allSatisfy { $0.hasSuffix("|2026-03-11") })
    #expect(lines.contains("3|缺项|林晓|2026-03-11"))
    #expect(lines.contains("4|录入不及时|赵敏、林晓|2026-03-11"))
    #expect(lines.filter { $0.hasPrefix("5|缺项|未分配|") }.count == 2)
    // Three days after the last counted day, where as-of cuts the period.
    let unfinished = Analysis.of(office(), .week, "2026-03-02", "2026-03-08", asOf: "2026-03-04")
    #expect(
      unfinished.lines("audit.corrections", "due").allSatisfy { $0 == "2026-03-07" })
  }

  @Test func peopleShareTheHitsOfTheirRowsAndTheSumIsTheWhole() {
    let analysis = Analysis.of(office(), .week, "2026-03-02", "2026-03-08")
    // Rows of the week: visits 3, 4, 5 and no deal (the first day of row 2 is in February; row 3 is
    // the successor and not counted). 林晓: level of row 3, 撞单, half of the three hits of row 4.
    #expect(
      analysis.lines("audit.by-staff", "name count errors rows complete-rate timely-rate") == [
        "林晓|7/2|7/2|3/2|11/2/15/2|1/3/2", "赵敏|7/2|3/2|1/2|3/2/5/2|0/1/2", "未分配|2|2|1|3/5|1/1",
      ])
    let table = analysis.fact(FigureKey("audit.by-staff")).table
    #expect(
      table?.total.map { $0.cells.dropFirst().map(Analysis.text) }
        == ["9", "7", "3", "10/15", "2/3"])
  }

  @Test func withoutFilesAndBeforeTheDataTheAuditSaysSo() {
    #expect(
      Analysis.of(HandOffice(), .week, "2026-03-02", "2026-03-08").text("audit.complete-rate")
        == "null no-file")
    let analysis = Analysis.of(office(), .week, "2026-02-23", "2026-03-01")
    #expect(analysis.text("audit.complete-rate@previous") == "null outside-data")
    let early = Analysis.of(office(), .week, "2026-03-09", "2026-03-15", asOf: "2026-03-08")
    #expect(early.text("audit.timely-rate") == "null not-begun")
  }

  // MARK: Data

  @Test func theRowsOfEveryFileAddUp() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone state",
      """
      2026-03-03 1001 -
      2026-03-03 1001 -
      2026-02-03 1002 -
      2026-03-09 1003 -
      - 1004 -
      2026-03-04 1005 x
      2026-03-04 1001 dup
      """, name: "a.csv")
    hand.file(
      .deals, "room phone subscribed signed cancelled status",
      """
      1-101 1001 2026-02-03 2026-03-04 - -
      1-102 1002 2026-02-03 - - -
      1-103 1003 2026-03-05 - - 小订
      """, name: "b.csv")
    hand.file(
      .followups, "date phone followDue", "- 1001 2026-03-04\n- 1002 2026-02-04", name: "c.csv")
    hand.file(.targets, "period measure", "2026-03 来访\n2026-04 来访", name: "d.csv")
    hand.office.sources.append(
      SourceFile(
        name: "e.csv", kind: nil, encoding: "UTF-8", checksum: "", headerLine: 0, titleLines: 0,
        balance: RowBalance()))
    hand.office.sources[0].balance.rows += 3
    hand.office.sources[0].balance.skipped = 1
    hand.office.sources[0].balance.rejected = 2
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    let columns = "name kind rows counted outside duplicates excluded skipped rejected"
    #expect(
      analysis.lines("data.balance", columns) == [
        "a.csv|来访|10|2|3|1|1|1|2", "b.csv|成交|3|1|1|0|1|0|0", "c.csv|回访|2|1|1|0|0|0|0",
        "d.csv|指标|2|2|0|0|0|0|0",
        "e.csv|未使用" + String(repeating: "|null not-applicable", count: 7),
      ])
    for row in (analysis.fact(FigureKey("data.balance")).table?.rows ?? []).prefix(4) {
      let numbers = row.cells.dropFirst(2).compactMap { $0.number?.numerator }
      #expect(numbers[0] == numbers.dropFirst().reduce(0, +))
    }
  }

  @Test func beforeThePeriodBeginsEveryDatedRowIsOutside() {
    var hand = HandOffice()
    hand.file(.calls, "date phone", "2026-03-03 1001\n2026-03-04 1002")
    let analysis = Analysis.of(hand, .week, "2026-03-09", "2026-03-15", asOf: "2026-03-08")
    #expect(analysis.lines("data.balance", "rows counted outside") == ["2|0|2"])
  }

  @Test func rejectedRowsAreListedWithTheirColumnAndReason() {
    var hand = HandOffice()
    hand.file(.calls, "date phone", "2026-03-03 1001", name: "a.csv")
    let bad = Words("不是日期", "not a date")
    hand.office.setAside = [
      SetAsideRow(
        source: SourceRow(file: 0, line: 5), cause: .rejected, code: "calls.bad-date", reason: bad,
        column: "来电时间"),
      SetAsideRow(
        source: SourceRow(file: 0, line: 4), cause: .skipped, code: "blank-row",
        reason: Words("空行", "blank row")),
      SetAsideRow(
        source: SourceRow(file: 0, line: 3), cause: .rejected, code: "field-count",
        reason: Words("列数不符", "wrong number of fields")),
    ]
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(
      analysis.lines("data.rejects", "file line column reason") == [
        "a.csv|3|null not-applicable|列数不符", "a.csv|5|来电时间|不是日期",
      ])
    #expect(analysis.rows("data.rejects") == "0:3 0:5")
  }
}

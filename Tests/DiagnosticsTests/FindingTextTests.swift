import Diagnostics
import Testing

/// Findings as people and programs read them.
@Suite struct FindingTextTests {
  private let finding = Finding(
    .error, "visits.bad-date", ["found": "2026-13-02", "column": "来访时间"],
    at: Place(file: "visits.csv", line: 128, column: 23),
    excerpt: Excerpt(text: "张**,138****6021,2026-13-02,自然到访", start: 16, length: 10))

  @Test func aFindingIsPlaceSentenceSourceLineAndHint() {
    #expect(
      FindingText(chinese: false).text(of: finding) == """
        visits.csv:128:23: error: "2026-13-02" in column 来访时间 is not a date [visits.bad-date]
          128 | 张**,138****6021,2026-13-02,自然到访
              |                  ^^^^^^^^^^
          hint: write the day as 2026-12-02 or 2026/12/2

        """)
  }

  @Test func chineseFindingsHaveChineseWordsAndHints() {
    let text = FindingText(chinese: true).text(of: finding)
    #expect(text.hasPrefix("visits.csv:128:23: 错误：“来访时间”列的“2026-13-02”不是日期 [visits.bad-date]\n"))
    #expect(text.hasSuffix("  建议：请写成 2026-12-02 或 2026/12/2\n"))
  }

  @Test func jsonIsOneObjectALine() {
    let line = FindingJSON(chinese: false).line(
      of: Finding(
        .warning, "deals.unread.bad-yes-no", ["found": "a\"b\\\n", "column": "x"],
        at: Place(file: "d.csv", line: 2, column: 3)))
    #expect(
      line
        == #"{"severity":"warning","code":"deals.unread.bad-yes-no","message":"\"a\"b\\\n\" in column x is neither yes nor no; the cell counts as empty","file":"d.csv","line":2,"column":3,"value":"a\"b\\\n","hint":"write 是 or 否"}"#
        + "\n")
  }

  @Test(arguments: [
    ("张三", "张**"), ("郑好、郑安", "郑**、郑**"), ("Ann Lee", "A** L**"), ("", ""),
  ])
  func namesAreMasked(name: String, masked: String) {
    #expect(PersonalMask.name(name) == masked)
  }

  @Test(arguments: [
    ("19900006021", "199****6021"), ("0571-88888888", "0571-88****88"), ("无", "无"),
  ])
  func numbersAreMasked(phone: String, masked: String) {
    #expect(PersonalMask.phone(phone) == masked)
  }

  @Test func onlyMobileNumbersAreMaskedInText() {
    #expect(PersonalMask.text("电19900006021,总价1280000") == "电199****6021,总价1280000")
    #expect(PersonalMask.whole("张一、万三千、欧阳一 19900006021") == "张*、万**、欧阳* 199****6021")
    #expect(PersonalMask.whole("１９９００００６０２１") == "１９９****６０２１")
  }
}

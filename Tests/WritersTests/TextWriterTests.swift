import Documents
import Testing
import Writers

@Suite struct TextWriterTests {
  @Test func aWeekIsTwelveLines() {
    let text = String(decoding: TextWriter().write(Sample.weekly).bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.count <= 13 && lines.last == "")
    #expect(lines[0] == "【云溪里 销售周报】11月16日 — 11月22日（截至 2026-11-22）")
    #expect(lines[1] == "草稿：12 号楼 1801 在两份有效认购中出现")
    #expect(lines[2] == "来访 128 组，较上周 +11（+9.40%），本月 412/500，82.40%")
    #expect(lines[5] == "认购金额 3,390.10 万元，较上周 +989.20（+41.20%），本月 9,870.40/15,000.00，65.80%")
    #expect(lines[7] == "首访转化率 7.45%")
    #expect(lines[8].hasPrefix("本周来访 128 组，其中首访 94 组"))
  }

  @Test func moreAlertsAreCounted() {
    let text = String(decoding: TextWriter().write(Sample.competitors).bytes, as: UTF8.self)
    #expect(text.contains("两个（另有 1 项）\n"))
  }

  @Test func aLongDocumentStillHasTwelveLines() {
    var document = Sample.weekly
    document.blocks += (0..<40).map { .paragraph([.text("第 \($0) 段\n续\r\n\t行")]) }
    let lines = String(decoding: TextWriter().write(document).bytes, as: UTF8.self)
      .split(separator: "\n")
    #expect(lines.count == 12)
  }
}

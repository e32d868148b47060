import Diagnostics
import Facts
import Testing

@testable import Templates

/// A template with its expected findings written in: `⟨code|text⟩` is `text`, where a finding of
/// that code must stand.
struct MarkedTemplate {
  let text: String
  let expected: [String]

  init(_ marked: String) {
    var text = ""
    var expected: [String] = []
    var rest = marked[...]
    while let open = rest.firstIndex(of: "⟨") {
      text += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let bar = rest.firstIndex(of: "|"), let close = rest.firstIndex(of: "⟩") else { break }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      expected.append("\(lines.count):\((lines.last ?? "").count + 1) template.\(rest[..<bar])")
      text += rest[rest.index(after: bar)..<close]
      rest = rest[rest.index(after: close)...]
    }
    self.text = text + rest
    self.expected = expected
  }
}

@Suite struct TemplateCheckerTests {
  @Test(arguments: [
    "<p>⟨unknown-figure|⟩</p>".replacing(
      "⟨unknown-figure|⟩", with: "{⟨unknown-figure|visits.cuont⟩}"),
    "<p>来访 {visits.count} 组，\n  首访 {⟨unknown-figure|visit.first⟩} 组</p>",
    "<p>{⟨unknown-scope|visits.count@lastweek⟩}</p>",
    "<p>{⟨wrong-scope|stock.months@previous⟩} {stock.months@total}</p>",
    "<p>{⟨wrong-scope|stock.months:change⟩}</p>",
    "<p>{⟨wrong-scope|visits.count@month:change⟩}</p>",
    "<p>{⟨unknown-format|deals.amount:wann⟩} {⟨wrong-format|visits.count:wan⟩}</p>",
    "<p>{⟨wrong-format|visits.first-conversion:yuan⟩}</p>",
    "<p>{⟨wrong-shape|visits.by-channel⟩}</p>",
    "<p>{⟨unknown-figure|period.form⟩} {⟨wrong-format|project.name:wan⟩}</p>",
    "<p>⟨bad-brace|{⟩visits.count</p>",
    "<p>⟨bad-brace|{⟩} {{visits}}</p>",
    "<p>{⟨no-row|each.project⟩} {⟨no-row|row.task⟩}</p>",
    "⟨no-text|<p⟩/>",
    "<p>文字⟨wrong-place|<p⟩>里</p></p>",
    "⟨unknown-element|<tabel⟩ of=\"visits.by-channel\"/>",
    "⟨wrong-place|<item⟩>x</item>",
    "<table of=\"⟨unknown-figure|visits.by-chanel⟩\"/>",
    "<table of=\"⟨wrong-shape|visits.count⟩\"/>".replacing(
      "⟨wrong-shape|visits.count⟩", with: "visits.count"
    )
    .replacing("/>", with: " columns=\"this ⟨unknown-scope|weeks⟩ change\"/>"),
    "<table of=\"visits.by-channel\" columns=\"name ⟨unknown-column|cuont⟩ visits\"/>",
    "<table of=\"visits.by-channel\" columns=\"name amount:⟨|⟩yuan\"/>".replacing("⟨|⟩", with: ""),
    "<table of=\"visits.by-channel\" columns=\"name ⟨wrong-format|deals:wan⟩\"/>",
    "<table of=\"visits.by-channel\" columns=\"name ⟨unknown-scope|count@weeks⟩\"/>",
    "<table of=\"visits.by-channel\" ⟨unknown-attribute|limits⟩=\"8\"/>",
    "<table of=\"visits.by-channel\" limit=\"⟨bad-value|8x⟩\"/>",
    "<table of=\"visits.by-channel\" limit=\"⟨bad-value|0⟩\"/>",
    "<table of=\"visits.by-channel\" total=\"⟨bad-value|true⟩\"/>",
    "⟨missing-attribute|<table⟩/>",
    "<chart of=\"visits.by-channel\" kind=\"⟨bad-value|piechart⟩\"/>",
    "⟨missing-attribute|<chart⟩ of=\"visits.by-channel\"/>",
    "<metrics of=\"visits.count ⟨wrong-shape|visits.by-channel⟩\"/>",
    "<metrics of=\"visits.count stock.months\" compare=\"⟨wrong-scope|previous⟩\"/>",
    "<metrics of=\"visits.count\" compare=\"previous ⟨unknown-scope|monht⟩\"/>",
    "<section title=\"{⟨unknown-figure|visits.totl⟩}\" when=\"⟨unknown-figure|visit.count⟩\"><p>x</p></section>",
    "<section title=\"x\">⟨text-here|⟩</section>".replacing("⟨text-here|⟩", with: "<p>x</p>"),
    "<table of=\"⟨manager-only|staff.behind⟩\"/>",
    "<section title=\"x\" audience=\"manager\"><table of=\"staff.behind\"/></section>",
    "<section title=\"x\" each=\"competitors.summary\"><p>{each.project}{⟨unknown-column|each.pric⟩}</p></section>",
    "<list title=\"x\" of=\"tasks.today\"><item>{row.task}：{row.due:month-day}{⟨unknown-column|row.dew⟩}</item></list>",
    "<section title=\"{each.x}\" each=\"⟨unknown-figure|staff.rankin⟩\"><p>{each.name}</p></section>",
    "<list title=\"x\" of=\"⟨unknown-figure|tasks.tody⟩\"><item>{row.task}</item></list>",
    "<table of=\"tasks.today\" order=\"⟨bad-value|oldest⟩\"/>",
    "<table of=\"competitors.sold\" series=\"⟨unknown-column|projct⟩\"/>",
    "<note level=\"⟨bad-value|warn⟩\">x</note>",
    "<board of=\"stock.board\" value=\"first\"/>",
    "<board of=\"stock.board\" value=\"⟨unknown-column|frist⟩\"/>",
    "<include part=\"⟨no-part|../secret⟩\"/>",
    "<fill slot=\"next\" title=\"下周\" lines=\"⟨bad-value|400⟩\"/>",
    "<p xmlns=\"urn:other\">x</p>".replacing("<p", with: "⟨namespace|<p⟩"),
  ])
  func everyMistakeIsFoundWhereItStands(_ marked: String) {
    let template = MarkedTemplate(SmallOffice.report("\n" + marked + "\n"))
    let findings = SmallOffice.check(template.text).findings
    let found = findings.map { finding in
      "\(finding.place?.line ?? 0):\(finding.place?.column ?? 0) \(finding.code)"
    }
    #expect(Set(found) == Set(template.expected), "\(found)")
    let known = Set(Wording.templates.map(\.code))
    #expect(findings.allSatisfy { known.contains($0.code) })
  }

  @Test func allMistakesComeAtOnceAndNoTemplate() {
    let result = SmallOffice.check(
      SmallOffice.report(
        "<p>{visits.totl} {visits.count@weeks}</p><table of=\"a.b\" limt=\"1\"/><chrt/>"))
    #expect(result.template == nil)
    #expect(
      result.findings.map(\.code) == [
        "template.unknown-figure", "template.unknown-scope", "template.unknown-attribute",
        "template.unknown-figure", "template.unknown-element",
      ])
  }

  @Test func nearNamesAreOffered() {
    let findings = SmallOffice.check(SmallOffice.report("<p>{visits.cuont}</p><tabel/>")).findings
    #expect(findings.map { $0.facts["near"] } == ["visits.count, visits.first", "table"])
  }

  @Test func theExcerptMarksTheWord() {
    let text =
      "<report xmlns=\"urn:anchang:report:1\" name=\"t\" title=\"x\">\n<p>来访 {visits.totl} 组</p></report>"
    let finding = SmallOffice.check(text).findings.first
    #expect(finding?.place == Place(file: "t.xml", line: 2, column: 8))
    #expect(
      finding?.excerpt == Excerpt(text: "<p>来访 {visits.totl} 组</p></report>", start: 7, length: 11))
  }

  @Test func aReportNeedsItsOwnAttributes() {
    let findings = SmallOffice.check(
      "<report xmlns=\"urn:anchang:report:1\" period=\"fortnight\"/>"
    )
    .findings
    #expect(
      findings.map(\.code) == [
        "template.missing-attribute", "template.missing-attribute", "template.bad-value",
      ])
  }

  @Test func aDocumentMayBelongToTheLaunchDay() {
    func template(_ anchor: String) -> (template: Template?, findings: [Finding]) {
      SmallOffice.check(SmallOffice.report("<p>x</p>", attributes: "anchor=\"\(anchor)\""))
    }
    #expect(template("launch").template?.isOfLaunchDay == true)
    #expect(template("as-of").template?.isOfLaunchDay == false)
    #expect(template("lunch").findings.map { $0.facts["near"] } == ["launch"])
  }

  @Test(arguments: ["a b/../c", "../x", "", "a.b"]) func namesThatAreNoFileNamesAreRefused(
    _ name: String
  ) {
    let text = "<report xmlns=\"urn:anchang:report:1\" name=\"\(name)\" title=\"x\"/>"
    #expect(SmallOffice.check(text).findings.map(\.code) == ["template.bad-value"])
  }

  @Test func partsStandWhereTheyAreIncluded() {
    let part = "<part xmlns=\"urn:anchang:report:1\"><p>{visits.count}</p><p>二</p></part>"
    let result = SmallOffice.check(
      SmallOffice.report("<include part=\"a\"/><p>三</p>"), parts: ["a": part])
    #expect(result.findings.isEmpty)
    #expect(result.template?.blocks.count == 3)
  }

  @Test func mistakesInAPartNameItsFile() {
    let part = "<part xmlns=\"urn:anchang:report:1\">\n<p>{visits.totl}</p></part>"
    let result = SmallOffice.check(SmallOffice.report("<include part=\"a\"/>"), parts: ["a": part])
    #expect(result.findings.map(\.place) == [Place(file: "parts/a.xml", line: 2, column: 5)])
  }

  @Test func loopsOfPartsNameTheirPath() {
    func part(_ name: String) -> String {
      "<part xmlns=\"urn:anchang:report:1\"><include part=\"\(name)\"/></part>"
    }
    let result = SmallOffice.check(
      SmallOffice.report("<include part=\"a\"/>"), parts: ["a": part("b"), "b": part("a")])
    #expect(result.findings.map(\.code) == ["template.include-loop"])
    #expect(result.findings.first?.facts["path"] == "a → b → a")
  }

  @Test func partsThatMultiplyAreStopped() {
    var parts: [String: String] = [:]
    for level in 0..<8 {
      let inner = String(repeating: "<include part=\"p\(level + 1)\"/>", count: 10)
      parts["p\(level)"] = "<part xmlns=\"urn:anchang:report:1\">\(inner)</part>"
    }
    parts["p8"] = "<part xmlns=\"urn:anchang:report:1\"><p>x</p></part>"
    let result = SmallOffice.check(SmallOffice.report("<include part=\"p0\"/>"), parts: parts)
    #expect(result.findings.contains { $0.code == "template.too-many" })
    #expect(result.findings.count < 5)
  }
}

import Diagnostics
import TestSupport
import Testing

@testable import Templates

@Suite struct HostileTemplateTests {
  private func codes(_ text: String) -> [String] { SmallOffice.check(text).findings.map(\.code) }

  @Test(arguments: [
    "<!DOCTYPE report SYSTEM \"file:///etc/passwd\"><report xmlns=\"urn:anchang:report:1\"/>",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE r [<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]>\n<report>&x;</report>",
    "<!-- --><!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><r>&b;</r>",
    "<!DOCTYPE r",
  ])
  func documentTypesAreRefusedBeforeParsing(_ text: String) {
    #expect(codes(text) == ["template.document-type"])
  }

  @Test(arguments: [
    "<report xmlns=\"urn:anchang:report:1\" name=\"t\" title=\"x\"><p>&unknown;</p></report>",
    "<report xmlns=\"urn:anchang:report:1\" name=\"t\" title=\"x\"><p></report>",
    "<report", "plain text", "<a></a><b></b>", "<p>\u{1}</p>", "<a x=1/>", "<a x=\"1\" x=\"2\"/>",
  ])
  func brokenXMLIsOneFindingWithALine(_ text: String) {
    let findings = SmallOffice.check(text).findings
    #expect(findings.map(\.code) == ["template.not-xml"])
    #expect(findings.first?.place?.line == 1)
  }

  @Test func theLineOfBrokenXMLIsItsOwn() {
    let findings = SmallOffice.check("<report>\n<p>x</p>\n<p>&nope;</p>\n</report>").findings
    #expect(findings.first?.place?.line == 3)
  }

  @Test func emptyAndNonUTF8FilesAreSaid() {
    func codes(_ bytes: [UInt8]) -> [String] {
      TemplateChecker(catalogue: SmallOffice.catalogue, parts: MemoryParts(parts: [:]))
        .check(TemplateSource(file: "t.xml", bytes: bytes)).findings.map(\.code)
    }
    #expect(codes([]) == ["template.empty"])
    #expect(codes(Array("<a>".utf8) + [0xD5, 0xC5]) == ["template.encoding"])
    #expect(codes([0xFF, 0xFE, 0x3C, 0x00]) == ["template.encoding"])
    #expect(codes([UInt8](repeating: 0x20, count: (1 << 20) + 1)) == ["template.too-large"])
  }

  @Test func aDeclaredOtherEncodingDoesNotMoveThePlaces() {
    let text =
      "<?xml version=\"1.0\" encoding=\"GBK\"?><report xmlns=\"urn:anchang:report:1\" name=\"t\" title=\"来访{visits.totl}\"/>"
    let finding = SmallOffice.check(text).findings.first
    #expect(finding?.code == "template.unknown-figure")
  }

  @Test(arguments: [(62, true), (63, false), (250, false), (1000, false)])
  func nestingOver64IsRefused(levels: Int, isAllowed: Bool) {
    // The report is the first level, the paragraph the last.
    let text = SmallOffice.report(
      String(repeating: "<section title=\"x\">", count: levels) + "<p>x</p>"
        + String(repeating: "</section>", count: levels))
    let findings = SmallOffice.check(text).findings
    #expect(findings.isEmpty == isAllowed)
    if !isAllowed { #expect(findings.map(\.code) == ["template.too-deep"]) }
  }

  @Test(arguments: [
    ("title=\"\(String(repeating: "来", count: 2_000))\"", "template.long-attribute"),
    ("title=\"\(String(repeating: "x", count: 300_000))\"", "template.long-attribute"),
    ("title='\(String(repeating: "{{", count: 3_000))'", "template.long-attribute"),
    ((0..<33).map { "a\($0)=\"1\"" }.joined(separator: " "), "template.too-many-attributes"),
    ((0..<20_000).map { "a\($0)=\"1\"" }.joined(separator: " "), "template.too-many-attributes"),
  ])
  func hugeAttributesAreOneFindingInAShortLine(attributes: String, code: String) throws {
    let text = SmallOffice.report("<section \(attributes)><p>x</p></section>")
    let findings = SmallOffice.check(text).findings
    #expect(findings.map(\.code) == [code])
    #expect(try #require(findings.first?.excerpt).text.count < 200)
  }

  @Test func aLongLineIsCutOnBothSidesOfTheMistake() throws {
    let padding = String(repeating: "<p>云溪里</p>", count: 100)
    let text = SmallOffice.report(padding + "<p>{visits.totl}</p>" + padding)
    let finding = try #require(SmallOffice.check(text).findings.first)
    let excerpt = try #require(finding.excerpt)
    #expect(excerpt.text.count < 200 && excerpt.text.hasPrefix("…") && excerpt.text.hasSuffix("…"))
    #expect(excerpt.text.dropFirst(excerpt.start).hasPrefix("visits.totl"))
  }

  @Test func entitiesOfXMLItselfAndCommentsAreText() throws {
    let document = try SmallOffice().bind("<p>a &lt;b&gt; &amp; &#65;<!-- {x} --><?pi {y}?> c</p>")
    #expect(document.paragraphs == ["a <b> & A c"])
  }

  /// Bytes of a good template, changed, cut and doubled at random: always a template or findings.
  @Test(arguments: 1...6) func noBytesBringTheCheckerDown(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let good = Array(
      SmallOffice.report(
        "<section title=\"来访 {visits.count:change}\" each=\"competitors.summary\"><p>{each.price} "
          + "&amp; {deals.amount:wan}</p><!-- x --><table of=\"visits.by-channel\" "
          + "columns=\"name count@month\"/></section><![CDATA[ ]]>"
      ).utf8)
    let strange: [UInt8] = [
      0, 1, 0x22, 0x26, 0x27, 0x2F, 0x3C, 0x3E, 0x5B, 0x7B, 0x7D, 0x80, 0xE6, 0xFF,
    ]
    for _ in 0..<60 {
      var bytes = good
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[at] = strange.randomElement(using: &random) ?? 0
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + 5))
        case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 9)], at: at)
        default: bytes = Array(bytes.prefix(at + 1))
        }
        if bytes.isEmpty { bytes = [0x3C] }
      }
      let result = TemplateChecker(catalogue: SmallOffice.catalogue, parts: MemoryParts(parts: [:]))
        .check(TemplateSource(file: "t.xml", bytes: bytes))
      #expect((result.template == nil) == !result.findings.isEmpty)
    }
  }

  @Test func xIncludeIsAnUnknownElement() {
    let text = SmallOffice.report(
      "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/>")
    #expect(codes(text) == ["template.namespace"])
  }
}

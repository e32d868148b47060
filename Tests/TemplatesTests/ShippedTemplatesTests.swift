import Analyzers
import Diagnostics
import Facts
import Testing

@testable import Templates

@Suite struct ShippedTemplatesTests {
  /// Every document of the office, and no other.
  static let documents = [
    "appraisal", "audit", "callbacks", "competitors", "concentration", "customers", "daily",
    "evening", "launch", "launch-results", "market", "meeting", "monthly", "morning", "owners",
    "patrol", "placement", "planning", "proposal", "resolution", "targets", "weekly",
  ]

  /// Documents whose figures all exist.
  static let finished = documents

  @Test func everyDocumentHasItsTemplate() {
    #expect(ShippedTemplates.names == Self.documents)
  }

  @Test(arguments: documents) func theTemplateChecksAgainstTheCatalogue(_ name: String) {
    let result = ShippedTemplates.library.template(name, catalogue: .all)
    let wording = Wording(
      Dictionary(uniqueKeysWithValues: Wording.templates.map { ($0.code, $0.english) }))
    let serious = result.findings.filter { finding in
      Self.finished.contains(name)
        || !["template.unknown-figure", "template.unknown-column"].contains(finding.code)
    }
    let lines = serious.map { finding in
      "\(finding.place?.file.split(separator: "/").last ?? ""):\(finding.place?.line ?? 0): "
        + wording.sentence(of: finding)
    }
    #expect(serious.isEmpty, "\(lines.joined(separator: "\n"))")
  }

  @Test(arguments: finished) func theNameIsThatOfItsFile(_ name: String) throws {
    let result = ShippedTemplates.library.template(name, catalogue: .all)
    #expect(result.template?.name == name)
  }

  @Test func everyPartIsUsed() {
    let texts = ShippedTemplates.names.map { ShippedTemplates.text($0 + ".xml") }
    let parts = ShippedTemplates.library.partNames(besides: ShippedTemplates.folder + "/x.xml")
    for part in parts {
      #expect(texts.contains { $0.contains("part=\"\(part)\"") }, "\(part) is never included")
    }
  }
}

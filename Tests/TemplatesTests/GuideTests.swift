import Testing

@testable import Templates

/// The page for people who write templates, against what the checker knows.
@Suite struct GuideTests {
  private static let guide = ShippedTemplates.text("README.md")

  @Test func everyElementAndAttributeIsExplained() {
    for element in Vocabulary.blocks + [Vocabulary.report, Vocabulary.part, Vocabulary.item] {
      #expect(Self.guide.contains("`\(element.name)`"), "\(element.name)")
      for attribute in element.attributes {
        #expect(Self.guide.contains("`\(attribute)`"), "\(attribute)")
      }
    }
  }

  @Test func everyFactOfTheReportIsExplained() {
    for pseudo in PseudoFigure.allCases {
      #expect(Self.guide.contains("`{\(pseudo.rawValue)}`"), "\(pseudo.rawValue)")
    }
  }

  /// The page of documents has each one, with the picture that stands beside.
  @Test func everyDocumentHasItsPage() {
    let page = ShippedTemplates.text("DOCUMENTS.md")
    for name in ShippedTemplates.names {
      #expect(page.contains("`\(name)`"), "\(name)")
      #expect(page.contains("pictures/small/\(name).png"), "\(name)")
    }
  }
}

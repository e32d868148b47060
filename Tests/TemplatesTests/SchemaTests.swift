import CLibXML2
import Testing

@testable import Templates

/// `report.rng`, which editors use, against good and broken templates.
@Suite(.serialized) struct SchemaTests {
  private func isValid(_ text: String) throws -> Bool {
    let schema = ShippedTemplates.text("report.rng")
    let bytes = Array(schema.utf8CString)
    let parser = bytes.withUnsafeBufferPointer {
      xmlRelaxNGNewMemParserCtxt($0.baseAddress, Int32(schema.utf8.count))
    }
    let context = try #require(parser)
    defer { xmlRelaxNGFreeParserCtxt(context) }
    let grammar = try #require(xmlRelaxNGParse(context))
    defer { xmlRelaxNGFree(grammar) }
    let validation = try #require(xmlRelaxNGNewValidCtxt(grammar))
    defer { xmlRelaxNGFreeValidCtxt(validation) }
    xmlRelaxNGSetValidStructuredErrors(validation, { _, _ in }, nil)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
    let document = try #require(
      xmlReadMemory(text, Int32(text.utf8.count), nil, "UTF-8", Int32(options)))
    defer { xmlFreeDoc(document) }
    return xmlRelaxNGValidateDoc(validation, document) == 0
  }

  @Test(arguments: ShippedTemplates.names.map { $0 + ".xml" }) func everyTemplateIsValid(
    _ file: String
  ) throws {
    #expect(try isValid(ShippedTemplates.text(file)))
  }

  @Test func everyPartIsValid() throws {
    for part in ShippedTemplates.library.partNames(besides: ShippedTemplates.folder + "/x.xml") {
      #expect(try isValid(ShippedTemplates.text("parts/\(part).xml")), "\(part)")
    }
  }

  @Test(arguments: [
    "<tabel of=\"a.b\"/>", "<table/>", "<table of=\"a.b\" limit=\"x\"/>",
    "<table of=\"a.b\" limits=\"1\"/>", "<chart of=\"a.b\"/>", "<chart of=\"a.b\" kind=\"pie\"/>",
    "<fill slot=\"a\"/>", "<metrics of=\"\"/>", "<note level=\"loud\">x</note>", "<item>x</item>",
    "<list title=\"x\"><p>x</p></list>", "text", "<include part=\"../x\"/>",
    "<page-break>x</page-break>", "<section><p>x</p></section>",
    "<table of=\"a.b\" audience=\"everybody\"/>", "<table of=\"a.b\" order=\"oldest\"/>",
  ])
  func brokenTemplatesAreNot(_ blocks: String) throws {
    #expect(try !isValid(SmallOffice.report(blocks)))
    // The checker refuses the same.
    #expect(!SmallOffice.check(SmallOffice.report(blocks)).findings.isEmpty)
  }

  @Test func theSchemaKnowsEveryElementAndAttributeOfTheChecker() {
    let schema = ShippedTemplates.text("report.rng")
    for element in Vocabulary.blocks + [Vocabulary.report, Vocabulary.part, Vocabulary.item] {
      #expect(schema.contains("<element name=\"\(element.name)\">"), "\(element.name)")
      for attribute in element.attributes {
        #expect(schema.contains("<attribute name=\"\(attribute)\""), "\(attribute)")
      }
    }
  }
}

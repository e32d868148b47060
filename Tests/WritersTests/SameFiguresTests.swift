import Testing
import Writers

/// The HTML and the XML of a document hold the same figures with the same exact values.
@Suite struct SameFiguresTests {
  @Test(arguments: Sample.all.map(\.name))
  func bothFilesHoldTheSameFigures(name: String) throws {
    let document = try #require(Sample.all.first { $0.name == name }?.document)
    var faults: [String] = []
    let html = FigurePairs(
      html: Node.read(HTMLWriter(try ThemeFiles.theme).write(document).bytes, faults: &faults))
    let xml = FigurePairs(xml: Node.read(try XMLWriter().write(document).bytes, faults: &faults))
    #expect(faults.isEmpty)
    #expect(html.pairs.subtracting(xml.pairs).sorted() == [])
    #expect(xml.pairs.subtracting(html.pairs).sorted() == [])
    if name == "weekly" { #expect(html.pairs.count > 150) }
  }
}

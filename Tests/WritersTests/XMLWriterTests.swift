import Documents
import Quantities
import Testing
import Writers

@Suite struct XMLWriterTests {
  private let schema = ThemeFiles.bytes(ThemeFiles.folder + "report-output.rng")

  @Test(arguments: Sample.all.map(\.name))
  func everySampleFollowsTheSchema(name: String) throws {
    let document = try #require(Sample.all.first { $0.name == name }?.document)
    #expect(RelaxNG.isValid(try XMLWriter().write(document).bytes, schema: schema))
  }

  @Test func aWrongElementDoesNotFollowTheSchema() throws {
    let text = String(decoding: try XMLWriter().write(Sample.empty).bytes, as: UTF8.self)
    let wrong = text.split(separator: "<sources").joined(separator: "<invented/><sources")
    #expect(!RelaxNG.isValid(Array(wrong.utf8), schema: schema))
  }

  @Test func theRootNamesReportAndPeriod() throws {
    var faults: [String] = []
    let bytes = try XMLWriter().write(Sample.weekly).bytes
    let root = try #require(Node.read(bytes, faults: &faults).children.first)
    #expect(faults.isEmpty)
    #expect(root.name == "report")
    #expect(
      root.attributes.map { "\($0.name)=\($0.value)" } == [
        "xmlns=urn:anchang:report:1", "name=weekly", "lang=zh", "title=云溪里 销售周报", "project=云溪里",
        "from=2026-11-16", "to=2026-11-22", "as-of=2026-11-22", "unfinished=false",
      ])
  }

  @Test(arguments: [
    (Value.count(-3), "value=\"-3\" unit=\"组\""),
    (.money(Money(fen: 3_390_100_000)), "value=\"33901000.00\" unit=\"组\""),
    (.area(Area(hundredths: -5)), "value=\"-0.05\" unit=\"组\""),
    (.ratio(Ratio(3, over: 41)), "numerator=\"3\" denominator=\"41\" unit=\"组\""),
    (
      .ratio(Ratio(.money(Money(fen: 1)), over: .area(Area(hundredths: 250)))),
      "numerator=\"0.01\" denominator=\"2.50\" unit=\"组\""
    ),
    (
      .portion(Rational(5, over: 2) ?? .zero), "numerator=\"5\" denominator=\"2\" unit=\"组\""
    ),
    (.portion(Rational(4)), "value=\"4\" unit=\"组\""),
    (.day(CalendarDay(number: 0)), "value=\"1970-01-01\" unit=\"组\""),
    (.clock(1_525), "value=\"25:25\" unit=\"组\""),
    (.missing(.noTarget), "missing=\"no-target\" reason=\"未设指标\" unit=\"组\""),
  ])
  func valuesAreExact(value: Value, expected: String) throws {
    var document = Sample.empty
    document.blocks = [.paragraph([.value(Shown(value, unit: .parties, of: "a.b@month"))])]
    let text = String(decoding: try XMLWriter().write(document).bytes, as: UTF8.self)
    #expect(text.contains("<value of=\"a.b@month\" \(expected)>"))
  }

  @Test func partsOfOneHaveNoUnit() throws {
    var document = Sample.empty
    document.blocks = [.paragraph([.value(Sample.rate(7, 94))])]
    let text = String(decoding: try XMLWriter().write(document).bytes, as: UTF8.self)
    #expect(text.contains("<p><value numerator=\"7\" denominator=\"94\">7.45%</value></p>"))
  }

  @Test func aMetricTellsItsPreviousValueAndChange() throws {
    let text = String(decoding: try XMLWriter().write(Sample.weekly).bytes, as: UTF8.self)
    #expect(
      text.contains(
        "<metric label=\"来访\" of=\"visits.count\" value=\"128\" unit=\"组\" previous=\"117\" change=\"11/117\">128"
      ))
  }

  @Test func forbiddenCharactersBecomeTheReplacementAndAreCounted() throws {
    var document = Sample.empty
    document.blocks = [
      .paragraph([.text(Sample.forbidden)])
    ]
    let written = try XMLWriter().write(document)
    #expect(written.replacedCharacters == 7)
    let text = String(decoding: written.bytes, as: UTF8.self)
    #expect(
      text.contains("<p>a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}\u{FFFD}e\u{FFFD}f，g\u{FFFD}</p>"))
    #expect(RelaxNG.isValid(written.bytes, schema: schema))
  }

  @Test func attacksStayTextInEveryPosition() throws {
    let bytes = try XMLWriter().write(Sample.hostile(Sample.attack)).bytes
    var faults: [String] = []
    let root = Node.read(bytes, faults: &faults)
    #expect(faults.isEmpty)
    #expect(root.named("img").isEmpty)
    // Read back, the text is the text, in attributes and in contents.
    #expect(root.children[0]["project"] == Sample.attack)
    #expect(root.named("meaning").first?.text == Sample.attack)
    #expect(root.named("file").first?["name"] == Sample.attack)
    #expect(RelaxNG.isValid(bytes, schema: schema))
  }

  @Test func theSameDocumentGivesTheSameBytes() throws {
    #expect(
      try XMLWriter().write(Sample.weekly).bytes == XMLWriter().write(Sample.weekly).bytes)
  }
}

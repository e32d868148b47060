import Analyzers
import Documents
import Facts
import Quantities
import TestSupport
import Testing

@testable import Templates

/// Every shipped template over made-up facts of every shape: the document holds together whatever
/// the figures are.
@Suite struct AnyFactsTests {
  /// A value of a unit, now and then missing, zero or negative.
  private static func value(_ unit: Unit, _ random: inout SeededGenerator) -> Value {
    let number = Int.random(in: -3...40, using: &random)
    if number == 40 { return .missing(.zeroDenominator) }
    if number == 39 { return .missing(.noFile(Words("回款", "receipts"))) }
    return switch unit {
    case .money: .money(Money(fen: Int64(number) * 123_456))
    case .area: .area(Area(hundredths: Int64(max(0, number)) * 9_876))
    case .rate, .share, .fineShare, .points, .perOne, .index, .gini, .score, .pricePerArea,
      .moneyPerItem:
      .ratio(Ratio(number, over: 40))
    case .day: .day(SmallOffice.day(2026, 11, 1) + number)
    case .clock: .clock(max(0, number) * 15)
    case .text: .text("词\(number)<b>&\"")
    case .none: number % 2 == 0 ? .text("文\(number)") : .count(number)
    default: number % 5 == 0 ? .portion(Rational(number)) : .count(number)
    }
  }

  private static func fact(_ definition: FigureDefinition, _ random: inout SeededGenerator) -> Fact
  {
    guard definition.shape != .scalar else { return Fact(value(definition.unit, &random)) }
    let count = Int.random(in: -1...12, using: &random)
    guard count >= 0 else {
      return Fact(FactTable(rows: [], absence: .noFile(Words("竞品", "competitors"))))
    }
    func row() -> FactTable.Row {
      FactTable.Row(definition.columns.map { value($0.unit, &random) })
    }
    let rows = (0..<count).map { _ in row() }
    return Fact(
      FactTable(
        rows: rows, total: count % 2 == 0 ? row() : nil, cases: count % 3 == 0 ? count : nil,
        isMultiple: count % 4 == 0))
  }

  private static func context(seed: UInt64, language: Language) -> BindingContext {
    let facts = Box()
    return BindingContext(
      catalogue: .all,
      fact: { key in
        if let fact = facts.known[key] { return fact }
        // Each figure has its own stream, so that order of asking does not matter.
        var random = SeededGenerator(
          seed: key.text.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) })
        var fact: Fact?
        if let definition = Catalogue.all[key.id] { fact = Self.fact(definition, &random) }
        facts.known[key] = fact
        return fact ?? Fact(.missing(.notApplicable))
      }, language: language, project: "云溪里",
      period: Period(
        .week, from: SmallOffice.day(2026, 11, 16), to: SmallOffice.day(2026, 11, 22)),
      asOf: SmallOffice.day(2026, 11, 20), words: words)
  }

  private static let words = ShippedTemplates.library.words().words

  private final class Box { var known: [FigureKey: Fact] = [:] }

  /// The template with whatever of it can be checked so far.
  private static func template(_ name: String) throws -> Template? {
    let source = try ShippedTemplates.library.source(name).get()
    var parsing = TemplateParsing(
      checker: TemplateChecker(catalogue: .all, parts: ShippedTemplates.library), source: source)
    return parsing.report(try TemplateReader.read(source).get())
  }

  @Test(arguments: ShippedTemplatesTests.documents, [Language.chinese, .english])
  func everyDocumentHoldsTogether(_ name: String, _ language: Language) throws {
    let found = try Self.template(name)
    let template = try #require(found)
    for seed in 1...3 as ClosedRange<UInt64> {
      let document = TemplateBinder(Self.context(seed: seed, language: language)).bind(template)
      #expect(!document.title.isEmpty && !document.blocks.isEmpty)
      for table in document.tables + document.charts.map(\.table) {
        let width = table.columns.count
        #expect(
          (table.rows + [table.total].compactMap { $0 }).allSatisfy { $0.cells.count == width })
        #expect(!table.emptyText.isEmpty)
        #expect(Set(table.columns.map(\.key)).count == width, "\(table.columns.map(\.key))")
      }
      for chart in document.charts {
        let keys = chart.table.columns.map(\.key)
        #expect(chart.values.allSatisfy(keys.contains))
        #expect(!chart.description.isEmpty)
      }
      // A section of rows of a figure that does not exist yet has no title either.
      if ShippedTemplatesTests.finished.contains(name) {
        #expect(document.titles.allSatisfy { !$0.isEmpty })
      }
      #expect(document.titles.allSatisfy { !$0.contains("{") })
      if language == .english {
        let chinese = document.titles.filter { title in
          title.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        }
        // Titles that name a row carry the row's own words.
        #expect(chinese.allSatisfy { $0.contains("词") }, "\(chinese)")
      }
    }
  }

  @Test(arguments: ShippedTemplatesTests.documents)
  func withoutAnyFileEveryDocumentIsStillWritten(_ name: String) throws {
    let found = try Self.template(name)
    let template = try #require(found)
    let document = TemplateBinder(SmallOffice().context).bind(template)
    #expect(!document.blocks.isEmpty)
    // Nothing is made up: no table, no headline figure stands without its facts.
    #expect(document.tables.allSatisfy { $0.rows.isEmpty })
  }
}

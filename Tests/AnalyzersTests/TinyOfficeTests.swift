import Analyzers
import Facts
import Foundation
import OfficeSupport
import Quantities
import Records
import Testing

/// Every figure of calls, visits, deals and receipts that fixtures/tiny/README.md works out by
/// hand.
@Suite struct TinyOfficeTests {
  struct Expectation: CustomTestStringConvertible {
    let id: String
    let scope: Scope
    let row: String
    let column: String
    let value: String
    let numerator: String
    let denominator: String

    var testDescription: String { "\(id)@\(scope.rawValue) \(row) \(column)" }
  }

  static let ours = [
    "calls.", "visits.", "deals.", "signed.", "cancelled.", "net.", "parking.", "receipts.",
  ]

  static let expectations: [Expectation] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../fixtures/tiny/expected.csv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 7, ours.contains(where: { cells[0].hasPrefix($0) }) else { return nil }
      return Expectation(
        id: cells[0], scope: Scope(rawValue: cells[1]) ?? .this, row: cells[2], column: cells[3],
        value: cells[4], numerator: cells[5], denominator: cells[6])
    }
  }()

  @Test func theExpectationsAreThere() { #expect(TinyOfficeTests.expectations.count > 90) }

  @Test(arguments: expectations)
  func holds(expectation: Expectation) throws {
    let analysis = Analysis(office: TinyOffice.make(), period: TinyOffice.week)
    let fact = analysis.fact(FigureKey(expectation.id, expectation.scope))
    var value = fact.value
    if let table = fact.table {
      let definition = try #require(Catalogue.all[expectation.id])
      let column = try #require(definition.columns.firstIndex { $0.key == expectation.column })
      let row = try #require(table.rows.first { Analysis.text($0.cells[0]) == expectation.row })
      value = row.cells[column]
    }
    if expectation.numerator.isEmpty {
      if case .ratio(let ratio) = value {
        #expect(ratio.quotient == number(expectation.value))
      } else {
        #expect(number(Analysis.text(value)) == number(expectation.value))
      }
    } else if case .ratio(let ratio) = value {
      #expect(ratio.numerator.number == number(expectation.numerator))
      #expect(ratio.denominator.number == number(expectation.denominator))
    } else {
      Issue.record("\(value) is no quotient")
    }
  }

  private func number(_ text: String) -> Rational? {
    let parts = text.split(separator: ".")
    guard let whole = Int128(text.filter { $0 != "." }) else { return nil }
    let decimals = parts.count > 1 ? parts[1].count : 0
    return Rational(whole, over: (0..<decimals).reduce(1) { power, _ in power * 10 })
  }

  @Test func everyDay() {
    let analysis = Analysis(office: TinyOffice.make(), period: TinyOffice.week)
    #expect(
      analysis.lines("visits.daily", "day calls visits first deals") == [
        "2026-03-02|2|0|0|0", "2026-03-03|1|1|1|1", "2026-03-04|1|1|1|0", "2026-03-05|1|1|0|1",
        "2026-03-06|1|2|2|1", "2026-03-07|1|2|1|1", "2026-03-08|1|2|2|1",
      ])
  }

  @Test func theRowsBehindAFigure() {
    let analysis = Analysis(office: TinyOffice.make(), period: TinyOffice.week)
    #expect(analysis.fact(FigureKey("visits.count")).lineage.rows.count == 10)
    #expect(analysis.rows("calls.effective") == "0:4 0:5 0:7 0:8 0:10 0:11")
    #expect(analysis.rows("cancelled.units") == "3:6 3:9")
    #expect(analysis.rows("receipts.amount") == "4:5 4:6 4:7 4:8 4:9 4:11 4:13")
  }

  @Test func theListsOfDeals() {
    let analysis = Analysis(
      office: TinyOffice.make(), period: TinyOffice.week, showsPersonal: true)
    let columns = "room customer staff subscribed signed due amount days"
    let open = [
      "1-201|何田|赵敏|2026-03-03|null not-recorded|2026-03-06|2310000.00|5",
      "1-302|陈曦|赵敏|2026-03-08|null not-recorded|2026-03-15|2362500.00|0",
    ]
    #expect(analysis.lines("deals.unsigned", columns) == open)
    #expect(
      analysis.lines("deals.overdue", columns) == [
        "1-201|何田|赵敏|2026-03-03|null not-recorded|2026-03-06|2310000.00|2"
      ])
    #expect(
      analysis.lines("deals.list", "room customer days") == [
        "1-201|何田|5", "2-101|金水|0", "1-401|孙亦|2", "1-202|郑好、郑安|1", "1-302|陈曦|0",
      ])
  }

  @Test func theSummaryOfDeals() {
    let analysis = Analysis(office: TinyOffice.make(), period: TinyOffice.week)
    #expect(
      analysis.lines("deals.summary", "name period previous month total") == [
        "认购套数|5|1|6|10", "认购金额|10595500.01|1820000.00|12415500.01|21400500.01",
        "签约套数|3|0|3|6", "签约金额|5860000.00|0.00|5860000.00|12980000.00",
        "退房套数|2|0|2|2", "退房金额|3713000.00|0.00|3713000.00|3713000.00",
        "净认购套数|3|1|4|8", "净认购金额|6882500.01|1820000.00|8702500.01|17687500.01",
        "回款|1738000.00|50000.00|1788000.00|2378000.00",
      ])
  }

  @Test func personalDataIsMaskedUnlessAskedFor() {
    let analysis = Analysis(office: TinyOffice.make(), period: TinyOffice.week)
    #expect(analysis.lines("deals.unsigned", "customer") == ["何*", "陈*"])
  }

  @Test func everyFigureAddsUp() {
    let analysis = Analysis(office: TinyOffice.make(), period: TinyOffice.week)
    for scope in [Scope.this, .previous, .month, .year, .total] {
      for definition in Catalogue.all.definitions
      where definition.id.contains(".by-") && definition.allows(scope) {
        guard let table = analysis.fact(FigureKey(definition.id, scope)).table, !table.isMultiple,
          let total = table.total
        else { continue }
        let sum = table.rows.reduce(Rational.zero) { $0 + ($1.cells[1].number ?? .zero) }
        #expect(sum == total.cells[1].number, "\(definition.id)@\(scope)")
        #expect(
          Set(table.rows.flatMap(\.lineage.rows))
            == Set(analysis.fact(FigureKey(definition.id, scope)).lineage.rows),
          "\(definition.id)@\(scope)")
      }
    }
  }
}

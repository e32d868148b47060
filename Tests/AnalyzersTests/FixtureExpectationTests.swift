import Analyzers
import Facts
import Foundation
import Loaders
import OfficeSupport
import Quantities
import Records
import Testing

/// Everything that `expected.csv` of a fixture works out by hand, read from its files as a user's
/// folder is.
@Suite struct FixtureExpectationTests {
  struct Expectation: CustomTestStringConvertible {
    let folder: String
    let id: String
    let scope: Scope
    let row: String
    let column: String
    let value: String
    let numerator: String
    let denominator: String

    var testDescription: String { "\(folder): \(id)@\(scope.rawValue) \(row) \(column)" }
  }

  static let folders = ["tiny", "launch/small", "competitors"]

  static func url(_ path: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../fixtures/" + path)
  }

  /// The week 2026-W10 of a fixture, as of its Sunday.
  static func analysis(_ folder: String) -> Analysis? {
    guard let from = HandOffice.day("2026-03-02"), let to = HandOffice.day("2026-03-08") else {
      return nil
    }
    var request = LoadRequest(data: url(folder).path, today: to)
    request.asOf = to
    guard let office = OfficeLoader.load(request).office else { return nil }
    return Analysis(
      office: office, period: Period(.week, from: from, to: to), showsPersonal: true)
  }

  static let expectations: [Expectation] = folders.flatMap { folder in
    let text =
      (try? String(contentsOf: url(folder + "/expected.csv"), encoding: .utf8)) ?? ""
    let lines: [Substring] = text.split(whereSeparator: \.isNewline)
    return lines.compactMap { line -> Expectation? in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 7, Catalogue.all[cells[0]] != nil else { return nil }
      return Expectation(
        folder: folder, id: cells[0], scope: Scope(rawValue: cells[1]) ?? .this, row: cells[2],
        column: cells[3], value: cells[4], numerator: cells[5], denominator: cells[6])
    }
  }

  @Test func theExpectationsAreThere() {
    #expect(FixtureExpectationTests.expectations.count > 300)
  }

  @Test(arguments: folders)
  func holds(folder: String) throws {
    let analysis = try #require(FixtureExpectationTests.analysis(folder))
    for expectation in FixtureExpectationTests.expectations where expectation.folder == folder {
      let found = try #require(value(expectation, analysis), "\(expectation)")
      let text = Analysis.text(found)
      if expectation.value == "null" {
        #expect(found.isMissing, "\(expectation): \(text)")
      } else if expectation.numerator.isEmpty {
        #expect(
          shown(found) == expectation.value || number(shown(found)) == number(expectation.value),
          "\(expectation): \(text)")
      } else {
        let top = try #require(number(expectation.numerator))
        let bottom = try #require(number(expectation.denominator))
        let quotient: Rational? =
          if case .ratio(let ratio) = found { ratio.quotient } else { found.number }
        #expect(quotient == top / bottom, "\(expectation): \(text)")
      }
    }
  }

  private func value(_ expectation: Expectation, _ analysis: Analysis) -> Value? {
    let fact = analysis.fact(FigureKey(expectation.id, expectation.scope))
    guard let table = fact.table else { return fact.value }
    let columns = Catalogue.all[expectation.id]?.columns ?? []
    guard let column = columns.firstIndex(where: { $0.key == expectation.column }),
      let row = table.rows.first(where: { shown($0.cells[0]) == expectation.row })
    else { return nil }
    return row.cells[column]
  }

  /// A value as the file writes it: times as 10:06.
  private func shown(_ value: Value) -> String {
    guard case .clock(let minutes) = value else { return Analysis.text(value) }
    return "\(minutes / 60):\(Digits.padded(minutes % 60, 2))"
  }

  private func number(_ text: String) -> Rational? {
    let parts = text.split(separator: "/").map { plain(String($0)) }
    if parts.count == 2, let top = parts[0], let bottom = parts[1] { return top / bottom }
    return parts.first ?? nil
  }

  private func plain(_ text: String) -> Rational? {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".").map(String.init)
    guard let whole = parts.first.flatMap({ Int128($0) }), parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return Rational(isNegative ? -whole : whole, over: 1) }
    guard let part = Int128(parts[1]) else { return nil }
    var scale: Int128 = 1
    for _ in parts[1] { scale *= 10 }
    let value = whole * scale + part
    return Rational(isNegative ? -value : value, over: scale)
  }
}

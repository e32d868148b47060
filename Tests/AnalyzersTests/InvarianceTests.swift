import Analyzers
import Facts
import OfficeSupport
import Quantities
import Records
import TestSupport
import Testing

/// What must not matter: the order of rows within a day's rules, how files are cut.
@Suite struct InvarianceTests {
  private struct Rows {
    var calls: [String] = []
    var visits: [String] = []
    var deals: [String] = []
    var receipts: [String] = []
  }

  /// An office of a seed; every customer has at most one row a day, so that no rule about the first
  /// row of a day can matter.
  private func rows(_ seed: UInt64) -> Rows {
    var generator = SeededGenerator(seed: seed)
    func pick(_ words: [String]) -> String { words.randomElement(using: &generator) ?? "-" }
    var rows = Rows()
    let channels = ["抖音", "分销", "老带新", "-"]
    for customer in 0..<30 {
      let phone = 1000 + customer
      for day in 1...14 where Int.random(in: 0..<5, using: &generator) == 0 {
        let date = "2026-03-" + (day < 10 ? "0\(day)" : "\(day)")
        rows.visits.append(
          "\(date) \(phone) \(pick(channels)) \(pick(["甲", "乙", "甲/乙", "-"])) \(pick(["价格", "地段/价格", "-"]))"
        )
        if Bool.random(using: &generator) {
          rows.calls.append("\(date) \(phone) \(pick(channels))")
        }
        if Int.random(in: 0..<6, using: &generator) == 0 {
          let total = Int.random(in: 90_000_000...310_000_000, using: &generator)
          let cents = total % 100 < 10 ? "0\(total % 100)" : "\(total % 100)"
          rows.deals.append(
            "\(day % 3 + 1)-\(customer * 20 + day) \(phone) \(date) \(total / 100).\(cents) \(pick(["甲", "乙/甲", "-"])) \(pick(channels))"
          )
          rows.receipts.append("\(date) \(day % 3 + 1)-\(customer * 20 + day) \(total / 1000)")
        }
      }
    }
    return rows
  }

  private func analysis(_ rows: Rows, cut: Bool) -> Analysis {
    var hand = HandOffice()
    func add(_ kind: RecordKind, _ header: String, _ lines: [String]) {
      let middle = cut ? lines.count / 2 : lines.count
      for part in [lines[..<middle], lines[middle...]] where !part.isEmpty {
        hand.file(kind, header, part.joined(separator: "\n"))
      }
    }
    add(.calls, "date phone channel", rows.calls)
    add(.visits, "date phone channel staff focus", rows.visits)
    add(.deals, "room phone subscribed subscribedTotal staff channel", rows.deals)
    add(.receipts, "date room amount", rows.receipts)
    return Analysis.of(hand, .week, "2026-03-02", "2026-03-08", asOf: "2026-03-14")
  }

  /// Every figure of every scope as text, but for lists, whose rows stand in the order of the files,
  /// and the balance of the files themselves.
  private func everything(_ analysis: Analysis) -> [String] {
    let definitions = Catalogue.all.definitions.filter {
      $0.shape != .list && $0.id != "data.balance"
    }
    return definitions.flatMap { definition in
      Scope.allCases.filter(definition.allows).map { scope in
        let fact = analysis.fact(FigureKey(definition.id, scope))
        let cells =
          fact.table.map { table in
            table.rows.map { $0.cells.map(Analysis.text).joined(separator: "|") }
              .joined(separator: "\n")
          } ?? Analysis.text(fact.value)
        return "\(definition.id)@\(scope.rawValue) \(cells) n=\(fact.lineage.rows.count)"
      }
    }
  }

  @Test(arguments: 1...6)
  func neitherTheOrderOfRowsNorTheCutOfFilesMatters(seed: UInt64) {
    var rows = rows(seed)
    let straight = everything(analysis(rows, cut: false))
    #expect(everything(analysis(rows, cut: true)) == straight)
    var generator = SeededGenerator(seed: seed &+ 100)
    rows.calls.shuffle(using: &generator)
    rows.visits.shuffle(using: &generator)
    rows.deals.shuffle(using: &generator)
    rows.receipts.shuffle(using: &generator)
    #expect(everything(analysis(rows, cut: false)) == straight)
    #expect(everything(analysis(rows, cut: true)) == straight)
  }

  @Test(arguments: 1...6)
  func partsAddUpToTheWhole(seed: UInt64) {
    let analysis = analysis(rows(seed), cut: false)
    func number(_ id: String, _ scope: Scope) -> Rational {
      analysis.value(id, scope).number ?? .zero
    }
    for scope in [Scope.this, .previous, .month, .total] {
      #expect(
        number("visits.first", scope) + number("visits.return", scope)
          == number("visits.count", scope))
      for unit in ["units", "amount", "area"] {
        #expect(
          number("deals.\(unit)", scope) - number("cancelled.\(unit)", scope)
            == number("net.\(unit)", scope))
      }
      for (id, whole) in [
        ("visits.by-channel", "visits.count"), ("visits.by-weekday", "visits.count"),
        ("calls.by-channel", "calls.count"), ("deals.by-staff", "deals.units"),
        ("deals.by-building", "deals.units"),
      ] {
        let table = analysis.fact(FigureKey(id, scope)).table
        let sum = table?.rows.reduce(Rational.zero) { $0 + ($1.cells[1].number ?? .zero) }
        #expect(sum == number(whole, scope), "\(id)@\(scope)")
      }
    }
  }

  @Test func everyFigureSaysWhatItIs() {
    var ids: Set<String> = []
    for definition in Catalogue.all.definitions {
      #expect(ids.insert(definition.id).inserted, "\(definition.id) twice")
      #expect(!definition.name.chinese.isEmpty && !definition.name.english.isEmpty)
      #expect(!definition.meaning.chinese.isEmpty && !definition.meaning.english.isEmpty)
      #expect(!definition.source.isEmpty, "\(definition.id)")
      #expect((definition.shape == .scalar) == definition.columns.isEmpty, "\(definition.id)")
      #expect(Set(definition.columns.map(\.key)).count == definition.columns.count)
    }
  }

  @Test(arguments: 1...3)
  func everyRowHasTheColumnsOfItsFigure(seed: UInt64) {
    let analysis = analysis(rows(seed), cut: false)
    for definition in Catalogue.all.definitions {
      guard let table = analysis.fact(FigureKey(definition.id)).table else { continue }
      for row in table.rows + [table.total].compactMap(\.self) {
        #expect(row.cells.count == definition.columns.count, "\(definition.id)")
      }
    }
  }
}

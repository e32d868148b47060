import Facts
import Quantities
import Synchronization
import Testing

@testable import Templates

/// Tables whose rows are made when somebody looks at them show what those made at once show, and few
/// of their rows are made.
@Suite struct LongTableTests {
  private static let curve = FigureDefinition(
    "concentration.customers.curve", Words("曲线", "Curve"), Words("", ""), unit: .fineShare,
    shape: .series,
    columns: [
      FigureColumn("rank", Words("序", "No."), .rank),
      FigureColumn("running-share", Words("累计占比", "Running share"), .fineShare),
    ], source: "")

  private static let list = FigureDefinition(
    "deals.list", Words("明细", "List"), Words("", ""), unit: .units, shape: .list,
    columns: [FigureColumn("room", Words("房号", "Room"), .text)], source: "")

  /// Running shares of 1, 1/2, 1/3 …: most of the sum stands at the beginning.
  private static func places(_ count: Int) -> [FactTable.Row] {
    let parts = (1...count).map { 100_000 / $0 }
    let whole = parts.reduce(0, +)
    var sum = 0
    return parts.enumerated().map { index, part in
      sum += part
      return FactTable.Row([.count(index + 1), .ratio(Ratio(sum, over: whole))])
    }
  }

  private final class Made: Sendable {
    let positions = Mutex(Set<Int>())
  }

  private static func late(_ rows: [FactTable.Row], _ made: Made) -> FactTable.Rows {
    FactTable.Rows(count: rows.count) { position in
      _ = made.positions.withLock { $0.insert(position) }
      return rows[position]
    }
  }

  @Test(arguments: [1, 4, 5, 59, 60, 61, 62, 500, 5000], [3, 5, 60])
  func aCurveIsThinnedTheSame(count: Int, limit: Int) throws {
    let rows = Self.places(count)
    let goal = try #require(Rational(4, over: 5))
    var atOnce = TableRows(Self.curve)
    atOnce.add(FactTable(rows: rows), .this, match: nil)
    let reached = rows.firstIndex { ($0.cells[1].number ?? .zero) >= goal }
    let places = atOnce.thin(to: limit, goal: reached)
    let made = Made()
    var oneByOne = TableRows(Self.curve)
    let others = oneByOne.addThinned(
      Self.late(rows, made), .this, running: 1, goal: goal, to: limit)
    #expect(others == places)
    #expect(oneByOne.rows.map(\.cells) == atOnce.rows.map(\.cells))
    #expect(oneByOne.leftOut == atOnce.leftOut)
    if count == 5000, limit > 3 { #expect(made.positions.withLock { $0.count } < 80) }
  }

  @Test(arguments: [0, 1, 9, 10, 11, 12, 300], [0, 1, 2])
  func aListIsCutTheSame(count: Int, unfilled: Int) {
    let rows = (0..<count).map { index in
      FactTable.Row([index < unfilled ? .words(Words("未填", "unfilled")) : .text("\(index)室")])
    }
    var atOnce = TableRows(Self.list)
    atOnce.add(FactTable(rows: rows), .this, match: nil)
    atOnce.limit(to: 10, keepsLast: false)
    let made = Made()
    var oneByOne = TableRows(Self.list)
    oneByOne.addFirst(10, of: Self.late(rows, made), .this)
    #expect(oneByOne.rows.map(\.cells) == atOnce.rows.map(\.cells))
    #expect(oneByOne.leftOut == atOnce.leftOut)
    #expect(made.positions.withLock { $0.count } <= 13)
  }
}

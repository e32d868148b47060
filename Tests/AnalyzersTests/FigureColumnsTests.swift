import Analyzers
import Facts
import Loaders
import Quantities
import Records
import Testing

/// Figures from files of which only the needed columns are read, against the same figures from all of
/// them.
@Suite struct FigureColumnsTests {
  private static func office(
    _ folder: String, _ fields: Set<Field>?
  ) throws -> (office: SalesOffice, unread: UnreadColumns) {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let today = try #require(CalendarDay(year: 2026, month: 11, day: 22))
    var request = LoadRequest(data: "/\(root)/fixtures/\(folder)", today: today)
    request.fields = fields
    let office = try #require(OfficeLoader.load(request).office)
    return (office, request.unread)
  }

  private static let scopes = [Scope.this, .previous, .month, .total]
  private static let ids = Catalogue.all.definitions.map(\.id).filter {
    FigureColumns.needed(by: [$0]) != nil
  }

  @Test func someFiguresNeedFewColumns() {
    #expect(Self.ids.count > 100)
    #expect(FigureColumns.needed(by: ["visits.count"]) == [])
    #expect(FigureColumns.needed(by: ["visits.count", "visits.by-age"]) == [.age])
    #expect(FigureColumns.needed(by: ["visits.count", "audit.hits"]) == nil)
  }

  @Test(arguments: ["tiny", "office-week"])
  func aFigureIsTheSameWhateverElseIsRead(folder: String) throws {
    let all = try Self.office(folder, nil)
    #expect(all.unread.missed.isEmpty)
    let period = Period(
      .week, from: try #require(CalendarDay(year: 2026, month: 11, day: 16)),
      to: try #require(CalendarDay(year: 2026, month: 11, day: 22)))
    let whole = Analysis(office: all.office, period: period)
    for (fields, ids) in Dictionary(grouping: Self.ids, by: { FigureColumns.needed(by: [$0]) }) {
      let few = try Self.office(folder, fields)
      let narrow = Analysis(office: few.office, period: period)
      for key in ids.flatMap({ id in Self.scopes.map { FigureKey(id, $0) } }) {
        let (one, other) = (narrow.fact(key), whole.fact(key))
        #expect(one.value == other.value, "\(key)")
        #expect(one.table?.rows.map(\.cells) == other.table?.rows.map(\.cells), "\(key)")
        #expect(one.lineage.rows == other.lineage.rows, "\(key)")
        #expect(one.remarks == other.remarks, "\(key)")
      }
      #expect(few.unread.missed.isEmpty, "\(ids) ask for \(few.unread.missed)")
    }
  }

  @Test func aColumnLeftUnreadIsFoundOutWhenSomebodyAsksForIt() throws {
    let (office, unread) = try Self.office("office-week", [])
    #expect(unread.missed.isEmpty)
    #expect(!office.visits.has(.district) && unread.missed == [.district])
    let asked = UnreadColumns()
    var table = RecordTable(.visits)
    table.leaveUnread(.district, asked)
    #expect(!table.has(.age) && table.symbols(.age).isEmpty && asked.missed.isEmpty)
    #expect(table.symbols(.district).isEmpty && asked.missed == [.district])
    let others = UnreadColumns()
    table.leaveUnread(.age, others)
    #expect(!table.has(.age) && others.missed == [.age])
  }
}

import Diagnostics
import Loaders
import Quantities
import Records
import Testing

/// Loading the fixtures of the repository: what a person can count in them.
@Suite struct FixtureLoadingTests {
  private static func load(_ folder: String) -> LoadResult {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return OfficeLoader.load(
      LoadRequest(data: "/\(root)/fixtures/\(folder)", today: CalendarDay(number: 20_800)))
  }

  @Test(arguments: [
    ("成交.csv", "deals", [12, 1, 0, 0, 0]), ("来电.csv", "calls", [12, 0, 1, 0, 0]),
    ("来访.csv", "visits", [12, 0, 0, 0, 1]), ("来访补录.csv", "visits", [2, 0, 0, 1, 0]),
    ("指标.csv", "targets", [12, 0, 0, 0, 0]), ("项目设置.csv", "project", [3, 0, 0, 0, 0]),
  ])
  func tinyFilesBalance(name: String, kind: String, balance: [Int]) throws {
    let office = try #require(Self.load("tiny").office)
    let source = try #require(office.sources.first { $0.name == name })
    #expect(source.kind?.rawValue == kind)
    let found = source.balance
    #expect(
      [found.rows, found.skipped, found.rejected, found.duplicates, found.excluded] == balance)
  }

  @Test func aFileOfNoKnownKindIsNamed() throws {
    let result = Self.load("tiny")
    let office = try #require(result.office)
    #expect(office.sources.contains { $0.name == "expected.csv" && $0.kind == nil })
    #expect(
      result.findings.contains { $0.code == "file.not-used" && $0.place?.file == "expected.csv" })
  }

  @Test func targetsTakeTheHeadersUnitOnlyForAmounts() throws {
    let office = try #require(Self.load("tiny").office)
    let targets = office[.targets]
    let values = (0..<targets.count).map { targets.number(.target, $0) ?? -1 }
    #expect(values.prefix(3) == [10, 4, 1_000_000_000])
  }

  @Test func everyFileOfTheYearIsUsedAndAddsUp() throws {
    let result = Self.load("office-week")
    let office = try #require(result.office)
    #expect(office.sources.allSatisfy { $0.kind != nil })
    for source in office.sources {
      let kept = office.tables.reduce(0) { sum, table in
        sum + table.file.count { office.sources[Int($0)].name == source.name }
      }
      #expect(
        source.balance.rows == source.balance.skipped + source.balance.rejected + kept,
        "\(source.name)")
    }
  }

  @Test func rejectsNameFileLineAndColumn() {
    let rejects = Self.load("tiny").rejects
    #expect(rejects.map(\.file) == ["来电.csv"])
    #expect(rejects.map(\.line) == [12])
    #expect(rejects.map(\.column) == ["来电时间"])
    #expect(rejects.map(\.code) == ["calls.bad-date"])
  }
}

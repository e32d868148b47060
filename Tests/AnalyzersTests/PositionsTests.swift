import Testing

@testable import Analyzers

@Suite struct PositionsTests {
  @Test func positionsKeepTheirOrderWithinTheirKey() {
    let positions = Positions(
      [(2, 10), (0, 11), (2, 12), (4, 13), (2, 9)], keyCount: 5)
    #expect(Array(positions[2]) == [10, 12, 9])
    #expect(Array(positions[0]) == [11])
    #expect(Array(positions[4]) == [13])
    for key in [-1, 1, 3, 5, 6] { #expect(positions[key].isEmpty) }
    #expect(Positions([], keyCount: 0)[0].isEmpty)
  }
}

import Quantities
import Testing

@Suite struct RoundingTests {
  @Test(arguments: [(1, 8, 1, "12.5%"), (25, 10, 0, "3"), (-25, 10, 0, "−3")])
  func halvesGoAwayFromZero(numerator: Int, denominator: Int, decimals: Int, text: String) throws {
    let value = try #require(Rational(Int128(numerator), over: Int128(denominator)))
    let format = Formatter(.chinese)
    let shown =
      decimals == 1 ? format.number(value, .percent1) : format.number(value, .integer)
    #expect(shown == text)
  }

  @Test func minusZeroNeverPrints() throws {
    let change = try #require(Rational(-3, over: 10_000))
    #expect(Formatter(.chinese).number(change, .percent1, signed: true) == "0.0%")
  }

  @Test func sharesAddToTheWholeWithTiesToTheUpperRow() {
    #expect(Rounding.largestRemainder(1000, weights: [1, 1, 1]) == [334, 333, 333])
    #expect(Rounding.largestRemainder(1000, weights: []) == [])
  }

  @Test func anOddFenGoesToTheFirstNamed() {
    #expect(Money(fen: 101).split(among: 2).map(\.fen) == [51, 50])
    #expect(Money(fen: -101).split(among: 2).map(\.fen) == [-50, -51])
    #expect(Money(fen: 100).split(among: 3).map(\.fen) == [34, 33, 33])
  }
}

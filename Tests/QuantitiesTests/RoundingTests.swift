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

  @Test(arguments: [
    (0, 0, "0"), (0, 2, "0.00"), (5, 2, "0.05"), (-5, 3, "-0.005"), (100, 2, "1.00"),
    (99_999, 2, "999.99"), (100_000, 2, "1,000.00"), (-123_456_789, 2, "-1,234,567.89"),
    (123_456, 0, "123,456"), (1_000_000, 0, "1,000,000"), (1_234, 1, "123.4"),
  ])
  func thousandsAreSetApart(scaled: Int, decimals: Int, text: String) {
    #expect(Digits.decimal(Int128(scaled), decimals: decimals, grouping: true) == text)
    let plain = text.filter { $0 != "," }
    #expect(Digits.decimal(Int128(scaled), decimals: decimals) == plain)
  }

  @Test func numbersBeyondAMachineWordKeepAllDigits() {
    let number = Int128(Int64.max) * 1_000
    #expect(
      Digits.decimal(number, decimals: 2, grouping: true) == "92,233,720,368,547,758,070.00")
    #expect(
      Digits.decimal(-number, decimals: 0, grouping: true) == "-9,223,372,036,854,775,807,000")
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

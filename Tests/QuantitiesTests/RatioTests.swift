import Quantities
import Testing

/// Quotients as programs read them.
@Suite struct RatioTests {
  static let half = Rational(1, over: 2) ?? .zero
  static let third = Rational(1, over: 3) ?? .zero

  @Test func fractionsInsideTheSidesAreCleared() {
    // 3/2 of 5 units is 3 of 10; 1/2 of 1/3 is 3 of 2.
    let threeHalves = Rational(3, over: 2) ?? .zero
    let shared = Ratio(.portion(threeHalves), over: .count(5))
    #expect(shared.cleared == Ratio(.portion(Rational(3)), over: .count(10)))
    let both = Ratio(.portion(RatioTests.half), over: .portion(RatioTests.third))
    #expect(both.cleared == Ratio(.portion(Rational(3)), over: .portion(Rational(2))))
    #expect(both.cleared.quotient == both.quotient)
  }

  @Test func amountsStayAmounts() {
    let perHalf = Ratio(.money(Money(fen: 1001)), over: .portion(RatioTests.half))
    #expect(perHalf.cleared == Ratio(.money(Money(fen: 2002)), over: .portion(Rational(1))))
  }

  @Test func wholeSidesAreNotReduced() {
    let plain = Ratio(.money(Money(fen: 200)), over: .area(Area(hundredths: 100)))
    #expect(plain.cleared == plain)
    #expect(Ratio(6, over: 9).cleared == Ratio(6, over: 9))
  }

  @Test func whatPasses64BitsStaysAsItIs() {
    let huge = Ratio(.portion(RatioTests.half), over: .count(Int.max))
    #expect(huge.cleared == huge)
  }
}

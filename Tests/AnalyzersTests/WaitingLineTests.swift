import Quantities
import Testing

@testable import Analyzers

/// Erlang's formula C against numbers worked out by hand and published ones.
@Suite struct WaitingLineTests {
  static func line(_ arrivals: Int, _ minutes: Int) -> WaitingLine {
    WaitingLine(arrivalsPerHour: Rational(arrivals), minutes: Rational(minutes))
  }

  /// λ 180 an hour, 2 minutes: a = 6, c = 8, 0.36 minutes.
  @Test func theCheckOfTheFieldComesOut() throws {
    let line = WaitingLineTests.line(180, 2)
    #expect(line.load == Rational(6))
    #expect(line.plannedDesks == 8)
    let wait = try #require(line.meanWait(desks: 8))
    #expect(wait.scaled(decimals: 2) == 36)
    // Seven desks: 61 % wait, 1.23 minutes; nine: 20 %, 0.13.
    #expect(try #require(line.probabilityOfWaiting(desks: 7)).scaled(decimals: 2) == 61)
    #expect(try #require(line.meanWait(desks: 7)).scaled(decimals: 2) == 123)
    #expect(try #require(line.probabilityOfWaiting(desks: 9)).scaled(decimals: 2) == 20)
    #expect(try #require(line.meanWait(desks: 9)).scaled(decimals: 2) == 13)
  }

  /// a = 2, c = 3: B = 1, 2/3, 2/5, 4/19, so C = 4/9 and the wait of 4 minutes' work 16/9.
  @Test func smallLinesAreExactFractions() {
    let line = WaitingLineTests.line(30, 4)
    #expect(line.probabilityOfWaiting(desks: 3) == Rational(4, over: 9))
    #expect(line.meanWait(desks: 3) == Rational(16, over: 9))
  }

  @Test func desksThatCannotKeepUpHaveNoWait() {
    let line = WaitingLineTests.line(180, 2)
    #expect(line.meanWait(desks: 6) == nil)
    #expect(line.meanWait(desks: 5) == nil)
  }

  @Test func nobodyComingWaitsNot() {
    let line = WaitingLineTests.line(0, 5)
    #expect(line.plannedDesks == 1)
    #expect(line.meanWait(desks: 1) == .zero)
  }

  /// One desk: C = ρ, wait = ρ·s/(1 − ρ) (M/M/1): λ 30, 1 minute: ρ = 1/2, wait 1 minute.
  @Test func oneDeskIsTheSimpleLine() {
    #expect(WaitingLineTests.line(30, 1).meanWait(desks: 1) == Rational(1))
  }

  /// Many desks are counted in binary fractions; they agree with the exact way where both work,
  /// and more desks never wait longer.
  @Test func manyDesksStayPlausible() throws {
    let line = WaitingLineTests.line(1200, 2)
    #expect(line.plannedDesks == 50)
    var last = try #require(line.meanWait(desks: 41))
    for desks in 42...60 {
      let wait = try #require(line.meanWait(desks: desks))
      #expect(wait <= last)
      last = wait
    }
  }
}

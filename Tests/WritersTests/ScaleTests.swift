import Quantities
import Testing

@testable import Writers

@Suite struct ScaleTests {
  private static let one = PlotValue.one

  /// Ends and steps worked out by hand: 1, 2, 2.5 (where it is whole) or 5 times a power of ten, at most four steps and one.
  @Test(arguments: [
    ([0, 33], true, 0, 40, 10), ([12, 29], true, 0, 30, 10), ([0, 0], true, 0, 1, 1),
    ([7], true, 0, 8, 2), ([0, 81], true, 0, 100, 25), ([0, 9], true, 0, 10, 5),
    ([-2, 7], true, -5, 10, 5), ([5, 5, 5], false, 4, 6, 1),
    ([36_800, 39_500], false, 36_000, 40_000, 1_000),
  ])
  func endsAreRoundNumbers(values: [Int], fromZero: Bool, low: Int, high: Int, step: Int) {
    let scale = Scale(
      values.map { Int128($0) * Self.one }, fromZero: fromZero, smallest: Self.one)
    #expect(scale.low == Int128(low) * Self.one)
    #expect(scale.high == Int128(high) * Self.one)
    #expect(scale.step == Int128(step) * Self.one)
  }

  @Test func positionsAreInProportionAndInside() {
    let scale = Scale([0, 40 * Self.one], fromZero: true)
    #expect(scale.position(0, 18_000) == 0)
    #expect(scale.position(10 * Self.one, 18_000) == 4_500)
    #expect(scale.position(40 * Self.one, 18_000) == 18_000)
    #expect(scale.position(99 * Self.one, 18_000) == 18_000)
    #expect(scale.position(-Self.one, 18_000) == 0)
  }

  @Test(arguments: [
    (Format.usual, 40_000_000, "40"), (.wan, 5_000_000_000_000, "500"), (.percent1, 250_000, "25%"),
    (.integer, 36_500_000_000, "36,500"), (.usual, -500_000, "−0.5"), (.usual, 0, "0"),
  ])
  func ticksReadLikeTheirValues(format: Format, tick: Int, label: String) {
    let scale = Scale([0, Int128(tick)], fromZero: true)
    #expect(scale.label(Int128(tick), format, Formatter(.chinese)) == label)
  }
}

@Suite struct TextWidthTests {
  @Test func hanCharactersAreOneEmAndDigitsAboutHalf() {
    #expect(TextWidth.of("来访", size: 12) == 2_400)
    #expect(TextWidth.of("12", size: 12) == 1_440)
    #expect(TextWidth.of("", size: 12) == 0)
  }

  @Test func aLongNameIsCutToItsRoom() {
    let name = String(repeating: "楼", count: 40)
    let cut = TextWidth.cut(name, to: 12_000, size: 12)
    #expect(cut == String(repeating: "楼", count: 9) + "…")
    #expect(TextWidth.of(cut, size: 12) <= 12_000)
    #expect(TextWidth.cut("短", to: 1_200, size: 12) == "短")
    #expect(TextWidth.cut("很长", to: 10, size: 12) == "…")
  }
}

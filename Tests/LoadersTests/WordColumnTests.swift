import Records
import TestSupport
import Testing

/// Columns of words in one byte a row, in two and in four, as what is in them needs, against plain arrays.
@Suite struct WordColumnTests {
  @Test(arguments: [100, 65_535, 65_536, 1_000_000] as [Int32])
  func aColumnHoldsItsNumbersWhateverTheirSize(largest: Int32) {
    var random = SeededGenerator(seed: UInt64(largest))
    var column = WordColumn<Symbol>()
    var plain: [Int32] = []
    for round in 0..<200 {
      // Large numbers come late, or not at all.
      let bound = round < 120 ? min(largest, 100) : largest
      let numbers = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        Int32.random(in: 0...bound, using: &random)
      }
      switch round % 3 {
      case 0:
        for number in numbers { column.append(Symbol(number: number)) }
        plain += numbers
      case 1:
        let slice = ([7] + numbers).dropFirst()
        column.append(numbers: slice)
        plain += numbers
      default:
        // Another lexicon's numbers, which stand for these.
        var other = WordColumn<Symbol>()
        for place in numbers.indices { other.append(Symbol(number: Int32(place + 1))) }
        column.append(other, numbered: [0] + numbers, upTo: numbers.max() ?? 0)
        plain += numbers
      }
    }
    #expect(column.map(\.number) == plain)
    #expect(column.indices.map { column[$0].number } == plain)
    column.truncate(to: 50)
    #expect(column.map(\.number) == Array(plain.prefix(50)))
  }

  @Test func aWideColumnOfAnotherLexiconMayFitIntoANarrowOne() {
    var other = WordColumn<WordList>()
    for number in [1, 70_000, 2] as [Int32] { other.append(WordList(number: number)) }
    var map = [Int32](repeating: 0, count: 70_001)
    (map[1], map[2], map[70_000]) = (5, 65_535, 9)
    var column = WordColumn<WordList>()
    column.append(other, numbered: map, upTo: 65_535)
    #expect(column.map(\.number) == [5, 9, 65_535])
    map[2] = 65_536
    column.append(other, numbered: map, upTo: 65_536)
    #expect(column.map(\.number) == [5, 9, 65_535, 5, 9, 65_536])
  }
}

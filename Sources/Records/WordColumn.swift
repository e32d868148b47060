/// A word or a list of words by its number in the lexicon.
package protocol LexiconNumber: Hashable, Sendable {
  init(number: Int32)
  var number: Int32 { get }
}

extension Symbol: LexiconNumber {}
extension WordList: LexiconNumber {}

/// A column of words, or of lists of words: two bytes a row while no number needs more, as in all
/// columns but those of rooms, ids and the like.
package struct WordColumn<Word: LexiconNumber>: RandomAccessCollection, Sendable {
  private var narrow: [UInt16] = []
  /// All numbers, once one of them needs more; `narrow` is empty then.
  private var wide: [Int32] = []
  private var isWide = false

  package init() {}

  package var startIndex: Int { 0 }
  package var endIndex: Int { isWide ? wide.count : narrow.count }

  package subscript(row: Int) -> Word {
    Word(number: isWide ? wide[row] : Int32(narrow[row]))
  }

  package mutating func append(_ word: Word) {
    if !isWide, word.number > UInt16.max { widen() }
    if isWide {
      wide.append(word.number)
    } else {
      narrow.append(UInt16(truncatingIfNeeded: word.number))
    }
  }

  /// Appends words by their numbers.
  package mutating func append(numbers: ArraySlice<Int32>) {
    var bits: Int32 = 0
    for number in numbers { bits |= number }
    if !isWide, bits > UInt16.max { widen() }
    if isWide {
      wide += numbers
    } else {
      narrow.append(numbers) { UInt16(truncatingIfNeeded: $0) }
    }
  }

  /// Appends the words of another column, whose numbers are those of another lexicon.
  ///
  /// - Parameters:
  ///   - map: the numbers of this lexicon for those of the other.
  ///   - largest: a bound of the numbers in the map.
  package mutating func append(_ other: WordColumn, numbered map: [Int32], upTo largest: Int32) {
    // Perhaps none of the large ones is in the column.
    if !isWide, largest > UInt16.max, other.contains(where: { map[Int($0.number)] > UInt16.max }) {
      widen()
    }
    switch (isWide, other.isWide) {
    case (false, false):
      narrow.append(other.narrow[...]) { UInt16(truncatingIfNeeded: map[Int($0)]) }
    case (false, true):
      narrow.append(other.wide[...]) { UInt16(truncatingIfNeeded: map[Int($0)]) }
    case (true, false): wide.append(other.narrow[...]) { map[Int($0)] }
    case (true, true): wide.append(other.wide[...]) { map[Int($0)] }
    }
  }

  /// Asks for memory for a long column of `count` rows in all.
  package mutating func reserveColumn(_ count: Int) {
    if isWide { wide.reserveColumn(count) } else { narrow.reserveColumn(count) }
  }

  /// Takes back all rows from `count` on.
  package mutating func truncate(to count: Int) {
    if narrow.count > count { narrow.removeLast(narrow.count - count) }
    if wide.count > count { wide.removeLast(wide.count - count) }
  }

  private mutating func widen() {
    wide = narrow.map(Int32.init)
    narrow = []
    isWide = true
  }
}

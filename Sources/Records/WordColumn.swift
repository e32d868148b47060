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
  private var numbers = NarrowNumbers<UInt16, Int32>()

  package init() {}

  package var startIndex: Int { 0 }
  package var endIndex: Int { numbers.count }

  package subscript(row: Int) -> Word { Word(number: numbers[row]) }

  package mutating func append(_ word: Word) { numbers.append(word.number) }

  /// Appends words by their numbers.
  package mutating func append(numbers new: ArraySlice<Int32>) {
    // As large as the largest of them, or larger, but no wider.
    let bound = new.reduce(0) { $0 | $1 }
    numbers.append(new, upTo: bound) { $0 }
  }

  /// Appends the words of another column, whose numbers are those of another lexicon.
  ///
  /// - Parameters:
  ///   - map: the numbers of this lexicon for those of the other.
  ///   - largest: a bound of the numbers in the map.
  package mutating func append(_ other: WordColumn, numbered map: [Int32], upTo largest: Int32) {
    // Perhaps none of the large ones is in the column.
    let limit = NarrowNumbers<UInt16, Int32>.narrowLimit
    let isLarge = largest > limit && other.contains { map[Int($0.number)] > limit }
    numbers.append(other.numbers, upTo: isLarge ? largest : limit) { map[Int($0)] }
  }

  /// Asks for memory for a long column of `count` rows in all.
  package mutating func reserveColumn(_ count: Int) { numbers.reserveColumn(count) }

  /// Takes back all rows from `count` on.
  package mutating func truncate(to count: Int) { numbers.truncate(to: count) }
}

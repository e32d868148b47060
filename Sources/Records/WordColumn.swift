/// A word or a list of words by its number in the lexicon.
package protocol LexiconNumber: Hashable, Sendable {
  init(number: Int32)
  var number: Int32 { get }
}

extension Symbol: LexiconNumber {}
extension WordList: LexiconNumber {}

/// A column of words, or of lists of words: a byte a row while there are few different ones, as in
/// most columns of an export, and two bytes while no number needs more.
package struct WordColumn<Word: LexiconNumber>: RandomAccessCollection, Sendable {
  private var few = FewNumbers()
  /// All numbers, once there are many different ones; `few` is empty then.
  private var many = NarrowNumbers<UInt16, Int32>()
  private var areFew: Bool
  /// Rows for which memory was asked.
  private var expected = 0

  /// - Parameter isShort: whether the column will have few rows: then nobody looks for how few
  ///   different words there are.
  package init(isShort: Bool = false) { areFew = !isShort }

  package var startIndex: Int { 0 }
  package var endIndex: Int { areFew ? few.count : many.count }

  package subscript(row: Int) -> Word { Word(number: areFew ? few[row] : many[row]) }

  package mutating func append(_ word: Word) {
    if areFew, few.append(CollectionOfOne(word.number), each: { $0 }) { return }
    giveUp()
    many.append(word.number)
  }

  /// Appends words by their numbers.
  package mutating func append(numbers new: ArraySlice<Int32>) {
    if areFew, few.append(new, each: { $0 }) { return }
    giveUp()
    many.append(new)
  }

  /// Appends the words of another column, whose numbers are those of another lexicon.
  ///
  /// - Parameters:
  ///   - map: the numbers of this lexicon for those of the other.
  ///   - largest: a bound of the numbers in the map.
  package mutating func append(_ other: WordColumn, numbered map: [Int32], upTo largest: Int32) {
    if areFew, appendFew(other, map) { return }
    giveUp()
    // Perhaps none of the large ones is in the column.
    let limit = NarrowNumbers<UInt16, Int32>.narrowLimit
    let isLarge = largest > limit && other.contains { map[Int($0.number)] > limit }
    let bound = isLarge ? largest : limit
    if other.areFew {
      many.append(other.few, upTo: bound) { map[Int($0)] }
    } else {
      many.append(other.many, upTo: bound) { map[Int($0)] }
    }
  }

  private mutating func appendFew(_ other: WordColumn, _ map: [Int32]) -> Bool {
    if other.areFew { return few.append(other.few) { map[Int($0)] } }
    if other.many.isWide { return few.append(other.many.wide) { map[Int($0)] } }
    return few.append(other.many.narrow) { map[Int($0)] }
  }

  /// Asks for memory for a long column of `count` rows in all.
  package mutating func reserveColumn(_ count: Int) {
    expected = count
    if areFew { few.reserveColumn(count) } else { many.reserveColumn(count) }
  }

  /// Takes back all rows from `count` on.
  package mutating func truncate(to count: Int) {
    few.truncate(to: count)
    many.truncate(to: count)
  }

  private mutating func giveUp() {
    guard areFew else { return }
    let bound = few.numbers.reduce(0) { $0 | $1 }
    many.reserveColumn(expected)
    many.append(few, upTo: bound) { $0 }
    few = FewNumbers()
    areFew = false
  }
}

/// A word of the office, interned: equal symbols are equal words. Zero is "nothing written".
package struct Symbol: Hashable, Comparable, Sendable {
  package var number: Int32

  package static var none: Symbol { Symbol(number: 0) }

  package init(number: Int32) { self.number = number }

  package var isNone: Bool { number == 0 }

  package static func == (left: Symbol, right: Symbol) -> Bool { left.number == right.number }

  /// Order of first appearance; for a readable order compare `Lexicon` texts.
  package static func < (left: Symbol, right: Symbol) -> Bool { left.number < right.number }
}

/// Several words of one cell, interned together. Zero is an empty cell.
package struct WordList: Hashable, Sendable {
  package var number: Int32

  package static var none: WordList { WordList(number: 0) }

  package init(number: Int32) { self.number = number }

  package var isNone: Bool { number == 0 }

  package static func == (left: WordList, right: WordList) -> Bool { left.number == right.number }
}

/// An amount of money in whole fen (1/100 yuan); negative for refunds.
package struct Money: Hashable, Comparable, Sendable {
  package var fen: Int64

  package static var zero: Money { Money(fen: 0) }

  package init(fen: Int64) { self.fen = fen }

  package static func == (left: Money, right: Money) -> Bool { left.fen == right.fen }
  package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
  package static func + (left: Money, right: Money) -> Money { Money(fen: left.fen + right.fen) }
  package static func - (left: Money, right: Money) -> Money { Money(fen: left.fen - right.fen) }
  package static prefix func - (value: Money) -> Money { Money(fen: -value.fen) }
  package static func += (left: inout Money, right: Money) { left.fen += right.fen }

  /// Equal parts for `people` that add up to the amount exactly: everybody gets the floor, the
  /// remaining fen go one each to the first ones.
  package func split(among people: Int) -> [Money] {
    guard people > 0 else { return [] }
    let count = Int64(people)
    let floor = fen >= 0 ? fen / count : -((-fen + count - 1) / count)
    let extra = Int(fen - floor * count)
    return (0..<people).map { Money(fen: floor + ($0 < extra ? 1 : 0)) }
  }
}

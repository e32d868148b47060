import Quantities

/// How unevenly amounts are spread over customers, channels …: the 20/80 figures of one list.
///
/// Field practice F30–F32; Gini G = 2Σ i·x_i / (nΣx) − (n+1)/n over ascending amounts. All
/// comparisons are exact; only positive amounts take part.
struct Concentration<Key: Sendable>: Sendable {
  /// One holder of an amount.
  struct Entry: Sendable {
    let key: Key
    let amount: Money

    init(_ key: Key, _ amount: Money) {
      self.key = key
      self.amount = amount
    }
  }

  /// A ≤ 80 % of the running share, B ≤ 95 %, C the rest.
  enum Class: String {
    case a = "A"
    case b = "B"
    case c = "C"
  }

  /// Largest first; equal amounts in the order given.
  let entries: [Entry]
  /// Σ of the first i + 1 amounts.
  let running: [Money]
  /// Entries left out because their net amount is zero or less.
  let leftOut: Int

  /// `entries` in the order of their keys: ties keep it.
  init(_ entries: [Entry]) {
    let positive = entries.filter { $0.amount > .zero }
    leftOut = entries.count - positive.count
    let order = positive.indices.sorted { a, b in
      positive[a].amount != positive[b].amount
        ? positive[a].amount > positive[b].amount : a < b
    }
    self.entries = order.map { positive[$0] }
    var sum = Money.zero
    running = self.entries.map { entry in
      sum += entry.amount
      return sum
    }
  }

  /// n.
  var count: Int { entries.count }
  /// Σ of all amounts.
  var total: Money { running.last ?? .zero }
  /// k = ⌈n/5⌉.
  var topCount: Int { (count + 4) / 5 }
  /// Σ of the k largest.
  var top: Money { topCount > 0 ? running[topCount - 1] : .zero }

  /// The smallest m whose m largest hold at least 80 %: Σ·5 ≥ total·4.
  var countForMost: Int {
    guard let index = running.firstIndex(where: { reaches($0, 4, of: 5) }) else { return 0 }
    return index + 1
  }

  /// G as the fraction it is counted in; nil without amounts.
  var gini: (numerator: Int128, denominator: Int128)? {
    guard count > 0 else { return nil }
    var weighted: Int128 = 0
    for (position, entry) in entries.enumerated() {
      weighted += Int128(count - position) * Int128(entry.amount.fen)
    }
    let (n, sum) = (Int128(count), Int128(total.fen))
    return (2 * weighted - (n + 1) * sum, n * sum)
  }

  /// Whether the last of the k largest and the first behind them hold the same amount.
  var isTiedAtCut: Bool {
    topCount > 0 && topCount < count && entries[topCount - 1].amount == entries[topCount].amount
  }

  /// Class of an entry by its running share.
  func classification(_ position: Int) -> Class {
    let sum = Int128(running[position].fen)
    let whole = Int128(total.fen)
    if sum * 5 <= whole * 4 { return .a }
    return sum * 20 <= whole * 19 ? .b : .c
  }

  private func reaches(_ sum: Money, _ parts: Int128, of whole: Int128) -> Bool {
    Int128(sum.fen) * whole >= Int128(total.fen) * parts
  }
}

/// Positions of people or things in order of a value: standard competition ranking, 1-2-2-4.
enum Ranks {
  /// The rank of each value, largest first, compared unrounded; nil stays without a rank.
  static func competition(_ values: [Rational?]) -> [Int?] {
    let sorted = values.compactMap { $0 }.sorted(by: >)
    return values.map { value in
      guard let value else { return nil }
      // The number of strictly larger values, found by halving.
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] > value { low = middle + 1 } else { high = middle }
      }
      return low + 1
    }
  }
}

extension Ratio.Side {
  /// A whole number as a side of a quotient, also where it passes a machine word.
  static func whole(_ number: Int128) -> Ratio.Side {
    if let count = Int(exactly: number) { return .count(count) }
    return .portion(Rational(number, over: 1) ?? .zero)
  }

  /// An exact number as a side: a count where it is whole.
  static func exact(_ number: Rational) -> Ratio.Side {
    number.isWhole ? .whole(number.numerator) : .portion(number)
  }
}

extension Value {
  /// An exact number of things: a count where it is whole.
  static func exact(_ number: Rational) -> Value {
    if number.isWhole, let count = Int(exactly: number.numerator) { return .count(count) }
    return .portion(number)
  }
}

import TestSupport
import Testing

@testable import Loaders

/// Rows of a share, against a plain look at every row.
@Suite struct SharesTests {
  @Test(arguments: [0, 1, 63, 64, 65, 1_000, 40_000, 150_001]) func everyShareHasItsRows(rows: Int)
  {
    var random = SeededGenerator(seed: UInt64(rows))
    let rule = Shares.Rule(rows: rows, most: 1_000)
    let all = (0..<rows).map { row -> UInt8 in
      switch row % 10 {
      case 0: Shares.Rule.none
      case 1 where rows > 50_000: Shares.Rule.every
      default: rule.share(of: random.next())
      }
    }
    var shares = Shares(rule)
    let first = rows / 3
    shares.append(first) { all[$0] }
    shares.append(rows - first) { all[first + $0] }
    for share in 0..<rule.count {
      var found: [Int] = []
      shares.forEach(of: share) { found += $0.map(Int.init) }
      let own = UInt8(share)
      #expect(found == all.indices.filter { all[$0] == own || all[$0] == Shares.Rule.every })
    }
  }
}

import Quantities

/// 竞品等级: the order in which rivals are read.
enum CompetitorTier {
  /// Core first, then secondary, then disturbing, then words of one's own and blanks.
  static func place(_ tier: Value) -> Int {
    guard case .text(let word) = tier else { return 4 }
    return ["核心", "次级", "干扰"].firstIndex(of: word) ?? 3
  }
}

import Quantities

extension Words {
  /// A row of what nobody wrote down: it stays in the denominator.
  static let unfilled = Words("未填", "unfilled")
  /// A row of what no consultant is named for.
  static let unassigned = Words("未分配", "unassigned")
  /// The total row's name.
  static let total = Words("合计", "Total")
}

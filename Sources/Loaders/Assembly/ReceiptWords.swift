/// Which payments are house money (房款): the words of the item column and of the voucher.
enum ReceiptWords {
  /// Items that pay for a home; each also with 退 before it.
  static let houseMoney: Set<String> = [
    "定金", "首付", "首付款", "首期", "楼款", "房款", "按揭", "按揭款", "商贷", "公积金", "分期款", "尾款", "补差款",
  ]

  /// Vouchers that do not stand.
  static let voids: Set<String> = ["作废", "已作废", "红冲", "无效"]

  /// Whether an item pays for a home; a blank one does, unknown words do not.
  static func isHouseMoney(_ item: String) -> Bool {
    if item.isEmpty || houseMoney.contains(item) { return true }
    return item.hasPrefix("退") && houseMoney.contains(String(item.dropFirst()))
  }
}

/// What a status or a kind of cancellation of a deals row says.
enum DealWord: Sendable {
  /// Nothing, or a word that says nothing about the stage.
  case none
  case subscription, signing, cancellation
  /// 换房: another room for the same customer.
  case swap
  /// 更名: another name for the same room.
  case renaming
  /// 作废: never was.
  case void
  /// 转签约: only the end of the reservation.
  case conversion
  /// 小订, 预留 …: no deal yet.
  case reservation

  /// Ends the deal, or changes it, rather than beginning one.
  var endsDeal: Bool {
    switch self {
    case .cancellation, .swap, .renaming, .void, .conversion: true
    case .none, .subscription, .signing, .reservation: false
    }
  }

  init(_ text: String) {
    self = DealWord.known[text] ?? .none
  }

  private static let known: [String: DealWord] = Dictionary(
    [
      (["认购", "已认购", "大定", "下定", "已下定"], DealWord.subscription),
      (["签约", "已签约", "网签", "已网签", "草签", "已草签", "已签"], .signing),
      (
        [
          "退房", "已退房", "退定", "退订", "挞定", "已挞定", "系统挞定", "认购退房", "签约退房", "认购退定", "认购挞定",
        ], .cancellation
      ),
      (["换房", "已换房", "认购换房", "签约换房"], .swap),
      (["更名", "已更名", "认购更名", "签约更名"], .renaming),
      (["作废", "已作废", "认购作废", "签约作废"], .void),
      (["转签约", "已转签约", "认购转签约"], .conversion),
      (["小订", "小定", "预留", "认筹", "已预留", "保留", "预约"], .reservation),
    ].flatMap { words, word in words.map { ($0, word) } }, uniquingKeysWith: { first, _ in first })
}

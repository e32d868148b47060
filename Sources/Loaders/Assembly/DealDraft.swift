import Records

/// A deal while its stages are being found.
struct DealDraft {
  /// Rows of the deals table that tell it, in the order in which they were met.
  var rows: [Int]
  var subscribed = Missing.day
  var signed = Missing.day
  var cancelled = Missing.day
  var subscribedRow: Int
  var signedRow: Int
  var cancelledRow: Int
  var isDirect = false
  /// A status of cancellation without a date of its own.
  var isCancelledByStatus = false
  var isVoid = false
  /// 换房 or 更名, `none` for all other deals.
  var change = DealWord.none
  /// Day of the change, `Missing.day` where none is written.
  var changeDay = Missing.day
  /// The change is told as an event of this deal; otherwise the row only carries the word.
  var isChangeSource = false
  /// Follows a changed deal and is not counted.
  var isSuccessor = false

  init(row: Int) {
    rows = [row]
    subscribedRow = row
    signedRow = row
    cancelledRow = row
  }

  /// The first row in the order of the files.
  var firstRow: Int { rows.min() ?? 0 }

  /// Has come to its end, so that a new stage of its room and buyer begins another deal.
  var hasEnded: Bool { cancelled != Missing.day || change != .none }

  /// Takes away stages after the last day that counts; false when none is left.
  mutating func cut(after day: Int32) -> Bool {
    if subscribed > day {
      subscribed = Missing.day
      isDirect = false
    }
    if signed > day { signed = Missing.day }
    if cancelled > day { cancelled = Missing.day }
    if changeDay > day {
      changeDay = Missing.day
      change = .none
    }
    return subscribed != Missing.day || signed != Missing.day || cancelled != Missing.day
  }
}

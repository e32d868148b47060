import Records

/// Deals from rows with a date for each stage: only dates count. 退房类型 speaks before 状态.
enum WideDeals {
  static func draft(_ row: Int, _ rows: DealRows) -> DealDraft {
    var draft = DealDraft(row: row)
    let (status, kind) = (rows.status(row), rows.cancelKind(row))
    if status == .void || kind == .void {
      draft.isVoid = true
      return draft
    }
    draft.subscribed = rows.subscribed(row)
    draft.signed = rows.signed(row)
    if draft.subscribed == Missing.day { draft.subscribed = rows.date(row) }
    if draft.subscribed == Missing.day, draft.signed != Missing.day {
      draft.subscribed = draft.signed
      draft.isDirect = true
    }
    let word = kind == .none ? status : kind
    if word == .swap || word == .renaming {
      draft.change = word
      draft.changeDay = rows.cancelled(row)
      draft.isChangeSource = kind == word || draft.changeDay != Missing.day
    } else if word != .conversion {
      draft.cancelled = rows.cancelled(row)
      let says = status == .cancellation || kind == .cancellation
      let latest = max(draft.subscribed, draft.signed)
      if draft.cancelled == Missing.day, says, latest != Missing.day {
        draft.cancelled = latest
        draft.isCancelledByStatus = true
      }
    }
    return draft
  }
}

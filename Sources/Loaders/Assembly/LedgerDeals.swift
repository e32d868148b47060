import Records

/// Deals from rows with one date: rows of the same room and buyer are the stages of one deal; only
/// the single row of a room stands for its subscription too.
enum LedgerDeals {
  /// The deals of all one-date rows, given in the order of the table: room by room in the order of
  /// their first rows. Rows without a room stand alone.
  static func drafts(_ all: [Int], _ rows: DealRows) -> [DealDraft] {
    var roomOfSymbol = [Int32](repeating: -1, count: rows.symbolCount)
    var ends: [Int] = []
    let rooms = all.map { row in
      let symbol = Int(rows.room(row).number)
      var room = symbol == 0 ? -1 : Int(roomOfSymbol[symbol])
      if room < 0 {
        room = ends.count
        ends.append(0)
        roomOfSymbol[symbol] = Int32(room)
      }
      ends[room] += 1
      return room
    }
    // From the number of each room's rows to where they begin, and by placing them to where they end.
    var total = 0
    for room in ends.indices {
      let count = ends[room]
      ends[room] = total
      total += count
    }
    var members = [Int](repeating: 0, count: all.count)
    for (row, room) in zip(all, rooms) {
      members[ends[room]] = row
      ends[room] += 1
    }
    var drafts: [DealDraft] = []
    drafts.reserveCapacity(all.count)
    var start = 0
    for end in ends {
      addRoom(of: members[start..<end], rows, to: &drafts)
      start = end
    }
    return drafts
  }

  private static func addRoom(
    of members: ArraySlice<Int>, _ rows: DealRows, to drafts: inout [DealDraft]
  ) {
    // As nearly all rooms are.
    if let row = members.first, members.count == 1 {
      drafts.append(single(row, isAlone: true, rows))
      return
    }
    let sorted = members.sorted {
      let (a, b) = (rows.date($0), rows.date($1))
      return a != b ? a < b : $0 < $1
    }
    var buyers: [[Int]] = []
    for row in sorted {
      if let known = buyers.firstIndex(where: { rows.sameBuyer($0[0], row) }) {
        buyers[known].append(row)
      } else {
        buyers.append([row])
      }
    }
    for own in buyers {
      if own.count == 1 {
        drafts.append(single(own[0], isAlone: false, rows))
      } else {
        drafts += stages(own, rows)
      }
    }
  }

  /// The deals that the rows of one room and buyer tell, in the order of their dates.
  private static func stages(_ members: [Int], _ rows: DealRows) -> [DealDraft] {
    var drafts: [DealDraft] = []
    var rest = members[...]
    while let first = rest.first {
      let day = rest.prefix { rows.date($0) == rows.date(first) }
      rest = rest.dropFirst(day.count)
      let isOpen = drafts.last.map { !$0.hasEnded && $0.subscribed != Missing.day } ?? false
      for row in isOpen ? Array(day) : salesFirst(day, rows) {
        let word = word(row, rows)
        if let last = drafts.last, !last.hasEnded || word.endsDeal {
          drafts[drafts.count - 1].rows.append(row)
        } else {
          drafts.append(DealDraft(row: row))
        }
        enter(row, word, isAlone: false, rows, &drafts[drafts.count - 1])
      }
    }
    for index in drafts.indices { subscribeDirect(&drafts[index]) }
    return drafts
  }

  /// The deal of the only row of its room and buyer; `isAlone` when the room has no other.
  private static func single(_ row: Int, isAlone: Bool, _ rows: DealRows) -> DealDraft {
    var draft = DealDraft(row: row)
    enter(row, word(row, rows), isAlone: isAlone, rows, &draft)
    subscribeDirect(&draft)
    return draft
  }

  /// A deal that was signed without a subscription counts as subscribed on that day.
  private static func subscribeDirect(_ draft: inout DealDraft) {
    guard draft.subscribed == Missing.day, draft.signed != Missing.day else { return }
    draft.subscribed = draft.signed
    draft.subscribedRow = draft.signedRow
    draft.isDirect = true
  }

  private static func word(_ row: Int, _ rows: DealRows) -> DealWord {
    let status = rows.status(row)
    return status == .none ? rows.cancelKind(row) : status
  }

  /// The rows of one day on which nothing was sold before: a sale comes before its cancellation,
  /// whatever the order of the lines.
  private static func salesFirst(_ day: ArraySlice<Int>, _ rows: DealRows) -> [Int] {
    func rank(_ row: Int) -> Int {
      switch word(row, rows) {
      case .none, .subscription, .reservation: 0
      case .signing: 1
      default: 2
      }
    }
    return day.sorted {
      let (a, b) = (rank($0), rank($1))
      return a != b ? a < b : $0 < $1
    }
  }

  private static func enter(
    _ row: Int, _ word: DealWord, isAlone: Bool, _ rows: DealRows, _ draft: inout DealDraft
  ) {
    let day = rows.date(row)
    let cancelled = rows.cancelled(row)
    switch word {
    case .void: draft.isVoid = true
    case .cancellation:
      if draft.cancelled == Missing.day {
        draft.cancelled = cancelled == Missing.day ? day : cancelled
        draft.cancelledRow = row
      }
      if isAlone { draft.subscribed = day }
    case .swap, .renaming:
      draft.change = word
      if isAlone || draft.subscribed == Missing.day {
        draft.subscribed = day
        draft.subscribedRow = row
        draft.changeDay = cancelled
        draft.isChangeSource = cancelled != Missing.day
      } else {
        draft.changeDay = cancelled == Missing.day ? day : cancelled
        draft.isChangeSource = true
      }
    case .conversion:
      if isAlone { draft.subscribed = day }
    case .signing:
      if draft.signed == Missing.day {
        draft.signed = day
        draft.signedRow = row
      }
      if isAlone { draft.subscribed = day }
    case .none, .subscription, .reservation:
      if draft.subscribed == Missing.day {
        draft.subscribed = day
        draft.subscribedRow = row
      }
    }
    if cancelled != Missing.day, !word.endsDeal, draft.cancelled == Missing.day {
      draft.cancelled = cancelled
      draft.cancelledRow = row
    }
  }
}

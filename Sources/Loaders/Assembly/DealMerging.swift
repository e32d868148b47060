import Records

/// The same deal in two files, advanced in between: the row of the later file stands.
enum DealMerging {
  private struct Event: Hashable {
    let room: Symbol
    let word: DealWord
    let day: Int32
  }

  /// Rows that a row of a later file replaces: same room, same subscription day (of one-date rows:
  /// same stage and day), same buyer. In the order of the table, each with its latest successor.
  static func replaced(_ rows: DealRows) -> [(row: Int, by: Int)] {
    guard let last = rows.table.file.last, rows.table.file.first != last else { return [] }
    var events: [Event: [Int]] = [:]
    var order: [Event] = []
    for row in 0..<rows.table.count
    where rows.table.state[row] != .duplicate && rows.customer(row) >= 0 {
      guard let event = event(row, rows) else { continue }
      if events[event] == nil { order.append(event) }
      events[event, default: []].append(row)
    }
    var replaced: [(row: Int, by: Int)] = []
    for event in order {
      guard let members = events[event], members.count > 1 else { continue }
      for row in members where rows.table.state[row] == .counts {
        let file = rows.table.file[row]
        let later = members.filter { rows.table.file[$0] > file && rows.sameBuyer(row, $0) }
        // Of the rows that replace it, the first of the latest file stands for them.
        if let last = later.map({ rows.table.file[$0] }).max(),
          let stands = later.first(where: { rows.table.file[$0] == last })
        {
          replaced.append((row, stands))
        }
      }
    }
    return replaced.sorted { $0.row < $1.row }
  }

  private static func event(_ row: Int, _ rows: DealRows) -> Event? {
    let room = rows.room(row)
    guard !room.isNone else { return nil }
    if rows.hasOneDate(row) {
      let status = rows.status(row)
      let word = status == .none ? rows.cancelKind(row) : status
      // The subscription row of a ledger tells the same event as a wide row.
      return Event(room: room, word: word == .none ? .subscription : word, day: rows.date(row))
    }
    let day = [rows.subscribed(row), rows.signed(row)].first { $0 != Missing.day }
    return day.map { Event(room: room, word: .subscription, day: $0) }
  }
}

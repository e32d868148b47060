import Documents
import Facts
import Quantities

/// Grids of rooms.
extension Binding {
  /// States in the order of a sales board's legend; others follow by code point.
  private static let order = [
    "可售", "保留", "认购", "签约", "已售", "未推", "热", "平", "冷", "available", "reserved",
    "subscribed", "signed", "sold", "not released", "hot", "even", "cold",
  ]

  mutating func board(_ spec: BoardSpec) -> Bound {
    guard let definition = context.catalogue[spec.figure.id] else {
      return .absent("", .notApplicable)
    }
    let title = spec.title.map(string) ?? definition.name[language]
    guard let table = context.fact(spec.figure).table else {
      return .absent(title, .notApplicable)
    }
    if let absence = table.absence { return .absent(title, absence) }

    var rooms: [Room] = []
    for row in table.rows {
      let at = RowAtHand(definition: definition, row: row)
      rooms.append(
        Room(
          building: text(at, spec.building), floor: text(at, spec.floor),
          room: text(at, spec.room), state: text(at, spec.state),
          shown: spec.value.map { cell(TableSpec.Column(key: $0), row.cells, definition) }))
    }
    let states = states(of: rooms)
    return .block(
      .board(
        Board(
          of: spec.figure.text, title: title,
          states: states.map { state in
            (word: state, count: rooms.filter { $0.state == state }.count)
          },
          buildings: buildings(rooms, states: states),
          emptyText: spec.empty.map(string) ?? Phrases.noRows[language])))
  }

  private struct Room {
    let building: String
    let floor: String
    let room: String
    let state: String
    let shown: Shown?

    /// The room's place on its floor: its number without the floor in front.
    var place: String {
      let number = room.split(separator: "-").last.map(String.init) ?? room
      guard number.hasPrefix(floor), number.count > floor.count else { return number }
      return String(number.dropFirst(floor.count))
    }
  }

  private func text(_ row: RowAtHand, _ key: String) -> String {
    guard let (value, column) = row.cell(key), !value.isMissing else { return "" }
    return Shown(value, unit: column.unit).text(formatter)
  }

  private func states(of rooms: [Room]) -> [String] {
    var found: [String] = []
    for room in rooms where !found.contains(room.state) { found.append(room.state) }
    func rank(_ state: String) -> Int { Self.order.firstIndex(of: state) ?? Self.order.count }
    return found.sorted { left, right in
      rank(left) != rank(right)
        ? rank(left) < rank(right)
        : left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    }
  }

  private func buildings(_ rooms: [Room], states: [String]) -> [Board.Building] {
    var names: [String] = []
    for room in rooms where !names.contains(room.building) { names.append(room.building) }
    return names.map { name in
      let own = rooms.filter { $0.building == name }
      let floors = unique(own.map(\.floor)).reversed()
      let places = unique(own.map(\.place))
      return Board.Building(
        name: name,
        floors: floors.map { floor in
          let cells = places.map { place in
            own.first { $0.floor == floor && $0.place == place }.map { room in
              Board.Cell(
                label: room.room, state: room.state,
                level: states.firstIndex(of: room.state) ?? 0, shown: room.shown)
            }
          }
          return (label: floor, cells: cells)
        })
    }
  }

  /// Each text once, numbers by value before other words by code point.
  private func unique(_ texts: [String]) -> [String] {
    Set(texts).sorted { left, right in
      switch (Int(left), Int(right)) {
      case (let a?, let b?) where a != b: a < b
      case (.some, nil): true
      case (nil, .some): false
      default: left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
      }
    }
  }
}

import Facts
import Quantities
import Records

/// 推售与意向: the homes of the launch, and which of them (or of which layout) the cards name.
struct LaunchSupply {
  /// One home of the launch with the cards that name it.
  struct Home {
    let row: Int
    let room: Symbol
    let layout: Symbol
    var first: [LaunchCards.Card] = []
    var second: [LaunchCards.Card] = []
  }

  /// The cards that wish for a layout, by room or by its name.
  struct Demand {
    let layout: Symbol
    var supply: [Int] = []
    var first: [LaunchCards.Card] = []
    var second: [LaunchCards.Card] = []

    /// First choices that the supply can serve.
    var expected: Int { min(first.count, supply.count) }
  }

  /// Hot, level or cold by first choices for each home.
  enum Heat {
    case hot, level, cold

    var words: Words {
      switch self {
      case .hot: Words("热", "hot")
      case .level: Words("平", "level")
      case .cold: Words("冷", "cold")
      }
    }
  }

  let homes: [Home]
  /// Layouts with a supply or a wish, largest supply first, then by name; a choice that names no
  /// known home or layout is a layout of its own.
  let layouts: [Demand]
  /// Why the homes are not those of the launch day, or that there are none; nil where they are.
  let remark: Words?
  private let office: SalesOffice
  private let wishes: [Int: (first: Symbol?, second: Symbol?)]

  init(_ analysis: Analysis) {
    let office = analysis.office
    self.office = office
    let units = office[.units]
    let stock = analysis.stock
    // Without a column of releases nothing tells the launch's homes from the others.
    let launch = units.has(.released) ? office.settings.launchDay : nil
    var list: [Home] = []
    var layoutOfRoom: [Symbol: Symbol] = [:]
    for unit in stock.units {
      let (room, layout) = (units.symbol(.room, unit.row), units.symbol(.layout, unit.row))
      layoutOfRoom[room] = layout
      let isIn = launch.map { units.day(.released, unit.row) == $0 } ?? !unit.isSold
      if isIn { list.append(Home(row: unit.row, room: room, layout: layout)) }
    }
    remark = LaunchSupply.remark(launch, office, isEmpty: list.isEmpty)
    var names: [String: Symbol] = [:]
    for layout in Set(layoutOfRoom.values) where !layout.isNone {
      names[office.lexicon[layout].uppercased()] = layout
    }
    var positions: [Symbol: Int] = [:]
    for (index, home) in list.enumerated() { positions[home.room] = index }
    // A choice is a room in any spelling, else a layout; a layout's name may hold 室 or 单元 itself.
    let rooms = Dictionary(
      layoutOfRoom.keys.map { (office.lexicon[$0], $0) }, uniquingKeysWith: { first, _ in first })
    func room(_ choice: Symbol) -> Symbol? { rooms[RoomSpelling.folded(office.lexicon[choice])] }
    var demand: [Symbol: Demand] = [:]
    for home in list {
      demand[home.layout, default: Demand(layout: home.layout)].supply.append(home.row)
    }
    var choices: [Int: (first: Symbol?, second: Symbol?)] = [:]
    let lexicon = office.lexicon
    for card in analysis.launchCards.valid {
      func layout(_ field: Field) -> Symbol? {
        let choice = office[.cards].symbol(field, card.row)
        guard !choice.isNone else { return nil }
        if let room = room(choice), let layout = layoutOfRoom[room] { return layout }
        return names[lexicon[choice].uppercased()] ?? choice
      }
      let wish = (first: layout(.unit1), second: layout(.unit2))
      choices[card.row] = wish
      if let first = wish.first {
        demand[first, default: Demand(layout: first)].first.append(card)
        if let room = room(office[.cards].symbol(.unit1, card.row)), let home = positions[room] {
          list[home].first.append(card)
        }
      }
      if let second = wish.second {
        demand[second, default: Demand(layout: second)].second.append(card)
        if let room = room(office[.cards].symbol(.unit2, card.row)), let home = positions[room] {
          list[home].second.append(card)
        }
      }
    }
    homes = list
    wishes = choices
    layouts = demand.values.sorted { a, b in
      let (x, y) = (a.supply.count, b.supply.count)
      if x != y { return x > y }
      return LaunchSupply.text(of: a.layout, lexicon) < LaunchSupply.text(of: b.layout, lexicon)
    }
  }

  private static func remark(
    _ launch: CalendarDay?, _ office: SalesOffice, isEmpty: Bool
  ) -> Words? {
    if let launch {
      return isEmpty
        ? Words("没有一套房源的推售日期是开盘日 \(launch)", "no home is released on the launch day \(launch)")
        : nil
    }
    return office.settings.launchDay == nil
      ? Words("未设开盘日期，按全部未售房源计", "no launch day set: all unsold homes count")
      : Words("房源没有推售日期列，按全部未售房源计", "the units have no day of release: all unsold homes count")
  }

  /// What a layout is called; 未填 for homes without one.
  static func name(of layout: Symbol, _ lexicon: Lexicon) -> Value {
    layout.isNone ? .words(.unfilled) : .text(lexicon[layout])
  }

  /// The text by which layouts are ordered.
  static func text(of layout: Symbol, _ lexicon: Lexicon) -> String {
    layout.isNone ? Words.unfilled.chinese : lexicon[layout]
  }

  /// The layouts of a card's two choices; nil where there is no choice.
  func wish(of card: LaunchCards.Card) -> (first: Symbol?, second: Symbol?) {
    wishes[card.row] ?? (nil, nil)
  }

  /// Heat by the office's threshold: hot from it on, level from one choice a home, else cold; nil
  /// without supply.
  func heat(first: Int, supply: Int) -> Heat? {
    guard let ratio = Rational(Int128(first), over: Int128(supply)) else { return nil }
    if ratio >= office.settings.heatThreshold { return .hot }
    return ratio >= Rational(1) ? .level : .cold
  }

  /// The source rows of homes of the units file.
  func lineage(units rows: [Int]) -> Lineage {
    let sources = rows.map { office[.units].source($0) }
    return Lineage { sources }
  }
}

extension Analysis {
  /// Supply and wishes of the launch.
  var launchSupply: LaunchSupply { shared("launch-supply") { LaunchSupply(self) } }
}

import Facts
import Quantities
import Records

/// 存货分表、保留房源、销控图和一房两卖.
enum StockTables {
  static let analyzers: [Analyzer] = [
    table("building", Words("楼栋", "Building")) { building($0, $1) },
    table("layout", Words("户型", "Layout")) { word(.layout, $0, $1) },
    table("product", Words("业态", "Product")) { word(.product, $0, $1) },
    reserved, board, soldTwice,
  ]

  private static func table(
    _ id: String, _ what: Words, key: @escaping @Sendable (SalesOffice, Int) -> String
  ) -> Analyzer {
    Analyzer(
      FigureDefinition(
        "stock.by-\(id)", Words("按\(what.chinese)存货", "Stock by \(what.english.lowercased())"),
        Words(
          "截至末日各\(what.chinese)的推售、已售、可售（含保留）套数和去化率，车位除外",
          "released, sold and available homes of each \(what.english.lowercased())"),
        unit: .units, shape: .table, scopes: .toDate,
        columns: [
          FigureColumn("name", what, .text),
          FigureColumn("released", Words("推售", "Released"), .units),
          FigureColumn("sold", Words("已售", "Sold"), .units),
          FigureColumn("available", Words("可售", "Available"), .units),
          FigureColumn("reserved", Words("其中保留", "Reserved"), .units),
          FigureColumn("sell-through", Words("去化率", "Sell-through"), .rate),
        ], source: "field practice: F22–F23, table form by building"),
      unless: { StockFigures.absence($0) }
    ) { analysis, _ in
      let stock = analysis.stock
      var groups: [String: [Stock.Home]] = [:]
      for home in stock.units where home.isBase || home.isReleased {
        groups[key(analysis.office, home.row), default: []].append(home)
      }
      let sorted = groups.map { ($0.key, $0.value, $0.value.filter(\.isReleased).count) }
        .sorted { $0.2 != $1.2 ? $0.2 > $1.2 : shown($0.0) < shown($1.0) }
      let rows = sorted.map { name, homes, _ in
        FactTable.Row(
          cells(name.isEmpty ? .words(.unfilled) : .text(name), homes),
          lineage: stock.lineage(homes))
      }
      let all = sorted.flatMap(\.1)
      return Fact(
        FactTable(
          rows: rows,
          total: FactTable.Row(cells(.words(.total), all), lineage: stock.lineage(all))),
        lineage: stock.lineage(all), remarks: stock.remark.map { [$0] } ?? [])
    }
  }

  private static func shown(_ name: String) -> String {
    name.isEmpty ? Words.unfilled.chinese : name
  }

  private static func cells(_ name: Value, _ homes: [Stock.Home]) -> [Value] {
    let sold = homes.filter(\.isSold).count
    return [
      name, .count(homes.filter(\.isReleased).count), .count(sold),
      .count(homes.filter(Stock.Group.available.contains).count),
      .count(homes.filter { $0.isReleased && $0.isReserved }.count),
      .ratio(Ratio(sold, over: homes.filter(\.isBase).count)),
    ]
  }

  private static func word(_ field: Field, _ office: SalesOffice, _ row: Int) -> String {
    office.lexicon[office[.units].symbol(field, row)]
  }

  /// The building column, else what stands before the first "-" of the room.
  static func building(_ office: SalesOffice, _ row: Int) -> String {
    let written = word(.building, office, row)
    guard written.isEmpty else { return written }
    let parts = word(.room, office, row).split(separator: "-")
    return parts.count > 1 ? String(parts[0]) : ""
  }

  /// How the units file spells buildings: of each room, and of the first part of rooms.
  static func buildings(
    _ office: SalesOffice
  ) -> (ofRoom: [Symbol: String], ofPart: [String: String]) {
    var (ofRoom, ofPart) = ([Symbol: String](), [String: String]())
    let table = office[.units]
    for row in 0..<table.count where table.state[row] == .counts {
      let room = table.symbol(.room, row)
      let name = building(office, row)
      guard !room.isNone, !name.isEmpty, ofRoom[room] == nil else { continue }
      ofRoom[room] = name
      let parts = office.lexicon[room].split(separator: "-")
      if parts.count > 1, ofPart[String(parts[0])] == nil { ofPart[String(parts[0])] = name }
    }
    return (ofRoom, ofPart)
  }

  static let reserved = Analyzer(
    FigureDefinition(
      "stock.reserved", Words("保留房源", "Reserved homes"),
      Words(
        "已推售、按导出状态保留或销控而未售的房源", "released homes held back by their exported status and not sold"),
      unit: .units, shape: .list, scopes: .toDate,
      columns: [
        FigureColumn("room", Words("房号", "Room"), .text),
        FigureColumn("product", Words("业态", "Product"), .text),
        FigureColumn("layout", Words("户型", "Layout"), .text),
        FigureColumn("area", Words("建筑面积", "Area"), .area),
        FigureColumn("amount", Words("表价总价", "List total"), .money),
        FigureColumn("status", Words("状态", "Status"), .text),
      ], source: "field practice: F23, reserved rooms as their own row"),
    unless: { StockFigures.absence($0) }
  ) { analysis, _ in
    let (stock, office) = (analysis.stock, analysis.office)
    let homes = stock.units.filter { $0.isReleased && $0.isReserved }
    let rows = homes.map { home in
      FactTable.Row(
        [
          .text(office.lexicon[home.room]), .typed(word(.product, office, home.row)),
          .typed(word(.layout, office, home.row)), areaCell(home),
          home.ownAmount.map { .money($0) } ?? .missing(.notRecorded),
          .typed(word(.status, office, home.row)),
        ], lineage: stock.lineage([home]))
    }
    return Fact(FactTable(rows: rows), lineage: stock.lineage(homes))
  }

  static let board = Analyzer(
    FigureDefinition(
      "stock.board", Words("销控图", "Sales board"),
      Words(
        "每套房源的楼栋、楼层、房号和截至末日的状态：签约、认购、可售、保留、未推",
        "every home by building and floor with its state on the last day"),
      unit: .units, shape: .grid, scopes: .toDate,
      columns: [
        FigureColumn("room", Words("房号", "Room"), .text),
        FigureColumn("building", Words("楼栋", "Building"), .text),
        FigureColumn("floor", Words("楼层", "Floor"), .none),
        FigureColumn("state", Words("状态", "State"), .text),
        FigureColumn("layout", Words("户型", "Layout"), .text),
        FigureColumn("area", Words("建筑面积", "Area"), .area),
      ], source: "field practice: coloured sales board; dates decide before the status"),
    unless: { StockFigures.absence($0) }
  ) { analysis, _ in
    let (stock, office) = (analysis.stock, analysis.office)
    let table = office[.units]
    let rows = stock.units.map { home in
      FactTable.Row(
        [
          .text(office.lexicon[home.room]), .typed(building(office, home.row)),
          table.number(.floor, home.row).map { .count($0) } ?? .missing(.notRecorded),
          .words(state(home)), .typed(word(.layout, office, home.row)), areaCell(home),
        ], lineage: stock.lineage([home]))
    }
    return Fact(FactTable(rows: rows, cases: rows.count), lineage: stock.lineage(stock.units))
  }

  private static func areaCell(_ home: Stock.Home) -> Value {
    home.ownArea.map { .area($0) } ?? .missing(.notRecorded)
  }

  private static func state(_ home: Stock.Home) -> Words {
    if home.isSold { return home.isSigned ? Words("签约", "signed") : Words("认购", "subscribed") }
    if home.isReserved { return Words("保留", "reserved") }
    return home.isReleased ? Words("可售", "available") : Words("未推", "not released")
  }

  static let soldTwice = Analyzer(
    FigureDefinition(
      "stock.sold-twice", Words("一房两卖", "Rooms sold twice"),
      Words(
        "末日同时有两笔以上有效认购的房源", "rooms that two or more subscriptions hold on the last day"),
      unit: .rows, shape: .list, scopes: .toDate,
      columns: [
        FigureColumn("room", Words("房号", "Room"), .text),
        FigureColumn("customer", Words("客户", "Customer"), .text, isPersonal: true),
        FigureColumn("staff", Words("置业顾问", "Consultant"), .text),
        FigureColumn("subscribed", Words("认购日期", "Subscribed"), .day),
        FigureColumn("amount", Words("认购金额", "Amount"), .money),
      ], source: "a rule of the house: an error in the red box"),
    of: [.deals]
  ) { analysis, _ in
    let office = analysis.office
    let twice = analysis.roomsSoldTwice.flatMap { $0 }
    let rows = twice.map { index in
      let deal = office.deals[Int(index)]
      return FactTable.Row(
        [
          .text(office.lexicon[deal.room]),
          analysis.buyerCell(deal), .names(deal.staff, office.lexicon),
          .day(CalendarDay(number: deal.subscribed)),
          deal.subscribedFen == Missing.number
            ? .missing(.notRecorded) : .money(Money(fen: deal.subscribedFen)),
        ],
        lineage: Selection(house: analysis.house, thing: .deals, items: [index]).lineage)
    }
    return Fact(
      FactTable(rows: rows),
      lineage: Selection(house: analysis.house, thing: .deals, items: twice.sorted()).lineage)
  }
}

extension Analysis {
  /// Deals of homes (parking enters no figure but its own) that hold one room together on the last
  /// counted day: positions in
  /// `SalesOffice.deals`, room by room in the order of their names, the earliest deal first.
  var roomsSoldTwice: [[Int32]] {
    shared("rooms-sold-twice") {
      var holders: [Symbol: [Int32]] = [:]
      for (index, deal) in office.deals.enumerated()
      where !deal.isParking && !deal.room.isNone && deal.holdsRoom(on: day) {
        holders[deal.room, default: []].append(Int32(index))
      }
      return holders.filter { $0.value.count > 1 }
        .sorted { office.lexicon[$0.key] < office.lexicon[$1.key] }
        .map { room in
          room.value.sorted { a, b in
            let (x, y) = (office.deals[Int(a)].subscribed, office.deals[Int(b)].subscribed)
            return x != y ? x < y : a < b
          }
        }
    }
  }
}

extension Value {
  /// The consultants of a cell, joined by 、; unassigned where nobody is named.
  static func names(_ list: WordList, _ lexicon: Lexicon) -> Value {
    let names = lexicon[list].map { lexicon[$0] }
    return names.isEmpty ? .words(.unassigned) : .text(names.joined(separator: "、"))
  }
}

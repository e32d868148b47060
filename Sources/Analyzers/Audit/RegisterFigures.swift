import Facts
import Quantities
import Records

/// 各册核对: the deals against the control sheet of rooms and against finance.
enum RegisterFigures {
  static let analyzers = [registers, differences]

  static let registers = Analyzer(
    FigureDefinition(
      "audit.registers", Words("各册核对", "Registers compared"),
      Words(
        "截至末日，成交表占用的房号与别册逐间核对：房源表状态为已售的（车位除外），回款表净收房款大于0的；两册都有、只在成交表、只在该册的间数",
        "rooms that the deals hold on the last counted day against rooms sold by the units file's "
          + "status (no parking) and rooms with house money received: in both, in one only"),
      unit: .units, shape: .table, scopes: .toDate,
      columns: [
        FigureColumn("name", Words("核对", "Compared with"), .text),
        FigureColumn("deals", Words("成交表", "Deals"), .units),
        FigureColumn("register", Words("该册", "Register"), .units),
        FigureColumn("both", Words("两册都有", "In both"), .units),
        FigureColumn("only-deals", Words("只在成交表", "Deals only"), .units),
        FigureColumn("only-register", Words("只在该册", "Register only"), .units),
      ], source: "field practice: D18, registers against the system and finance"),
    of: [.deals]
  ) { analysis, _ in
    let books = RegisterBooks(analysis)
    if books.compared.isEmpty {
      return Fact.absent(.noFile(Words("房源或回款", "units or receipts")), .table)
    }
    let rows = books.compared.map { book in
      FactTable.Row(
        [
          .words(book.name), .count(book.deals.count), .count(book.register.count),
          .count(book.deals.intersection(book.register).count),
          .count(book.deals.subtracting(book.register).count),
          .count(book.register.subtracting(book.deals).count),
        ], lineage: books.lineage(book))
    }
    return Fact(
      FactTable(rows: rows), lineage: .union(rows.map(\.lineage)), remarks: books.remarks)
  }

  static let differences = Analyzer(
    FigureDefinition(
      "audit.unreconciled", Words("各册不符", "Rooms that do not agree"),
      Words(
        "各册核对中对不上的每一间：哪一册、怎样不符、金额（成交价、净收款或多收）、置业顾问",
        "every room on which the deals and a register disagree: which, how, the amount (price, money "
          + "received or received too much), the consultant"),
      unit: .units, shape: .list, scopes: .toDate,
      columns: [
        .room, FigureColumn("register", Words("该册", "Register"), .text),
        FigureColumn("problem", Words("怎样不符", "Difference"), .text),
        FigureColumn("amount", Words("金额", "Amount"), .money), .staff,
      ], source: "field practice: D18, registers against the system and finance"),
    of: [.deals]
  ) { analysis, _ in
    let books = RegisterBooks(analysis)
    if books.compared.isEmpty {
      return Fact.absent(.noFile(Words("房源或回款", "units or receipts")), .list)
    }
    let rows = books.differences.map { books.row($0, analysis) }
    return Fact(
      FactTable(rows: rows), lineage: .union(rows.map(\.lineage)), remarks: books.remarks)
  }
}

/// The rooms of the deals, of the units file and of the receipts on the last counted day.
private struct RegisterBooks {
  /// One register beside the deals.
  struct Book {
    let name: Words
    let kind: RecordKind
    let deals: Set<Symbol>
    let register: Set<Symbol>
  }

  /// One room that does not agree.
  struct Difference {
    let room: Symbol
    let book: Book
    let problem: Words
    let amount: Money?
  }

  private(set) var compared: [Book] = []
  private(set) var remarks: [Words] = []
  private let office: SalesOffice
  private let day: CalendarDay
  /// Who holds a room on the day, parking too.
  private var holders: [Symbol: Deal] = [:]
  /// Net house money and its rows by room.
  private var money: [Symbol: Money] = [:]
  private var payments: [Symbol: [Int]] = [:]
  private var unitRows: [Symbol: [Int]] = [:]

  init(_ analysis: Analysis) {
    office = analysis.office
    day = analysis.day
    for deal in office.deals + office.successors
    where !deal.room.isNone && deal.holdsRoom(on: day) {
      // A room sold twice shows the contract before the reservation.
      if let known = holders[deal.room], known.isSigned(by: day), !deal.isSigned(by: day) {
        continue
      }
      holders[deal.room] = deal
    }
    let lexicon = office.lexicon
    let units = office[.units]
    if units.count > 0, units.has(.status) {
      var sold: Set<Symbol> = []
      for row in 0..<units.count where units.state[row] == .counts {
        let (room, product) = (units.symbol(.room, row), lexicon[units.symbol(.product, row)])
        guard !room.isNone, !ParkingWords.means(product) else {
          continue
        }
        unitRows[room, default: []].append(row)
        if Stock.soldWords.contains(lexicon[units.symbol(.status, row)]) { sold.insert(room) }
      }
      compared.append(
        Book(
          name: Words("房源表（状态已售）", "Units file (status sold)"), kind: .units,
          deals: Set(holders.filter { !$0.value.isParking }.keys), register: sold))
    } else {
      remarks.append(Words("房源表没有状态列，未核对", "no units file with a status: not compared"))
    }
    if office.has(.receipts) || office[.receipts].count > 0 {
      let rooms = office[.receipts].symbols(.room)
      for item in analysis.receipts(in: analysis.windows[.total]).items
      where Int(item) < rooms.count {
        let room = rooms[Int(item)]
        guard !room.isNone else { continue }
        money[room, default: .zero] += analysis.receiptAmounts.amount(Int(item))
        payments[room, default: []].append(Int(item))
      }
      compared.append(
        Book(
          name: Words("回款表（净收房款）", "Receipts (house money)"), kind: .receipts,
          deals: Set(holders.keys), register: Set(money.filter { $0.value > .zero }.keys)))
    } else {
      remarks.append(Words("没有回款文件，未与财务核对", "no receipts file: not compared with finance"))
    }
  }

  /// By register, then kind of difference, then room.
  var differences: [Difference] {
    compared.flatMap { book in
      sorted(book.deals.subtracting(book.register)).map { onlySold($0, book) }
        + sorted(book.register.subtracting(book.deals)).map { onlyRegistered($0, book) }
        + sorted(book.deals.intersection(book.register)).compactMap { tooMuch($0, book) }
    }
  }

  private func onlySold(_ room: Symbol, _ book: Book) -> Difference {
    let problem: Words
    if book.kind == .receipts {
      problem = Words("成交表已售，没有收到房款", "sold, no money received")
    } else if unitRows[room] == nil {
      problem = Words("成交表已售，房源表没有这间", "sold, not in the units file")
    } else {
      problem = Words("成交表已售，房源表不是已售", "sold, but not by the units file")
    }
    return Difference(room: room, book: book, problem: problem, amount: price(of: room))
  }

  private func onlyRegistered(_ room: Symbol, _ book: Book) -> Difference {
    guard book.kind == .receipts else {
      return Difference(
        room: room, book: book,
        problem: Words("房源表已售，成交表没有", "sold by the units file, not in the deals"), amount: nil)
    }
    let wasSold = (office.deals + office.successors).contains { $0.room == room }
    return Difference(
      room: room, book: book,
      problem: wasSold
        ? Words("已退房，房款未退清", "given back, money not refunded")
        : Words("有房款，成交表没有", "money received, not in the deals"), amount: money[room])
  }

  /// More received than the home costs.
  private func tooMuch(_ room: Symbol, _ book: Book) -> Difference? {
    guard book.kind == .receipts, let received = money[room], let price = price(of: room),
      received > price
    else { return nil }
    return Difference(
      room: room, book: book, problem: Words("收款多于房价", "received more than the price"),
      amount: received - price)
  }

  /// The contract amount where signed, else that of the subscription.
  private func price(of room: Symbol) -> Money? {
    guard let deal = holders[room] else { return nil }
    let fen =
      (deal.isSigned(by: day) ? DealEvents.fen(.signed, deal) : nil)
      ?? DealEvents.fen(.subscribed, deal)
    return fen.map { Money(fen: $0) }
  }

  private func sorted(_ rooms: Set<Symbol>) -> [Symbol] {
    let texts = rooms.map { ($0, office.lexicon[$0]) }
    return texts.sorted { $0.1.unicodeScalars.lexicographicallyPrecedes($1.1.unicodeScalars) }
      .map(\.0)
  }

  func row(_ difference: Difference, _ analysis: Analysis) -> FactTable.Row {
    FactTable.Row(
      [
        .text(office.lexicon[difference.room]), .words(difference.book.kind.words),
        .words(difference.problem),
        difference.amount.map { .money($0) } ?? .missing(.notRecorded),
        holders[difference.room].map { analysis.staffCell($0) } ?? .missing(.notRecorded),
      ], lineage: lineage([difference.room], difference.book.kind))
  }

  func lineage(_ book: Book) -> Lineage {
    lineage(book.deals.union(book.register), book.kind)
  }

  private func lineage(_ rooms: Set<Symbol>, _ kind: RecordKind) -> Lineage {
    let (office, holders) = (self.office, self.holders)
    let rowsOfRoom = kind == .units ? unitRows : payments
    return Lineage {
      rooms.flatMap { room in
        let own = (rowsOfRoom[room] ?? []).map { office[kind].source($0) }
        let deals = holders[room].map { office.rows(of: $0).map { office[.deals].source(Int($0)) } }
        return own + (deals ?? [])
      }
    }
  }
}

extension Deal {
  /// Whether the contract stands on a day.
  fileprivate func isSigned(by day: CalendarDay) -> Bool {
    signed != Missing.day && signed <= day.number
  }
}

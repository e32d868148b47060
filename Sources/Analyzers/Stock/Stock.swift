import Facts
import Quantities
import Records

/// 存货: every home of the units file as it stands on the last counted day.
///
/// Deals decide whether a room is sold; the exported status only where deals never mention the
/// room. Parking is left out. Area and list amount come from the units file on both sides.
struct Stock {
  /// One home.
  struct Home {
    let row: Int
    let room: Symbol
    /// Of the units file; nil where it is blank.
    let ownArea: Area?
    /// By list; nil where neither a total nor price and area are written.
    let ownAmount: Money?
    let isSold: Bool
    /// The deal that holds it; nil where only the status says so.
    let deal: Deal?
    let isSigned: Bool
    /// On offer: released by the day, or sold.
    let isReleased: Bool
    /// Held back by its status.
    let isReserved: Bool
    /// What sell-through divides by includes it.
    let isBase: Bool
    /// The exported status contradicts the deals.
    let isContradicted: Bool

    /// What it adds to sums.
    var area: Area { ownArea ?? .zero }
    var amount: Money { ownAmount ?? .zero }
  }

  /// All homes in the order of the file.
  let units: [Home]
  /// How "released" was read.
  let remark: Words?
  /// Homes whose state is known by the exported status only.
  let byStatus: Int
  private let office: SalesOffice

  /// Words of the status that say sold, signed and held back.
  static let soldWords: Set<String> = ["认购", "签约", "已售", "已认购", "已签约"]
  private static let signedWords: Set<String> = ["签约", "已签约"]
  private static let reservedWords: Set<String> = ["保留", "预留", "销控", "锁房"]

  init(_ office: SalesOffice, on day: CalendarDay) {
    self.office = office
    let table = office[.units]
    let mentioned = Set(office[.deals].symbols(.room))
    // A room sold twice shows the contract before the reservation.
    func isSigned(_ deal: Deal) -> Bool {
      deal.signed != Missing.day && deal.signed <= day.number
    }
    var holders: [Symbol: Deal] = [:]
    for deal in office.deals + office.successors where deal.holdsRoom(on: day) {
      if let known = holders[deal.room], isSigned(known), !isSigned(deal) { continue }
      holders[deal.room] = deal
    }
    let (hasReleased, hasPermit) = (table.has(.released), table.has(.permit))
    var homes: [Home] = []
    var byStatus = 0
    for row in 0..<table.count where table.state[row] == .counts {
      let room = table.symbol(.room, row)
      let product = office.lexicon[table.symbol(.product, row)]
      guard !ParkingWords.means(product) else { continue }
      let status = office.lexicon[table.symbol(.status, row)]
      let isMentioned = mentioned.contains(room)
      let holder = holders[room]
      let saysSold = Stock.soldWords.contains(status)
      let isSold = isMentioned ? holder != nil : saysSold
      if !isMentioned, saysSold { byStatus += 1 }
      let isPermitted = table.day(.permit, row).map { $0 <= day } ?? false
      let isOut = table.day(.released, row).map { $0 <= day } ?? false
      let isReleased = isSold || (hasReleased ? isOut : hasPermit ? isPermitted : true)
      let isBase: Bool
      switch office.settings.stockBasis {
      case .released: isBase = isReleased
      case .permitted: isBase = isSold || (hasPermit ? isPermitted : true)
      case .all: isBase = true
      }
      let area = table.area(.area, row)
      homes.append(
        Home(
          row: row, room: room, ownArea: area, ownAmount: Stock.amount(table, row, area),
          isSold: isSold, deal: holder,
          isSigned: holder.map(isSigned)
            ?? (!isMentioned && Stock.signedWords.contains(status)),
          isReleased: isReleased,
          isReserved: !isSold && Stock.reservedWords.contains(status), isBase: isBase,
          isContradicted: isMentioned && !status.isEmpty && saysSold != isSold))
    }
    units = homes
    self.byStatus = byStatus
    if hasReleased {
      remark = nil
    } else if hasPermit {
      remark = Words("没有推售日期，按取证日期计", "no release dates: counted by the permit's")
    } else {
      remark = Words("没有推售日期和取证日期，按全部房源计", "no release or permit dates: all homes count")
    }
  }

  /// 表价总价, else 表价 × 面积, in whole fen.
  private static func amount(_ table: RecordTable, _ row: Int, _ area: Area?) -> Money? {
    if let total = table.money(.listTotal, row), total > .zero { return total }
    guard let price = table.money(.listPrice, row), price > .zero, let area, area > .zero else {
      return nil
    }
    let fen = Rounding.divide(Int128(price.fen) * Int128(area.hundredths), by: 100)
    return Money(fen: Int64(fen))
  }

  /// The homes of one group of figures.
  enum Group: String, CaseIterable, Sendable {
    case released, sold, available

    func contains(_ home: Home) -> Bool {
      switch self {
      case .released: home.isReleased
      case .sold: home.isSold
      case .available: home.isReleased && !home.isSold
      }
    }
  }

  /// The homes of a group.
  func homes(_ group: Group) -> [Home] { units.filter(group.contains) }

  /// The source rows of homes, and of the deals that hold them.
  func lineage(_ homes: [Home]) -> Lineage {
    let office = self.office
    return Lineage {
      var rows: [SourceRow] = []
      for home in homes {
        rows.append(office[.units].source(home.row))
        if let deal = home.deal {
          for row in office.rows(of: deal) {
            rows.append(office[.deals].source(Int(row)))
          }
        }
      }
      return rows
    }
  }
}

extension Analysis {
  /// The homes on the last counted day.
  var stock: Stock { shared("stock") { Stock(office, on: day) } }
}

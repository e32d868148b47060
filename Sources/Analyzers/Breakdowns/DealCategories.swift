import Quantities
import Records

/// The categories of deals: their own words, the bands of area and total, the building.
enum DealCategories {
  typealias Keys = @Sendable (Int, (Int) -> Void) -> Void

  /// What a deal adds to amounts; 0 where none is known.
  static func fen(_ deal: Deal) -> Int64 {
    deal.subscribedFen == Missing.number ? 0 : deal.subscribedFen
  }

  /// The channel of a deal (its own, else that of the buyer's first visit).
  static func channelKeys(_ office: SalesOffice) -> Keys {
    { index, body in body(Int(office.deals[index].channel.number)) }
  }

  /// A word that stands in the deal itself.
  static func keys(
    _ office: SalesOffice, _ word: @escaping @Sendable (Deal) -> Symbol
  ) -> Keys {
    { index, body in body(Int(word(office.deals[index]).number)) }
  }

  // MARK: Bands

  /// Lower bounds belong to the band.
  private static let areaBounds: [Int64] = [90, 120, 144]
  private static let totalBounds: [Int64] = [100, 200, 300, 500]

  static let areaBands = Categories(
    list: [
      Words("90㎡以下", "under 90㎡"), Words("90-120㎡", "90-120㎡"), Words("120-144㎡", "120-144㎡"),
      Words("144㎡以上", "144㎡ and more"),
    ])
  static let totalBands = Categories(
    list: [
      Words("100万以下", "under 1m yuan"), Words("100-200万", "1-2m yuan"),
      Words("200-300万", "2-3m yuan"), Words("300-500万", "3-5m yuan"),
      Words("500万以上", "5m yuan and more"),
    ])

  static func areaBandKeys(_ office: SalesOffice) -> Keys {
    { index, body in body(band(office.deals[index].hundredths, areaBounds, unit: 100)) }
  }

  static func totalBandKeys(_ office: SalesOffice) -> Keys {
    { index, body in body(band(office.deals[index].subscribedFen, totalBounds, unit: 1_000_000)) }
  }

  private static func band(_ value: Int64, _ bounds: [Int64], unit: Int64) -> Int {
    guard value != Missing.number, value != 0 else { return 0 }
    return 1 + bounds.count(where: { value >= $0 * unit })
  }

  // MARK: Buildings

  /// The buildings of the deals, spelt as the units file spells them; where it does not say,
  /// what stands before the first "-" of a room.
  static func buildings(_ office: SalesOffice) -> (categories: Categories, keys: Keys) {
    let spelling = StockTables.buildings(office)
    func first(_ room: String) -> String {
      let parts = room.split(separator: "-")
      guard parts.count > 1 else { return "" }
      return spelling.ofPart[String(parts[0])] ?? String(parts[0])
    }
    var names: [String] = []
    var numbers: [String: Int] = [:]
    var ofRoom: [Symbol: Int] = [:]
    for deal in office.deals where ofRoom[deal.room] == nil {
      let building = spelling.ofRoom[deal.room] ?? first(office.lexicon[deal.room])
      guard !building.isEmpty else {
        ofRoom[deal.room] = 0
        continue
      }
      if numbers[building] == nil {
        names.append(building)
        numbers[building] = names.count
      }
      ofRoom[deal.room] = numbers[building] ?? 0
    }
    let (texts, rooms) = (names, ofRoom)
    let categories = Categories(keyCount: texts.count + 1) { key in
      key > 0 ? Words(texts[key - 1], texts[key - 1]) : nil
    }
    return (categories, { index, body in body(rooms[office.deals[index].room] ?? 0) })
  }
}

import Facts
import Quantities
import Records

/// 车位、车库、储藏间: shown apart and in no other figure but receipts.
enum ParkingFigures {
  static let analyzers: [Analyzer] = [units, amount]

  static let units = Analyzer(
    FigureDefinition(
      "parking.units", Words("车位认购个数", "Parking units"),
      Words("本期认购的车位、车库、储藏间个数", "car spaces, garages and storage rooms subscribed in the period"),
      unit: .items, source: "field practice: F14, parking apart; fine point 4"),
    of: [.deals]
  ) { analysis, window in
    Fact.count(analysis.deals(.subscribed, in: window, parking: true))
  }

  static let amount = Analyzer(
    FigureDefinition(
      "parking.amount", Words("车位认购金额", "Parking amount"),
      Words(
        "本期认购的车位、车库、储藏间金额",
        "amount of the car spaces, garages and storage rooms subscribed in the period"),
      unit: .money, source: "field practice: F14, parking apart; fine point 4"),
    of: [.deals]
  ) { analysis, window in
    let deals = analysis.deals(.subscribed, in: window, parking: true)
    return Fact(.money(deals.amount(.subscribed)), lineage: deals.lineage)
  }
}

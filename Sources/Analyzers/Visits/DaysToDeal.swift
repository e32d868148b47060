import Facts
import Quantities
import Records

/// 来访转认购天数: days from a buyer's first visit to his earliest subscription of the period.
enum DaysToDeal {
  static let analyzers: [Analyzer] = [median, bands]

  static let median = Analyzer(
    FigureDefinition(
      "visits.days-to-deal", Words("来访转认购天数", "Days to deal"),
      Words(
        "本期认购客户从首访到其本期最早一笔认购的天数的中位数",
        "median days from first visit to the earliest subscription of the period, of its buyers"),
      unit: .days, source: "field practice: F12; fine point 47"),
    of: [.visits, .deals]
  ) { analysis, window in
    let cases = Cases(analysis, window)
    return Fact(Median.of(cases.days), lineage: cases.lineage, remarks: cases.remarks)
  }

  static let bands = Analyzer(
    FigureDefinition(
      "visits.days-to-deal-bands", Words("来访转认购天数分布", "Days to deal, bands"),
      Words(
        "本期认购客户按首访到认购的天数分段", "buyers of the period by days from first visit to subscription"),
      unit: .customers, shape: .table,
      columns: [.name, .count(Words("客户", "Buyers"), .customers), .share],
      source: "field practice: F12, bands of S33; fine point 47"),
    of: [.visits, .deals]
  ) { analysis, window in
    let cases = Cases(analysis, window)
    let rows = DaysToDeal.names.indices.map { band in
      let items = cases.items.indices.filter { DaysToDeal.band(of: cases.days[$0]) == band }
      return FactTable.Row(
        [
          .words(DaysToDeal.names[band]), .count(items.count),
          .ratio(Ratio(items.count, over: cases.days.count)),
        ],
        lineage: cases.purchases.lineage(where: { item in
          cases.items.indices.contains {
            cases.items[$0] == Int32(item) && DaysToDeal.band(of: cases.days[$0]) == band
          }
        }))
    }
    return Fact(
      FactTable(rows: rows, cases: cases.days.count), lineage: cases.lineage,
      remarks: cases.remarks)
  }

  private static let names = [
    Words("当天", "same day"), Words("3天内", "within 3 days"), Words("1周内", "within a week"),
    Words("2周内", "within 2 weeks"), Words("30天内", "within 30 days"), Words("更长", "longer"),
  ]

  /// Bands 0, 1–3, 4–7, 8–14, 15–30, over 30.
  private static func band(of days: Int) -> Int {
    [0, 3, 7, 14, 30].firstIndex { days <= $0 } ?? 5
  }

  /// The buyers of a window who had visited by the day of their subscription.
  private struct Cases: Sendable {
    let purchases: Selection
    let firstVisits: Selection
    /// Positions of the deals, and the days of each.
    private(set) var items: [Int32] = []
    private(set) var days: [Int] = []
    private let leftOut: Int

    init(_ analysis: Analysis, _ window: Window) {
      let office = analysis.office
      let all = analysis.firstPurchases(in: window)
      var (items, days, visits): ([Int32], [Int], [Int32]) = ([], [], [])
      for item in all.items {
        let deal = office.deals[Int(item)]
        let visited = office.parties.of(customer: deal.customer)
        guard let first = visited.first, office.parties.day[first] <= deal.subscribed else {
          continue
        }
        items.append(item)
        days.append(Int(deal.subscribed - office.parties.day[first]))
        visits.append(Int32(first))
      }
      purchases = Selection(house: analysis.house, thing: .deals, items: items, stage: .subscribed)
      firstVisits = Selection(house: analysis.house, thing: .parties, items: visits.sorted())
      leftOut = all.count - items.count
      self.items = items
      self.days = days
    }

    var lineage: Lineage { Lineage.union([purchases.lineage, firstVisits.lineage]) }

    var remarks: [Words] {
      leftOut == 0
        ? []
        : [
          Words(
            "\(leftOut)位认购客户此前没有来访记录，未计", "\(leftOut) buyers without a visit before are left out")
        ]
    }
  }
}

/// The middle of some whole numbers.
enum Median {
  /// An exact quotient: the middle one over 1, or the sum of the two middle ones over 2.
  static func of(_ numbers: [Int]) -> Value {
    let sorted = numbers.sorted()
    guard !sorted.isEmpty else { return .missing(.noCases) }
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return .ratio(Ratio(sorted[middle], over: 1)) }
    return .ratio(Ratio(sorted[middle - 1] + sorted[middle], over: 2))
  }
}

extension Absence {
  /// Nothing happened that could be measured.
  static let noCases = Absence("no-cases", Words("本期没有", "no cases"))
}

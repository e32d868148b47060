import Facts
import Quantities
import Records

/// 来访: visits as they are counted, one customer on one day.
enum VisitFigures {
  static let analyzers: [Analyzer] = [count, first, returning, people, returnShare]

  static let count = Analyzer(
    FigureDefinition(
      "visits.count", Words("来访", "Visits"),
      Words("本期内的来访组数：一位客户一天算一组", "visits in the period: one customer on one day is one"),
      unit: .parties, source: "field practice: F03; visits = first + return"),
    of: [.visits]
  ) { analysis, window in
    Fact.count(analysis.parties(in: window))
  }

  static let first = Analyzer(
    FigureDefinition(
      "visits.first", Words("首访", "First visits"),
      Words(
        "本期来访中，属该客户全部记录里最早一次的组数",
        "visits of the period that are their customer's earliest of all files"),
      unit: .parties, source: "field practice: F04, over the whole history"),
    of: [.visits]
  ) { analysis, window in
    Fact.count(analysis.firstParties(in: window))
  }

  static let returning = Analyzer(
    FigureDefinition(
      "visits.return", Words("复访", "Return visits"),
      Words("本期来访中除首访以外的组数", "visits of the period that are not first visits"),
      unit: .parties, source: "field practice: F05"),
    of: [.visits]
  ) { analysis, window in
    Fact.count(returns(in: window, analysis))
  }

  static let people = Analyzer(
    FigureDefinition(
      "visits.people", Words("来访人数", "Visitors"),
      Words("本期各组来访人数之和，未填人数的按1人计", "heads of all visits of the period, a blank counts 1"),
      unit: .people, source: "field practice: F03 in heads; fine point 9"),
    of: [.visits]
  ) { analysis, window in
    let parties = analysis.parties(in: window)
    let heads = analysis.office.visits.numbers(.party)
    var (people, blanks) = (0, 0)
    for party in parties.items {
      var most: Int64 = 0
      if !heads.isEmpty {
        for row in analysis.office.parties.rows(of: Int(party)) {
          most = max(most, heads[Int(row)])
        }
      }
      if most <= 0 { blanks += 1 }
      people += Int(max(1, most))
    }
    let remarks =
      blanks == 0
      ? [] : [Words("\(blanks)组未填人数，按1人计", "\(blanks) visits without heads count 1")]
    return Fact(.count(people), lineage: parties.lineage, remarks: remarks)
  }

  static let returnShare = Analyzer(
    FigureDefinition(
      "visits.return-share", Words("复访占比", "Share of return visits"),
      Words("复访 / 来访", "return visits / visits"),
      unit: .share, source: "field practice: F06 (a)"),
    of: [.visits]
  ) { analysis, window in
    Fact.quotient(returns(in: window, analysis), over: analysis.parties(in: window))
  }

  private static func returns(in window: Window, _ analysis: Analysis) -> Selection {
    analysis.parties(in: window).filter { !analysis.office.parties.isFirst($0) }
  }
}

import Facts
import Quantities
import Records

/// 业务指标排行: what everybody is credited with, and the ranks.
struct StaffRanking {
  /// One person's line.
  struct Line {
    /// `none` for 未分配.
    let person: Symbol
    let name: String
    let sums: StaffTally.Sums
    let rankUnits: Int?
    let rankAmount: Int?
    let rankConversion: Int?
    /// Completion of the person's target, with its measure.
    let target: (rate: Value, measure: TargetMeasure?)
  }

  let tally: StaffTally
  /// By units, then amount, then name; 未分配, where it holds something, last.
  let lines: [Line]

  init(_ analysis: Analysis, in window: Window) {
    let office = analysis.office
    let tally = analysis.staffTally(in: window)
    self.tally = tally
    var people = Set(tally.people.keys)
    people.formUnion(StaffRanking.employed(office, in: window))
    people.remove(.none)
    let lexicon = office.lexicon
    func sums(_ person: Symbol) -> StaffTally.Sums {
      tally.people[person] ?? StaffTally.Sums()
    }
    let order = people.sorted { a, b in
      let (x, y) = (sums(a), sums(b))
      if x.units.number != y.units.number { return x.units.number > y.units.number }
      if x.amount != y.amount { return x.amount > y.amount }
      return lexicon[a] < lexicon[b]
    }
    let fewest = office.settings.fewestFirstVisits
    let all = order.map(sums)
    let units = Ranks.competition(all.map(\.units.number))
    let amounts = Ranks.competition(all.map { Rational(Int128($0.amount.fen), over: 1) })
    let conversions = Ranks.competition(
      all.map { sums in
        sums.first.number >= Rational(fewest) ? sums.converted.number / sums.first.number : nil
      })
    var lines = order.indices.map { index in
      Line(
        person: order[index], name: lexicon[order[index]], sums: all[index],
        rankUnits: units[index], rankAmount: amounts[index], rankConversion: conversions[index],
        target: StaffRanking.targetRate(of: order[index], analysis, until: window.to))
    }
    if let rest = tally.people[.none], !rest.isEmpty {
      lines.append(
        Line(
          person: .none, name: "", sums: rest, rankUnits: nil, rankAmount: nil,
          rankConversion: nil, target: (.missing(.notApplicable), nil)))
    }
    self.lines = lines
  }

  /// Everybody of the staff file who was employed on a day of the window.
  private static func employed(_ office: SalesOffice, in window: Window) -> [Symbol] {
    let table = office[.staff]
    return (0..<table.count).filter { row in
      guard table.state[row] == .counts else { return false }
      if let joined = table.day(.joined, row), joined > window.to { return false }
      if let left = table.day(.left, row), left < window.from { return false }
      return true
    }.map { table.symbol(.name, $0) }.filter { !$0.isNone }
  }

  /// 认购金额 of the month of the last counted day against the person's target, else 认购套数.
  private static func targetRate(
    of person: Symbol, _ analysis: Analysis, until day: CalendarDay
  ) -> (Value, TargetMeasure?) {
    let table = analysis.targets
    let month = table.calendar.period(.month, containing: day)
    let window = Window(period: month, from: month.from, to: day, isUnfinished: day < month.to)
    for measure in [TargetMeasure.dealsAmount, .dealsUnits] {
      switch table.given(measure, month, person) {
      case .none: continue
      case .conflict: return (.missing(.twoTargets), measure)
      case .found(let found):
        let sums = analysis.staffTally(in: window).people[person] ?? StaffTally.Sums()
        return (
          .ratio(
            Ratio(
              measure.side(measure.credited(sums)), over: measure.side(found.number))), measure
        )
      }
    }
    return (.missing(.noTarget), nil)
  }
}

extension Analysis {
  /// The ranking of a window, made once.
  func staffRanking(in window: Window) -> StaffRanking {
    shared("staff-ranking.\(window.from.number).\(window.to.number)") {
      StaffRanking(self, in: window)
    }
  }
}

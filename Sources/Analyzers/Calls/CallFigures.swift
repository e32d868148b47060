import Facts
import Quantities
import Records

/// 来电: inbound calls.
enum CallFigures {
  static let analyzers: [Analyzer] = [count, customers, effective, effectiveRate, visitRate]

  static let count = Analyzer(
    FigureDefinition(
      "calls.count", Words("来电量", "Calls"),
      Words("本期内的来电记录数", "call records dated in the period"),
      unit: .calls, source: "field practice: F01, every call record"),
    of: [.calls]
  ) { analysis, window in
    Fact.count(analysis.calls(in: window))
  }

  static let customers = Analyzer(
    FigureDefinition(
      "calls.customers", Words("来电客户", "Callers"),
      Words("本期内来过电话的不同客户数", "different customers with a call in the period"),
      unit: .customers, source: "field practice: F01, distinct numbers; fine point 48"),
    of: [.calls]
  ) { analysis, window in
    let calls = analysis.calls(in: window)
    return Fact(.count(calls.customers), lineage: calls.lineage)
  }

  static let effective = Analyzer(
    FigureDefinition(
      "calls.effective", Words("有效来电", "Qualified calls"),
      Words("本期内“是否有效”为是的来电记录数", "call records of the period marked effective"),
      unit: .calls, source: "field practice: F02; only with the column"),
    of: [.calls]
  ) { analysis, window in
    guard let calls = effective(in: window, analysis) else { return noColumn }
    return Fact.count(calls)
  }

  static let effectiveRate = Analyzer(
    FigureDefinition(
      "calls.effective-rate", Words("来电有效率", "Qualified call rate"),
      Words("有效来电 / 来电量", "qualified calls / calls"),
      unit: .rate, source: "field practice: F02; only with the column"),
    of: [.calls]
  ) { analysis, window in
    guard let calls = effective(in: window, analysis) else { return noColumn }
    return Fact.quotient(calls, over: analysis.calls(in: window))
  }

  static let visitRate = Analyzer(
    FigureDefinition(
      "calls.visit-rate", Words("来电转来访率", "Call-to-visit rate"),
      Words(
        "首次来电在本期的客户中，首次来电当日或以后（至截止日）来访过的比例",
        "of the customers whose first call lies in the period, those who visited on or after that day, up to as-of"
      ),
      unit: .rate, source: "field practice: F07 as a cohort; fine point 48"),
    of: [.calls, .visits]
  ) { analysis, window in
    let firstCalls = analysis.firstCalls(in: window)
    let days = analysis.office.calls.days(.date)
    let parties = analysis.office.parties
    var visits: [Int32] = []
    let came = firstCalls.filter { row in
      let customer = firstCalls.customer(of: row)
      guard
        let visit = parties.of(customer: customer).first(where: { parties.day[$0] >= days[row] })
      else { return false }
      visits.append(Int32(visit))
      return true
    }
    let seen = Selection(house: analysis.house, thing: .parties, items: visits.sorted())
    return Fact.quotient(
      .count(came.count), over: .count(firstCalls.count),
      rows: (Lineage.union([came.lineage, seen.lineage]), firstCalls.lineage))
  }

  private static let noColumn = Fact(.missing(.noColumn(Words("是否有效", "effective"))))

  /// Calls marked effective; nil without the column.
  private static func effective(in window: Window, _ analysis: Analysis) -> Selection? {
    guard analysis.office.calls.has(.effective) else { return nil }
    let flags = analysis.office.calls.numbers(.effective)
    return analysis.calls(in: window).filter { flags[$0] == 1 }
  }
}

extension Analysis {
  /// For each customer whose first call of all lies in a window, that call.
  func firstCalls(in window: Window) -> Selection {
    let first: [Int32] = shared("calls.first-of-customer") {
      var first = [Int32](repeating: -1, count: office.customers.count)
      let table = office.calls
      let (days, states, last) = (table.days(.date), table.state, office.asOf.number)
      for (row, customer) in office.customers.ofCalls.enumerated()
      where customer >= 0 && days[row] <= last && states[row] == .counts && days[row] != Missing.day
      {
        let known = first[Int(customer)]
        if known < 0 || days[row] < days[Int(known)] { first[Int(customer)] = Int32(row) }
      }
      return first
    }
    let days = office.calls.days(.date)
    return Selection(
      house: house, thing: .rows(.calls),
      items: first.filter { $0 >= 0 && window.contains(days[Int($0)]) }.sorted())
  }
}

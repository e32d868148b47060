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
      let (table, customers) = (office.calls, office.customers.ofCalls)
      let (days, states) = (table.days(.date), table.state)
      var first = [Int32](repeating: -1, count: office.customers.count)
      var callers = 0
      for row in days.rows(from: Missing.day + 1, to: office.asOf.number) {
        let customer = Int(customers[Int(row)])
        guard customer >= 0, states[Int(row)] == .counts else { continue }
        let known = first[customer]
        if known < 0 { callers += 1 }
        if known < 0 || days[Int(row)] < days[Int(known)] { first[customer] = row }
      }
      var calls: [Int32] = []
      calls.reserveCapacity(callers)
      for (row, customer) in customers.enumerated() where customer >= 0 {
        if first[Int(customer)] == row { calls.append(Int32(row)) }
      }
      return calls
    }
    let days = office.calls.days(.date)
    return Selection(
      house: house, thing: .rows(.calls),
      items: first.filter { window.contains(days[Int($0)]) })
  }
}

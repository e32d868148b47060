import Facts
import Quantities
import Records

/// 来电: inbound calls.
enum CallFigures {
  static let analyzers: [Analyzer] = [count]

  /// 来电量: call records dated in the period (field practice: every record to the project line).
  static let count = Analyzer(
    FigureDefinition(
      "calls.count", Words("来电量", "Calls"),
      Words("本期内的来电记录数", "Call records dated in the period"),
      unit: .calls, source: "field practice: F01, every call record")
  ) { analysis, scope in
    let window = analysis.windows[scope]
    if let absence = analysis.absence(of: [.calls], in: window) { return Fact(.missing(absence)) }
    let calls = analysis.calls(in: window)
    return Fact(.count(calls.count), lineage: calls.lineage)
  }
}

import Facts
import Quantities
import Records

/// How one measure stands against its target in a scope.
struct TargetStanding {
  let measure: TargetMeasure
  /// The target's own period.
  let period: Period
  /// The report's period has no target: that of the month is taken.
  let isOfMonth: Bool
  let target: Int64?
  /// Why there is no target.
  let noTarget: Absence
  let actual: Int64?
  let noActual: Absence?
  /// Days of the period that have passed, all days, and days left after the last counted day.
  let elapsed: Int
  let days: Int
  let left: Int
  /// The rows that give the target, and those behind the actual figure.
  let given: Lineage
  let counted: Lineage

  init(_ measure: TargetMeasure, _ analysis: Analysis, _ scope: Scope) {
    self.measure = measure
    let table = analysis.targets
    let last = analysis.day
    var period = analysis.windows[scope].period
    var answer = table.project(measure, period)
    var isOfMonth = false
    if case .none = answer, period.kind == .day || period.kind == .week {
      let month = table.calendar.period(.month, containing: last)
      if case .found(let found) = table.project(measure, month) {
        (answer, period, isOfMonth) = (.found(found), month, true)
      } else if case .conflict = table.project(measure, month) {
        (answer, period, isOfMonth) = (.conflict, month, true)
      }
    }
    self.period = period
    self.isOfMonth = isOfMonth
    let rows: [SourceRow]
    switch answer {
    case .none: (target, noTarget, rows) = (nil, .noTarget, [])
    case .conflict: (target, noTarget, rows) = (nil, .twoTargets, [])
    case .found(let found):
      (target, noTarget, rows) = (found.number, .noTarget, found.rows.map(table.source))
    }
    let window = Window(
      period: period, from: period.from, to: min(period.to, last), isUnfinished: last < period.to)
    noActual = analysis.absence(of: [measure.kind], in: window)
    let found = measure.actual(analysis, in: window)
    actual = noActual == nil ? found.number : nil
    elapsed = max(0, window.to - period.from + 1)
    days = period.days
    left = max(0, period.to - last)
    given = Lineage { rows }
    counted = found.lineage
  }

  /// All rows of both sides.
  var lineage: Lineage { .union([given, counted]) }

  /// There are both a target and an actual figure.
  var isKnown: Bool { target != nil && actual != nil }

  /// What the standing says of its period, where it is not the report's.
  var remarks: [Words] {
    guard isOfMonth, target != nil else { return [] }
    return [
      Words(
        "本期没有指标，用\(period.from)至\(period.to)的月指标",
        "no target of the period: that of the month \(period.from) to \(period.to)")
    ]
  }

  var targetValue: Value { target.map { measure.value($0) } ?? .missing(noTarget) }

  var actualValue: Value {
    actual.map { measure.value($0) } ?? .missing(noActual ?? .notRecorded)
  }

  /// actual / target.
  var rate: Value {
    known { .ratio(Ratio(measure.side($0), over: measure.side($1))) }
  }

  /// target − actual, negative when passed.
  var gap: Value { known { measure.value($1 - $0) } }

  var timeProgress: Value {
    target == nil ? .missing(noTarget) : .ratio(Ratio(elapsed, over: days))
  }

  /// rate − time progress, exact.
  var ahead: Value {
    known { actual, target in
      guard target != 0 else { return .missing(.zeroDenominator) }
      let (a, t) = (Int128(actual), Int128(target))
      return .ratio(
        Ratio(
          .whole(a * Int128(days) - Int128(elapsed) * t), over: .whole(t * Int128(days))))
    }
  }

  /// max(gap, 0) / days left; none when no day is left.
  var neededADay: Value {
    known { actual, target in
      guard left > 0 else { return .missing(.noDaysLeft) }
      return .ratio(Ratio(measure.side(max(target - actual, 0)), over: .count(left)))
    }
  }

  private func known(_ value: (Int64, Int64) -> Value) -> Value {
    guard let target else { return .missing(noTarget) }
    guard let actual else { return .missing(noActual ?? .notRecorded) }
    return value(actual, target)
  }
}

extension Analysis {
  /// How a measure stands in a scope, made once.
  func standing(_ measure: TargetMeasure, _ scope: Scope) -> TargetStanding {
    shared("standing.\(measure.rawValue).\(scope.rawValue)") {
      TargetStanding(measure, self, scope)
    }
  }
}

extension Absence {
  /// One file gives two targets for the same period, measure and person.
  static let twoTargets = Absence(
    "two-targets", Words("同一文件有两个指标", "two targets in one file"))
}

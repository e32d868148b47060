import Facts
import Quantities
import Records

/// 综合考评: weighted items of a person.
struct Scorecard {
  /// One item.
  struct Item {
    let row: Int
    let name: String
    let weight: Rational?
    let target: Rational?
    let actual: Rational?
    /// min(cap, actual/target × 100), or the marks; nil where the item is missing.
    let score: Rational?

    /// weight × score / 100.
    var weighted: Rational? {
      guard let weight, let score else { return nil }
      return weight * score * (Rational(1, over: 100) ?? .zero)
    }
  }

  let name: String
  let items: [Item]

  /// Σ of the weights.
  var weights: Rational { items.reduce(.zero) { $0 + ($1.weight ?? .zero) } }

  /// Σ of the weighted scores; missing where an item is missing or the weights do not add to 100.
  var total: Value {
    if items.contains(where: { $0.weighted == nil }) { return .missing(.itemMissing) }
    if weights != Rational(100) { return .missing(.weightsNot100) }
    return .exact(items.reduce(.zero) { $0 + ($1.weighted ?? .zero) })
  }

  /// The score of one item: marks where given, else completion up to the cap.
  static func score(
    marks: Rational?, target: Rational?, actual: Rational?, cap: Rational
  ) -> Rational? {
    if let marks { return marks }
    guard let target, let actual, target > .zero, let part = actual / target else { return nil }
    return min(cap, part * Rational(100))
  }

  /// The cards of the report's period, else of the month of the last counted day, else the latest
  /// one given before it, by name; with the period they are of.
  static func cards(_ office: SalesOffice, _ windows: Windows) -> (period: Period?, [Scorecard]) {
    let calendar = windows.calendar
    let rows = rows(office, calendar)
    let last = windows.lastCountedDay
    let wanted = [windows.period, calendar.period(.month, containing: last)]
    let earlier = rows.compactMap(\.period).filter { $0.from <= last }
      .max { ($0.to, $0.from) < ($1.to, $1.from) }
    let period = (wanted + [earlier].compactMap { $0 }).first { period in
      rows.contains { isSame($0.period, period) }
    }
    let used = rows.filter { $0.period == nil || isSame($0.period, period) }.map(\.row)
    return (period, cards(office, used))
  }

  /// The cards written for exactly one period, by name.
  static func cards(
    _ office: SalesOffice, of period: Period, _ calendar: CalendarRules
  ) -> [Scorecard] {
    cards(office, rows(office, calendar).filter { isSame($0.period, period) }.map(\.row))
  }

  /// The counted rows of the file with the period of each.
  private static func rows(
    _ office: SalesOffice, _ calendar: CalendarRules
  ) -> [(row: Int, period: Period?)] {
    let table = office[.scores]
    return (0..<table.count)
      .filter { table.state[$0] == .counts }
      .map { ($0, PeriodExpression.parse(table.text(.period, $0), calendar: calendar)) }
  }

  /// Cards from rows, by name.
  private static func cards(_ office: SalesOffice, _ used: [Int]) -> [Scorecard] {
    let table = office[.scores]
    var people: [String: [Item]] = [:]
    for row in used {
      let name = office.lexicon[table.list(.staff, row)].map { office.lexicon[$0] }
        .joined(separator: "、")
      func number(_ field: Field) -> Rational? {
        if let number = table.number(field, row) { return Rational(number) }
        return CellNumber.parse(table.text(field, row))
      }
      let (target, actual) = (number(.target), number(.actual))
      people[name, default: []].append(
        Item(
          row: row, name: table.text(.item, row), weight: number(.weight), target: target,
          actual: actual,
          score: score(
            marks: number(.marks), target: target, actual: actual,
            cap: number(.cap) ?? Rational(100))))
    }
    return people.sorted { $0.key < $1.key }.map { Scorecard(name: $0.key, items: $0.value) }
  }

  private static func isSame(_ one: Period?, _ other: Period?) -> Bool {
    guard let one, let other else { return false }
    return one.from == other.from && one.to == other.to
  }
}

extension Absence {
  /// An item of the appraisal has neither marks nor target and actual.
  static let itemMissing = Absence("item-missing", Words("有项目缺分", "an item is missing"))
  /// The weights of the appraisal do not add to 100.
  static let weightsNot100 = Absence(
    "weights-not-100", Words("权重合计不是100", "weights do not add to 100"))
}

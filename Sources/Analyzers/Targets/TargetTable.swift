import Facts
import Quantities
import Records

/// 指标: the targets file, read by period, measure and person.
struct TargetTable {
  /// One row of the file.
  struct Given {
    let row: Int
    let period: Period
    let measure: TargetMeasure
    /// `none` for the project's own target.
    let person: Symbol
    /// Things or fen; nil for a row that only gives a weight.
    let number: Int64?
    let weight: Int?
  }

  /// A target that was found: its number and the rows that give it.
  struct Found {
    let number: Int64
    let rows: [Int]
  }

  /// What the file says about one period, measure and person.
  enum Answer {
    case none
    case found(Found)
    /// Two rows of one file: an error, no number is taken.
    case conflict
  }

  let rows: [Given]
  let calendar: CalendarRules
  private let table: RecordTable

  init(_ office: SalesOffice) {
    calendar = office.settings.calendar
    let table = office[.targets]
    self.table = table
    let measures = TargetMeasure.allCases
    var rows: [Given] = []
    for row in 0..<table.count where table.state[row] == .counts {
      let word = office.lexicon[table.symbol(.measure, row)]
      guard let measure = measures.first(where: { $0.words.chinese == word }),
        let period = PeriodExpression.parse(table.text(.period, row), calendar: calendar)
      else { continue }
      rows.append(
        Given(
          row: row, period: period, measure: measure,
          person: office.lexicon[table.list(.staff, row)].first ?? .none,
          number: table.number(.target, row).map(Int64.init), weight: table.number(.weight, row)))
    }
    self.rows = rows
  }

  /// The target of exactly this period, measure and person; the later file wins.
  func given(_ measure: TargetMeasure, _ period: Period, _ person: Symbol) -> Answer {
    let own = rows.filter {
      $0.measure == measure && $0.person == person && $0.number != nil
        && $0.period.from == period.from && $0.period.to == period.to
    }
    // Files are read in the order of their names: the highest number is the later name.
    guard let last = own.map({ table.file[$0.row] }).max() else { return .none }
    let latest = own.filter { table.file[$0.row] == last }
    guard latest.count == 1, let number = latest[0].number else { return .conflict }
    return .found(Found(number: number, rows: [latest[0].row]))
  }

  /// Everybody who has a target of this period and measure.
  func people(_ measure: TargetMeasure, _ period: Period) -> [Symbol] {
    var people: [Symbol] = []
    for row in rows
    where row.measure == measure && row.number != nil && !row.person.isNone
      && row.period.from == period.from && row.period.to == period.to
      && !people.contains(row.person)
    {
      people.append(row.person)
    }
    return people
  }

  /// The project's target: its own row, else Σ of the persons, else (quarter, year) Σ of all its
  /// months.
  func project(_ measure: TargetMeasure, _ period: Period) -> Answer {
    switch given(measure, period, .none) {
    case .found(let found): return .found(found)
    case .conflict: return .conflict
    case .none: break
    }
    let people = people(measure, period)
    if !people.isEmpty { return sum(people.map { given(measure, period, $0) }) }
    guard period.kind == .quarter || period.kind == .year else { return .none }
    return sum(months(of: period).map { project(measure, $0) })
  }

  /// The office's months of a quarter or year.
  func months(of period: Period) -> [Period] {
    var months: [Period] = []
    var day = period.from
    while day <= period.to {
      let month = calendar.period(.month, containing: day)
      months.append(month)
      day = month.to + 1
    }
    return months
  }

  /// A row's source.
  func source(_ row: Int) -> SourceRow { table.source(row) }

  /// Σ of answers; none unless all are given.
  private func sum(_ answers: [Answer]) -> Answer {
    var (number, rows): (Int64, [Int]) = (0, [])
    for answer in answers {
      switch answer {
      case .none: return .none
      case .conflict: return .conflict
      case .found(let found):
        number += found.number
        rows += found.rows
      }
    }
    return .found(Found(number: number, rows: rows))
  }
}

extension Analysis {
  /// The targets file.
  var targets: TargetTable { shared("targets") { TargetTable(office) } }
}

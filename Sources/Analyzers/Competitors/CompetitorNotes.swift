import Facts
import Quantities
import Records

/// What is known of the rivals on the last counted day: the survey's rows, project by project.
struct CompetitorNotes {
  /// One row of a survey, dated (a week is dated its last day).
  struct Note {
    let row: Int
    let day: CalendarDay
    let project: Symbol
    let product: Symbol
    let price: Money?
    let sold: Int?
    let released: Int?
    let stock: Int?
    let area: Area?
    let amount: Money?
  }

  /// The notes of one project, oldest first (then file, then line).
  struct Project {
    let name: Symbol
    let notes: [Note]
  }

  /// In the order of names.
  let projects: [Project]
  private let office: SalesOffice
  private let calendar: CalendarRules

  /// Counted rows dated up to `day`; those of our own project do not count.
  init(_ office: SalesOffice, until day: CalendarDay) {
    self.office = office
    calendar = office.settings.calendar
    let table = office[.competitors]
    var byProject: [Symbol: [Note]] = [:]
    for row in 0..<table.count where table.state[row] == .counts {
      let project = table.symbol(.project, row)
      guard !project.isNone, office.isChosen(rival: project),
        let date = table.day(.date, row) ?? table.day(.week, row), date <= day
      else { continue }
      byProject[project, default: []].append(
        Note(
          row: row, day: date, project: project, product: table.symbol(.product, row),
          price: table.money(.price, row).flatMap { $0.fen > 0 ? $0 : nil },
          sold: table.number(.sold, row), released: table.number(.released, row),
          stock: table.number(.stock, row), area: table.area(.soldArea, row),
          amount: table.money(.amount, row)))
    }
    let names = byProject.keys.sorted { office.lexicon[$0] < office.lexicon[$1] }
    projects = names.map { name in
      let notes = (byProject[name] ?? []).sorted { a, b in
        a.day != b.day ? a.day < b.day : a.row < b.row
      }
      return Project(name: name, notes: notes)
    }
  }

  /// The source rows of some notes.
  func lineage(_ notes: [Note]) -> Lineage {
    let rows = notes.map { office[.competitors].source($0.row) }
    return Lineage { rows }
  }

  /// First day of the calendar week of a day.
  func week(of day: CalendarDay) -> CalendarDay {
    calendar.period(.week, containing: day).from
  }
}

extension CompetitorNotes.Project {
  typealias Note = CompetitorNotes.Note

  /// The price last known, yuan per ㎡.
  var lastPrice: Value? { CompetitorNotes.price(ofLastDayIn: notes) }

  /// The day of the price last known, and of the stock.
  var priceDay: CalendarDay? { notes.last { $0.price != nil }?.day }
  var stockDay: CalendarDay? { notes.last { $0.stock != nil }?.day }

  /// The stock last known: Σ of the product rows of its day.
  var lastStock: Int? {
    guard let day = notes.last(where: { $0.stock != nil })?.day else { return nil }
    return notes.reduce(0) { $1.day == day ? $0 + ($1.stock ?? 0) : $0 }
  }

  /// Σ over the notes that fulfil a condition; nil when none of them has a figure.
  func sum(_ value: (Note) -> Int?, where isIncluded: (Note) -> Bool = { _ in true }) -> Int? {
    var sum: Int?
    for note in notes where isIncluded(note) {
      if let number = value(note) { sum = (sum ?? 0) + number }
    }
    return sum
  }
}

extension CompetitorNotes {
  /// A price in yuan: one read from a cell is fen, a quotient is yuan.
  static func yuan(_ price: Value) -> Rational? {
    guard case .money(let money) = price else { return price.number }
    return Rational(Int128(money.fen), over: 100)
  }

  /// The price on the last day that has one. Several product rows of that day: Σ amount / Σ area
  /// when all have both, else the mean weighted by what was sold, else the row with most stock.
  static func price(ofLastDayIn notes: [Note]) -> Value? {
    guard let day = notes.last(where: { $0.price != nil })?.day else { return nil }
    let sameDay = notes.filter { $0.day == day }
    let priced = sameDay.filter { $0.price != nil }
    if priced.count == 1, sameDay.count == 1 { return priced[0].price.map(Value.money) }
    let (amounts, areas) = (sameDay.compactMap(\.amount), sameDay.compactMap(\.area))
    let area = areas.reduce(.zero, +)
    if amounts.count == sameDay.count, areas.count == sameDay.count, area > .zero {
      return .ratio(Ratio(.money(amounts.reduce(.zero, +)), over: .area(area)))
    }
    if priced.count == 1 { return priced[0].price.map(Value.money) }
    let sold = priced.reduce(0) { $0 + max(0, $1.sold ?? 0) }
    if sold > 0 {
      let fen = priced.reduce(Int64(0)) { $0 + ($1.price?.fen ?? 0) * Int64(max(0, $1.sold ?? 0)) }
      return .ratio(Ratio(.money(Money(fen: fen)), over: .count(sold)))
    }
    let most = priced.max { ($0.stock ?? 0) < ($1.stock ?? 0) }?.stock ?? 0
    return priced.first { ($0.stock ?? 0) == most }?.price.map(Value.money)
  }
}

extension SalesOffice {
  /// Whether the run is about a competitor: one of those chosen, or any when none is.
  func isChosen(rival: Symbol) -> Bool { chosenRivals.isEmpty || chosenRivals.contains(rival) }

  /// What a figure says beside itself when only some competitors were chosen.
  var chosenRivalsRemark: [Words] {
    guard !chosenRivals.isEmpty else { return [] }
    let names = chosenRivals.map { lexicon[$0] }
    return [
      Words(
        "只含所选竞品：" + names.joined(separator: "、"),
        "chosen competitors only: " + names.joined(separator: ", "))
    ]
  }
}

extension Analysis {
  /// The survey up to the last counted day.
  var competitorNotes: CompetitorNotes {
    shared("competitor-notes") { CompetitorNotes(office, until: day) }
  }
}

package import Facts
package import Quantities
package import Records

/// One run over one office: what every analyzer is given, and the store of what was computed.
///
/// A figure that stands in several documents is computed once; analyzers run only when asked.
/// Used from one thread.
package final class Analysis {
  package let office: SalesOffice
  /// The same for those that keep it.
  let house: House
  package let windows: Windows
  /// Show names and phones in full.
  package let showsPersonal: Bool
  /// What an earlier report of the office knew, where the user named one.
  package let issued: IssuedRows?
  private let analyzers: [String: Analyzer]
  private var facts: [FigureKey: Fact] = [:]
  /// Intermediate results that several analyzers share, by name.
  private var shared: [String: Any] = [:]

  package init(
    office: SalesOffice, period: Period, showsPersonal: Bool = false, issued: IssuedRows? = nil,
    analyzers: [Analyzer] = Analyzer.all
  ) {
    self.office = office
    house = House(office)
    self.showsPersonal = showsPersonal
    self.issued = issued
    windows = Windows(
      period: period, asOf: office.asOf, calendar: office.settings.calendar,
      firstDay: DataSpan.first(of: office))
    self.analyzers = Dictionary(
      analyzers.map { ($0.definition.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What another thread needs to find the same figures of the same period by itself.
  package struct Seed: Sendable {
    fileprivate let house: House
    fileprivate let windows: Windows
    fileprivate let showsPersonal: Bool
    fileprivate let issued: IssuedRows?
    fileprivate let analyzers: [String: Analyzer]
  }

  package var seed: Seed {
    Seed(
      house: house, windows: windows, showsPersonal: showsPersonal, issued: issued,
      analyzers: analyzers)
  }

  package init(_ seed: Seed) {
    house = seed.house
    office = seed.house.office
    windows = seed.windows
    showsPersonal = seed.showsPersonal
    issued = seed.issued
    analyzers = seed.analyzers
  }

  /// The last counted day: min(period's last day, as-of).
  package var day: CalendarDay { windows.lastCountedDay }

  /// The content of a figure; missing for unknown names, which callers check before.
  package func fact(_ key: FigureKey) -> Fact {
    if let known = facts[key] { return known }
    guard let analyzer = analyzers[key.id] else { return Fact(.missing(.notApplicable)) }
    let scope = analyzer.definition.scopes == .toDate ? Scope.this : key.scope
    let fact = analyzer.compute(self, scope)
    facts[key] = fact
    return fact
  }

  /// The value of a scalar figure.
  package func value(_ id: String, _ scope: Scope = .this) -> Value {
    fact(FigureKey(id, scope)).value
  }

  /// An intermediate result, made on first use. The name must be unique to its type.
  package func shared<Result>(_ name: String, make: () -> Result) -> Result {
    if let any = shared[name], let known = any as? Result { return known }
    let result = make()
    shared[name] = result
    return result
  }
}

/// One figure: its catalogue entry and the function that computes it for one scope.
package struct Analyzer: Sendable {
  package let definition: FigureDefinition
  package let compute: @Sendable (Analysis, Scope) -> Fact

  package init(
    _ definition: FigureDefinition, compute: @escaping @Sendable (Analysis, Scope) -> Fact
  ) {
    self.definition = definition
    self.compute = compute
  }
}

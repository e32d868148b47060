import Analyzers
import CSV
import Facts

/// The figures of a run's documents, found on a second thread while the first fills the templates: the
/// thread begins with the checks, which stand in no template, then takes the documents from behind.
///
/// A figure is a function of the office and the period, so it does not matter who finds it.
struct FactsAhead {
  private let analysis: Analysis
  private let ahead: Ahead<Substring, [FigureKey: Fact]>

  /// What the head and the foot of every document say.
  private static let checks = ["audit.hits", "data.rejects", "data.balance"].map { FigureKey($0) }

  /// - Parameter figures: what the documents name, in their order; none starts no thread.
  init(_ analysis: Analysis, _ figures: [FigureKey]) {
    self.analysis = analysis
    let seed = analysis.seed
    let groups = Dictionary(grouping: FactsAhead.checks + figures) { FactsAhead.group($0) }
    var order: [Substring] = []
    for key in figures.reversed() + FactsAhead.checks.reversed()
    where !order.contains(FactsAhead.group(key)) {
      order.append(FactsAhead.group(key))
    }
    let first = FactsAhead.checks.map { FactsAhead.group($0) }
    order = first + order.filter { !first.contains($0) }
    ahead = Ahead(WorkerCount.ofThisMachine > 1 && !figures.isEmpty ? order : []) {
      let analysis = Analysis(seed)
      return { group in
        Dictionary(
          (groups[group] ?? []).map { ($0, analysis.fact($0)) },
          uniquingKeysWith: { first, _ in first })
      }
    }
  }

  /// The content of a figure, whoever finds it.
  func fact(_ key: FigureKey) -> Fact {
    ahead.value(of: FactsAhead.group(key))?[key] ?? analysis.fact(key)
  }

  /// Figures that share most of their work: those of one subject, but breakdowns, which share no more
  /// than what they break down.
  /// The entry audit looks at the stock, so both are found by the same thread.
  private static func group(_ key: FigureKey) -> Substring {
    let subject = subject(key)
    if subject == "stock" { return "audit" }
    return key.id.dropFirst(subject.count).hasPrefix(".by-") ? key.id[...] : subject
  }

  private static func subject(_ key: FigureKey) -> Substring {
    key.id.prefix { $0 != "." }
  }
}

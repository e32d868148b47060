import Documents
import Facts
import Quantities

/// Headline figures, their comparisons, targets and proofs.
extension Binding {
  /// Rows of a proof that are listed; the rest is counted.
  static let proofRows = 8

  mutating func metrics(_ spec: MetricsSpec) -> [Bound] {
    var metrics: [Metric] = []
    var absent: [Bound] = []
    var remarks: [(figure: String, name: String, remark: String)] = []
    for key in spec.figures {
      guard let definition = context.catalogue[key.id] else { continue }
      let fact = context.fact(key)
      if case .missing(let absence) = fact.value, absence != .zeroDenominator {
        absent.append(.absent(definition.name[language], absence))
        continue
      }
      remarks += fact.remarks.map { (key.text, definition.name[language], $0[language]) }
      let shown = Shown(fact.value, unit: definition.unit, of: key.text)
      metrics.append(
        Metric(
          label: label(of: definition, key.scope), shown: shown,
          comparisons: spec.compare.map { comparison(definition, fact.value, $0) },
          progress: spec.showsTargets ? progress(key.id) : nil, hasProof: true))
      prove(key, definition, fact, shown)
    }
    guard !metrics.isEmpty else { return absent }
    return [.block(.metrics(Metrics(metrics: metrics)))] + said(remarks) + absent
  }

  /// The name of a figure with its scope.
  func label(of definition: FigureDefinition, _ scope: Scope) -> String {
    let name = definition.name[language]
    guard scope != .this, definition.scopes == .all else { return name }
    return name + Phrases.open[language] + Phrases.scope(scope, in: context)[language]
      + Phrases.close[language]
  }

  private func comparison(
    _ definition: FigureDefinition, _ now: Value, _ scope: Scope
  ) -> Metric.Comparison {
    let key = FigureKey(definition.id, scope)
    let value = context.fact(key).value
    let shown = Shown(value, unit: definition.unit, of: key.text)
    let label = Phrases.against(scope, in: context)[language]
    guard scope == .previous || scope == .lastYear else {
      return Metric.Comparison(label: label, value: shown)
    }
    let change = Change(now, against: value, unit: definition.unit)
    return Metric.Comparison(
      label: label, value: shown, change: change.relative, difference: change.difference)
  }

  private func progress(_ id: String) -> Metric.Progress? {
    let measures = [
      "calls.count": "calls", "visits.count": "visits", "deals.units": "deals-units",
      "deals.amount": "deals-amount", "signed.units": "signed-units",
      "signed.amount": "signed-amount", "receipts.amount": "receipts-amount",
    ]
    guard let measure = measures[id] else { return nil }
    func shown(_ part: String) -> Shown? {
      let id = "targets.\(measure).\(part)"
      guard let definition = context.catalogue[id] else { return nil }
      return Shown(context.fact(FigureKey(id)).value, unit: definition.unit, of: id)
    }
    guard let target = shown("target"), let actual = shown("actual"), let rate = shown("rate"),
      let elapsed = shown("time-progress"), !target.value.isMissing
    else { return nil }
    // A day or week without a target of its own is held against the month's, which the figure says.
    let isOfMonth = !context.fact(FigureKey("targets.\(measure).target")).remarks.isEmpty
    let label = Phrases.period(isOfMonth ? .month : context.period.kind)
    return Metric.Progress(
      label: language == .chinese
        ? label.chinese + Phrases.target.chinese
        : Phrases.target.english + ", " + label.english.lowercased(),
      actual: actual, target: target, rate: rate, elapsed: elapsed)
  }

  private mutating func prove(
    _ key: FigureKey, _ definition: FigureDefinition, _ fact: Fact, _ shown: Shown
  ) {
    guard !proofs.contains(where: { $0.of == key.text }) else { return }
    let rows = fact.lineage.rows
    let meaning = ([definition.meaning] + fact.remarks).map { $0[language] }
    proofs.append(
      Proof(
        of: key.text, name: label(of: definition, key.scope),
        meaning: meaning.joined(separator: Phrases.semicolon[language]), shown: shown,
        rows: rows.prefix(Self.proofRows).map(context.sourceName), rowCount: rows.count))
  }
}

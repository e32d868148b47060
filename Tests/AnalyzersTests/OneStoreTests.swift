import Analyzers
import Facts
import OfficeSupport
import Quantities
import Records
import Testing

/// One store for a run: what several documents name is computed once, and nothing that none names.
@Suite struct OneStoreTests {
  /// Which figures were computed, in order. Unchecked: an analysis is used from one thread.
  private final class Record: @unchecked Sendable {
    var computed: [FigureKey] = []
  }

  /// The whole catalogue over the tiny office, with every computation recorded.
  private func analysis(_ record: Record) -> Analysis {
    let analyzers = Analyzer.all.map { analyzer in
      Analyzer(analyzer.definition) { analysis, scope in
        record.computed.append(FigureKey(analyzer.definition.id, scope))
        return analyzer.compute(analysis, scope)
      }
    }
    return Analysis(office: TinyOffice.make(), period: TinyOffice.week, analyzers: analyzers)
  }

  @Test func figureOfSeveralDocumentsIsComputedOnceAndIdentical() {
    let record = Record()
    let analysis = analysis(record)
    let keys = Analyzer.all.flatMap { analyzer in
      analyzer.definition.scopes == .toDate
        ? [FigureKey(analyzer.definition.id)]
        : [Scope.this, .previous, .total].map { FigureKey(analyzer.definition.id, $0) }
    }
    let first = keys.map { analysis.fact($0).value }
    let computed = record.computed
    #expect(Set(computed).count == computed.count)
    #expect(Set(computed).isSuperset(of: keys))
    // The second document asks for the same figures: nothing is computed again.
    #expect(keys.map { analysis.fact($0).value } == first)
    #expect(record.computed == computed)
  }

  @Test(arguments: ["visits.count", "calls.count", "deals.amount", "visits.by-channel"])
  func analyzersRunOnlyWhenAskedFor(id: String) {
    let record = Record()
    _ = analysis(record).fact(FigureKey(id))
    #expect(record.computed == [FigureKey(id)])
  }
}

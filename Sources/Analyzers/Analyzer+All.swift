package import Facts

extension Analyzer {
  /// Every figure there is, in the order of the reference page. A new figure is one entry beside
  /// its analyzer and, for a new file of them, one line here.
  package static let all: [Analyzer] = [
    CallFigures.analyzers
  ].flatMap { $0 }
}

extension Catalogue {
  /// The catalogue of all figures.
  package static let all = Catalogue(Analyzer.all.map(\.definition))
}

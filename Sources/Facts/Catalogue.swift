import Quantities

/// All figures that can be asked for: the one source of names, columns and definitions.
package struct Catalogue: Sendable {
  /// In the order of the reference page.
  package let definitions: [FigureDefinition]
  private let positions: [String: Int]

  package init(_ definitions: [FigureDefinition]) {
    self.definitions = definitions
    positions = Dictionary(
      definitions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(id: String) -> FigureDefinition? { positions[id].map { definitions[$0] } }

  /// The known ids nearest to a misspelt one, best first, at most `limit`.
  package func suggestions(for id: String, limit: Int = 3) -> [String] {
    Spelling.nearest(to: id, among: definitions.map(\.id), limit: limit)
  }
}

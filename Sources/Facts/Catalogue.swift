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

  /// The known ids nearest to a misspelt one, best first, at most `limit`; a figure's name in either
  /// language, or a part of it, leads to its id too.
  package func suggestions(for id: String, limit: Int = 3) -> [String] {
    let typed = id.lowercased()
    var found = definitions.filter {
      $0.name.chinese == id || $0.name.english.lowercased() == typed
    }
    .map(\.id)
    found += Spelling.nearest(to: id, among: definitions.map(\.id), limit: limit)
    if found.isEmpty, !typed.isEmpty {
      found = definitions.filter {
        $0.id.hasSuffix("." + typed) || $0.name.chinese.contains(id)
          || $0.name.english.lowercased().contains(typed)
      }.map(\.id)
    }
    // A right word behind a wrong family.
    if found.isEmpty, let word = typed.split(separator: ".").last, word.count > 3, word != typed {
      found = definitions.map(\.id).filter { $0.contains(word) }
    }
    var suggestions: [String] = []
    for id in found where !suggestions.contains(id) { suggestions.append(id) }
    return Array(suggestions.prefix(limit))
  }
}

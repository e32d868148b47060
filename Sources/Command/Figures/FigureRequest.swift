import Facts
import Quantities

/// Turns ids as typed into figures of the catalogue.
enum FigureRequest {
  /// The figures of `ids` (all when empty), each followed by its other scopes where it has them.
  static func keys(
    _ ids: [String], scopes: [Scope], catalogue: Catalogue
  ) throws(Failure) -> [FigureKey] {
    var keys: [FigureKey] = []
    let asked = try ids.map { text throws(Failure) in try key(text, catalogue) }
    for key in asked.isEmpty ? catalogue.definitions.map({ FigureKey($0.id) }) : asked {
      guard let definition = catalogue[key.id] else { continue }
      keys.append(key)
      if key.scope == .this {
        keys += scopes.filter(definition.allows).map { FigureKey(key.id, $0) }
      }
    }
    return keys
  }

  /// One figure as typed, `visits.count` or `visits.count@month`.
  static func key(_ text: String, _ catalogue: Catalogue) throws(Failure) -> FigureKey {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard let id = parts.first, let definition = catalogue[id] else {
      let near = catalogue.suggestions(for: parts.first ?? text)
      throw Failure(
        .usage,
        "没有指标“\(text)”" + (near.isEmpty ? "" : "；是不是 \(near.joined(separator: "、"))？"),
        "no figure \"\(text)\""
          + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"))
    }
    guard parts.count == 2 else { return FigureKey(id) }
    guard let scope = try ScopeOption.parse(parts[1]).first ?? (parts[1] == "this" ? .this : nil),
      definition.allows(scope)
    else {
      let allowed = Scope.allCases.filter { $0 != .this && definition.allows($0) }.map(\.rawValue)
      throw Failure(
        .usage,
        "指标 \(id) 没有范围“\(parts[1])”"
          + (allowed.isEmpty ? "，只有本期一个值" : "；有：\(allowed.joined(separator: "、"))"),
        "figure \(id) has no scope \"\(parts[1])\""
          + (allowed.isEmpty
            ? "; it has one value only" : "; it has: \(allowed.joined(separator: ", "))"))
    }
    return FigureKey(id, scope)
  }
}

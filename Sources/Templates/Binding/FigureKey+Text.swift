import Facts

extension FigureKey {
  /// The key of `visits.count` or `visits.count@month`; nil for unknown scopes.
  static func parse(_ text: String) -> FigureKey? {
    let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
    guard let id = parts.first else { return nil }
    guard parts.count > 1 else { return FigureKey(id) }
    return Scope(rawValue: parts[1]).map { FigureKey(id, $0) }
  }
}

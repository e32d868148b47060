import Facts
import Quantities

/// Reads lists such as `previous,month,total`.
enum ScopeOption {
  static func parse(_ text: String?) throws(Failure) -> [Scope] {
    guard let text else { return [] }
    var scopes: [Scope] = []
    for word in text.split(separator: ",") {
      guard let scope = Scope(rawValue: String(word)) else {
        let names = Scope.allCases.map(\.rawValue)
        let near = Spelling.nearest(to: String(word), among: names, limit: 1).first
        throw Failure(
          .usage,
          "没有范围“\(word)”" + (near.map { "；是不是 \($0)？" } ?? "；有：" + names.joined(separator: "、")),
          "no scope \"\(word)\""
            + (near.map { "; did you mean \($0)?" } ?? "; there are: "
              + names.joined(separator: ", ")))
      }
      if scope != .this, !scopes.contains(scope) { scopes.append(scope) }
    }
    return scopes
  }
}

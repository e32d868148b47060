/// Names of templates and parts: they become file names, so no separators, dots or blanks.
package enum TemplateName {
  /// Letters, digits, inner hyphens and underscores, at most 60 characters.
  package static func isValid(_ name: String) -> Bool {
    guard (1...60).contains(name.count), name.first != "-" else { return false }
    return name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}

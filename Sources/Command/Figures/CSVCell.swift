/// One cell of a CSV file that a spreadsheet opens: quoted where needed, never a formula.
enum CSVCell {
  static func text(_ value: String) -> String {
    let safe = isFormula(value) ? "'" + value : value
    let special: Set<Character> = [",", "\"", "\n", "\r", "\r\n"]
    guard safe.contains(where: special.contains) else { return safe }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// Begins with = + - @ (or a control character) and is neither a number nor a phone number.
  private static func isFormula(_ value: String) -> Bool {
    guard let first = value.unicodeScalars.first else { return false }
    if first == "\t" || first == "\r" { return true }
    guard ["=", "+", "-", "@"].contains(first) else { return false }
    if first == "=" || first == "@" { return true }
    let rest = value.unicodeScalars.dropFirst()
    let isNumber =
      !rest.isEmpty && rest.allSatisfy { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
    return !isNumber
  }
}

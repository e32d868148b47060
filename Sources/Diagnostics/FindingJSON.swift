/// Findings for programs: one JSON object a line with severity, code, message, file, line, column,
/// value and hint, always in this order; what is not known is left out.
package struct FindingJSON: Sendable {
  private let wording: Wording

  /// - Parameter chinese: the language of message and hint; English otherwise.
  package init(chinese: Bool) { wording = chinese ? .chinese : .english }

  /// The line of a finding with its line end.
  package func line(of finding: Finding) -> String {
    var members = [
      member("severity", finding.severity.rawValue), member("code", finding.code),
      member("message", wording.sentence(of: finding)),
    ]
    if let place = finding.place {
      members.append(member("file", place.file))
      if let line = place.line { members.append("\"line\":\(line)") }
      if let column = place.column { members.append("\"column\":\(column)") }
    }
    if let value = finding.facts["found"] { members.append(member("value", value)) }
    if let hint = wording.hint(of: finding) { members.append(member("hint", hint)) }
    return "{" + members.joined(separator: ",") + "}\n"
  }

  private func member(_ name: String, _ value: String) -> String {
    "\"\(name)\":\(FindingJSON.quoted(value))"
  }

  /// A JSON string: quotes, backslashes and control characters escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

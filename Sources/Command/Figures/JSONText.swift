/// JSON written byte for byte the same everywhere: keys in the order they are added.
struct JSONText {
  private(set) var text = ""
  private var needsComma = false

  mutating func object(_ body: (inout JSONText) -> Void) { nest("{", "}", body) }
  mutating func array(_ body: (inout JSONText) -> Void) { nest("[", "]", body) }

  /// A member's name, on a line of its own when asked.
  mutating func key(_ name: String, onNewLine: Bool = false) {
    separate()
    if onNewLine { text += "\n" }
    quote(name)
    text += ":"
    needsComma = false
  }

  mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  /// A number or a word of JSON, written as it is.
  mutating func raw(_ value: String) {
    separate()
    text += value
  }

  mutating func newline() { text += "\n" }

  private mutating func nest(
    _ open: String, _ close: String, _ body: (inout JSONText) -> Void
  ) {
    separate()
    text += open
    needsComma = false
    body(&self)
    text += close
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text += "," }
    needsComma = true
  }

  private mutating func quote(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

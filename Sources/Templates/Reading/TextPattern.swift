import Facts
import Quantities

/// A text with `{…}` places: what stands between the braces names a figure, a fact of the report
/// or a cell of the row at hand. `{{` is a brace.
struct TextPattern: Hashable, Sendable {
  /// What is shown of a figure.
  enum Aspect: Hashable, Sendable {
    case value(Format)
    /// Relative change against another scope; points for rates.
    case change
    /// Absolute difference to another scope, in the figure's own unit.
    case difference
    /// The figure's name.
    case name
  }

  enum Owner: String, Hashable, Sendable {
    /// The row of the section's `each`.
    case each
    /// The row of the list.
    case row
  }

  enum Piece: Hashable, Sendable {
    case text(String)
    case figure(FigureKey, Aspect)
    case pseudo(PseudoFigure, Format)
    case cell(Owner, String, Format)
  }

  /// One `{…}` as written.
  struct Reference: Hashable, Sendable {
    /// All between the braces.
    let written: String
    let id: String
    let scope: String?
    let format: String?

    init(_ written: Substring) {
      self.written = String(written)
      let parts = written.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let name = (parts.first ?? "").split(
        separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
      id = String(name.first ?? "")
      scope = name.count > 1 ? String(name[1]) : nil
      format = parts.count > 1 ? String(parts[1]) : nil
    }
  }

  /// A stretch of a text as split at its braces.
  enum Token: Hashable {
    case text(String)
    /// A reference and the number of `{` before it.
    case reference(Reference, brace: Int)
    /// A `{` that is never closed, or an empty pair.
    case broken(brace: Int)
  }

  /// The text as written, blanks folded: the key of the word list.
  let source: String
  let pieces: [Piece]

  /// A text without references.
  init(plain text: String) {
    source = text
    pieces = text.isEmpty ? [] : [.text(text)]
  }

  init(source: String, pieces: [Piece]) {
    self.source = source
    self.pieces = pieces
  }

  /// Splits a text at its braces.
  static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var plain = ""
    var brace = 0
    var rest = text[...]
    func flush() {
      if !plain.isEmpty { tokens.append(.text(plain)) }
      plain = ""
    }
    while let character = rest.first {
      rest.removeFirst()
      if character == "}", rest.first == "}" {
        rest.removeFirst()
        plain.append("}")
      } else if character != "{" {
        plain.append(character)
      } else if rest.first == "{" {
        rest.removeFirst()
        brace += 2
        plain.append("{")
      } else {
        flush()
        let end = rest.firstIndex { $0 == "}" || $0 == "{" }
        if let end, rest[end] == "}", end != rest.startIndex {
          tokens.append(.reference(Reference(rest[..<end]), brace: brace))
          rest = rest[rest.index(after: end)...]
        } else {
          tokens.append(.broken(brace: brace))
        }
        brace += 1
      }
    }
    flush()
    return tokens
  }

  /// The text with blanks folded: a line break between Chinese words vanishes, other runs of
  /// blanks become one.
  static func folded(_ text: String) -> String {
    var result = ""
    var hasBlank = false
    var hasBreak = false
    for character in text {
      if character == " " || character == "\t" || character.isNewline {
        hasBlank = true
        if character.isNewline { hasBreak = true }
        continue
      }
      if hasBlank, let last = result.last {
        let isWide = !last.isASCII && !character.isASCII
        if !(hasBreak && isWide) { result.append(" ") }
      }
      (hasBlank, hasBreak) = (false, false)
      result.append(character)
    }
    return result
  }
}

internal import Checksum
package import Documents
import Quantities

/// Writes a document as one HTML file: no script, nothing from elsewhere, and a content policy
/// that allows the page's own style sheet alone.
package struct HTMLWriter: Sendable {
  private let theme: Theme

  package init(_ theme: Theme) { self.theme = theme }

  /// The whole file; the same document and theme always give the same bytes.
  package func write(_ document: Document) -> Written {
    var page = HTMLPage(document: document)
    var style = theme.style
    style += PageStyle(document: document).rules
    var markup = Markup()
    for piece in theme.pieces {
      switch piece {
      case .markup(let bytes): markup.raw(bytes)
      case .slot(let slot): fill(slot, style, &page, &markup)
      }
    }
    return Written(bytes: markup.bytes, replacedCharacters: markup.replaced)
  }

  private func fill(
    _ slot: Theme.Slot, _ style: String, _ page: inout HTMLPage, _ markup: inout Markup
  ) {
    switch slot {
    case .language: markup.text(page.phrases.languageTag)
    case .policy:
      markup.raw("<meta http-equiv=\"Content-Security-Policy\"")
      let hash = Base64.text(SHA256.digest(of: Array(style.utf8)))
      markup.attribute(
        "content",
        "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'")
      markup.raw(">")
    case .title: markup.text(page.names.name + " " + page.names.headline)
    case .style:
      markup.raw("<style>")
      markup.raw(Array(style.utf8))
      markup.raw("</style>")
    case .classes: markup.text(page.classes)
    case .skip: markup.text(page.phrases.skip)
    case .contents, .head, .alerts, .body, .proofs, .sources, .signatures:
      page.markup = Markup()
      switch slot {
      case .contents: page.contents()
      case .head: page.head()
      case .alerts: page.alerts()
      case .body: page.body()
      case .proofs: page.proofs()
      case .sources: page.sources()
      default: page.signatures()
      }
      markup.raw(page.markup)
    }
  }
}

/// The rules of the style sheet that are not the theme's: widths of bars, and what stands on every
/// printed page.
struct PageStyle {
  let document: Document

  /// Rules to put behind the theme's own.
  var rules: String {
    let names = PeriodText(document: document)
    let phrases = Phrases(language: document.language)
    var left = names.name + " · " + names.days
    if !document.alerts.isEmpty { left += " · " + phrases.draft }
    let size = document.orientation == .landscape ? "size:A4 landscape;" : ""
    return "\n" + PageStyle.widths
      + "\n@page{\(size)@bottom-left{content:\"\(PageStyle.escaped(left))\"}}\n"
  }

  /// Widths of the bars in cells, in percent of the room that the theme gives them.
  private static let widths = (1...100).map {
    ".w\($0){--part:\(Digits.decimal(Int128($0), decimals: 2))}"
  }.joined()

  /// Text within a CSS string: everything but ASCII letters, digits and blanks by number, so that
  /// nothing can end the string or the style element.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      let isPlain =
        scalar == " " || scalar == "-" || ("0"..."9").contains(scalar)
        || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      // A number without blank after it would swallow a digit that follows.
      escaped += isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }
    return escaped
  }
}

/// RFC 4648 base64 of a digest.
enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      bits <<= UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let digit = Int(bits >> UInt32(18 - 6 * place) & 63)
        text.append(place <= group.count ? digits[digit] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

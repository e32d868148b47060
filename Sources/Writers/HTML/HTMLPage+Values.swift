import Documents
import Quantities

extension HTMLPage {
  /// What a paragraph is for; decides how it looks.
  enum Role { case lead, finding, plain }

  /// The element of one value: exact in an attribute, as shown in its content.
  mutating func value(_ shown: Shown, of: String? = nil) {
    let figure = of ?? shown.of
    let text = shown.text(formatter)
    if let absence = shown.value.absence {
      markup.raw("<abbr")
      markup.attribute("title", absence.reason[document.language])
      exact(shown, figure)
      markup.raw(">")
      markup.text(text)
      markup.raw("</abbr>")
      return
    }
    switch shown.value {
    case .day(let day):
      markup.raw("<time")
      markup.attribute("datetime", day.description)
      if let figure { markup.attribute("data-of", figure) }
      markup.raw(">")
      markup.text(text)
      markup.raw("</time>")
    case .text, .words:
      guard figure != nil || shown.printed != nil else { return markup.text(text) }
      markup.raw("<data")
      exact(shown, figure)
      markup.raw(">")
      markup.text(text)
      markup.raw("</data>")
    default:
      markup.raw("<data")
      exact(shown, figure)
      markup.raw(">")
      markup.text(text)
      markup.raw("</data>")
    }
  }

  private mutating func exact(_ shown: Shown, _ figure: String?) {
    // `abbr` has no value of its own: a quotient over zero keeps its sides in a data attribute.
    if let text = ExactValue(shown.value, in: document.language).text {
      if shown.value.absence == nil {
        markup.attribute("value", text)
      } else {
        markup.attribute("data-value", text)
      }
    }
    if let figure { markup.attribute("data-of", figure) }
  }

  /// A value with its unit, small, never broken across lines.
  mutating func valueWithUnit(_ shown: Shown) {
    value(shown)
    let unit = shown.unitText(formatter)
    guard shown.value.absence == nil, !unit.isEmpty, unit != "%" else { return }
    markup.raw("<small> ")
    markup.text(unit)
    markup.raw("</small>")
  }

  mutating func paragraph(_ text: [Inline], role: Role) {
    switch role {
    case .lead: markup.raw("<p class=\"lead\">")
    case .finding: markup.raw("<p class=\"finding\">")
    case .plain: markup.raw("<p>")
    }
    inlines(text)
    markup.raw("</p>\n")
  }

  /// Running text; a number and the unit word behind it stay on one line.
  mutating func inlines(_ inlines: [Inline]) {
    var taken = 0
    for (index, inline) in inlines.enumerated() {
      switch inline {
      case .text(let text):
        markup.text(String(text.dropFirst(taken)))
        taken = 0
      case .value(let shown):
        guard shown.isNumber else {
          value(shown)
          continue
        }
        markup.raw("<b class=\"v\">")
        value(shown)
        if index + 1 < inlines.count, case .text(let next) = inlines[index + 1] {
          taken = HTMLPage.leadingUnit(next)
          markup.text(String(next.prefix(taken)))
        }
        markup.raw("</b>")
      case .link(let text, let file):
        markup.raw("<a")
        markup.attribute("href", "./" + HTMLPage.percentEncoded(file))
        markup.raw(">")
        markup.text(text)
        markup.raw("</a>")
      }
    }
  }

  /// A file name as part of an address.
  private static func percentEncoded(_ name: String) -> String {
    var text = ""
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        text += "%" + (hex.count < 2 ? "0" : "") + hex
      }
    }
    return text
  }

  /// Characters of the unit word that begins a text, with a blank before it; 0 where none does.
  private static func leadingUnit(_ text: String) -> Int {
    let blanks = text.hasPrefix(" ") ? 1 : 0
    let rest = text.dropFirst(blanks)
    for word in units where rest.hasPrefix(word) {
      let next = rest.dropFirst(word.count).first
      let continues = word.utf8.first.map { $0 < 0x80 } ?? false && next?.isLetter ?? false
      if !continues { return blanks + word.count }
    }
    return 0
  }

  /// All unit words, longest first.
  private static let units: [String] = {
    let formatter = Language.allCases.map { Formatter($0) }
    let words =
      Unit.allCases.flatMap { unit in Language.allCases.map { unit.words[$0] } }
      + formatter.flatMap { [$0.unitText(.money, format: .wan), $0.unitText(.money, format: .yi)] }
    let sorted = words.filter { !$0.isEmpty }.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0 < $1
    }
    return sorted
  }()
}

extension Shown {
  /// A number that is there, as opposed to words, days and dashes.
  var isNumber: Bool {
    switch value {
    case .count, .portion, .money, .area, .ratio: value.absence == nil
    case .day, .clock, .text, .words, .missing: false
    }
  }
}

import Documents
import Quantities

/// One document on its way into HTML.
struct HTMLPage {
  let document: Document
  let formatter: Formatter
  let phrases: Phrases
  let names: PeriodText
  /// Figures that have a proof in the appendix.
  let proven: Set<String>
  var markup = Markup()
  /// Number of the last chart, for its ids.
  var chartNumber = 0

  init(document: Document) {
    self.document = document
    formatter = Formatter(document.language)
    phrases = Phrases(language: document.language)
    names = PeriodText(document: document)
    proven = Set(document.proofs.map(\.of))
  }

  /// Words of the body's `class` attribute.
  var classes: String {
    var words = ["report-" + HTMLPage.identifier(document.name)]
    if !document.style.isEmpty { words.append("style-" + HTMLPage.identifier(document.style)) }
    words.append(document.orientation.rawValue)
    words.append(document.audience.rawValue)
    if !document.alerts.isEmpty { words.append("draft") }
    return words.joined(separator: " ")
  }

  /// A word that may stand in an id or a class.
  static func identifier(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isPlain =
            ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            || ("0"..."9").contains(scalar) || [".", "-", "_"].contains(scalar)
          return isPlain ? scalar : "-"
        }))
  }

  // MARK: Slots

  mutating func contents() {
    var entries: [(id: String, text: String)] = []
    for (index, section) in topSections.enumerated() {
      entries.append(("s\(index + 1)", section.title.plain(formatter)))
    }
    if !document.proofs.isEmpty { entries.append(("proofs", phrases.proofs)) }
    if !document.sources.isEmpty { entries.append(("sources", phrases.balance)) }
    guard entries.count > 1 else { return }
    markup.raw("<nav class=\"contents\"")
    markup.attribute("aria-label", phrases.contents)
    markup.raw("><ol>")
    for entry in entries {
      markup.raw("<li><a")
      markup.attribute("href", "#" + entry.id)
      markup.raw(">")
      markup.text(entry.text)
      markup.raw("</a></li>")
    }
    markup.raw("</ol></nav>\n")
  }

  mutating func head() {
    var kicker: [String] = document.project.isEmpty ? [] : [document.project]
    kicker.append(names.shortTitle)
    if let week = names.week { kicker.append(week) }
    if document.audience == .manager { kicker.append(phrases.managerCopy) }
    markup.raw("<h1><span class=\"kicker\">")
    markup.text(kicker.joined(separator: " · "))
    markup.raw("</span> ")
    markup.text(names.headline)
    markup.raw("</h1>\n<p class=\"under\">")
    var under: [String] = []
    if document.period.kind != .range { under.append(names.days) }
    var asOf = phrases.asOf(document.asOf.description)
    if document.isUnfinished { asOf += phrases.bracketed(phrases.unfinished) }
    under.append(asOf)
    if let first = document.rules.first {
      under.append(phrases.rulesMark + first)
      under += document.rules.dropFirst()
    }
    markup.text(under.joined(separator: " · "))
    markup.raw("</p>\n")
    guard !document.alerts.isEmpty else { return }
    markup.raw("<p class=\"stamp\">")
    markup.text(phrases.draft)
    markup.raw("</p>\n")
  }

  /// More places than this would hide the figures behind them; how many there are is told, and the
  /// XML holds all.
  private static let mostPlaces = 40

  mutating func alerts() {
    guard !document.alerts.isEmpty else { return }
    markup.raw("<section class=\"alerts\" aria-labelledby=\"alerts\"><h2 id=\"alerts\">")
    markup.text(phrases.handleFirst)
    markup.raw("</h2><ul>")
    for (index, alert) in document.alerts.enumerated() {
      markup.raw("<li>")
      markup.text(alert.text)
      if !alert.places.isEmpty {
        markup.raw("<span class=\"places\">")
        let places = PlaceList(Array(alert.places.prefix(HTMLPage.mostPlaces)))
        let more = alert.places.count > HTMLPage.mostPlaces ? phrases.andMore : ""
        markup.text(phrases.bracketed(places.text(document.language) + more))
        markup.raw("</span>")
      }
      if index == document.alerts.count - 1 {
        let isEnded = alert.places.isEmpty && (alert.text.last?.isPunctuation ?? true)
        markup.text(isEnded ? " " : phrases.stop)
        markup.raw("<span class=\"reason\">")
        markup.text(phrases.draftReason)
        markup.raw("</span>")
      }
      markup.raw("</li>")
    }
    markup.raw("</ul></section>\n")
  }

  mutating func body() {
    let blocks = hasClosingSignatures ? Array(document.blocks.dropLast()) : document.blocks
    var number = 0
    var hasLead = false
    for block in blocks {
      switch block {
      case .section(let section):
        number += 1
        self.section(section, id: "s\(number)", level: 2, isLead: !hasLead)
        hasLead = true
      case .paragraph(let text):
        paragraph(text, role: number == 0 ? .lead : .plain)
        hasLead = true
      default:
        self.block(block, level: 2, beside: blocks)
      }
    }
  }

  mutating func signatures() {
    guard !hasSignatures else {
      if hasClosingSignatures, case .signatures(let names)? = document.blocks.last {
        signatures(names)
      }
      return
    }
    signatures([phrases.preparedBy, phrases.checkedBy])
  }

  // MARK: Parts of the document

  private var topSections: [Section] {
    document.blocks.compactMap { if case .section(let section) = $0 { section } else { nil } }
  }

  /// The document's last block is a line of signatures: it goes under the balance of the files.
  private var hasClosingSignatures: Bool {
    if case .signatures? = document.blocks.last { true } else { false }
  }

  private var hasSignatures: Bool {
    func holds(_ blocks: [Block]) -> Bool {
      blocks.contains { block in
        switch block {
        case .signatures: true
        case .section(let section): holds(section.blocks)
        default: false
        }
      }
    }
    return holds(document.blocks)
  }
}

package import Documents
import Quantities

/// Writes a document as a message for the group chat: its headline figures and first sentences, at
/// most twelve lines of plain text.
package struct TextWriter: Sendable {
  /// Lines of a message at most.
  package static let lineLimit = 12
  private static let metricLimit = 6

  package init() {}

  /// The message, UTF-8, each line ended by a line feed.
  package func write(_ document: Document) -> Written {
    let message = Message(document: document)
    var lines = [message.title]
    if let draft = message.draft { lines.append(draft) }
    lines += message.metrics.prefix(TextWriter.metricLimit)
    lines += message.sentences
    let text = lines.prefix(TextWriter.lineLimit).map { $0 + "\n" }.joined()
    let (bytes, replaced) = ForbiddenCharacters.cleaned(text)
    return Written(bytes: bytes, replacedCharacters: replaced)
  }
}

/// The lines of one message.
private struct Message {
  let document: Document
  private let formatter: Formatter
  private let phrases: Phrases
  private let names: PeriodText

  init(document: Document) {
    self.document = document
    formatter = Formatter(document.language)
    phrases = Phrases(language: document.language)
    names = PeriodText(document: document)
  }

  var title: String {
    var asOf = phrases.asOf(document.asOf.description)
    if document.isUnfinished { asOf += phrases.comma + phrases.unfinished }
    let name = document.language == .chinese ? "【\(names.name)】" : names.name + ": "
    return line(name + names.headline + phrases.bracketed(asOf))
  }

  var draft: String? {
    guard let first = document.alerts.first else { return nil }
    let text = phrases.draft + phrases.colon + first.text
    let more = document.alerts.count - 1
    return line(more > 0 ? text + phrases.bracketed(phrases.andMore(more)) : text)
  }

  /// One line a headline figure, of the first block that has some.
  var metrics: [String] { (firstMetrics(document.blocks)?.metrics ?? []).map(metric) }

  /// The first paragraph of the document and of each section, in order.
  var sentences: [String] {
    var lines: [String] = []
    for block in document.blocks {
      switch block {
      case .paragraph(let text): lines.append(line(text.plain(formatter)))
      case .section(let section):
        for case .paragraph(let text) in section.blocks.prefix(1) {
          lines.append(line(text.plain(formatter)))
        }
      default: continue
      }
    }
    return lines.filter { !$0.isEmpty }
  }

  private func firstMetrics(_ blocks: [Block]) -> Metrics? {
    for block in blocks {
      switch block {
      case .metrics(let metrics) where !metrics.metrics.isEmpty: return metrics
      case .section(let section):
        if let found = firstMetrics(section.blocks) { return found }
      default: continue
      }
    }
    return nil
  }

  private func metric(_ metric: Metric) -> String {
    var text = metric.label + " " + withUnit(metric.shown)
    if let comparison = metric.comparisons.first(where: \.isChange),
      comparison.value.value.absence == nil
    {
      text += phrases.comma + comparison.label + " "
      if let difference = comparison.difference {
        text += difference.text(formatter)
        if let change = comparison.change, change != difference, change.value.absence == nil {
          text += phrases.bracketed(change.text(formatter))
        }
      } else if let change = comparison.change {
        text += withUnit(change)
      }
    }
    if let progress = metric.progress, progress.rate.value.absence == nil {
      let way = progress.actual.text(formatter) + "/" + progress.target.text(formatter)
      text +=
        phrases.comma + progress.label + " " + way + phrases.comma + progress.rate.text(formatter)
    }
    return line(text)
  }

  private func withUnit(_ shown: Shown) -> String {
    let text = shown.text(formatter)
    if let absence = shown.value.absence {
      return text + phrases.bracketed(absence.reason[document.language])
    }
    let unit = shown.unitText(formatter)
    return unit.isEmpty || unit == "%" ? text : text + " " + unit
  }

  /// One line, whatever the texts hold.
  private func line(_ text: String) -> String {
    text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }
}

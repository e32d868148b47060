package import Documents
import Quantities

/// Writes a document as XML with typed values, in the vocabulary of the templates: the archive
/// copy, and what other programs read. `report-templates/report-output.rng` describes it.
package struct XMLWriter: Sendable {
  /// libxml2 had no memory left.
  package struct Failure: Error {}

  /// Namespace of reports and of their templates.
  package static let namespace = "urn:anchang:report:1"

  package init() {}

  /// The whole file; the same document always gives the same bytes.
  package func write(_ document: Document) throws(Failure) -> Written {
    do {
      var output = try XMLOutput()
      let page = XMLPage(document: document)
      output.container("report") { page.report(&$0) }
      return Written(bytes: try output.finish(), replacedCharacters: output.replaced)
    } catch {
      throw Failure()
    }
  }
}

/// One document on its way into XML.
struct XMLPage {
  let document: Document
  let formatter: Formatter

  init(document: Document) {
    self.document = document
    formatter = Formatter(document.language)
  }

  func report(_ output: inout XMLOutput) {
    output.attribute("xmlns", XMLWriter.namespace)
    output.attribute("name", document.name)
    output.attribute("lang", document.language.rawValue)
    output.attribute("title", document.title)
    output.attribute("project", document.project)
    output.attribute("from", document.period.from.description)
    output.attribute("to", document.period.to.description)
    output.attribute("as-of", document.asOf.description)
    output.attribute("unfinished", document.isUnfinished ? "true" : "false")
    head(&output)
    for block in document.blocks { self.block(block, &output) }
    proofs(&output)
    sources(&output)
    marks(&output)
  }

  private func head(_ output: inout XMLOutput) {
    output.container("head") { output in
      output.attribute("period", document.period.kind.rawValue)
      output.attribute("project-week", ifAny: document.projectWeek.map { String($0) })
      output.attribute("audience", document.audience.rawValue)
      output.attribute("orientation", document.orientation.rawValue)
      output.attribute("style", ifAny: document.style)
      for rule in document.rules { output.element("rule") { $0.text(rule) } }
      for alert in document.alerts {
        output.container("alert") { output in
          output.element("p") { $0.text(alert.text) }
          for place in alert.places { output.element("place") { $0.text(place) } }
        }
      }
    }
  }

  private func proofs(_ output: inout XMLOutput) {
    guard !document.proofs.isEmpty else { return }
    output.container("proofs") { output in
      for proof in document.proofs {
        output.container("proof") { output in
          output.attribute("name", proof.name)
          output.attribute("rows", String(proof.rowCount))
          output.element("meaning") { $0.text(proof.meaning) }
          output.element("value") { value(proof.shown, of: proof.of, &$0) }
          for row in proof.rows { output.element("place") { $0.text(row) } }
        }
      }
    }
  }

  private func sources(_ output: inout XMLOutput) {
    output.container("sources") { output in
      for source in document.sources {
        output.element("file") { output in
          output.attribute("name", source.name)
          output.attribute("kind", source.kind)
          output.attribute("rows", String(source.rows))
          output.attribute("counted", String(source.counted))
          output.attribute("outside", String(source.outside))
          output.attribute("duplicates", String(source.duplicates))
          output.attribute("excluded", String(source.excluded))
          output.attribute("skipped", String(source.skipped))
          output.attribute("rejected", String(source.rejected))
          output.attribute("sha256", source.sha256)
        }
      }
    }
  }

  private func marks(_ output: inout XMLOutput) {
    let known = document.known
    guard !known.isEmpty else { return }
    output.container("marks") { output in
      for rows in known.rows {
        output.element("rows") { output in
          output.attribute("kind", rows.kind)
          output.attribute("file", rows.file)
          output.attribute("columns", rows.columns)
          output.plain(rows.text)
        }
      }
      for rows in known.before {
        output.element("before") { output in
          output.attribute("kind", rows.kind)
          output.attribute("from", rows.from)
          output.plain(rows.text)
        }
      }
      for month in known.earlier {
        output.element("earlier") { output in
          output.attribute("kind", month.kind)
          output.attribute("month", month.month)
          output.attribute("rows", String(month.rows))
        }
      }
      for file in known.rejected {
        output.element("rejected") { output in
          output.attribute("file", file.file)
          output.text(file.lines.map { String($0) }.joined(separator: " "))
        }
      }
    }
  }

  /// The attributes and the text of the element of one value.
  func value(_ shown: Shown, of: String? = nil, _ output: inout XMLOutput) {
    valueAttributes(shown, of: of, &output)
    output.text(shown.text(formatter))
  }

  /// `of`, the exact value, its unit, or why it is missing.
  func valueAttributes(_ shown: Shown, of: String? = nil, _ output: inout XMLOutput) {
    output.attribute("of", ifAny: of ?? shown.of)
    switch ExactValue(shown.value, in: document.language) {
    case .value(let text): output.attribute("value", text)
    case .quotient(let numerator, let denominator):
      output.attribute("numerator", numerator)
      output.attribute("denominator", denominator)
    case .missing(let absence):
      output.attribute("missing", absence.code)
      output.attribute("reason", absence.reason[document.language])
    }
    switch shown.unit {
    // The exact value is a part of one, not a number of hundredths.
    case .rate, .share, .fineShare, .points: break
    default: output.attribute("unit", ifAny: shown.unit.words[document.language])
    }
  }

  /// Running text with values in it.
  func inlines(_ inlines: [Inline], _ output: inout XMLOutput) {
    for inline in inlines {
      switch inline {
      case .text(let text), .link(let text, _): output.text(text)
      case .value(let shown): output.inline("value") { value(shown, &$0) }
      }
    }
  }

  /// Running text as an attribute holds it.
  func plain(_ inlines: [Inline]) -> String { inlines.plain(formatter) }
}

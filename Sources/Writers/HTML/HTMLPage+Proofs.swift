import Documents
import Quantities

extension HTMLPage {
  /// The appendix: for each headline figure its definition, its arithmetic and its first rows.
  mutating func proofs() {
    guard !document.proofs.isEmpty else { return }
    markup.raw("<section id=\"proofs\" class=\"proofs\"><h2>")
    markup.text(phrases.proofs)
    markup.raw("</h2>\n")
    var seen: Set<String> = []
    for proof in document.proofs where seen.insert(proof.of).inserted { self.proof(proof) }
    markup.raw("</section>\n")
  }

  private mutating func proof(_ proof: Proof) {
    markup.raw("<article")
    markup.attribute("id", "proof-" + HTMLPage.identifier(proof.of))
    markup.raw("><h3>")
    markup.text(proof.name)
    markup.raw(" <code>")
    markup.text(proof.of)
    markup.raw("</code></h3><p class=\"sum\">")
    if case .ratio = proof.shown.value {
      var sides = proof.shown
      sides.format = .fraction
      sides.printed = nil
      markup.text(sides.text(formatter) + " = ")
    }
    value(proof.shown, of: proof.of)
    let unit = proof.shown.unitText(formatter)
    if let absence = proof.shown.value.absence {
      markup.text(" " + absence.reason[document.language])
    } else if !unit.isEmpty, unit != "%" {
      markup.text(" " + unit)
    }
    markup.raw("</p><p>")
    markup.text(proof.meaning)
    markup.raw("</p><p class=\"rows\">")
    if proof.rows.isEmpty {
      markup.text(phrases.noRows)
    } else {
      markup.text(
        phrases.rows(proof.rowCount, listed: proof.rows.count)
          + (document.language == .chinese ? "：" : ": ")
          + PlaceList(proof.rows).text(document.language))
    }
    markup.raw("</p></article>\n")
  }

  /// The balance of every file with its checksum.
  mutating func sources() {
    guard !document.sources.isEmpty else { return }
    markup.raw("<section id=\"sources\" class=\"sources\"><h2>")
    markup.text(phrases.balance)
    markup.raw("</h2><div class=\"frame\" role=\"region\" tabindex=\"0\"")
    markup.attribute("aria-label", phrases.balance)
    markup.raw("><table class=\"balance\"><caption>")
    markup.text(phrases.balanceRule)
    markup.raw("</caption><thead><tr>")
    let columns = phrases.balanceColumns
    for (index, column) in columns.enumerated() {
      let isNumber = index > 0 && index < columns.count - 1
      markup.raw(isNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
      markup.text(column)
      markup.raw("</th>")
    }
    markup.raw("</tr></thead><tbody>\n")
    for source in document.sources {
      markup.raw("<tr><th scope=\"row\">")
      markup.text(source.name)
      markup.raw(" <small>")
      markup.text(source.kind)
      markup.raw("</small></th>")
      counts(source.counts)
      markup.raw("<td><code")
      markup.attribute("title", source.sha256)
      markup.raw(">")
      markup.text(String(source.sha256.prefix(12)))
      markup.raw("</code></td></tr>\n")
    }
    markup.raw("</tbody><tfoot><tr><th scope=\"row\">")
    markup.text(phrases.files(document.sources.count))
    markup.raw("</th>")
    counts(
      columns.indices.dropFirst().dropLast().map { column in
        document.sources.reduce(0) { $0 + $1.counts[column - 1] }
      })
    markup.raw("<td></td></tr></tfoot></table></div></section>\n")
  }

  private mutating func counts(_ counts: [Int]) {
    for (index, count) in counts.enumerated() {
      let isRejected = index == counts.count - 1 && count > 0
      markup.raw(isRejected ? "<td class=\"n down\">" : "<td class=\"n\">")
      value(Shown(.count(count), unit: .rows))
      markup.raw("</td>")
    }
  }
}

extension Source {
  /// Rows read, and where they went, in the order of the balance's columns.
  fileprivate var counts: [Int] {
    [rows, counted, outside, duplicates, excluded, skipped, rejected]
  }
}

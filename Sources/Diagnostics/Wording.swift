/// The sentences of all findings, one list a language.
///
/// `{name}` in a sentence is replaced by the fact of that name. A hint says what to type.
package struct Wording: Sendable {
  /// The sentence and the hint of one code in one language.
  package struct Entry: Sendable {
    package let sentence: String
    package let hint: String?

    package init(_ sentence: String, hint: String? = nil) {
      self.sentence = sentence
      self.hint = hint
    }
  }

  private let entries: [String: Entry]

  package init(_ entries: [String: Entry]) { self.entries = entries }

  /// All codes that have words, sorted.
  package var codes: [String] { entries.keys.sorted() }

  /// The words of a code; `visits.bad-date` falls back to `row.bad-date`, and
  /// `visits.unread.bad-date` to `unread.bad-date`.
  private func entry(_ code: String) -> Entry? {
    if let entry = entries[code] { return entry }
    guard let point = code.firstIndex(of: ".") else { return nil }
    let rest = String(code[code.index(after: point)...])
    return rest.hasPrefix("unread.") ? entries[rest] : entries["row." + rest]
  }

  /// Whether there are words for a code.
  package func knows(_ code: String) -> Bool { entry(code) != nil }

  /// The sentence of a finding; the bare code and its facts when the list has no entry for it.
  package func sentence(of finding: Finding) -> String {
    guard let entry = entry(finding.code) else {
      let facts = finding.facts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return ([finding.code] + facts).joined(separator: " ")
    }
    return Wording.fill(entry.sentence, with: finding.facts)
  }

  /// What rows set aside for a reason are called in a balance; the bare code without an entry.
  package func label(_ code: String) -> String {
    entries["label.\(code)"]?.sentence ?? code
  }

  /// The hint of a finding, if it has one; a hint that names a fact which the finding lacks (no
  /// name was near) is left out.
  package func hint(of finding: Finding) -> String? {
    guard let hint = entry(finding.code)?.hint else { return nil }
    guard Wording.names(in: hint).allSatisfy({ finding.facts[$0] != nil }) else { return nil }
    return Wording.fill(hint, with: finding.facts)
  }

  /// The names in braces of a sentence.
  private static func names(in pattern: String) -> [String] {
    pattern.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }

  private static func fill(_ pattern: String, with facts: [String: String]) -> String {
    var text = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "}") else {
        text += "{"
        continue
      }
      text += facts[String(rest[..<close])] ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}

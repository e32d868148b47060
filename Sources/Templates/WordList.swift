package import Diagnostics

/// The sentences of the shipped templates in another language, by their Chinese text.
///
/// A file `words.en.xml` with `<words><word><zh>…</zh><en>…</en></word>…</words>` in the
/// templates' namespace; a `term` in place of a `word` is a closed word that the data hold, such as
/// a status or a standard channel.
package struct WordList: Sendable {
  /// Language part of the file name.
  package static let fileName = "words.en.xml"

  private(set) var words: [String: String] = [:]
  /// Closed words of the data.
  private(set) var terms: [String: String] = [:]

  /// No words: texts stay as they are.
  package init() {}

  /// Words of several files together, the first file's word wins; findings of those that cannot
  /// be read.
  package static func read(_ sources: [TemplateSource]) -> (words: WordList, findings: [Finding]) {
    var list = WordList()
    var findings: [Finding] = []
    for source in sources {
      switch TemplateReader.read(source) {
      case .failure(let error): findings.append(error.finding)
      case .success(let root): findings += list.add(root, of: source)
      }
    }
    return (list, findings)
  }

  /// The sentence for a Chinese one; nil when the list has none.
  package subscript(chinese: String) -> String? { words[chinese] }

  private mutating func add(_ root: TemplateNode, of source: TemplateSource) -> [Finding] {
    guard root.isOurs, root.name == "words" else {
      return [
        source.finding(
          "template.root", ["found": root.name, "expected": "words"], at: root.offset)
      ]
    }
    var findings: [Finding] = []
    for word in root.children {
      let parts = word.children.map(\.name)
      guard ["word", "term"].contains(word.name), parts == ["zh", "en"] else {
        findings.append(
          source.finding(
            "template.unknown-element", ["found": word.name, "expected": "word"], at: word.offset))
        continue
      }
      let chinese = TextPattern.folded(word.children[0].text)
      let english = TextPattern.folded(word.children[1].text)
      if word.name == "term" {
        if terms[chinese] == nil { terms[chinese] = english }
        continue
      }
      let known = Self.references(chinese)
      let strange = Self.references(english).first { !known.contains($0) }
      if let strange {
        // A reference that the checked Chinese text lacks would never have been checked.
        findings.append(
          source.finding("template.strange-word", ["found": strange], at: word.offset))
      } else if words[chinese] == nil {
        words[chinese] = english
      }
    }
    return findings
  }

  private static func references(_ text: String) -> [String] {
    TextPattern.tokens(of: text).compactMap { token in
      if case .reference(let reference, _) = token { reference.written } else { nil }
    }
  }
}

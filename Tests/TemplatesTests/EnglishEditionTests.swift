import Testing

@testable import Templates

/// `words.en.xml` against the templates that it translates.
@Suite struct EnglishEditionTests {
  private static let words = ShippedTemplates.library.words()

  /// Every text of a file that a reader will see, blanks folded.
  private static func texts(_ file: String) throws -> [String] {
    let source = TemplateSource(file: file, bytes: Array(ShippedTemplates.text(file).utf8))
    return texts(try TemplateReader.read(source).get())
  }

  private static func texts(_ node: TemplateNode) -> [String] {
    var texts: [String] = []
    for name in ["title", "empty"] { texts += node[name].map { [$0.value] } ?? [] }
    if node.name == "item" { texts += [node["mark"], node["detail"]].compactMap { $0?.value } }
    if node.name == "signatures" {
      texts += (node["roles"]?.value ?? "制表 审核 批准").split(separator: " ").map(String.init)
    }
    if let heads = node["write"] { texts += heads.value.split(separator: " ").map(String.init) }
    if ["p", "note", "item"].contains(node.name) { texts.append(node.text) }
    let folded = texts.map(TextPattern.folded).filter { $0.contains { !$0.isASCII } }
    return folded + node.children.flatMap(Self.texts)
  }

  private static var files: [String] {
    let library = ShippedTemplates.library
    return ShippedTemplates.names.map { $0 + ".xml" }
      + library.partNames(besides: ShippedTemplates.folder + "/x.xml").map { "parts/\($0).xml" }
  }

  @Test func theListOfWordsIsSound() {
    #expect(Self.words.findings.isEmpty)
  }

  @Test func everyTextHasItsEnglish() throws {
    for file in Self.files {
      let missing = try Self.texts(file).filter { Self.words.words[$0] == nil }
      #expect(missing.isEmpty, "\(file): \(missing)")
    }
  }

  /// Statuses, sources, channels …: the standard words of the page of words.
  @Test func everyClosedWordHasItsEnglish() throws {
    var words: [String] = []
    for line in ShippedTemplates.text("WORDS.md").split(separator: "\n") {
      // The last part lists what is read as blank, yes or no.
      if line.hasPrefix("## 空白") { break }
      guard line.hasPrefix("| "), !line.hasPrefix("| ---"), !line.hasPrefix("| 标准词") else {
        continue
      }
      words.append(line.dropFirst(2).prefix { $0 != "|" }.trimmed)
    }
    #expect(words.count > 150)
    let missing = words.filter { Self.words.words.terms[$0] == nil }
    #expect(missing.isEmpty, "\(missing)")
    let chinese = Self.words.words.terms.values.filter { !$0.allSatisfy(\.isASCII) }
    #expect(chinese.isEmpty, "\(chinese)")
  }

  @Test func everyWordIsUsed() throws {
    let used = Set(try Self.files.flatMap(Self.texts))
    let unused = Self.words.words.words.keys.filter { !used.contains($0) }.sorted()
    #expect(unused.isEmpty, "\(unused)")
  }

  /// A translation shows the same figures as its original.
  @Test func translationsNameTheSameFigures() {
    for (chinese, english) in Self.words.words.words {
      func references(_ text: String) -> [String] {
        TextPattern.tokens(of: text).compactMap { token in
          if case .reference(let reference, _) = token { reference.written } else { nil }
        }.sorted()
      }
      #expect(references(chinese) == references(english), "\(chinese)")
    }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

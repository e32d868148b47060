import Diagnostics
import Facts
import Quantities

/// Attributes and their values, and the words of their mistakes.
extension TemplateParsing {
  mutating func fail(_ code: String, _ facts: [String: String], node: TemplateNode) {
    findings.append(
      source.finding(code, facts, at: node.offset, length: node.name.utf8.count + 1))
  }

  mutating func fail(
    _ code: String, _ facts: [String: String], _ attribute: TemplateNode.Attribute
  ) {
    findings.append(
      source.finding(
        code, facts, at: attribute.range.lowerBound, length: max(1, attribute.range.count)))
  }

  /// A mistake in one word of an attribute's value.
  mutating func fail(
    _ code: String, _ facts: [String: String], _ attribute: TemplateNode.Attribute, word: String
  ) {
    let offset = source.offset(of: word, in: attribute.range)
    findings.append(source.finding(code, facts, at: offset, length: word.utf8.count))
  }

  /// Adds the nearest known words to the facts of a finding, where there are any.
  func near(_ found: String, _ known: [String], _ facts: [String: String]) -> [String: String] {
    let near = Spelling.nearest(to: found, among: known)
    guard !near.isEmpty else { return facts }
    return facts.merging(["near": near.joined(separator: ", ")]) { first, _ in first }
  }

  mutating func badValue(_ attribute: TemplateNode.Attribute, among expected: [String]) {
    fail(
      "template.bad-value",
      near(
        attribute.value, expected,
        [
          "attribute": attribute.name, "found": attribute.value,
          "expected": expected.joined(separator: ", "),
        ]), attribute)
  }

  mutating func checkAttributes(_ node: TemplateNode, _ element: Vocabulary.Element) {
    for attribute in node.attributes where !element.attributes.contains(attribute.name) {
      let facts = [
        "found": attribute.name, "element": node.name,
        "expected": element.attributes.joined(separator: ", "),
      ]
      findings.append(
        source.finding(
          "template.unknown-attribute", near(attribute.name, element.attributes, facts),
          at: attribute.nameOffset, length: attribute.name.utf8.count))
    }
    for name in element.required where node[name] == nil {
      fail("template.missing-attribute", ["element": node.name, "attribute": name], node: node)
    }
  }

  /// Text where only elements may stand.
  mutating func checkText(_ node: TemplateNode) {
    let words = node.text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return }
    fail("template.text-here", ["element": node.name, "found": String(first)], node: node)
  }

  /// A value out of a closed list.
  mutating func word<Word: CaseIterable & RawRepresentable>(
    _ attribute: TemplateNode.Attribute?, _ type: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let attribute else { return nil }
    if let word = Word(rawValue: attribute.value) { return word }
    badValue(attribute, among: Word.allCases.map(\.rawValue))
    return nil
  }

  mutating func flag(_ attribute: TemplateNode.Attribute?) -> Bool? {
    guard let attribute else { return nil }
    if attribute.value == "yes" { return true }
    if attribute.value == "no" { return false }
    badValue(attribute, among: ["yes", "no"])
    return nil
  }

  /// Whether `order` asks for the last rows first.
  mutating func newestFirst(_ attribute: TemplateNode.Attribute?) -> Bool {
    guard let attribute else { return false }
    if attribute.value != "newest" { badValue(attribute, among: ["newest"]) }
    return attribute.value == "newest"
  }

  mutating func number(
    _ attribute: TemplateNode.Attribute?, _ range: ClosedRange<Int>
  ) -> Int? {
    guard let attribute else { return nil }
    let isPlain = attribute.value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isPlain, let number = Int(attribute.value), range.contains(number) { return number }
    fail(
      "template.bad-value",
      [
        "attribute": attribute.name, "found": attribute.value,
        "expected": "\(range.lowerBound)–\(range.upperBound)",
      ], attribute)
    return nil
  }

  /// The figures named in an attribute.
  mutating func figures(
    _ attribute: TemplateNode.Attribute?
  ) -> [(key: FigureKey, definition: FigureDefinition)] {
    guard let attribute else { return [] }
    let words = attribute.value.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.isEmpty {
      fail(
        "template.bad-value",
        ["attribute": attribute.name, "found": "", "expected": "visits.count …"], attribute)
    }
    var result: [(key: FigureKey, definition: FigureDefinition)] = []
    for word in words {
      let reference = TextPattern.Reference(word[...])
      if let found = figure(
        reference,
        fail: { parsing, code, facts in parsing.fail(code, facts, attribute, word: word) })
      {
        result.append(found)
      }
      if reference.format != nil {
        fail(
          "template.bad-value",
          ["attribute": attribute.name, "found": word, "expected": reference.id], attribute,
          word: word)
      }
    }
    return result
  }

  typealias Failure = (inout TemplateParsing, String, [String: String]) -> Void

  /// The figure that a reference names, if there is one and its scope is allowed.
  mutating func figure(
    _ reference: TextPattern.Reference, fail: Failure
  ) -> (key: FigureKey, definition: FigureDefinition)? {
    guard let definition = catalogue[reference.id] else {
      var facts = ["found": reference.id]
      let known = catalogue.suggestions(for: reference.id)
      if !known.isEmpty { facts["near"] = known.joined(separator: ", ") }
      fail(&self, "template.unknown-figure", facts)
      return nil
    }
    if Vocabulary.managerOnly.contains(definition.id), !isForManager {
      fail(&self, "template.manager-only", ["found": definition.id])
    }
    guard let scope = scope(reference.scope, of: definition, fail: fail) else { return nil }
    return (FigureKey(definition.id, scope), definition)
  }

  /// A scope as written, checked against what the figure allows.
  mutating func scope(
    _ written: String?, of definition: FigureDefinition, fail: Failure
  ) -> Scope? {
    guard let written else { return .this }
    let known = Scope.allCases.map(\.rawValue)
    guard let scope = Scope(rawValue: written) else {
      fail(
        &self, "template.unknown-scope",
        near(written, known, ["found": written, "expected": known.joined(separator: ", ")]))
      return nil
    }
    guard definition.allows(scope) else {
      let allowed = Scope.allCases.filter(definition.allows).map(\.rawValue)
      fail(
        &self, "template.wrong-scope",
        [
          "figure": definition.id, "found": written,
          "expected": allowed.joined(separator: ", "),
        ])
      return nil
    }
    return scope
  }

  mutating func wrongShape(
    _ definition: FigureDefinition, _ element: String, _ attribute: TemplateNode.Attribute
  ) {
    fail(
      "template.wrong-shape",
      ["figure": definition.id, "found": definition.shape.rawValue, "element": element],
      attribute, word: definition.id)
  }
}

import Facts
import Quantities

/// Texts with `{…}` places.
extension TemplateParsing {
  /// The pattern of an attribute.
  mutating func text(_ attribute: TemplateNode.Attribute?) -> TextPattern? {
    guard let attribute else { return nil }
    var braces: [Int] = []
    for offset in attribute.range where source.bytes[offset] == UInt8(ascii: "{") {
      braces.append(offset)
    }
    return pattern(attribute.value, braces: braces, fallback: attribute.range.lowerBound)
  }

  /// The pattern of an element's text.
  mutating func text(of node: TemplateNode) -> TextPattern {
    let pattern = pattern(node.text, braces: node.braces, fallback: node.offset)
    if pattern.source.isEmpty, node.children.isEmpty {
      fail("template.no-text", ["element": node.name], node: node)
    }
    return pattern
  }

  private mutating func pattern(_ text: String, braces: [Int], fallback: Int) -> TextPattern {
    let source = TextPattern.folded(text)
    var pieces: [TextPattern.Piece] = []
    for token in TextPattern.tokens(of: source) {
      switch token {
      case .text(let text): pieces.append(.text(text))
      case .broken(let brace):
        let offset = braces.indices.contains(brace) ? braces[brace] : fallback
        findings.append(self.source.finding("template.bad-brace", at: offset))
      case .reference(let reference, let brace):
        let offset = braces.indices.contains(brace) ? braces[brace] + 1 : fallback
        let length = reference.written.utf8.count
        let fail: Failure = { parsing, code, facts in
          parsing.findings.append(
            parsing.source.finding(code, facts, at: offset, length: length))
        }
        if let piece = piece(reference, fail: fail) { pieces.append(piece) }
      }
    }
    return TextPattern(source: source, pieces: pieces)
  }

  private mutating func piece(
    _ reference: TextPattern.Reference, fail: Failure
  ) -> TextPattern.Piece? {
    if let pseudo = PseudoFigure(rawValue: reference.id) {
      if let scope = reference.scope {
        fail(&self, "template.unknown-scope", ["found": scope, "expected": "—"])
      }
      let unit = pseudo.isDay ? Unit.day : .text
      return format(reference, unit: unit, fail: fail).map { .pseudo(pseudo, $0) }
    }
    for owner in [TextPattern.Owner.each, .row] where reference.id.hasPrefix(owner.rawValue + ".") {
      return cell(owner, reference, fail: fail)
    }
    guard catalogue[reference.id] != nil || !isPseudoLike(reference.id) else {
      let known = PseudoFigure.allCases.map(\.rawValue)
      fail(&self, "template.unknown-figure", near(reference.id, known, ["found": reference.id]))
      return nil
    }
    guard let found = figure(reference, fail: fail) else { return nil }
    if reference.format == "name" { return .figure(found.key, .name) }
    guard found.definition.shape == .scalar else {
      fail(
        &self, "template.wrong-shape",
        [
          "figure": found.definition.id, "found": found.definition.shape.rawValue,
          "element": "{…}",
        ])
      return nil
    }
    if let word = reference.format, word == "change" || word == "difference" {
      return change(found.key, found.definition, word, hasScope: reference.scope != nil, fail)
    }
    return format(reference, unit: found.definition.unit, fail: fail)
      .map { .figure(found.key, .value($0)) }
  }

  private mutating func change(
    _ key: FigureKey, _ definition: FigureDefinition, _ word: String, hasScope: Bool,
    _ fail: Failure
  ) -> TextPattern.Piece? {
    let scope = hasScope ? key.scope : .previous
    guard definition.allows(scope), [.previous, .lastYear].contains(scope) else {
      fail(
        &self, "template.wrong-scope",
        [
          "figure": definition.id, "found": scope.rawValue + ":" + word,
          "expected": definition.allows(.previous) ? "previous, last-year" : "—",
        ])
      return nil
    }
    return .figure(FigureKey(definition.id, scope), word == "change" ? .change : .difference)
  }

  private mutating func cell(
    _ owner: TextPattern.Owner, _ reference: TextPattern.Reference, fail: Failure
  ) -> TextPattern.Piece? {
    guard let definition = owner == .each ? each : row else {
      guard !unknownOwners.contains(owner) else { return nil }
      fail(&self, "template.no-row", ["found": reference.written, "owner": owner.rawValue])
      return nil
    }
    let key = String(reference.id.dropFirst(owner.rawValue.count + 1))
    guard let column = column(key, of: definition, fail: fail) else { return nil }
    return format(reference, unit: column.unit, fail: fail).map { .cell(owner, column.key, $0) }
  }

  /// A column of a figure by its key; `visits` is another word for `count` among visits.
  mutating func column(
    _ key: String, of definition: FigureDefinition, fail: Failure
  ) -> FigureColumn? {
    if let column = definition.column(key) { return column }
    let known = definition.columns.map(\.key)
    fail(
      &self, "template.unknown-column",
      near(
        key, known,
        ["figure": definition.id, "found": key, "expected": known.joined(separator: ", ")]))
    return nil
  }

  private mutating func format(
    _ reference: TextPattern.Reference, unit: Unit, fail: Failure
  ) -> Format? {
    guard let written = reference.format else { return .usual }
    return format(written, of: reference.id, unit: unit, fail: fail)
  }

  /// A format as written, checked against the unit.
  mutating func format(
    _ written: String, of name: String, unit: Unit, fail: Failure
  ) -> Format? {
    let allowed = Format.allowed(for: unit)
    guard let format = Format(rawValue: written) else {
      let known = allowed.map(\.rawValue)
      fail(
        &self, "template.unknown-format",
        near(
          written, Format.allCases.map(\.rawValue),
          ["figure": name, "found": written, "expected": known.joined(separator: ", ")]))
      return nil
    }
    guard allowed.contains(format) else {
      fail(
        &self, "template.wrong-format",
        [
          "figure": name, "found": written,
          "expected": allowed.map(\.rawValue).joined(separator: ", "),
        ])
      return nil
    }
    return format
  }

  private func isPseudoLike(_ id: String) -> Bool {
    let head = id.split(separator: ".").first.map(String.init) ?? id
    return ["project", "period", "as-of", "rules"].contains(head)
  }
}

extension Format {
  /// The formats that make sense for values of a unit: a closed list.
  static func allowed(for unit: Unit) -> [Format] {
    switch unit {
    case .money: [.usual, .wan, .yi, .yuan, .yuan0]
    case .pricePerArea, .moneyPerItem: [.usual, .integer, .decimal2, .wan, .fraction]
    case .area: [.usual, .integer, .decimal1, .decimal2]
    case .rate, .share, .fineShare: [.usual, .percent1, .percent2, .fraction]
    case .points: [.usual, .points]
    case .perOne: [.usual, .perOne, .decimal1, .fraction]
    case .index, .gini, .score: [.usual, .decimal1, .decimal2, .decimal3]
    case .day: [.usual, .iso, .monthDay, .short, .weekday]
    case .clock: [.usual, .clock]
    case .calls, .parties, .people, .customers, .units, .deals, .rows, .items, .days, .months,
      .weeks, .times, .minutes:
      [.usual, .integer, .decimal1, .decimal2]
    case .rank: [.usual, .integer]
    case .text, .none, .ofRow, .perDay: [.usual]
    }
  }
}

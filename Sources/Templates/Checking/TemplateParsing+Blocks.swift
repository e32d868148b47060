import Documents
import Facts
import Quantities

/// The blocks that show figures.
extension TemplateParsing {
  mutating func metrics(_ node: TemplateNode) -> MetricsSpec? {
    let found = figures(node["of"])
    if let attribute = node["of"] {
      for figure in found where figure.definition.shape != .scalar {
        wrongShape(figure.definition, "metrics", attribute)
      }
    }
    var compare: [Scope] = []
    if let attribute = node["compare"] {
      for word in attribute.value.split(whereSeparator: \.isWhitespace).map(String.init) {
        let fail: Failure = { $0.fail($1, $2, attribute, word: word) }
        let scopes = found.map { scope(word, of: $0.definition, fail: fail) }
        if let scope = Scope(rawValue: word), !scopes.contains(nil) { compare.append(scope) }
      }
    }
    return MetricsSpec(
      figures: found.map(\.key), compare: compare, showsTargets: flag(node["target"]) ?? false)
  }

  mutating func table(_ node: TemplateNode) -> TableSpec? {
    tableSpec(node, columns: node["columns"])
  }

  private mutating func tableSpec(
    _ node: TemplateNode, columns attribute: TemplateNode.Attribute?
  ) -> TableSpec? {
    let found = figures(node["of"])
    guard let of = node["of"], let first = found.first else { return nil }
    var spec = TableSpec(
      figures: found.map(\.key), title: text(node["title"]), limit: number(node["limit"], 1...500),
      empty: text(node["empty"]), hasTotal: flag(node["total"]) ?? true)
    spec.hasRemarks = flag(node["remarks"]) ?? true
    spec.written = (node["write"]?.value ?? "").split(separator: " ").map {
      TextPattern(plain: String($0))
    }
    if first.definition.shape == .scalar {
      for figure in found where figure.definition.shape != .scalar {
        wrongShape(figure.definition, node.name, of)
      }
      spec.columns = scopeColumns(attribute, of: found.map(\.definition))
    } else {
      if found.count > 1 {
        fail(
          "template.bad-value",
          ["attribute": "of", "found": of.value, "expected": first.key.text], of)
      }
      spec.columns = tableColumns(attribute, of: first.definition)
      spec.match = match(node["match"], of: first.definition)
      spec.newestFirst = newestFirst(node["order"])
      if let attribute = node["series"] {
        let fail: Failure = { $0.fail($1, $2, attribute) }
        spec.series = column(attribute.value, of: first.definition, fail: fail)?.key
      }
    }
    return spec
  }

  private mutating func match(
    _ attribute: TemplateNode.Attribute?, of definition: FigureDefinition
  ) -> String? {
    guard let attribute else { return nil }
    let fail: Failure = { $0.fail($1, $2, attribute) }
    if each == nil, !unknownOwners.contains(.each) {
      self.fail("template.no-row", ["found": attribute.value, "owner": "each"], attribute)
    }
    return column(attribute.value, of: definition, fail: fail)?.key
  }

  /// Columns by key, `key@scope` and `key:format`.
  private mutating func tableColumns(
    _ attribute: TemplateNode.Attribute?, of definition: FigureDefinition
  ) -> [TableSpec.Column] {
    guard let attribute else { return [] }
    var columns: [TableSpec.Column] = []
    for word in attribute.value.split(whereSeparator: \.isWhitespace).map(String.init) {
      let reference = TextPattern.Reference(word[...])
      let fail: Failure = { $0.fail($1, $2, attribute, word: word) }
      guard let column = column(reference.id, of: definition, fail: fail) else { continue }
      var result = TableSpec.Column(key: column.key)
      if reference.scope != nil {
        guard let scope = scope(reference.scope, of: definition, fail: fail) else { continue }
        result.scope = scope
      }
      if let written = reference.format {
        guard let format = format(written, of: column.key, unit: column.unit, fail: fail)
        else { continue }
        result.format = format
      }
      columns.append(result)
    }
    return columns
  }

  /// Columns of a table of single figures: scopes, `change` and `difference`.
  private mutating func scopeColumns(
    _ attribute: TemplateNode.Attribute?, of definitions: [FigureDefinition]
  ) -> [TableSpec.Column] {
    guard let attribute else { return [TableSpec.Column(key: "this", scope: .this)] }
    var columns: [TableSpec.Column] = []
    let known = Scope.allCases.map(\.rawValue) + ["change", "difference"]
    for word in attribute.value.split(whereSeparator: \.isWhitespace).map(String.init) {
      guard known.contains(word) else {
        fail(
          "template.unknown-scope",
          near(word, known, ["found": word, "expected": known.joined(separator: ", ")]),
          attribute, word: word)
        continue
      }
      let scope = Scope(rawValue: word)
      let fail: Failure = { $0.fail($1, $2, attribute, word: word) }
      for definition in definitions {
        _ = self.scope((scope ?? .previous).rawValue, of: definition, fail: fail)
      }
      columns.append(TableSpec.Column(key: word, scope: scope))
    }
    return columns
  }

  mutating func chart(_ node: TemplateNode) -> ChartSpec? {
    let kind = word(node["kind"], Chart.Kind.self)
    guard var table = tableSpec(node, columns: node["values"]), let kind else { return nil }
    table.hasTotal = false
    if kind == .scatter, let attribute = node["values"], table.columns.count < 2 {
      fail(
        "template.bad-value",
        ["attribute": "values", "found": attribute.value, "expected": "x y"], attribute)
    }
    return ChartSpec(kind: kind, table: table, panels: number(node["panels"], 1...60))
  }

  mutating func list(_ node: TemplateNode) -> ListSpec? {
    let (outer, outerUnknown) = (row, unknownOwners)
    defer { (row, unknownOwners) = (outer, outerUnknown) }
    let found = figures(node["of"]).first
    if node["of"] != nil, found == nil { unknownOwners.insert(.row) }
    if let found, let attribute = node["of"], found.definition.shape == .scalar {
      wrongShape(found.definition, node.name, attribute)
    }
    row = found?.definition
    var columns: [TableSpec.Column] = []
    var match: String?
    if let definition = found?.definition {
      columns = tableColumns(node["columns"], of: definition)
      match = self.match(node["match"], of: definition)
    }
    if node["of"] == nil, node.children.isEmpty {
      fail("template.missing-attribute", ["element": node.name, "attribute": "of"], node: node)
    }
    return ListSpec(
      figure: found?.key, title: text(node["title"]) ?? TextPattern(plain: ""),
      items: items(node).map { ListSpec.Item(text: $0.text, check: $0.check) }, columns: columns,
      isNumbered: flag(node["numbered"]) ?? false, limit: number(node["limit"], 1...500),
      empty: text(node["empty"]), match: match, newestFirst: newestFirst(node["order"]))
  }

  private mutating func items(
    _ node: TemplateNode
  ) -> [(node: TemplateNode, text: TextPattern, check: ListSpec.Item.Check)] {
    var result: [(node: TemplateNode, text: TextPattern, check: ListSpec.Item.Check)] = []
    for child in node.children {
      guard child.isOurs, child.name == "item" else {
        fail(
          "template.wrong-place", ["found": child.name, "parent": node.name, "near": "item"],
          node: child)
        continue
      }
      checkAttributes(child, Vocabulary.item)
      if let inner = child.children.first {
        fail("template.wrong-place", ["found": inner.name, "parent": "item"], node: inner)
      }
      var check = ListSpec.Item.Check.byHand
      if let slot = child["filled"] {
        check = .filled(TextPattern.folded(slot.value).split(separator: " ").map(String.init))
      }
      if let key = figures(child["none"]).first?.key { check = .none(key) }
      if let key = figures(child["some"]).first?.key { check = .some(key) }
      result.append((child, text(of: child), check))
    }
    return result
  }

  mutating func timeline(_ node: TemplateNode) -> TimelineSpec? {
    let found = figures(node["of"]).first
    if let found, let attribute = node["of"], found.definition.shape == .scalar {
      wrongShape(found.definition, node.name, attribute)
    }
    var spec = TimelineSpec(
      figure: found?.key, title: text(node["title"]) ?? TextPattern(plain: ""),
      at: node["at"]?.value ?? "", mark: [], text: [], detail: [], items: [],
      limit: number(node["limit"], 1...500), empty: text(node["empty"]))
    if let definition = found?.definition {
      for name in ["at", "text"] where node[name] == nil {
        fail("template.missing-attribute", ["element": node.name, "attribute": name], node: node)
      }
      spec.at = tableColumns(node["at"], of: definition).first?.key ?? ""
      spec.mark = tableColumns(node["mark"], of: definition)
      spec.text = tableColumns(node["text"], of: definition)
      spec.detail = tableColumns(node["detail"], of: definition)
    } else if node["of"] == nil, node.children.isEmpty {
      fail("template.missing-attribute", ["element": node.name, "attribute": "of"], node: node)
    }
    spec.newestFirst = newestFirst(node["order"])
    spec.items = items(node).map { entry in
      TimelineSpec.Item(
        at: entry.node["at"]?.value ?? "",
        mark: text(entry.node["mark"]) ?? TextPattern(plain: ""), text: entry.text,
        detail: text(entry.node["detail"]) ?? TextPattern(plain: ""))
    }
    return spec
  }

  mutating func board(_ node: TemplateNode) -> BoardSpec? {
    guard let attribute = node["of"], let found = figures(attribute).first else { return nil }
    guard found.definition.shape != .scalar else {
      wrongShape(found.definition, "board", attribute)
      return nil
    }
    var keys: [String: String] = [:]
    for name in ["building", "floor", "room", "state", "value"] {
      let written = node[name]
      if let written {
        let fail: Failure = { $0.fail($1, $2, written) }
        keys[name] = column(written.value, of: found.definition, fail: fail)?.key
      } else if name != "value" {
        let fail: Failure = { $0.fail($1, $2, attribute, word: found.definition.id) }
        keys[name] = column(name, of: found.definition, fail: fail)?.key
      }
    }
    return BoardSpec(
      figure: found.key, title: text(node["title"]), building: keys["building"] ?? "",
      floor: keys["floor"] ?? "", room: keys["room"] ?? "", state: keys["state"] ?? "",
      value: keys["value"], empty: text(node["empty"]))
  }
}

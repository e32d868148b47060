import Diagnostics
import Documents
import Facts
import Quantities

/// One walk over a template and its parts: builds the template and gathers every mistake.
struct TemplateParsing {
  let checker: TemplateChecker
  /// The file at hand: the template or one of its parts.
  var source: TemplateSource
  var findings: [Finding] = []
  /// Names and files of the template and of the parts being included, outermost first.
  var stack: [(name: String, file: String)] = []
  var depth = 1
  /// Blocks made so far; includes could multiply without end.
  var blockCount = 0
  /// The table whose rows the section repeats.
  var each: FigureDefinition?
  /// The table whose rows the list shows.
  var row: FigureDefinition?
  /// Owners whose figure is unknown: that is said once, not again at every cell.
  var unknownOwners: Set<TextPattern.Owner> = []
  var isForManager = false

  static let maxBlocks = 5000

  init(checker: TemplateChecker, source: TemplateSource) {
    self.checker = checker
    self.source = source
  }

  var catalogue: Catalogue { checker.catalogue }

  // MARK: Report

  mutating func report(_ root: TemplateNode) -> Template? {
    guard root.isOurs else {
      findings.append(
        source.finding(
          "template.namespace", ["found": root.name, "expected": TemplateReader.namespace],
          at: root.offset, length: root.name.utf8.count + 1))
      return nil
    }
    guard root.name == "report" else {
      fail("template.root", ["found": root.name, "expected": "report"], node: root)
      return nil
    }
    checkAttributes(root, Vocabulary.report)
    let name = root["name"]?.value ?? ""
    if let attribute = root["name"], !TemplateName.isValid(name) {
      fail(
        "template.bad-value",
        ["attribute": "name", "found": name, "expected": "a-z 0-9 - _"], attribute)
    }
    stack = [(name.isEmpty ? "report" : name, source.file)]
    let audience = word(root["audience"], Document.Audience.self) ?? .office
    isForManager = audience == .manager
    let template = Template(
      name: name, period: period(root["period"]), style: root["style"]?.value ?? "",
      orientation: word(root["orientation"], Document.Orientation.self) ?? .portrait,
      audience: audience, isOfLaunchDay: anchor(root["anchor"]), file: source.file,
      title: text(root["title"]) ?? TextPattern(plain: ""),
      blocks: blocks(root))
    return template
  }

  private mutating func period(_ attribute: TemplateNode.Attribute?) -> Period.Kind {
    guard let attribute else { return .total }
    let kinds = Period.Kind.allCases.filter { $0 != .range }
    if let kind = kinds.first(where: { $0.rawValue == attribute.value }) { return kind }
    badValue(attribute, among: kinds.map(\.rawValue))
    return .total
  }

  private mutating func anchor(_ attribute: TemplateNode.Attribute?) -> Bool {
    guard let attribute else { return false }
    if !["as-of", "launch"].contains(attribute.value) {
      badValue(attribute, among: ["as-of", "launch"])
    }
    return attribute.value == "launch"
  }

  // MARK: Blocks

  /// The blocks inside an element.
  mutating func blocks(_ parent: TemplateNode) -> [TemplateBlock] {
    checkText(parent)
    return parent.children.flatMap { block($0, in: parent) }
  }

  private mutating func block(_ node: TemplateNode, in parent: TemplateNode) -> [TemplateBlock] {
    guard node.isOurs else {
      fail(
        "template.namespace", ["found": node.name, "expected": TemplateReader.namespace],
        node: node)
      return []
    }
    guard let element = Vocabulary.block(node.name) else {
      let known = Vocabulary.blockNames
      if ["item", "report", "part"].contains(node.name) {
        fail("template.wrong-place", ["found": node.name, "parent": parent.name], node: node)
      } else {
        fail(
          "template.unknown-element", near(node.name, known, ["found": node.name]), node: node)
      }
      return []
    }
    blockCount += 1
    guard blockCount <= Self.maxBlocks else {
      if blockCount == Self.maxBlocks + 1 {
        fail("template.too-many", ["limit": String(Self.maxBlocks)], node: node)
      }
      return []
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= TemplateReader.maxDepth else {
      fail("template.too-deep", ["limit": String(TemplateReader.maxDepth)], node: node)
      return []
    }
    checkAttributes(node, element)
    if element.content != .text { checkText(node) }
    if element.content == .none, let child = node.children.first {
      fail("template.wrong-place", ["found": child.name, "parent": node.name], node: child)
    }
    if element.content == .text, let child = node.children.first {
      fail("template.wrong-place", ["found": child.name, "parent": node.name], node: child)
    }

    let outer = isForManager
    defer { isForManager = outer }
    let isManagerBlock = word(node["audience"], Document.Audience.self) == .manager
    isForManager = isForManager || isManagerBlock
    var conditions: [FigureKey] = []
    if let when = node["when"] { conditions = figures(when).map(\.key) }
    if node.name == "include" {
      return include(node).map { block in
        var block = block
        block.conditions += block.conditions.isEmpty ? conditions : []
        block.isForManager = block.isForManager || isManagerBlock
        return block
      }
    }
    guard let content = content(node) else { return [] }
    return [
      TemplateBlock(conditions: conditions, isForManager: isManagerBlock, content: content)
    ]
  }

  private mutating func content(_ node: TemplateNode) -> TemplateBlock.Content? {
    switch node.name {
    case "section": return section(node)
    case "p": return .paragraph(text(of: node))
    case "metrics": return metrics(node).map { .metrics($0) }
    case "table": return table(node).map { .table($0) }
    case "chart": return chart(node).map { .chart($0) }
    case "list": return list(node).map { .list($0) }
    case "checklist": return list(node).map { .checklist($0) }
    case "timeline": return timeline(node).map { .timeline($0) }
    case "board": return board(node).map { .board($0) }
    case "fill":
      return .fill(
        slot: node["slot"]?.value ?? "", title: text(node["title"]) ?? TextPattern(plain: ""),
        lines: number(node["lines"], 1...60) ?? 4)
    case "signatures":
      let roles = node["roles"]?.value ?? "制表 审核 批准"
      return .signatures(roles.split(separator: " ").map { TextPattern(plain: String($0)) })
    case "note":
      return .note(word(node["level"], Note.Level.self) ?? .info, text(of: node))
    case "page-break": return .pageBreak
    default: return nil
    }
  }

  private mutating func section(_ node: TemplateNode) -> TemplateBlock.Content {
    let (outer, outerUnknown) = (each, unknownOwners)
    defer { (each, unknownOwners) = (outer, outerUnknown) }
    var spec: EachSpec?
    if let attribute = node["each"] {
      let figure = figures(attribute).first
      spec = figure.map { EachSpec(figure: $0.key) }
      each = nil
      if let definition = figure?.definition, definition.shape == .scalar {
        wrongShape(definition, "each", attribute)
      } else {
        each = figure?.definition
      }
      if each == nil { unknownOwners.insert(.each) } else { unknownOwners.remove(.each) }
    }
    if let attribute = node["by"] {
      if let each {
        let fail: Failure = { $0.fail($1, $2, attribute) }
        spec?.by = column(attribute.value, of: each, fail: fail)?.key
      } else if node["each"] == nil {
        fail("template.missing-attribute", ["element": node.name, "attribute": "each"], node: node)
      }
    }
    let limit = number(node["limit"], 1...500)
    if let attribute = node["limit"], node["each"] == nil {
      fail(
        "template.missing-attribute", ["element": node.name, "attribute": "each"], attribute)
    }
    spec?.limit = limit
    return .section(
      title: text(node["title"]) ?? TextPattern(plain: ""), each: spec, blocks: blocks(node))
  }

  private mutating func include(_ node: TemplateNode) -> [TemplateBlock] {
    guard let attribute = node["part"] else { return [] }
    let name = attribute.value
    guard TemplateName.isValid(name), let file = checker.parts.part(name, besides: source.file)
    else {
      let known = checker.parts.partNames(besides: source.file)
      fail(
        "template.no-part",
        near(name, known, ["found": name, "expected": known.joined(separator: ", ")]), attribute)
      return []
    }
    if let start = stack.firstIndex(where: { $0.file == file.file }) {
      let path = (stack[start...].map(\.name) + [name]).joined(separator: " → ")
      fail("template.include-loop", ["path": path], attribute)
      return []
    }
    switch TemplateReader.read(file) {
    case .failure(let error):
      findings.append(error.finding)
      return []
    case .success(let root):
      let outer = source
      source = file
      stack.append((name, file.file))
      defer {
        source = outer
        stack.removeLast()
      }
      guard root.isOurs, root.name == "part" || root.name == "report" else {
        fail("template.root", ["found": root.name, "expected": "part"], node: root)
        return []
      }
      checkAttributes(root, root.name == "part" ? Vocabulary.part : Vocabulary.report)
      return blocks(root)
    }
  }
}

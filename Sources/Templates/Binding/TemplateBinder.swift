package import Documents
import Facts
import Quantities

/// Fills a checked template with facts: the document that writers write.
package struct TemplateBinder {
  package let context: BindingContext

  package init(_ context: BindingContext) { self.context = context }

  /// The finished document.
  package func bind(_ template: Template) -> Document {
    var binding = Binding(context: context, template: template)
    let blocks = binding.assemble(binding.bound(template.blocks))
    let title = binding.string(template.title)
    return Document(
      name: template.name, title: title, project: context.project, language: context.language,
      period: context.period, asOf: context.asOf, isUnfinished: context.isUnfinished,
      projectWeek: context.period.kind == .week ? context.projectWeek : nil,
      audience: binding.audience, orientation: template.orientation, style: template.style,
      rules: context.rules, alerts: context.alerts, blocks: blocks, proofs: binding.proofs,
      sources: context.sources)
  }
}

/// What became of a template's block.
enum Bound {
  case block(Block)
  /// Nothing to show, and why: several of them become one honest line.
  case absent(String, Absence)
}

/// A row that `{each.…}` and `{row.…}` read.
struct RowAtHand {
  let definition: FigureDefinition
  let row: FactTable.Row
  /// The column that the section is about; 0 where it is the row's own key.
  var subject = 0

  /// What rows of other tables must equal to belong to this one.
  var key: Value? { row.cells.indices.contains(subject) ? row.cells[subject] : nil }

  func cell(_ key: String) -> (value: Value, column: FigureColumn)? {
    guard let index = definition.columns.firstIndex(where: { $0.key == key }),
      row.cells.indices.contains(index)
    else { return nil }
    return (row.cells[index], definition.columns[index])
  }
}

/// One binding of one template.
struct Binding {
  let context: BindingContext
  let template: Template
  let audience: Document.Audience
  var proofs: [Proof] = []
  var saidRemarks: Set<String> = []
  var each: RowAtHand?
  var row: RowAtHand?

  var formatter: Formatter { context.formatter }
  var language: Language { context.language }

  init(context: BindingContext, template: Template) {
    self.context = context
    self.template = template
    let isManager = template.audience == .manager || context.audience == .manager
    audience = isManager ? .manager : .office
  }

  mutating func bound(_ blocks: [TemplateBlock]) -> [Bound] {
    blocks.flatMap { bound($0) }
  }

  private mutating func bound(_ block: TemplateBlock) -> [Bound] {
    if block.isForManager, audience != .manager { return [] }
    guard block.conditions.isEmpty || block.conditions.contains(where: hasContent) else {
      return []
    }
    switch block.content {
    case .section(let title, let each, let blocks): return section(title, each, blocks)
    case .paragraph(let pattern): return paragraph(pattern) { .paragraph($0) }
    case .metrics(let spec): return metrics(spec)
    case .table(let spec):
      switch spec.series == nil ? table(spec) : crossed(spec) {
      case .success(let table): return [.block(.table(told(table)))]
      case .failure(let absent): return [.absent(absent.name, absent.absence)]
      }
    case .chart(let spec):
      switch chart(spec) {
      case .success(var chart):
        chart.table = told(chart.table)
        return [.block(.chart(chart))]
      case .failure(let absent): return [.absent(absent.name, absent.absence)]
      }
    case .list(let spec): return [list(spec)]
    case .checklist(let spec): return [checklist(spec)]
    case .timeline(let spec): return [timeline(spec)]
    case .board(let spec): return [board(spec)]
    case .fill(let slot, let title, let lines):
      let fill = Fill(
        slot: slot, title: string(title), paragraphs: context.texts(template.name, slot),
        lines: lines)
      return [.block(.fill(fill))]
    case .signatures(let roles): return [.block(.signatures(roles.map { string($0) }))]
    case .note(let level, let pattern):
      return paragraph(pattern) { .note(Note(level: level, text: $0)) }
    case .pageBreak: return [.block(.pageBreak)]
    }
  }

  /// Whether a figure has anything to show.
  func hasContent(_ key: FigureKey) -> Bool {
    switch context.fact(key).content {
    case .table(let table): table.absence == nil && !table.rows.isEmpty
    case .scalar(let value): !value.isMissing && value.number != .zero
    }
  }

  private mutating func section(
    _ title: TextPattern, _ spec: EachSpec?, _ blocks: [TemplateBlock]
  ) -> [Bound] {
    guard let spec, let definition = context.catalogue[spec.figure.id] else {
      return made(title, blocks)
    }
    guard let table = context.fact(spec.figure).table else { return [] }
    if let absence = table.absence { return [.absent(definition.name[language], absence)] }
    let outer = each
    defer { each = outer }
    var result: [Bound] = []
    var seen: Set<Value> = []
    var sections = 0
    let subject = spec.by.flatMap { by in definition.columns.firstIndex { $0.key == by } }
    for row in table.rows {
      // A long table has several rows a key; the section stands once for each. Rows of nobody
      // (未填, 未分配) have no section of their own, but belong to a grouping.
      let at = RowAtHand(definition: definition, row: row, subject: subject ?? 0)
      guard let key = at.key, seen.insert(key).inserted else { continue }
      if spec.by == nil, case .words = key { continue }
      sections += 1
      if let limit = spec.limit, sections > limit { continue }
      each = at
      result += made(title, blocks)
    }
    if let limit = spec.limit, sections > limit {
      let text = Phrases.some(limit, of: sections)[language]
      result.append(.block(.note(Note(level: .info, text: [.text(text)]))))
    }
    return result
  }

  private mutating func made(_ title: TextPattern, _ blocks: [TemplateBlock]) -> [Bound] {
    let inner = assemble(bound(blocks))
    guard !inner.isEmpty else { return [] }
    return [.block(.section(Section(title: inlines(title).inlines, blocks: inner)))]
  }

  /// Blocks with what is absent said in one line a reason, where the first of it would stand.
  func assemble(_ bound: [Bound]) -> [Block] {
    var reasons: [Absence] = []
    var names: [Absence: [String]] = [:]
    var hasBlocks = false
    for case .absent(let name, let absence) in bound {
      if names[absence] == nil { reasons.append(absence) }
      if names[absence]?.contains(name) != true { names[absence, default: []].append(name) }
    }
    for case .block(_) in bound { hasBlocks = true }
    var blocks: [Block] = []
    var said: Set<Absence> = []
    for piece in bound {
      switch piece {
      case .block(let block): blocks.append(block)
      case .absent(_, let absence):
        guard said.insert(absence).inserted else { continue }
        let reason = absence.reason[language]
        let list = (names[absence] ?? []).joined(separator: Phrases.comma[language])
        let isAlone = !hasBlocks && reasons.count == 1
        let text = isAlone ? reason : list + Phrases.absent[language] + reason
        blocks.append(.note(Note(level: .info, text: [.text(text)])))
      }
    }
    return blocks
  }

  private mutating func paragraph(
    _ pattern: TextPattern, _ make: ([Inline]) -> Block
  ) -> [Bound] {
    let text = inlines(pattern)
    if let (name, absence) = text.onlyAbsence { return [.absent(name, absence)] }
    return [.block(make(text.inlines + text.reasons(language)))] + said(text.remarks)
  }

  /// The table without remarks that the same figure has made before in the document; what is said
  /// of the shown rows stays.
  private mutating func told(_ table: Table) -> Table {
    guard let figure = table.of else { return table }
    var table = table
    let ofFigure =
      FigureKey.parse(figure).map { context.fact($0).remarks.map { $0[language] } } ?? []
    table.remarks.removeAll { remark in
      ofFigure.contains(remark) && !saidRemarks.insert(figure + "|" + remark).inserted
    }
    return table
  }

  /// What figures say beside their value, each once in the document.
  mutating func said(
    _ remarks: [(figure: String, name: String, remark: String)]
  ) -> [Bound] {
    let fresh = remarks.filter { saidRemarks.insert($0.figure + "|" + $0.remark).inserted }
    guard !fresh.isEmpty else { return [] }
    var order: [String] = []
    var names: [String: [String]] = [:]
    for entry in fresh {
      if names[entry.remark] == nil { order.append(entry.remark) }
      if names[entry.remark]?.contains(entry.name) != true {
        names[entry.remark, default: []].append(entry.name)
      }
    }
    // What several figures say is said of all of them.
    let lines = order.map { remark in
      guard let name = names[remark], name.count == 1 else { return remark }
      return name[0] + Phrases.absent[language] + remark
    }
    let text = lines.joined(separator: Phrases.semicolon[language])
    return [.block(.note(Note(level: .info, text: [.text(text)])))]
  }
}

/// A figure that has nothing to show.
struct AbsentFigure: Error {
  let name: String
  let absence: Absence
}

package import Facts

extension Template {
  /// Every figure that the template names, each once, in order; what a run must compute at most.
  package var figures: [FigureKey] {
    var figures: [FigureKey] = []
    for key in title.figures + blocks.flatMap(\.figures) where !figures.contains(key) {
      figures.append(key)
    }
    return figures
  }
}

extension TextPattern {
  fileprivate var figures: [FigureKey] {
    pieces.flatMap { piece -> [FigureKey] in
      switch piece {
      case .figure(let key, .change), .figure(let key, .difference): [FigureKey(key.id), key]
      case .figure(_, .name), .text, .pseudo, .cell: []
      case .figure(let key, .value): [key]
      }
    }
  }
}

extension TableSpec {
  fileprivate var keys: [FigureKey] {
    let texts = [title, empty].compactMap { $0 }.flatMap(\.figures)
    let scoped = columns.flatMap { column -> [FigureKey] in
      if let scope = column.scope { return figures.map { FigureKey($0.id, scope) } }
      return ["change", "difference"].contains(column.key) && figures.count > 1
        ? figures.map { FigureKey($0.id, .previous) } : []
    }
    return texts + figures + scoped
  }
}

extension TemplateBlock {
  fileprivate var figures: [FigureKey] { conditions + content.figures }
}

extension TemplateBlock.Content {
  fileprivate var figures: [FigureKey] {
    switch self {
    case .section(let title, let each, let blocks):
      title.figures + [each?.figure].compactMap { $0 } + blocks.flatMap(\.figures)
    case .paragraph(let pattern), .note(_, let pattern): pattern.figures
    case .metrics(let spec):
      spec.figures.flatMap { key in [key] + spec.compare.map { FigureKey(key.id, $0) } }
    case .table(let spec): spec.keys
    case .chart(let spec): spec.table.keys
    case .list(let spec), .checklist(let spec):
      [spec.figure].compactMap { $0 } + spec.items.flatMap(\.figures)
        + [spec.title, spec.empty].compactMap { $0 }.flatMap(\.figures)
    case .timeline(let spec):
      [spec.figure].compactMap { $0 }
        + spec.items.flatMap { $0.mark.figures + $0.text.figures + $0.detail.figures }
    case .board(let spec): [spec.figure]
    case .fill(_, let title, _): title.figures
    case .signatures, .pageBreak: []
    }
  }
}

extension ListSpec.Item {
  fileprivate var figures: [FigureKey] {
    switch check {
    case .none(let key), .some(let key): text.figures + [key]
    case .byHand, .filled: text.figures
    }
  }
}

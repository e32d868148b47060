/// The words of a template, for its editions in other languages.
extension Template {
  /// Every Chinese text with blanks folded as the word list has it, each once, in order.
  package var texts: [String] {
    var texts: [String] = []
    for pattern in [title] + blocks.flatMap(\.patterns) {
      let isWord = pattern.source.contains { !$0.isASCII }
      if isWord, !texts.contains(pattern.source) { texts.append(pattern.source) }
    }
    return texts
  }

  /// Texts that a list has no word for.
  package func missingWords(in list: WordList) -> [String] {
    texts.filter { list[$0] == nil }
  }
}

extension TemplateBlock {
  fileprivate var patterns: [TextPattern] {
    switch content {
    case .section(let title, _, let blocks): [title] + blocks.flatMap(\.patterns)
    case .paragraph(let pattern), .note(_, let pattern): [pattern]
    case .table(let spec): [spec.title, spec.empty].compactMap { $0 } + spec.written
    case .chart(let spec): [spec.table.title, spec.table.empty].compactMap { $0 }
    case .list(let spec), .checklist(let spec):
      [spec.title] + spec.items.map(\.text) + [spec.empty].compactMap { $0 }
    case .timeline(let spec):
      [spec.title] + spec.items.flatMap { [$0.mark, $0.text, $0.detail] }
        + [spec.empty].compactMap { $0 }
    case .board(let spec): [spec.title, spec.empty].compactMap { $0 }
    case .fill(_, let title, _): [title]
    case .signatures(let roles): roles
    case .metrics, .pageBreak: []
    }
  }
}

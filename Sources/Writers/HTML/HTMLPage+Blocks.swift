import Documents
import Quantities

extension HTMLPage {
  /// A section with its heading; sections within it follow one level deeper.
  mutating func section(_ section: Section, id: String, level: Int, isLead: Bool) {
    markup.raw("<section")
    if !id.isEmpty { markup.attribute("id", id) }
    markup.raw(">")
    heading(section.title, level: level)
    var number = 0
    var isFirst = true
    let runs = columnRuns(section.blocks)
    for (index, block) in section.blocks.enumerated() {
      if runs.begins(at: index) { markup.raw("<div class=\"columns\">\n") }
      defer { if runs.ends(at: index) { markup.raw("</div>\n") } }
      switch block {
      case .section(let inner):
        number += 1
        self.section(inner, id: "\(id)-\(number)", level: level + 1, isLead: false)
      case .paragraph(let text):
        paragraph(text, role: isLead ? (isFirst ? .lead : .plain) : isFirst ? .finding : .plain)
      case .table(let table):
        self.table(table, heading: section.title.plain(formatter), layout: runs.layouts[index])
      default:
        self.block(block, level: level + 1, beside: section.blocks, title: section.title)
      }
      if isLead, case .paragraph = block { continue }
      isFirst = false
    }
    markup.raw("</section>\n")
  }

  /// h2 to h6; whatever is deeper stays h6, so that no level is ever skipped.
  mutating func heading(_ title: [Inline], level: Int) {
    let names: [(StaticString, StaticString)] = [
      ("<h2>", "</h2>\n"), ("<h3>", "</h3>\n"), ("<h4>", "</h4>\n"), ("<h5>", "</h5>\n"),
      ("<h6>", "</h6>\n"),
    ]
    let name = names[min(max(level, 2), 6) - 2]
    markup.raw(name.0)
    inlines(title)
    markup.raw(name.1)
  }

  /// Any block but a section or a paragraph; `beside` are the blocks of the same section.
  mutating func block(_ block: Block, level: Int, beside: [Block], title: [Inline] = []) {
    switch block {
    case .section(let section): self.section(section, id: "", level: level, isLead: false)
    case .paragraph(let text): paragraph(text, role: .plain)
    case .metrics(let metrics): self.metrics(metrics)
    case .table(let table): self.table(table, heading: title.plain(formatter))
    case .chart(let chart): self.chart(chart, beside: beside, heading: title.plain(formatter))
    case .list(let list): self.list(list)
    case .checklist(let checklist): self.checklist(checklist)
    case .timeline(let timeline): self.timeline(timeline)
    case .board(let board): self.board(board, heading: title.plain(formatter))
    case .fill(let fill): self.fill(fill, heading: title.plain(formatter))
    case .signatures(let names): signatures(names)
    case .note(let note): self.note(note)
    case .pageBreak: markup.raw("<div class=\"page-break\"></div>\n")
    }
  }

  /// The title of a block within its section; left out where the section's heading says the same.
  mutating func blockTitle(_ title: String, heading: String = "") {
    guard !title.isEmpty, !HTMLPage.repeats(heading, title) else { return }
    markup.raw("<p class=\"title\">")
    markup.text(title)
    markup.raw("</p>\n")
  }

  /// Whether a heading such as "二、渠道" already says the title "渠道": its number apart, it says
  /// nothing else.
  static func repeats(_ heading: String, _ title: String) -> Bool {
    guard heading.hasSuffix(title) else { return false }
    let before = heading.dropLast(title.count)
    guard let last = before.last else { return true }
    guard last.isPunctuation || last.isWhitespace else { return false }
    return before.allSatisfy { character in
      character.isPunctuation || character.isWhitespace || character.isNumber
        || "一二三四五六七八九十百附".contains(character)
    }
  }

  private mutating func list(_ list: ItemList) {
    blockTitle(list.title)
    guard !list.items.isEmpty else { return empty(list.emptyText) }
    markup.raw(list.isNumbered ? "<ol class=\"items\">" : "<ul class=\"items\">")
    for item in list.items {
      markup.raw("<li>")
      inlines(item)
      markup.raw("</li>")
    }
    markup.raw(list.isNumbered ? "</ol>\n" : "</ul>\n")
  }

  private mutating func checklist(_ checklist: Checklist) {
    blockTitle(checklist.title)
    guard !checklist.items.isEmpty else { return }
    markup.raw("<ul class=\"checks\">")
    for item in checklist.items {
      switch item.isDone {
      case nil: markup.raw("<li><span class=\"box\" aria-hidden=\"true\"></span>")
      case true?:
        markup.raw("<li class=\"done\"><span class=\"box\" aria-hidden=\"true\">✓</span>")
      case false?:
        markup.raw("<li class=\"open\"><span class=\"box\" aria-hidden=\"true\">✗</span>")
      }
      markup.raw("<span>")
      inlines(item.text)
      if let isDone = item.isDone {
        markup.raw(" <small>")
        markup.text(isDone ? phrases.done : phrases.notDone)
        markup.raw("</small>")
      }
      markup.raw("</span></li>")
    }
    markup.raw("</ul>\n")
  }

  private mutating func timeline(_ timeline: Timeline) {
    blockTitle(timeline.title)
    guard !timeline.entries.isEmpty else { return empty(timeline.emptyText) }
    markup.raw("<ol class=\"timeline\">")
    for entry in timeline.entries {
      markup.raw("<li><span class=\"when\">")
      value(entry.when)
      markup.raw("</span><span class=\"what\">")
      if !entry.mark.isEmpty {
        markup.raw("<span class=\"mark\">")
        markup.text(entry.mark)
        markup.raw("</span> ")
      }
      markup.text(entry.text)
      if !entry.detail.isEmpty {
        markup.raw(" <small>")
        markup.text(entry.detail)
        markup.raw("</small>")
      }
      markup.raw("</span></li>")
    }
    markup.raw("</ol>\n")
  }

  private mutating func fill(_ fill: Fill, heading: String) {
    guard fill.paragraphs.isEmpty else {
      blockTitle(fill.title, heading: heading)
      markup.raw("<div class=\"typed\">")
      for paragraph in fill.paragraphs {
        markup.raw("<p>")
        markup.text(paragraph)
        markup.raw("</p>")
      }
      markup.raw("</div>\n")
      return
    }
    markup.raw("<div class=\"fill\"><p>")
    if !fill.title.isEmpty, !HTMLPage.repeats(heading, fill.title) {
      markup.text(fill.title + phrases.bracketed(phrases.toFill))
    } else {
      markup.text(phrases.toFill)
    }
    markup.raw("</p>")
    for _ in 0..<min(max(fill.lines - 1, 0), 60) { markup.raw("<div></div>") }
    markup.raw("</div>\n")
  }

  mutating func signatures(_ names: [String]) {
    guard !names.isEmpty else { return }
    markup.raw("<ul class=\"signatures\">")
    for name in names {
      markup.raw("<li>")
      markup.text(name)
      markup.raw("</li>")
    }
    markup.raw("</ul>\n")
  }

  private mutating func note(_ note: Note) {
    switch note.level {
    case .info: markup.raw("<p class=\"note info\">")
    case .warning: markup.raw("<p class=\"note warning\">")
    case .alert: markup.raw("<p class=\"note alert\">")
    }
    inlines(note.text)
    markup.raw("</p>\n")
  }

  /// What stands where there is nothing to show.
  mutating func empty(_ text: String) {
    markup.raw("<p class=\"empty\">")
    markup.text(text.isEmpty ? phrases.noData : text)
    markup.raw("</p>\n")
  }
}

import Documents
import Quantities
import Writers

/// The page that links all documents of one run.
struct IndexPage {
  struct Entry {
    let document: Document
    let file: String
  }

  let project: String
  let entries: [Entry]

  /// One line a document: its title, linked, and the days it covers.
  func html(_ theme: Theme, asOf: CalendarDay, language: Language) -> [UInt8] {
    let title = Words("报告目录", "Reports")[language]
    let items: [[Inline]] = entries.map { entry in
      let document = entry.document
      let days =
        document.period.from == document.period.to
        ? document.period.from.description
        : "\(document.period.from) — \(document.period.to)"
      var copy = ""
      if document.audience == .manager { copy = Words("（经理留存）", " (manager's copy)")[language] }
      return [.link(document.title, file: entry.file), .text(copy + " · " + days)]
    }
    let first = entries.map(\.document.period.from).min() ?? asOf
    let last = entries.map(\.document.period.to).max() ?? asOf
    let document = Document(
      name: "index", title: title, project: project, language: language,
      period: Period(.range, from: min(first, last), to: last), asOf: asOf,
      blocks: [
        .list(ItemList(title: title, items: items, isNumbered: true, emptyText: Formatter.dash))
      ])
    return HTMLWriter(theme).write(document).bytes
  }
}

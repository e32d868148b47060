import Facts
import Quantities

/// The reference page of all figures, from the catalogue.
struct FigureReference {
  let catalogue: Catalogue

  var markdown: String {
    var text = """
      # Every figure · 指标目录

      Written by `anchang reference figures`; do not edit. \(catalogue.definitions.count) figures.
      Scopes are a suffix, `visits.count@month`: previous, last-year, week, month, quarter, year, total.
      "to date" figures are a state on the last counted day and have no other scope.

      """
    var group = ""
    for definition in catalogue.definitions {
      let own = String(definition.id.prefix { $0 != "." })
      if own != group {
        group = own
        text += "\n## \(own)\n\n| id | 名称 · name | 定义 · definition | 单位 | scopes | source |\n"
        text += "| --- | --- | --- | --- | --- | --- |\n"
      }
      text += row(definition)
    }
    return text
  }

  private func row(_ definition: FigureDefinition) -> String {
    var meaning = "\(definition.meaning.chinese)<br>\(definition.meaning.english)"
    if !definition.columns.isEmpty {
      let columns = definition.columns.map { "`\($0.key)` \($0.name.chinese)" }
      meaning += "<br>" + columns.joined(separator: " · ")
    }
    let cells = [
      "`\(definition.id)`", "\(definition.name.chinese) · \(definition.name.english)", meaning,
      definition.unit.words.chinese, scopes(definition), definition.source,
    ]
    return "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
  }

  private func scopes(_ definition: FigureDefinition) -> String {
    let allowed = Scope.allCases.filter { $0 != .this && definition.allows($0) }
    if allowed.count >= 6 { return "all" }
    return allowed.isEmpty
      ? "–" : allowed == [.total] ? "to date" : allowed.map(\.rawValue).joined(separator: ", ")
  }

  private func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}

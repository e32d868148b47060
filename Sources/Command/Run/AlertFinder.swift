import Analyzers
import Documents
import Facts
import Quantities

/// What must be handled before a report is more than a draft: checks that failed.
struct AlertFinder {
  let fact: (FigureKey) -> Fact
  let language: Language

  /// Entry errors that make a figure of the report doubtful, by their English names.
  private static let serious: Set<String> = [
    "room sold twice", "cancellation without sale", "stages in the wrong order",
  ]

  /// Rows that could not be read, then each kind of serious entry error, with their places.
  var alerts: [Alert] {
    var alerts: [Alert] = []
    let rejects = fact(FigureKey("data.rejects")).table?.rows ?? []
    if !rejects.isEmpty {
      alerts.append(
        Alert(
          text: Words(
            "有 \(rejects.count) 行未能读入，没有计入任何数字",
            "\(rejects.count) rows could not be read and enter no figure")[language],
          places: rejects.map(place)))
    }
    var rules: [Words] = []
    var places: [[String]] = []
    for row in fact(FigureKey("audit.hits")).table?.rows ?? [] {
      guard row.cells.count > 2, case .words(let rule) = row.cells[2],
        Self.serious.contains(rule.english)
      else { continue }
      if let index = rules.firstIndex(of: rule) {
        places[index].append(place(row))
      } else {
        rules.append(rule)
        places.append([place(row)])
      }
    }
    for (rule, places) in zip(rules, places) {
      alerts.append(
        Alert(
          text: Words("\(rule.chinese)：\(places.count) 处", "\(rule.english): \(places.count)")[
            language],
          places: places))
    }
    return alerts
  }

  /// `成交11月.csv:57` from the first two cells.
  private func place(_ row: FactTable.Row) -> String {
    let formatter = Formatter(language)
    return row.cells.prefix(2).map { cell in
      if case .count(let line) = cell { String(line) } else { formatter.text(cell, unit: .text) }
    }.joined(separator: ":")
  }
}

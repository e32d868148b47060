import Analyzers
import Documents
import Facts
import Quantities

/// What must be handled before a report is more than a draft: checks that failed.
struct AlertFinder {
  let analysis: Analysis
  let language: Language

  var alerts: [Alert] {
    var alerts: [Alert] = []
    if let table = analysis.fact(FigureKey("data.rejects")).table, !table.rows.isEmpty {
      let formatter = Formatter(language)
      let places = table.rows.map { row in
        row.cells.prefix(2).map { formatter.text($0, unit: .text) }.joined(separator: ":")
      }
      alerts.append(
        Alert(
          text: Words(
            "有 \(table.rows.count) 行未能读入，没有计入任何数字",
            "\(table.rows.count) rows could not be read and enter no figure")[language],
          places: places))
    }
    return alerts
  }
}

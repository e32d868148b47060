import Analyzers
import ArgumentParser
import Facts
import Quantities

/// `anchang check`: reads everything, prints the balance and all findings.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Read everything; print the balance of every file and all findings. Ends with 2 when a row was rejected."
  )

  @OptionGroup var data: DataOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    try CommandRun.run(console) { () throws(Failure) in
      var rejected = 0
      for request in try data.requests() {
        let project = try Project.load(request, options: data, console: console)
        let analysis = Analysis(
          office: project.office, period: try project.period(data.period, kind: .total),
          showsPersonal: data.showPersonal)
        console.write(balance(analysis, console.language))
        if let path = data.rejects, !project.rejects.isEmpty {
          console.write(try RejectsFile(project.rejects).write(to: path) + "\n")
        }
        rejected += project.rejects.count
      }
      if rejected > 0 { throw Failure.said(.input) }
    }
  }

  /// rows = counted + outside + duplicates + excluded + skipped + rejected, a line a file.
  private func balance(_ analysis: Analysis, _ language: Language) -> String {
    guard let definition = Catalogue.all["data.balance"],
      let fact = analysis.fact(FigureKey("data.balance")).table
    else { return "" }
    let formatter = Formatter(language)
    var table = TextTable(right: Set(2..<definition.columns.count))
    table.add(definition.columns.map { $0.name[language] })
    for row in fact.rows {
      table.add(zip(row.cells, definition.columns).map { formatter.text($0, unit: $1.unit) })
    }
    return table.text()
  }
}

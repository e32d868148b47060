import Analyzers
import ArgumentParser
import Facts
import Quantities
import Writers

/// `anchang explain`: the proof sheet of one figure.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Prove one figure: definition, arithmetic and every row as file:line.")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, html }

  @Argument(help: "Figure, such as visits.first-conversion or deals.amount@month.")
  var id: String

  @Option(help: ArgumentHelp("One row of a table, by its name.", valueName: "name"))
  var row: String?

  @Option(help: "text, json or html (an A4 sheet).")
  var format = Format.text

  @Option(help: ArgumentHelp("Folder with the theme; repeatable, first wins.", valueName: "dir"))
  var templates: [String] = []

  @OptionGroup var issued: IssuedOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    try CommandRun.run(console) { () throws(Failure) in
      let key = try FigureRequest.key(id, .all)
      guard let request = try data.requests().first else { return }
      let project = try Project.load(request, options: data, console: console)
      let analysis = Analysis(
        office: project.office, period: try project.period(data.period, kind: .week),
        showsPersonal: data.showPersonal, issued: try issued.rows(of: project.office))
      let language = messages.reportLanguage
      let sheet = try ProofSheet(
        key, row: row, analysis: analysis, catalogue: .all, language: language)
      let summary = RowSummary(
        office: project.office, showsPersonal: data.showPersonal, of: sheet.rows)
      switch format {
      case .text: console.write(sheet.text(summary, language: language))
      case .json: console.write(sheet.json(summary, language: language))
      case .html:
        let theme = try ThemeLoader.load(try TemplateFolders.search(templates), console: console)
        console.write(
          HTMLWriter(theme).write(sheet.document(summary, language: language)).bytes)
      }
    }
  }
}

import Analyzers
import ArgumentParser
import Facts
import Loaders
import Quantities
import Records

/// `anchang figures`: figures with their values.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Print figures; without ids the whole catalogue with values.")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, csv }

  @Argument(help: "Ids, such as visits.count or deals.amount@month.")
  var ids: [String] = []

  @Option(help: "text, json or csv.")
  var format = Format.text

  @Option(help: "More scopes of each figure: previous,last-year,month,quarter,year,total.")
  var scope: String?

  @OptionGroup var issued: IssuedOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    try CommandRun.run(console) { () throws(Failure) in
      let keys = try FigureRequest.keys(
        ids, scopes: try ScopeOption.parse(scope), catalogue: .all)
      let requests = try data.requests()
      guard requests.count == 1, var request = requests.first else {
        throw Failure(.usage, "figures 一次只读一个项目", "figures reads one project at a time")
      }
      request.fields = FigureColumns.needed(by: keys.map(\.id))
      let (text, kept) = try self.text(keys, request, console)
      if !request.unread.missed.isEmpty {
        // A figure needs more than it is known to: then everything is read.
        request.fields = nil
        console.write(try self.text(keys, request, console).text)
      } else {
        console.write(text)
      }
      Ending.success(keeping: kept)
    }
  }

  private func text(
    _ keys: [FigureKey], _ request: LoadRequest, _ console: Console
  ) throws(Failure) -> (text: String, kept: (Project, Analysis)) {
    let project = try Project.load(request, options: data, console: console)
    let period = try project.period(data.period, kind: .week)
    let analysis = Analysis(
      office: project.office, period: period, showsPersonal: data.showPersonal,
      issued: try issued.rows(of: project.office))
    let language = messages.reportLanguage
    let text =
      switch format {
      case .text: FigureText(analysis: analysis, catalogue: .all, language: language).text(keys)
      case .json: FigureJSON(analysis: analysis, catalogue: .all, language: language).text(keys)
      case .csv: FigureCSV(analysis: analysis, catalogue: .all, language: language).text(keys)
      }
    return (text, (project, analysis))
  }
}

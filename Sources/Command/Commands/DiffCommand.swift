import Analyzers
import ArgumentParser
import Loaders
import Quantities
import Records

/// `anchang diff`: what changed between two issued reports.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two issued reports (XML), figure by figure, and say why they differ.")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: ArgumentHelp("The earlier report.", valueName: "old.xml"))
  var old: String

  @Argument(help: ArgumentHelp("The later report.", valueName: "new.xml"))
  var new: String

  @Option(help: "text or json.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "Folder of the later report's exports: every changed figure then names its rows.",
      valueName: "dir"))
  var data: String?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    try CommandRun.run(console) { () throws(Failure) in
      var difference = ReportDifference(
        old: try IssuedReport(path: old), new: try IssuedReport(path: new))
      if let data { difference.find(in: try analysis(of: data, difference.new, console)) }
      switch format {
      case .text: console.write(difference.text(console.language))
      case .json: console.write(difference.json())
      }
    }
  }

  /// The data of the later report, as it was made: its period, its as-of.
  private func analysis(
    of folder: String, _ report: IssuedReport, _ console: Console
  ) throws(Failure) -> Analysis {
    guard let options = try? DataOptions.parse(["--data", folder]),
      var request = try options.requests().first, let from = report.day("from"),
      let to = report.day("to")
    else {
      throw Failure(.input, "读不了 \(folder)", "cannot read \(folder)")
    }
    request.asOf = report.day("as-of")
    var silent = console
    silent.isQuiet = true
    let project = try Project.load(request, options: options, console: silent)
    let kind = report.period.flatMap(Period.Kind.init(rawValue:)) ?? .range
    return Analysis(office: project.office, period: Period(kind, from: from, to: to))
  }
}

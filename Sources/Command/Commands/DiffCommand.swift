import ArgumentParser
import Quantities

/// `anchang diff`: what changed between two issued reports.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare two issued reports (XML), figure by figure.")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: ArgumentHelp("The earlier report.", valueName: "old.xml"))
  var old: String

  @Argument(help: ArgumentHelp("The later report.", valueName: "new.xml"))
  var new: String

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    try CommandRun.run(console) { () throws(Failure) in
      let difference = ReportDifference(
        old: try IssuedReport(path: old), new: try IssuedReport(path: new))
      switch format {
      case .text: console.write(difference.text(console.language))
      case .json: console.write(difference.json())
      }
    }
  }
}

import Analyzers
package import ArgumentParser
import CSV
import Facts
import Loaders

/// The command `anchang`.
package struct Anchang: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "anchang",
    abstract: "Reports of a new-home sales office from its CSV exports.",
    subcommands: [
      ReportCommand.self, CheckCommand.self, ColumnsCommand.self, ReferenceCommand.self,
      TemplatesCommand.self,
      FiguresCommand.self, ExplainCommand.self, WhyCommand.self, InitCommand.self,
      DiffCommand.self,
    ])

  package init() {}
}

/// Parses the command line and runs what it asks for; ends the process with the exit code.
package func runAnchang() -> Never {
  MemoryShortage.tellInsteadOfAborting()
  let arguments = Array(CommandLine.arguments.dropFirst())
  if let mistake = LongDash.mistake(in: arguments) {
    Console(language: LongDash.language(of: arguments)).tell(mistake)
    Anchang.exit(withError: ExitCode(Failure.Code.usage.rawValue))
  }
  if arguments.first == ReportCommand.configuration.commandName {
    // While the arguments are parsed, a second thread makes what every report needs.
    _ = Pending { prepare() }
    // Read by itself the command is there sooner; what is wrong is said by all commands together.
    if let command = try? ReportCommand.parse(Array(arguments.dropFirst())) {
      do {
        try command.run()
      } catch {
        Anchang.exit(withError: error)
      }
      Anchang.exit()
    }
  }
  Anchang.main()
  Anchang.exit()
}

/// The tables that are made once, in the order in which they are needed here: what templates are
/// checked by is made by the thread that checks them, if it comes first.
private func prepare() {
  OfficeLoader.prepare()
  _ = Catalogue.all.definitions.count
}

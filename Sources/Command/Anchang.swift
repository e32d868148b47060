package import ArgumentParser

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
  let arguments = Array(CommandLine.arguments.dropFirst())
  if let mistake = LongDash.mistake(in: arguments) {
    Console(language: LongDash.language(of: arguments)).tell(mistake)
    Anchang.exit(withError: ExitCode(Failure.Code.usage.rawValue))
  }
  Anchang.main()
  Anchang.exit()
}

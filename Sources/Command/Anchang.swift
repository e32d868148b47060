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
  Anchang.main()
  Anchang.exit()
}

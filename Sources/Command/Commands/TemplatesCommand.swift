import Analyzers
import ArgumentParser
import Diagnostics
import Facts
import Glibc
import Quantities
import Templates

/// `anchang templates`: what templates there are, and whether they are right.
struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates", abstract: "List, check, show or copy templates.",
    subcommands: [List.self, Check.self, Show.self, Copy.self], defaultSubcommand: List.self)

  /// Where templates are looked for.
  struct Place: ParsableArguments {
    @Option(help: ArgumentHelp("Folder with templates; repeatable, first wins.", valueName: "dir"))
    var templates: [String] = []

    @Option(help: "Findings as text or as JSON, one object a line.")
    var diagnostics = DataOptions.DiagnosticsFormat.text

    @OptionGroup var messages: MessageOptions

    func library() throws(Failure) -> TemplateLibrary {
      TemplateLibrary(folders: try TemplateFolders.search(templates))
    }

    func printer() -> FindingPrinter {
      FindingPrinter(console: messages.console, format: diagnostics)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The templates found.")
    @OptionGroup var place: Place

    func run() throws {
      let console = place.messages.console
      try CommandRun.run(console) { () throws(Failure) in
        let library = try place.library()
        var table = TextTable()
        for entry in library.entries {
          let template = library.template(entry.name, catalogue: .all).template
          table.add([
            entry.name, template?.titleText ?? Formatter.dash, template?.period.rawValue ?? "",
            entry.path,
          ])
        }
        console.write(table.text())
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check templates against the vocabulary and the catalogue, without data.")
    @Argument(help: "Names; all without.") var names: [String] = []
    @OptionGroup var place: Place

    func run() throws {
      let console = place.messages.console
      try CommandRun.run(console) { () throws(Failure) in
        let library = try place.library()
        let names = names.isEmpty ? library.entries.map(\.name) : names
        let findings = names.flatMap { library.template($0, catalogue: .all).findings }
        place.printer().print(findings)
        if findings.contains(where: { $0.severity == .error }) { throw Failure.said(.template) }
        console.tell(
          Words("\(names.count) 份模板没有错误", "\(names.count) templates without a mistake"))
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print one template.")
    @Argument(help: "Name.") var name: String
    @OptionGroup var place: Place

    func run() throws {
      let console = place.messages.console
      try CommandRun.run(console) { () throws(Failure) in
        console.write(try Self.source(name, place).bytes)
      }
    }

    static func source(_ name: String, _ place: Place) throws(Failure) -> TemplateSource {
      switch try place.library().source(name) {
      case .success(let source): return source
      case .failure(let missing):
        place.printer().print([missing.finding])
        throw Failure.said(.template)
      }
    }
  }

  struct Copy: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copy one template into a folder, to change it there.")
    @Argument(help: "Name.") var name: String
    @Argument(help: "Folder.") var directory: String
    @OptionGroup var place: Place

    func run() throws {
      let console = place.messages.console
      try CommandRun.run(console) { () throws(Failure) in
        let source = try Show.source(name, place)
        let file = OutputFolder.File(name: name + ".xml", bytes: source.bytes)
        guard access(directory + "/" + file.name, F_OK) != 0 else {
          throw Failure(
            .output, "\(directory)/\(file.name) 已经有了，没有覆盖",
            "\(directory)/\(file.name) is already there and was not replaced")
        }
        for path in try OutputFolder(path: directory).write([file]) { console.write(path + "\n") }
      }
    }
  }
}

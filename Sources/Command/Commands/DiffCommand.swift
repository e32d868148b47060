import Analyzers
import ArgumentParser
import Loaders
import Quantities
import Records
import Templates

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

  @Option(help: ArgumentHelp("Folder with templates; repeatable, first wins.", valueName: "dir"))
  var templates: [String] = []

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    try CommandRun.run(console) { () throws(Failure) in
      var difference = ReportDifference(
        old: try IssuedReport(path: old), new: try IssuedReport(path: new))
      if let data { try find(in: data, &difference, console) }
      switch format {
      case .text: console.write(difference.text(console.language))
      case .json: console.write(difference.json())
      }
    }
  }

  /// Finds reasons in the data of the later report, as it was made: its period, as-of, language
  /// and copy.
  private func find(
    in folder: String, _ difference: inout ReportDifference, _ console: Console
  ) throws(Failure) {
    let report = difference.new
    guard let options = try? DataOptions.parse(["--data", folder]),
      var request = try options.requests().first, let from = report.day("from"),
      let to = report.day("to")
    else {
      throw Failure(.input, "读不了 \(folder)", "cannot read \(folder)")
    }
    let library = TemplateLibrary(folders: try TemplateFolders.search(templates))
    let name = report.head["name"] ?? ""
    guard let template = library.template(name, catalogue: .all).template else {
      throw Failure(
        .template, "没有可用的模板 \(name)；请加 --templates", "no template \(name); add --templates")
    }
    request.asOf = report.day("as-of")
    var silent = console
    silent.isQuiet = true
    let project = try Project.load(request, options: options, console: silent)
    let kind = report.period.flatMap(Period.Kind.init(rawValue:)) ?? .range
    let period = Period(kind, from: from, to: to)
    let language = report.head["lang"] == "en" ? Language.english : .chinese
    let words = language == .english ? library.words().words : Templates.WordList()
    let copy: ReportMaker.Copy = report.audience == "manager" ? .manager : .office
    let again = ReportAgain(
      template: template, period: period, language: language, words: words, copy: copy,
      showsPersonal: false)
    try difference.find(in: Analysis(office: project.office, period: period)) {
      office throws(Failure) in try again.report(office, of: project)
    }
  }
}

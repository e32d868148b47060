import Analyzers
import Diagnostics
import Facts
import Quantities
import Templates
import Writers

/// What a run of `report` makes, checked before any data are read: templates, theme, formats,
/// copies.
struct ReportPlan {
  enum Format: String, CaseIterable {
    case html, xml, text

    var suffix: String { self == .text ? "txt" : rawValue }
  }

  let templates: [Template]
  let theme: Theme
  let words: WordList
  let formats: [Format]
  let copies: [ReportMaker.Copy]
  /// The issued report named by `--since`.
  let issued: IssuedReport?
  /// Several projects in one run.
  let isBatch: Bool

  init(_ command: ReportCommand, console: Console) throws(Failure) {
    formats = try Self.list(command.format, "--format", Format.allCases)
    copies = try Self.list(command.copies, "--copies", ReportMaker.Copy.allCases)
    isBatch =
      command.data.data.count + (command.data.list == nil ? 0 : 1) > 1
      || command.data.list != nil
    if let since = command.since {
      issued = try IssuedReport(path: since)
    } else {
      issued = nil
    }
    let folders = try TemplateFolders.search(command.templates)
    let library = TemplateLibrary(folders: folders)
    let names = command.all ? library.entries.map(\.name) : command.names
    guard !names.isEmpty else {
      let known = library.entries.map(\.name).joined(separator: ", ")
      throw Failure(
        .usage, "要做哪份报告？例如 anchang report weekly；有：\(known)",
        "which document? for example: anchang report weekly; there are: \(known)")
    }
    var templates: [Template] = []
    var findings: [Finding] = []
    for name in names where !templates.contains(where: { $0.name == name }) {
      let result = library.template(name, catalogue: .all)
      findings += result.findings
      if let template = result.template { templates.append(template) }
    }
    let language = command.messages.reportLanguage
    var words = WordList()
    if language == .english {
      var sources: [TemplateSource] = []
      for folder in folders {
        guard let path = TemplateFolders.file(WordList.fileName, in: [folder]) else { continue }
        sources.append(TemplateSource(file: path, bytes: try InputText.bytes(path)))
      }
      let read = WordList.read(sources)
      words = read.words
      findings += read.findings
    }
    FindingPrinter(console: console, format: command.data.diagnostics).print(findings)
    if findings.contains(where: { $0.severity == .error }) { throw Failure.said(.template) }
    self.templates = templates
    self.words = words
    theme = try ThemeLoader.load(folders, console: console)
  }

  private static func list<Word: RawRepresentable<String>>(
    _ text: String, _ option: String, _ known: [Word]
  ) throws(Failure) -> [Word] {
    var words: [Word] = []
    let names = known.map(\.rawValue)
    for part in text.split(separator: ",") {
      guard let word = Word(rawValue: String(part)) else {
        throw Failure(
          .usage, "\(option)：没有“\(part)”；有：\(names.joined(separator: "、"))",
          "\(option): no \"\(part)\"; there are: \(names.joined(separator: ", "))")
      }
      if !words.contains(where: { $0.rawValue == word.rawValue }) { words.append(word) }
    }
    return words
  }
}

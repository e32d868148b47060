import ArgumentParser
import Glibc
import Loaders
import Quantities
import Records

/// `anchang columns`: how files are understood.
struct ColumnsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "columns",
    abstract:
      "Explain how a file's kind, encoding, separator, header row and columns are understood."
  )

  @Argument(help: ArgumentHelp("File, folder, or - for standard input.", valueName: "file"))
  var path: String

  @Option(
    help: ArgumentHelp(
      "Folder whose columns.csv applies; the file's own when not said.", valueName: "dir"))
  var data: String?

  @Option(help: ArgumentHelp("Encoding, for example GB18030.", valueName: "name"))
  var encoding: String?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    try CommandRun.run(console) { () throws(Failure) in
      let folder = data ?? folderWithNames
      var request = LoadRequest(data: folder ?? path, today: Clock.today())
      if folder != nil { request.files = [LoadRequest.NamedFile(path: path)] }
      request.encoding = encoding
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let all = OfficeLoader.explain(request)
      let shown = folder == nil ? all : all.filter { $0.file == name }
      guard !shown.isEmpty else {
        throw Failure(.input, "\(path) 里没有可看的文件", "\(path) holds no file to look at")
      }
      let printer = FindingPrinter(console: console, format: .text)
      for explanation in shown {
        console.write(text(explanation, console.language))
        printer.print(explanation.problems)
      }
      if shown.contains(where: { $0.kind == nil }), shown.count == 1 { throw Failure.said(.input) }
    }
  }

  /// The file's own folder where the office's header names lie beside it: they apply to it, as
  /// they do when the folder is read.
  private var folderWithNames: String? {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "./"
    let names = ["columns.csv", "列名对照.csv"]
    return names.contains { access(folder + $0, R_OK) == 0 } ? folder : nil
  }

  private func text(_ file: FileExplanation, _ language: Language) -> String {
    let say = { (chinese: String, english: String) in Words(chinese, english)[language] }
    var head = TextTable()
    head.add([say("文件", "file"), file.file])
    head.add([
      say("类别", "kind"),
      (file.kind.map { "\($0.words[language]) (\($0.rawValue))" } ?? say("认不出", "not recognised"))
        + (file.isForced ? say("，由你指定", ", as you said") : ""),
    ])
    head.add([say("编码", "encoding"), file.encoding])
    head.add([say("分隔符", "separator"), separator(file.separator, language)])
    head.add([
      say("表头", "header"),
      file.headerLine == 0
        ? say("没有找到", "not found")
        : say("第 \(file.headerLine) 行", "line \(file.headerLine)")
          + (file.titleLines > 0
            ? say("，上面跳过 \(file.titleLines) 行", ", \(file.titleLines) lines above skipped") : ""),
    ])
    if !file.missing.isEmpty {
      head.add([say("没有的常用列", "usual columns it lacks"), file.missing.joined(separator: "、")])
    }
    var table = TextTable()
    for column in file.columns {
      table.add([String(column.position), column.header, meaning(column, language)])
    }
    return head.text() + table.text(indent: "  ")
  }

  private func meaning(_ column: FileExplanation.Column, _ language: Language) -> String {
    let say = { (chinese: String, english: String) in Words(chinese, english)[language] }
    guard column.fills.isEmpty else {
      return column.fills.map { fill in
        let unit = fill.unit.map { " (\($0))" } ?? ""
        let origin = fill.origin == .columnsFile ? " [columns.csv]" : ""
        return "→ \(fill.header) \(fill.name)\(unit)\(origin)"
      }.joined(separator: "; ")
    }
    if column.isKnownUnused { return say("不用", "not used") }
    let near = column.nearMisses.joined(separator: "、")
    return near.isEmpty
      ? say("不认识", "unknown")
      : say("不认识；是不是 \(near)？写进列名对照", "unknown; did you mean \(near)? add it to columns.csv")
  }

  private func separator(_ separator: String, _ language: Language) -> String {
    separator == "\t" ? Words("制表符", "tab")[language] : separator
  }
}

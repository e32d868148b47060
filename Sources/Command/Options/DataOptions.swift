import ArgumentParser
import Loaders
import Quantities
import Records

/// Options that say which files are read and how.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder of exports, or one file, or - for standard input; repeat for several projects.",
      valueName: "dir"))
  var data: [String] = []

  @Option(help: ArgumentHelp("File that lists data folders, one a line.", valueName: "file"))
  var list: String?

  @Option(help: ArgumentHelp("File of calls.", valueName: "file"))
  var calls: [String] = []

  @Option(help: ArgumentHelp("File of visits.", valueName: "file"))
  var visits: [String] = []

  @Option(help: ArgumentHelp("File of deals.", valueName: "file"))
  var deals: [String] = []

  @Option(help: ArgumentHelp("File of competitor notes.", valueName: "file"))
  var competitors: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only this competitor and ours, in every figure of competitors; repeatable.",
      valueName: "name"))
  var competitor: [String] = []

  @Option(
    name: .customLong("file"),
    help: ArgumentHelp("File of any kind, for example units=rooms.csv.", valueName: "kind=file"))
  var others: [String] = []

  @Option(help: ArgumentHelp("Encoding of all files, for example GB18030.", valueName: "name"))
  var encoding: String?

  @Option(help: "Year of days written without one.")
  var year: Int?

  @Option(help: "Order of days such as 03/04/2026: ymd, dmy or mdy.")
  var dateOrder: LoadRequest.DateOrder?

  @Option(help: ArgumentHelp("Last day that counts (default: the latest row).", valueName: "day"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "The day of the run (default: the clock's).", valueName: "day", visibility: .hidden))
  var today: String?

  @Option(
    help: ArgumentHelp(
      "Period: 2026-W47, 2026-11, 2026-Q4, 2026, a day, DAY..DAY, last-week, yesterday …",
      valueName: "p"))
  var period: String?

  @Option(help: ArgumentHelp("Where rejected rows go.", valueName: "file"))
  var rejects: String?

  @Flag(help: "Write nothing and end with 2 when any row was rejected.")
  var strict = false

  @Flag(help: "Show names and phone numbers in full.")
  var showPersonal = false

  @Option(help: "Findings as text or as JSON, one object a line.")
  var diagnostics = DiagnosticsFormat.text

  enum DiagnosticsFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

  /// One request a project.
  func requests() throws(Failure) -> [LoadRequest] {
    var request = LoadRequest(data: nil, today: try day(today, "--today") ?? Clock.today())
    request.encoding = encoding
    request.year = year
    request.dateOrder = dateOrder
    request.asOf = try day(asOf, "--as-of")
    request.showsPersonal = showPersonal
    for (kind, paths) in [
      (RecordKind.calls, calls), (.visits, visits), (.deals, deals), (.competitors, competitors),
    ] {
      request.files += paths.map { LoadRequest.NamedFile(path: $0, kind: kind) }
    }
    request.files += try others.map { text throws(Failure) in try namedFile(text) }
    let folders = data + (try listed())
    if folders.isEmpty {
      guard !request.files.isEmpty else {
        throw Failure(
          .usage, "没有给出数据：请加 --data 文件夹", "no data given: add --data FOLDER")
      }
      return [request]
    }
    guard folders.count == 1 || request.files.isEmpty else {
      throw Failure(
        .usage, "有几个项目时不能再单独指定文件", "single files cannot be given beside several projects")
    }
    return folders.map { folder in
      var one = request
      one.data = folder
      return one
    }
  }

  /// A day written as 2026-11-22.
  private func day(_ text: String?, _ option: String) throws(Failure) -> CalendarDay? {
    guard let text else { return nil }
    guard let period = PeriodExpression.parse(text, calendar: CalendarRules()),
      period.kind == .day
    else {
      throw Failure(
        .usage, "\(option)：“\(text)”不是日期；请写成 2026-11-22",
        "\(option): \"\(text)\" is not a day; write it as 2026-11-22")
    }
    return period.from
  }

  private func namedFile(_ text: String) throws(Failure) -> LoadRequest.NamedFile {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let known = RecordKind.allCases
    let names = known.map(\.rawValue)
    guard parts.count == 2,
      let kind = known.first(where: { $0.rawValue == parts[0] || $0.words.chinese == parts[0] })
    else {
      let near = parts.first.map { Spelling.nearest(to: $0, among: names, limit: 1) } ?? []
      let hint = near.first.map { " (\($0)=…)" } ?? ""
      throw Failure(
        .usage, "--file 要写成 类别=文件\(hint)；类别有：\(names.joined(separator: "、"))",
        "--file is written kind=file\(hint); kinds: \(names.joined(separator: ", "))")
    }
    return LoadRequest.NamedFile(path: parts[1], kind: kind)
  }

  private func listed() throws(Failure) -> [String] {
    guard let list else { return [] }
    let bytes = try InputText.read(list)
    let folder = list.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    return bytes.split(whereSeparator: \.isNewline).compactMap { line in
      let path = String(line.drop(while: \.isWhitespace))
      if path.isEmpty || path.hasPrefix("#") { return nil }
      return path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
    }
  }
}

extension LoadRequest.DateOrder: ExpressibleByArgument {}

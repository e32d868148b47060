import Analyzers
import ArgumentParser
import Facts
import Quantities
import Records

/// `anchang why`: what became of one row.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Say which figures rows entered, or why they did not count.")

  @Argument(help: ArgumentHelp("Rows, each as file:line.", valueName: "file:line"))
  var places: [String]

  @Option(help: "More scopes: previous,last-year,month,quarter,year,total.")
  var scope: String?

  @OptionGroup var issued: IssuedOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    try CommandRun.run(console) { () throws(Failure) in
      let scopes = try ScopeOption.parse(scope)
      guard let request = try data.requests().first else { return }
      let typed = try places.map { text throws(Failure) in try parsed(text) }
      let project = try Project.load(request, options: data, console: console)
      let analysis = Analysis(
        office: project.office, period: try project.period(data.period, kind: .week),
        showsPersonal: data.showPersonal, issued: try issued.rows(of: project.office))
      let asked = try typed.map { place throws(Failure) in
        try found(place.file, place.line, project)
      }
      let known = Whereabouts.list(
        asked.compactMap(\.row), analysis: analysis, catalogue: .all, scopes: scopes)
      let summary = RowSummary(
        office: project.office, showsPersonal: data.showPersonal, of: known.map(\.source))
      var next = known.makeIterator()
      var texts: [String] = []
      for place in asked {
        var text = place.said.map { $0[messages.reportLanguage] + "\n" } ?? ""
        if place.row != nil, let whereabouts = next.next() {
          text += self.text(whereabouts, summary, analysis)
        }
        texts.append(text)
      }
      console.write(texts.joined(separator: "\n"))
    }
  }

  /// File and line of one place as typed.
  private func parsed(_ place: String) throws(Failure) -> (file: String, line: Int32) {
    guard let colon = place.lastIndex(where: { $0 == ":" || $0 == "：" }),
      let line = Int32(place[place.index(after: colon)...]), line > 0
    else {
      throw Failure(
        .usage, "“\(place)”要写成 文件:行号，例如 来访11月.csv:12",
        "\"\(place)\" is written file:line, for example visits.csv:12")
    }
    let file = place[..<colon].split(separator: "/").last.map(String.init) ?? ""
    return (file, line)
  }

  /// The row that a place means, and what is to be said of the place itself.
  private func found(
    _ file: String, _ line: Int32, _ project: Project
  ) throws(Failure) -> (row: SourceRow?, said: Words?) {
    let names = project.office.sources.map(\.name)
    // The name without its ending will do where only one file is called so.
    let stems = names.indices.filter { index in
      names[index].lastIndex(of: ".").map { String(names[index][..<$0]) } == file
    }
    guard let index = names.firstIndex(of: file) ?? (stems.count == 1 ? stems.first : nil) else {
      let near = Spelling.nearest(to: file, among: names, limit: 1).first
      throw Failure(
        .usage, "没有文件“\(file)”" + (near.map { "；是不是 \($0)？" } ?? ""),
        "no file \"\(file)\"" + (near.map { "; did you mean \($0)?" } ?? ""))
    }
    let (name, header) = (names[index], project.office.sources[index].headerLine)
    let head = "\(name):\(line)\n"
    switch LinePlace(SourceRow(file: Int32(index), line: line), in: project) {
    case .row(let row, isInside: false): return (row, nil)
    case .row(let row, isInside: true):
      return (
        row,
        Words(
          "\(name):\(line) 在第\(row.line)行开始的那一行之内（引号内换行）：",
          "\(name):\(line) lies inside the row that begins at line \(row.line) (a line break in quotes):"
        )
      )
    case .title:
      return (
        nil,
        Words(
          head + "标题行：在表头（第\(header)行）之上，不是数据",
          head + "a title line above the header (line \(header)), no data")
      )
    case .header: return (nil, Words(head + "表头行，不是数据", head + "the header, no data"))
    case .unused:
      return (
        nil,
        Words(
          head + "文件没有用上：认不出是哪一种表（用 anchang columns 看表头怎样读）",
          head
            + "the file is not used: its kind is not known (anchang columns shows how it is read)")
      )
    case .beyond(let last):
      throw Failure(
        .usage, last.map { "\(name) 只有\($0)行" } ?? "\(name) 没有第\(line)行",
        last.map { "\(name) has only \($0) lines" } ?? "\(name) has no line \(line)")
    }
  }

  private func text(
    _ whereabouts: Whereabouts, _ summary: RowSummary, _ analysis: Analysis
  ) -> String {
    let language = messages.reportLanguage
    let cells = summary.cells(whereabouts.source)
    var text = ([summary.place(whereabouts.source)] + cells).joined(separator: "  ") + "\n"
    text += sentence(whereabouts, analysis)[language] + "\n"
    if !whereabouts.figures.isEmpty {
      let isCounted = if case .setAside = whereabouts.fate { false } else { true }
      text +=
        (isCounted
        ? Words("进入以下指标：", "figures it entered:")
        : Words("只列在以下表中：", "it stands only in these tables:"))[language] + "\n"
      var table = TextTable()
      for key in whereabouts.figures {
        table.add([key.text, Catalogue.all[key.id]?.name[language] ?? ""])
      }
      text += table.text(indent: "  ")
    }
    return text
  }

  private func sentence(_ whereabouts: Whereabouts, _ analysis: Analysis) -> Words {
    switch whereabouts.fate {
    case .noRow:
      return Words("这一行不是数据行", "this line is no row of the data")
    case .setAside(let row):
      let verb = row.cause == .rejected ? Words("拒收：", "rejected: ") : Words("跳过：", "skipped: ")
      let column = row.column.map { Words("（\($0)）", " (\($0))") } ?? Words("", "")
      return Words(
        verb.chinese + row.reason.chinese + column.chinese + " [\(row.code)]",
        verb.english + row.reason.english + column.english + " [\(row.code)]")
    case .duplicate:
      return Words(
        "重复：另一份文件里有同一行或同一编号的较新一行，不再计入",
        "duplicate: another file holds the same row, or a later one with the same record id")
    case .excluded(let reason):
      return Words("不计：" + reason.chinese, "not counted: " + reason.english)
    case .outside:
      let window = analysis.windows[.this]
      return Words(
        "期外：没有一个日期在 \(window.from) — \(window.to) 之内",
        "outside: none of its days lies in \(window.from) … \(window.to)")
    case .counts:
      return Words("计入", "counted")
    }
  }
}

import Analyzers
import ArgumentParser
import Facts
import Quantities
import Records

/// `anchang why`: what became of one row.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Say which figures a row entered, or why it did not count.")

  @Argument(help: ArgumentHelp("The row, as file:line.", valueName: "file:line"))
  var place: String

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
      let (file, line) = try parsed()
      let project = try Project.load(request, options: data, console: console)
      let names = project.office.sources.map(\.name)
      guard let index = names.firstIndex(of: file) else {
        let near = Spelling.nearest(to: file, among: names, limit: 1).first
        throw Failure(
          .usage,
          "没有文件“\(file)”" + (near.map { "；是不是 \($0)？" } ?? ""),
          "no file \"\(file)\"" + (near.map { "; did you mean \($0)?" } ?? ""))
      }
      let analysis = Analysis(
        office: project.office, period: try project.period(data.period, kind: .week),
        showsPersonal: data.showPersonal, issued: try issued.rows(of: project.office))
      let whereabouts = Whereabouts(
        SourceRow(file: Int32(index), line: line), analysis: analysis, catalogue: .all,
        scopes: scopes)
      console.write(text(whereabouts, project, analysis))
    }
  }

  private func parsed() throws(Failure) -> (file: String, line: Int32) {
    guard let colon = place.lastIndex(of: ":"),
      let line = Int32(place[place.index(after: colon)...]), line > 0
    else {
      throw Failure(
        .usage, "“\(place)”要写成 文件:行号，例如 来访11月.csv:12",
        "\"\(place)\" is written file:line, for example visits.csv:12")
    }
    let file = place[..<colon].split(separator: "/").last.map(String.init) ?? ""
    return (file, line)
  }

  private func text(_ whereabouts: Whereabouts, _ project: Project, _ analysis: Analysis) -> String
  {
    let language = messages.reportLanguage
    let summary = RowSummary(
      office: project.office, showsPersonal: data.showPersonal, of: [whereabouts.source])
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
      return Words(
        "这一行不是表头以下的数据行（标题、表头、引号内的续行，或文件没有那么长）",
        "this line begins no row below the header (a title, the header, the inside of a quoted cell, or past the end)"
      )
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

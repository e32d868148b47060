import Analyzers
import ArgumentParser
import CSV
import Documents
import Facts
import Loaders
import Quantities
import Records
import Templates
import Writers

/// `anchang report`: makes documents.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make documents, for example: anchang report weekly --data DIR.")

  @Argument(help: "Names of documents (see: anchang templates list).")
  var names: [String] = []

  @Flag(help: "Every document, and an index page that links them.")
  var all = false

  @Option(help: ArgumentHelp("Folder for the reports; - for standard output.", valueName: "dir"))
  var out = "reports"

  @Option(help: "html, xml, text; several with commas.")
  var format = "html,xml"

  @Option(help: "Copies of each document: office, manager, masked; several with commas.")
  var copies = "office"

  @Option(help: ArgumentHelp("Folder with templates; repeatable, first wins.", valueName: "dir"))
  var templates: [String] = []

  @Option(
    help: ArgumentHelp(
      "An issued report (XML): late entries of its period are listed.", valueName: "old.xml"))
  var since: String?

  @OptionGroup var data: DataOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    try CommandRun.run(console) { () throws(Failure) in
      // One project's files are read while the templates are; what the templates get wrong is said
      // first, and then nothing else.
      let one = try? data.requests()
      let reading = one.flatMap { requests in
        requests.count == 1 && WorkerCount.ofThisMachine > 1
          ? requests.first.map { Project.Reading($0, console, isBeside: true) } : nil
      }
      let plan = try ReportPlan(self, console: console)
      var worst: Failure?
      var taken: Set<String> = []
      for request in try data.requests() {
        do throws(Failure) {
          try make(plan, reading ?? Project.Reading(request, console), &taken, console)
        } catch {
          // One project's trouble does not keep the others from their reports.
          guard plan.isBatch else { throw error }
          let place = request.data.map { $0 + ": " } ?? ""
          let message = error.message[console.language]
          let made = Words("没有做出报告", "no report was made")[console.language]
          console.tell(place + (message.isEmpty ? made : message))
          if (worst?.code.rawValue ?? 0) < error.code.rawValue { worst = error }
        }
      }
      if let worst { throw Failure.said(worst.code) }
    }
  }

  private func make(
    _ plan: ReportPlan, _ reading: Project.Reading, _ taken: inout Set<String>, _ console: Console
  ) throws(Failure) {
    let project = try Project.read(reading, options: data, console: console)
    let maker = ReportMaker(
      project: project, language: messages.reportLanguage, words: plan.words,
      showsPersonal: data.showPersonal)
    var files: [OutputFolder.File] = []
    var pages: [IndexPage.Entry] = []
    var hasReplaced = false
    // In a batch the issued report is of one project only.
    let issued = plan.issued.flatMap { report in
      !plan.isBatch || report.head["project"] == project.office.settings.projectName ? report : nil
    }
    var analyses: [Period: Analysis] = [:]
    var found: [Period: FactsAhead] = [:]
    var shared: [Period: ReportMaker.PeriodFacts] = [:]
    let periods = try plan.templates.map { template throws(Failure) in
      try project.period(
        data.period, kind: template.period, ofLaunchDay: template.isOfLaunchDay)
    }
    for (template, period) in zip(plan.templates, periods) {
      let analysis =
        analyses[period]
        ?? Analysis(
          office: project.office, period: period, showsPersonal: data.showPersonal,
          issued: issued?.issued(to: project.office))
      analyses[period] = analysis
      let figures =
        found[period]
        ?? FactsAhead(
          analysis,
          zip(plan.templates, periods).filter { $0.1 == period }.flatMap(\.0.figures))
      found[period] = figures
      let facts = shared[period] ?? maker.facts(of: analysis.windows[.this])
      shared[period] = facts
      if let note = facts.emptiness {
        console.tell(Words("\(template.name)：\(note.chinese)", "\(template.name): \(note.english)"))
      }
      // What is for the manager alone stands in his copy only, when there is one.
      let isForManager = template.audience == .manager && plan.copies.contains(.manager)
      for copy in plan.copies where !isForManager || copy == .manager {
        let document = maker.document(template, figures, period, of: facts, copy: copy)
        if let issued, copy != .manager || plan.copies == [.manager] {
          let again = ReportAgain(
            template: template, period: period, language: maker.language, words: plan.words,
            copy: copy, showsPersonal: data.showPersonal && copy != .masked)
          try tellRestatement(of: issued, document, analysis, console) {
            office throws(Failure) in try again.report(office, of: project)
          }
        }
        let made = try write(document, copy, plan, &hasReplaced, console)
        files += made
        if let page = made.first(where: { $0.name.hasSuffix(".html") }) {
          pages.append(IndexPage.Entry(document: document, file: page.name))
        }
      }
    }
    if hasReplaced, let message = ForbiddenCells(in: project.office).message {
      console.tell(message)
    }
    if out == "-" {
      guard files.count == 1, let file = files.first else {
        throw Failure(
          .usage, "--out - 只能用于一份报告、一种格式", "--out - takes one document in one format")
      }
      console.write(file.bytes)
      if !plan.isBatch { Ending.success(keeping: (project, analyses, shared, files)) }
      return
    }
    if all, plan.formats.contains(.html) {
      let page = IndexPage(project: project.office.settings.projectName, entries: pages)
      files.append(
        OutputFolder.File(
          name: plan.isBatch
            ? OutputName.cleaned(project.office.settings.projectName) + "-index.html"
            : "index.html",
          bytes: page.html(plan.theme, asOf: project.office.asOf, language: maker.language)))
    }
    // Two projects whose names clean to one file name would overwrite each other.
    if let name = files.map(\.name).first(where: taken.contains) {
      throw Failure(
        .output, "\(name) 已由这次运行的另一个项目写出；请把项目名称改得不同",
        "\(name) was written for another project of this run; give the projects different names")
    }
    taken.formUnion(files.map(\.name))
    let paths = try save(files, project)
    for path in paths { console.write(path + "\n") }
    console.tell(summary(project, documents: plan.templates.count, files: paths.count))
    if !plan.isBatch { Ending.success(keeping: (project, analyses, shared, files)) }
  }

  /// Writes reports and rejects, in their folders, whole or not at all.
  private func save(
    _ files: [OutputFolder.File], _ project: Project
  ) throws(Failure) -> [String] {
    let table = RejectsFile(project.rejects)
    guard !project.rejects.isEmpty else { return try OutputFolder(path: out).write(files) }
    guard let named = data.rejects else {
      let prefix =
        data.data.count > 1 ? OutputName.cleaned(project.office.settings.projectName) + "-" : ""
      return try OutputFolder(path: out).write(files + [table.file(named: prefix + "rejects.csv")])
    }
    let paths = try OutputFolder(path: out).write(files)
    return paths + [try table.write(to: named)]
  }

  private func write(
    _ document: Document, _ copy: ReportMaker.Copy, _ plan: ReportPlan, _ hasReplaced: inout Bool,
    _ console: Console
  ) throws(Failure) -> [OutputFolder.File] {
    var files: [OutputFolder.File] = []
    let (formats, theme) = (plan.formats, plan.theme)
    // Each format is written on a thread of its own.
    let writings = SideBySide.map(formats.count, threads: WorkerCount.ofThisMachine) { index in
      switch formats[index] {
      case .html: HTMLWriter(theme).write(document)
      case .xml: try? XMLWriter().write(document)
      case .text: TextWriter().write(document)
      }
    }
    for (format, written) in zip(formats, writings) {
      guard let written else {
        throw Failure(.fault, "写 XML 失败：\(document.name)", "writing XML failed: \(document.name)")
      }
      let suffix = plan.copies.count > 1 && copy != .office ? "-" + copy.rawValue : ""
      let name = OutputName.report(
        project: document.project, document: document.name + suffix, period: document.period,
        suffix: format.suffix)
      if written.replacedCharacters > 0 {
        hasReplaced = true
        console.tell(
          Words(
            "\(name)：\(written.replacedCharacters) 个不允许的字符写成了 U+FFFD",
            "\(name): \(written.replacedCharacters) forbidden characters were written as U+FFFD"))
      }
      files.append(OutputFolder.File(name: name, bytes: written.bytes))
    }
    return files
  }

  /// Says what is different from an issued report of the same document and days, and why.
  private func tellRestatement(
    of issued: IssuedReport, _ document: Document, _ analysis: Analysis, _ console: Console,
    render: @escaping CellReasons.Rendering
  ) throws(Failure) {
    guard issued.head["name"] == document.name, !console.isQuiet,
      let written = try? XMLWriter().write(document)
    else { return }
    var difference = ReportDifference(
      old: issued, new: try IssuedReport(bytes: written.bytes, path: document.name))
    guard difference.isRestatement else { return }
    try difference.find(in: analysis, render: render)
    console.tell(block: difference.text(console.language))
  }

  private func summary(_ project: Project, documents: Int, files: Int) -> Words {
    let office = project.office
    let rows = office.sources.reduce(0) { $0 + $1.balance.rows }
    let rejected = project.rejects.count
    let name = office.settings.projectName
    var chinese = (name.isEmpty ? "" : name + "：") + "读入 \(office.sources.count) 份文件 \(rows) 行，"
    var english =
      (name.isEmpty ? "" : name + ": ") + "read \(rows) rows of \(office.sources.count) files, "
    chinese += "截至 \(office.asOf)，写出 \(files) 份文件"
    english += "as of \(office.asOf), wrote \(files) files"
    if rejected > 0 {
      chinese += "；拒收 \(rejected) 行，见 \(data.rejects ?? "rejects.csv")（含个人信息，仅本人可读）"
      english +=
        "; \(rejected) rows rejected, see \(data.rejects ?? "rejects.csv") (personal data, readable by you only)"
    }
    return Words(chinese, english)
  }
}

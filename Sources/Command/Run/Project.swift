import Analyzers
import CSV
import Diagnostics
import Loaders
import Quantities
import Records

/// One office's data, read and understood, with everything found on the way already said.
struct Project {
  let request: LoadRequest
  let office: SalesOffice
  let rejects: [RejectedRow]
  let findings: [Finding]

  /// Reads the data and prints the findings; ends with an input failure when nothing can be used,
  /// or when `strict` and a row was rejected.
  static func load(
    _ request: LoadRequest, options: DataOptions, console: Console
  ) throws(Failure) -> Project {
    try read(Reading(request, console), options: options, console: console)
  }

  /// Files that are being read, on a thread of their own where something else is done meanwhile.
  struct Reading {
    fileprivate let request: LoadRequest
    fileprivate let bar: ProgressBar?
    private let asked: LoadRequest
    private let pending: Pending<LoadResult>?

    init(_ request: LoadRequest, _ console: Console, isBeside: Bool = false) {
      self.request = request
      let bar = ProgressBar(console)
      self.bar = bar
      var asked = request
      if let bar { asked.progress = { bar.show($0) } }
      self.asked = asked
      pending = isBeside ? Pending { [asked] in OfficeLoader.load(asked) } : nil
    }

    fileprivate var result: LoadResult { pending?.value ?? OfficeLoader.load(asked) }
  }

  /// What was read, with everything found said.
  static func read(
    _ reading: Reading, options: DataOptions, console: Console
  ) throws(Failure) -> Project {
    let (request, result) = (reading.request, reading.result)
    reading.bar?.clear()
    FindingPrinter(console: console, format: options.diagnostics).print(result.findings)
    guard var office = result.office, !result.findings.contains(where: isWholeFile) else {
      throw Failure.said(.input)
    }
    if options.strict, !result.rejects.isEmpty {
      throw Failure(
        .input, "有 \(result.rejects.count) 行被拒收，因 --strict 没有写任何文件",
        "\(result.rejects.count) rows were rejected; nothing was written because of --strict")
    }
    office.chosenRivals = try ChosenRivals.symbols(options.competitor, in: office)
    return Project(
      request: request, office: office, rejects: result.rejects, findings: result.findings)
  }

  /// Whether a finding is about a whole file that cannot be used: figures without it would be wrong,
  /// so nothing is made.
  private static func isWholeFile(_ finding: Finding) -> Bool {
    finding.severity == .error
      && ["file.", "data.", "columns."].contains { finding.code.hasPrefix($0) }
  }

  /// The asked-for period; without one, the calendar period of a kind that contains as-of, or the
  /// launch day when a document is about it and it has come.
  func period(
    _ text: String?, kind: Period.Kind, ofLaunchDay: Bool = false
  ) throws(Failure) -> Period {
    let calendar = office.settings.calendar
    guard let text else {
      guard kind == .total || kind == .range else {
        let launch = ofLaunchDay ? office.settings.launchDay : nil
        return calendar.period(kind, containing: min(launch ?? office.asOf, office.asOf))
      }
      let first = DataSpan.first(of: office) ?? office.asOf
      return Period(.total, from: min(first, office.asOf), to: office.asOf)
    }
    if let period = PeriodExpression.parse(
      text, calendar: calendar, year: request.year, today: request.today)
    {
      return period
    }
    let near = Spelling.nearest(to: text, among: PeriodExpression.relativeWords, limit: 1).first
    let hint = near.map { Words("；是不是 \($0)？", "; did you mean \($0)?") }
    throw Failure(
      .usage,
      "--period：“\(text)”不是时段"
        + (hint?.chinese ?? "；请写成 2026-W47、2026-11、2026-11-16..2026-11-22 …"),
      "--period: \"\(text)\" is not a period"
        + (hint?.english ?? "; write 2026-W47, 2026-11, 2026-11-16..2026-11-22 …"))
  }
}

import Analyzers
import CSV
import Documents
import Facts
import Quantities
import Records
import Templates

/// Makes the documents of one project: one store of facts for all of them.
struct ReportMaker {
  /// One copy of every document: whose it is, and whether it shows names in full.
  enum Copy: String, CaseIterable, Sendable {
    case office, manager, masked

    var audience: Document.Audience { self == .manager ? .manager : .office }
  }

  let project: Project
  let language: Language
  let words: Templates.WordList
  let showsPersonal: Bool

  private var office: SalesOffice { project.office }

  /// What all documents of one period share.
  struct PeriodFacts {
    /// What the documents know of the rows, for telling later what changed.
    let known: Pending<KnownRows>
    /// Why there is nothing in the period; nil where there is.
    let emptiness: Words?
  }

  func facts(of window: Window) -> PeriodFacts {
    let office = office
    return PeriodFacts(
      known: Pending {
        window.hasBegun
          ? RowMark.known(of: office, from: window.from, to: window.to) : KnownRows()
      },
      emptiness: emptiness(window))
  }

  /// A document bound for one copy.
  func document(
    _ template: Template, _ facts: FactsAhead, _ period: Period, of shared: PeriodFacts, copy: Copy
  ) -> Document {
    let context = BindingContext(
      catalogue: .all, fact: { facts.fact($0) }, language: language,
      project: office.settings.projectName, period: period, asOf: office.asOf,
      projectWeek: projectWeek(period), audience: copy.audience,
      rules: CountingRules.list(office).map { $0[language] },
      texts: { texts($0, $1) },
      sourceName: { "\(office.sources[Int($0.file)].name):\($0.line)" },
      showsPersonal: showsPersonal && copy != .masked, words: words)
    var document = TemplateBinder(context).bind(template)
    // Found last: they are being found while the template is filled.
    document.alerts = AlertFinder(fact: facts.fact, language: language).alerts
    document.sources = sources(facts)
    document.known = shared.known.value
    if let note = shared.emptiness {
      document.blocks.insert(.note(Note(level: .warning, text: [.text(note[language])])), at: 0)
    }
    return document
  }

  /// What to say when no call, visit, deal or receipt lies in the period: which days the data cover.
  private func emptiness(_ window: Window) -> Words? {
    let ends = IssuedRows.kinds.compactMap { DataSpan.ends(of: $0, in: office) }
    guard let first = ends.map(\.first).min(), let last = ends.map(\.last).max() else {
      return Words("没有读到任何有日期的记录", "no dated record was read")
    }
    guard !RowsInside.hasAny(of: IssuedRows.kinds, in: office, window) else { return nil }
    let span = first == last ? first.description : "\(first) — \(last)"
    return Words("本期没有任何记录；资料覆盖 \(span)", "no record in the period; the data cover \(span)")
  }

  /// 第N周 since the project's first week.
  private func projectWeek(_ period: Period) -> Int? {
    guard period.kind == .week, let first = office.settings.firstWeek else { return nil }
    let start = office.settings.calendar.period(.week, containing: first).from
    let weeks = (period.from - start) / 7
    return weeks >= 0 ? weeks + 1 : nil
  }

  /// What people typed for a slot of a document, by the document's name.
  private func texts(_ document: String, _ slot: String) -> [String] {
    let table = office[.texts]
    return (0..<table.count).compactMap { row in
      table.text(.document, row) == document && table.text(.slot, row) == slot
        ? table.text(.content, row) : nil
    }
    .flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
  }

  private func sources(_ facts: FactsAhead) -> [Source] {
    guard let table = facts.fact(FigureKey("data.balance")).table else { return [] }
    let formatter = Formatter(language)
    return zip(table.rows, office.sources).map { row, file in
      let counts = row.cells.dropFirst(2).map { cell in
        if case .count(let count) = cell { count } else { 0 }
      }
      func count(_ position: Int) -> Int { position < counts.count ? counts[position] : 0 }
      return Source(
        name: file.name, kind: row.cells.count > 1 ? formatter.text(row.cells[1], unit: .text) : "",
        rows: count(0), counted: count(1), outside: count(2), duplicates: count(3),
        excluded: count(4), skipped: count(5), rejected: count(6), sha256: file.checksum)
    }
  }
}

import CSV
import Diagnostics
import Quantities
import Records

/// Reads an office's folder or files into a `SalesOffice`: headers understood, cells decoded, rows
/// rejected, skipped or set aside with their reasons, customers and deals put together.
package struct OfficeLoader {
  private let request: LoadRequest
  private let context = LoadContext()
  private var book = HeaderBook()
  private var findings = FindingList()
  private var fileFindings: [[Finding]] = []
  private var rejects: [RejectedRow] = []
  private var sources: [SourceFile] = []
  private var setAside: [SetAsideRow] = []
  private var exclusions: [RecordKind: [Int: Int]] = [:]
  private var builders: [TableBuilder] = RecordKind.allCases.map { TableBuilder($0) }

  /// Columns that are read whatever figures were asked for: who is who, what deals are made of, and
  /// what is said of a whole office.
  static let alwaysRead: Set<Field> = [
    .date, .customerID, .name, .phone, .visitKind, .room, .subscribed, .signed, .cancelled, .due,
    .cancelKind, .status, .product, .area, .price, .total, .subscribedTotal, .signedTotal, .issued,
    .channel, .staff, .amount, .item, .week, .layout, .payment, .referrer, .rival, .isDeleted,
    .isTest,
  ]

  /// Makes the tables of built-in headers and words, which every run needs: for a thread beside.
  package static func prepare() {
    HeaderBook.prepare()
    WordBook.prepare()
  }

  /// Everything that was asked for, read.
  package static func load(_ request: LoadRequest) -> LoadResult {
    var loader = OfficeLoader(request)
    return loader.run()
  }

  private init(_ request: LoadRequest) { self.request = request }

  // MARK: - The run

  private mutating func run() -> LoadResult {
    let list = InputList(request)
    for finding in list.findings { findings.add(finding) }
    var heads = OfficeLoader.heads(of: list.files, book)
    fileFindings = Array(repeating: [], count: heads.count)
    sources = heads.map { OfficeLoader.unused($0) }

    // The office's own headers first: they decide what the other files are.
    load(heads, [.columns])
    let columns = builders[RecordKind.columns.position].finish()
    for problem in OfficeColumns.add(columns, to: &book) {
      tell(.columns, problem.row, problem.code, problem.facts)
    }
    if columns.count > 0 {
      let (first, book) = (heads, book)
      heads = SideBySide.map(first.count, threads: WorkerCount.ofThisMachine) {
        first[$0].kind == .columns ? first[$0] : first[$0].understood(by: book)
      }
    }
    load(heads, [.project])
    let project = builders[RecordKind.project.position].finish()
    var reader = SettingsReader(context.settings)
    reader.read(project)
    context.settings = reader.settings
    for problem in reader.problems { tell(.project, problem.row, problem.code, problem.facts) }
    load(heads, [.words])
    addWords()
    load(heads, [.staff])
    addStaff()
    load(
      heads, RecordKind.allCases.filter { ![.columns, .project, .words, .staff].contains($0) })
    for (index, head) in heads.enumerated() {
      if head.kind == nil || head.failure != nil, let failure = head.failure {
        fileFindings[index].append(failure)
      }
    }
    settleDuplicates()
    tellWords()
    return result()
  }

  /// A file before it is read, and one that is not used.
  private static func unused(_ head: FileHead) -> SourceFile {
    SourceFile(
      name: head.file.name, kind: nil, encoding: head.encoding.rawValue, checksum: "",
      headerLine: 0, titleLines: 0, balance: RowBalance())
  }

  /// What the first lines of all files tell, looked at side by side.
  static func heads(of files: [InputFile], _ book: HeaderBook) -> [FileHead] {
    SideBySide.map(files.count, threads: WorkerCount.ofThisMachine) {
      FileHead(files[$0], book: book).tables(book: book)
    }.flatMap { $0 }
  }

  /// One file that is read.
  private struct Job {
    let loader: FileLoader
    let head: FileHead
    let plan: HeaderPlan
    let index: Int
  }

  /// Reads all files of some kinds, kind by kind in the order given, files by name. Short files are
  /// read side by side first; what comes of it is the same.
  private mutating func load(_ heads: [FileHead], _ kinds: [RecordKind]) {
    let jobs = jobs(heads, kinds)
    let threads = jobs.count < 4 ? 1 : WorkerCount.ofThisMachine
    let readers = (0..<threads).map { _ in
      LoadContext(words: context.words, staff: context.staff, settings: context.settings)
    }
    // Not all at once: what was read waits in memory.
    for first in stride(from: 0, to: jobs.count, by: 32) {
      load(Array(jobs[first..<min(first + 32, jobs.count)]), readers)
    }
  }

  /// A reader takes the files in their order, so that what it tells of words is new to the run in
  /// that order too. Files are put into the tables while later ones are read.
  private mutating func load(_ jobs: [Job], _ readers: [LoadContext]) {
    let plans = jobs.map { job in
      (job.head.file, job.loader.firstPlan(job.head, job.plan, index: UInt16(job.index)))
    }
    SideBySide.forEach(jobs.count, workers: readers) { reader, number in
      let (file, plan) = plans[number]
      return plan.flatMap { FileReading(file, $0, reader) }
    } take: { number, reading in
      let job = jobs[number]
      let (kind, index) = (job.plan.kind, job.index)
      let outcome = job.loader.load(
        job.head, job.plan, index: UInt16(index), reading, into: &builders[kind.position])
      sources[index] = outcome.source
      rejects += outcome.rejects
      setAside += outcome.setAside
      exclusions[kind, default: [:]].merge(outcome.exclusions) { first, _ in first }
      fileFindings[index] += outcome.findings.finished(files: [job.head.file.name])
    }
  }

  private func jobs(_ heads: [FileHead], _ kinds: [RecordKind]) -> [Job] {
    kinds.flatMap { kind in
      let loader = FileLoader(
        request: request, context: context, book: book,
        hasTwinHeaders: OfficeLoader.haveTwinHeaders(heads.filter { $0.kind == kind }))
      return heads.indices.filter { heads[$0].kind == kind && heads[$0].failure == nil }.map {
        Job(
          loader: loader, head: heads[$0], plan: loader.headerPlan(heads[$0], kind), index: $0)
      }
    }
  }

  private static func haveTwinHeaders(_ heads: [FileHead]) -> Bool {
    heads.dropFirst().allSatisfy {
      $0.separator == heads[0].separator && $0.found?.cells == heads[0].found?.cells
    }
  }

  private mutating func tell(
    _ kind: RecordKind, _ row: Int, _ code: String, _ facts: [String: String]
  ) {
    let table = builders[kind.position].table
    let file = Int(table.file[row])
    fileFindings[file].append(
      Finding(
        .warning, code, facts, at: Place(file: sources[file].name, line: Int(table.line[row]))))
  }

  private mutating func addWords() {
    let table = builders[RecordKind.words.position].finish()
    for row in 0..<table.count where table.state[row] == .counts {
      let field = table.text(.field, row)
      let fields = book.fields(named: field)
      if fields.isEmpty { tell(.words, row, "words.unknown-field", ["found": field]) }
      for field in fields {
        context.words.add(
          field, word: table.text(.word, row), standard: table.text(.standardWord, row))
      }
    }
  }

  private mutating func addStaff() {
    let table = builders[RecordKind.staff.position].finish()
    for row in 0..<table.count where table.state[row] == .counts {
      let aliases = context.lexicon[table.list(.aliases, row)].map { context.lexicon[$0] }
      context.staff.add(context.lexicon[table.symbol(.name, row)], aliases: aliases)
    }
  }

  // MARK: - After all files

  private mutating func settleDuplicates() {
    for kind in RecordKind.allCases {
      let position = kind.position
      if !builders[position].idHashes.isEmpty {
        builders[position].padIDs(to: builders[position].table.count)
      }
      let builder = builders[position]
      let search = DuplicateSearch(
        files: builder.table.file, rows: builder.rowHashes, ids: builder.idHashes)
      builders[position].forgetHashes()
      for row in search.copies { markDuplicate(kind, row, "copied-row") }
      for row in search.replaced { markDuplicate(kind, row, "replaced-record") }
      tellDuplicates(kind, search.copies, "copied-row")
      tellDuplicates(kind, search.replaced, "replaced-record")
      for (row, first) in search.twice {
        let file = Int(builder.table.file[row])
        fileFindings[file].append(
          Finding(
            .warning, "\(kind.rawValue).same-row-twice",
            ["first": String(builder.table.line[first])],
            at: Place(file: sources[file].name, line: Int(builder.table.line[row]))))
      }
    }
  }

  private mutating func markDuplicate(_ kind: RecordKind, _ row: Int, _ code: String) {
    let position = kind.position
    let file = Int(builders[position].table.file[row])
    if builders[position].table.state[row] == .excluded {
      sources[file].balance.excluded -= 1
      if let reason = exclusions[kind]?[row] { sources[file].balance.reasons[reason].count -= 1 }
    }
    builders[position].table.state[row] = .duplicate
    sources[file].balance.duplicates += 1
    sources[file].balance.note(code, Labels.words(code))
  }

  /// One note a file: how many rows, and the first of them.
  private mutating func tellDuplicates(_ kind: RecordKind, _ rows: [Int], _ code: String) {
    let table = builders[kind.position].table
    var first: [Int: (row: Int, count: Int)] = [:]
    for row in rows { first[Int(table.file[row]), default: (row, 0)].count += 1 }
    for (file, found) in first.sorted(by: { $0.key < $1.key }) {
      fileFindings[file].append(
        Finding(
          .note, "\(kind.rawValue).\(code)", ["count": String(found.count)],
          at: Place(file: sources[file].name, line: Int(table.line[found.row]))))
    }
  }

  /// Channels of calls, visits and deals that no list knows.
  private var unknownChannels: Set<Symbol> {
    let words = context.unknownWords.filter { $0.field == .channel }.flatMap(\.words)
    return Set(words.compactMap { context.lexicon.symbol(of: $0) })
  }

  private mutating func tellWords() {
    for (kind, field, words) in context.unknownWords {
      let header = kind.fields.first { $0.field == field }?.header ?? ""
      let shown = words.prefix(12).joined(separator: "、") + (words.count > 12 ? "…" : "")
      findings.add(
        Finding(
          .note, "words.unknown",
          [
            "count": String(words.count), "words": shown, "column": header,
            "kindName": kind.words.chinese, "kind": kind.rawValue,
          ]))
    }
    let names = context.staffNames
    var plain: [String: String] = [:]
    for name in names {
      let key = name.filter { !$0.isWhitespace }
      if let other = plain[key], other != name {
        findings.add(Finding(.warning, "staff.similar", ["first": other, "second": name]))
      } else {
        plain[key] = name
      }
    }
    if context.staff.isKnown {
      let unknown = names.filter { !context.staff.knows($0) }
      if !unknown.isEmpty {
        findings.add(
          Finding(
            .note, "staff.unknown",
            ["count": String(unknown.count), "names": unknown.prefix(12).joined(separator: "、")]))
      }
    }
  }

  private mutating func result() -> LoadResult {
    let all = FindingCap.capped(findings.finished(files: []) + fileFindings.flatMap { $0 })
    let hasFile = sources.contains { $0.kind != nil }
    guard hasFile else {
      var all = all
      if !all.contains(where: { $0.severity == .error }) {
        all.append(Finding(.error, "data.nothing", [:]))
      }
      return LoadResult(office: nil, findings: all, rejects: rejects)
    }
    let tables = builders.map { $0.finish() }
    var office = SalesOffice(
      asOf: request.asOf ?? request.today, settings: context.settings, lexicon: context.lexicon,
      sources: sources, setAside: setAside.sorted { $0.source < $1.source }, tables: tables,
      phoneBook: context.phoneBook)
    office.unknownChannels = unknownChannels
    builders = []
    let assembly = OfficeAssembly(
      office, asOf: request.asOf, today: request.today, showsPersonal: request.showsPersonal)
    return LoadResult(
      office: assembly.office, findings: all + assembly.findings, rejects: rejects)
  }
}

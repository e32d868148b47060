import CSV
import Diagnostics
import Quantities
import Records

/// Reads one file into the table of its kind.
struct FileLoader {
  let request: LoadRequest
  let context: LoadContext
  let book: HeaderBook
  /// Whether all files of the kind have one header and one separator.
  var hasTwinHeaders = true

  /// What reading a file gave beside its rows.
  struct Outcome {
    var source: SourceFile
    var findings: FindingList
    var rejects: [RejectedRow] = []
    var setAside: [SetAsideRow] = []
    /// Reasons of rows that are not counted, by row of the table.
    var exclusions: [Int: Int] = [:]
  }

  /// How the columns of a file are understood.
  func headerPlan(_ head: FileHead, _ kind: RecordKind) -> HeaderPlan {
    HeaderPlan(head.found?.cells ?? [], kind: kind, book: book)
  }

  /// What the file is read by at first; nil when it cannot be used.
  func firstPlan(_ head: FileHead, _ plan: HeaderPlan, index: UInt16) -> ReadingPlan? {
    guard plan.clashes.isEmpty else { return nil }
    return readingPlan(head, plan, index, orders: fixedOrders(plan), settled: false)
  }

  /// Reads the file whose head is given, unless `reading` holds what it says; its rows are appended
  /// to `builder`.
  func load(
    _ head: FileHead, _ plan: HeaderPlan, index: UInt16, _ reading: FileReading? = nil,
    into builder: inout TableBuilder
  ) -> Outcome {
    let (name, kind) = (head.file.name, plan.kind)
    var notes = HeaderNotes(name: name, line: head.headerLine, plan: plan, book: book)
    notes.tellHead(head)
    guard plan.clashes.isEmpty else {
      notes.tellClashes()
      return Outcome(
        source: source(head, kind: nil, checksum: "", RowBalance()), findings: notes.findings)
    }
    notes.tellColumns()
    for column in plan.columns {
      for target in column.targets {
        guard let spec = kind.fields.first(where: { $0.field == target.field }),
          isUnread(spec, kind)
        else { continue }
        builder.table.leaveUnread(spec.field, request.unread)
      }
    }

    let rows = builder.table.count
    let unread = Outcome(
      source: source(head, kind: kind, checksum: "", RowBalance()), findings: notes.findings)
    guard
      var result = reading.map({ take($0, head, plan, index, &builder) })
        ?? read(head, plan, index, &builder, orders: fixedOrders(plan), settled: false)
    else { return unread }
    if result.pass.outcome.needsOrder {
      builder.truncate(to: rows)
      let orders = DayOrderSearch(head, plan).orders()
      guard let again = read(head, plan, index, &builder, orders: orders, settled: true) else {
        return unread
      }
      result = again
    }
    if result.format.isAmbiguous { notes.tellAmbiguous() }
    if let failure = result.failure { notes.findings.add(failure) }
    let outcome = result.pass.outcome
    var closing = FileClosing(
      head: head, plan: plan, pass: result.pass, rows: rows..<builder.table.count)
    closing.tell(&notes.findings, builder, request)
    return Outcome(
      source: source(
        head, kind: kind, checksum: result.checksum, outcome.balance,
        encoding: result.format.encoding,
        fields: Set(plan.columns.flatMap { $0.targets.map(\.field) })),
      findings: closing.merged(notes.findings), rejects: outcome.rejects,
      setAside: outcome.setAside, exclusions: outcome.exclusions)
  }

  private func source(
    _ head: FileHead, kind: RecordKind?, checksum: String, _ balance: RowBalance,
    encoding: TextEncoding? = nil, fields: Set<Field> = []
  ) -> SourceFile {
    SourceFile(
      name: head.file.name, kind: kind, encoding: (encoding ?? head.encoding).rawValue,
      checksum: checksum,
      headerLine: head.headerLine, titleLines: head.found?.titles ?? 0, fields: fields,
      balance: balance)
  }

  // MARK: - Reading

  private struct Result {
    var pass: FilePass
    var checksum: String
    /// How the bytes were understood in the end: a head in ASCII does not tell.
    var format: CSVFormat
    var failure: Finding?

    init(_ pass: FilePass, checksum: String, format: CSVFormat, failure: Finding?) {
      (self.pass, self.checksum, self.format, self.failure) = (pass, checksum, format, failure)
      guard format.removedNULs > 0 else { return }
      self.pass.tell(
        Finding(
          .warning, "file.nul-bytes", ["count": String(format.removedNULs)],
          at: Place(file: pass.plan.name)))
    }
  }

  private func fixedOrders(_ plan: HeaderPlan) -> [Field: DayOrder] {
    guard let asked = request.dateOrder else { return [:] }
    let order: DayOrder =
      switch asked {
      case .ymd: .yearFirst
      case .dmy: .dayFirst
      case .mdy: .monthFirst
      }
    var orders: [Field: DayOrder] = [:]
    for spec in plan.kind.fields { orders[spec.field] = order }
    return orders
  }

  /// One pass over the file; nil when it cannot be opened any more.
  private func read(
    _ head: FileHead, _ plan: HeaderPlan, _ index: UInt16, _ builder: inout TableBuilder,
    orders: [Field: DayOrder], settled: Bool
  ) -> Result? {
    guard let reader = try? head.file.open() else { return nil }
    reader.separator = head.separator
    var pass = FilePass(
      readingPlan(head, plan, index, orders: orders, settled: settled), context: context)
    var failure: Finding?
    do {
      try pass.read(reader, size: head.file.size, into: &builder) { pieces in
        guard let tell = request.progress, let size = head.file.size, size > 0 else { return }
        let percent = min(100, pieces * CSVReader.pieceSize * 100 / size)
        tell(ReadingProgress(file: head.file.name, percent: percent))
      }
    } catch {
      failure = FileHead.finding(error, head.file.name)
    }
    return Result(pass, checksum: reader.checksum, format: reader.format, failure: failure)
  }

  /// The same for a file whose rows were read before.
  private func take(
    _ reading: FileReading, _ head: FileHead, _ plan: HeaderPlan, _ index: UInt16,
    _ builder: inout TableBuilder
  ) -> Result {
    var pass = FilePass(
      readingPlan(head, plan, index, orders: fixedOrders(plan), settled: false), context: context)
    var failure: Finding?
    do {
      try pass.take(reading, into: &builder)
    } catch {
      failure = FileHead.finding(error, head.file.name)
    }
    return Result(pass, checksum: reading.checksum, format: reading.format, failure: failure)
  }

  private func readingPlan(
    _ head: FileHead, _ plan: HeaderPlan, _ index: UInt16, orders: [Field: DayOrder],
    settled: Bool
  ) -> ReadingPlan {
    ReadingPlan(
      file: index, name: head.file.name, header: plan, cells: head.found?.cells ?? [],
      separator: head.separator,
      lines: head.headerLine + 1..<max(head.headerLine + 1, head.file.section?.upperBound ?? .max),
      columns: columns(plan, orders), year: request.year ?? head.titleYear,
      ordersAreSettled: settled || request.dateOrder != nil,
      keepsMinutes: plan.kind == .visits && plan.has(.date), roomParts: roomParts(plan),
      hasTwinHeaders: hasTwinHeaders, showsPersonal: request.showsPersonal,
      words: context.words, staff: context.staff, settings: context.settings)
  }

  /// The columns to read: those that are kept, and what the row checks need. The measure of a
  /// target is read before its value.
  private func columns(
    _ plan: HeaderPlan, _ orders: [Field: DayOrder]
  ) -> [ReadingPlan.Column] {
    var columns: [ReadingPlan.Column] = []
    for column in plan.columns {
      for target in column.targets {
        guard let spec = plan.kind.fields.first(where: { $0.field == target.field }) else {
          continue
        }
        let isKept = isKept(spec, plan.kind)
        guard isKept || isChecked(spec, plan.kind) else { continue }
        columns.append(
          ReadingPlan.Column(
            column: column, target: target, spec: spec, isKept: isKept, order: orders[spec.field]))
      }
    }
    return columns.filter { $0.spec.type != .quantity }
      + columns.filter { $0.spec.type == .quantity }
  }

  /// Whether the column's cells are kept; not those of which nothing is ever told. What people noted
  /// is long, may hold anything of anybody, and no figure depends on it.
  private func isKept(_ spec: FieldSpec, _ kind: RecordKind) -> Bool {
    switch spec.field {
    case .recordID: false
    case .note: kind == .patrols
    case .content: kind != .followups
    default: !isUnread(spec, kind)
    }
  }

  /// Whether the column is left unread because no figure that was asked for needs it.
  private func isUnread(_ spec: FieldSpec, _ kind: RecordKind) -> Bool {
    guard let fields = request.fields else { return false }
    if spec.need == .key || OfficeLoader.alwaysRead.contains(spec.field) { return false }
    // Settings, words and people are small and needed to understand the others.
    switch kind {
    case .project, .columns, .words, .staff: return false
    default: return !fields.contains(spec.field)
    }
  }

  /// Whether the column decides if a row is rejected or counted.
  private func isChecked(_ spec: FieldSpec, _ kind: RecordKind) -> Bool {
    switch spec.field {
    case .isDeleted, .isTest, .recordID: return true
    case .visitKind: return kind == .visits
    case .status: return kind == .deals
    default: break
    }
    guard kind == .deals || kind == .receipts || kind == .units else { return false }
    switch spec.type {
    case .day, .money, .price, .area: return true
    default: return false
    }
  }

  /// Building, unit and number of rooms where no single column holds the room.
  private func roomParts(_ plan: HeaderPlan) -> [Field]? {
    let fields = [Field.building, .entrance, .roomNumber].filter(plan.has)
    guard plan.kind == .units, plan.has(.roomNumber), fields.count >= 2 else { return nil }
    return fields
  }
}

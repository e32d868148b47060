import CSV
import Diagnostics
import Quantities
import Records

/// One reading of one file: every record below the header goes through `take`, and becomes a row
/// of the table, a skipped row or a reject.
struct FilePass {
  let file: UInt16
  let name: String
  let plan: HeaderPlan
  /// Cells of the header row, as typed.
  let header: [String]
  let separator: Character
  let showsPersonal: Bool
  let context: LoadContext
  var builder: TableBuilder
  let decoders: [ColumnDecoder]

  private(set) var balance = RowBalance()
  var findings = FindingList()
  private(set) var rejects: [RejectedRow] = []
  private(set) var setAside: [SetAsideRow] = []
  private(set) var totals: [TotalRow] = []
  /// Reasons of rows that are not counted, by row of the table.
  private(set) var exclusions: [Int: Int] = [:]
  /// A day was met whose order of day and month only the whole column tells.
  private(set) var needsOrder = false
  /// Whether the orders have been looked for already.
  var ordersAreSettled = false
  private(set) var noteCounts: [NoteKey: NoteCount] = [:]

  struct NoteKey: Hashable {
    let decoder: Int
    let code: String
  }

  struct NoteCount {
    var count: Int
    let line: Int
    let sample: String
  }

  /// A total row met in the file.
  struct TotalRow {
    let line: Int
    let isPartial: Bool
    let cells: [String]
  }

  /// Rooms that are written as building, unit and number instead of one cell: the store, and the
  /// fields of the parts.
  var roomParts: (store: Int, fields: [Int])?

  /// What the decoders need at every cell, in the same order.
  private let columns: [CellColumn]
  private var scratch: [Int64]
  private var composedRoom: Int64 = 0
  private var pendingTexts: [Int: String] = [:]
  private var rowHash: RowHash
  private let checks: RowChecks
  private var firstHeaderCell: [UInt8]
  private var foldedHeader: [[UInt8]]

  init(
    file: UInt16, name: String, plan: HeaderPlan, header: [String], separator: Character,
    showsPersonal: Bool, context: LoadContext, builder: TableBuilder, decoders: [ColumnDecoder]
  ) {
    self.file = file
    self.name = name
    self.plan = plan
    self.header = header
    self.separator = separator
    self.showsPersonal = showsPersonal
    self.context = context
    self.builder = builder
    self.decoders = decoders
    columns = decoders.enumerated().map { CellColumn($1, index: $0, plan: plan) }
    scratch = Array(repeating: Missing.number, count: decoders.count)
    rowHash = RowHash(plan)
    checks = RowChecks(plan.kind, decoders, context)
    foldedHeader = header.map { Array(CellText.folded($0).utf8) }
    // As typed: a header that stands again stands as it did the first time.
    let firstHeader = header.first { !CellText.folded($0).isEmpty } ?? ""
    firstHeaderCell = Array(firstHeader.trimmingBlanks.utf8)
  }

  var kind: RecordKind { plan.kind }

  // MARK: - One record

  /// Reads one record below the header.
  mutating func take(_ record: RecordView) {
    balance.rows += 1
    let count = record.fieldCount
    var first = 0
    var cell = CellText.trimmed(record.field(0))
    while cell.count == 0 {
      first += 1
      if first == count {
        skip(record, "blank-row")
        return
      }
      cell = CellText.trimmed(record.field(first))
    }
    if let mark = SkippedRow.mark(cell) {
      skip(record, mark == .total ? "total-row" : "footer-row")
      if mark == .total {
        totals.append(
          TotalRow(line: record.line, isPartial: SkippedRow.isPartial(cell), cells: record.texts))
      }
      return
    }
    if isRepeatedHeader(record, cell) {
      skip(record, "repeated-header")
      return
    }
    if record.hasBadByte {
      reject(record, "bad-byte", position: record.badField ?? 0, facts: [:])
      return
    }
    if !hasRightWidth(record) { return }
    decode(record)
  }

  private func isRepeatedHeader(_ record: RecordView, _ first: Bytes) -> Bool {
    guard first.count == firstHeaderCell.count,
      firstHeaderCell.withUnsafeBytes({ first.equals($0) })
    else { return false }
    for (index, cell) in foldedHeader.enumerated() {
      let own = index < record.fieldCount ? CellText.folded(record.field(index)) : []
      if own != cell { return false }
    }
    return true
  }

  private mutating func hasRightWidth(_ record: RecordView) -> Bool {
    let (count, width) = (record.fieldCount, plan.width)
    if count == width { return true }
    var isRight = count > width
    if isRight {
      for index in width..<count where CellText.trimmed(record.field(index)).count > 0 {
        isRight = false
        break
      }
    }
    if !isRight {
      reject(
        record, "field-count", position: min(count, width) - (count < width ? 1 : 0),
        facts: ["found": String(count), "expected": String(width)], isWholeRow: true)
    }
    return isRight
  }

  // MARK: - Cells

  private mutating func decode(_ record: RecordView) {
    var rejection: (code: String, position: Int, facts: [String: String])?
    var minutes = Int16(-1)
    for column in columns {
      let raw = record.field(column.position)
      let reading =
        column.joinsPhones ? readPhones(column.index, raw, record) : read(column, raw)
      if reading.minutes >= 0, column.isDate { minutes = reading.minutes }
      if reading.state == .value, reading.notes.isEmpty {
        scratch[column.index] = reading.number
        continue
      }
      scratch[column.index] = reading.state == .value ? reading.number : Missing.number
      if reading.state == .empty, reading.notes.isEmpty, !column.isKey { continue }
      if let problem = settle(column.index, reading, raw, record), rejection == nil {
        rejection = problem
      }
    }
    if needsOrder { return }
    if rejection == nil { rejection = checks.rejection(scratch, decoders) }
    if let rejection {
      reject(record, rejection.code, position: rejection.position, facts: rejection.facts)
      pendingTexts.removeAll()
      return
    }
    commit(record, minutes)
  }

  /// What one cell was read as; words come from the column's cache.
  @inline(__always)
  private mutating func read(_ column: CellColumn, _ raw: Bytes) -> Reading {
    switch column.form {
    case .day: return column.day.read(raw)
    case .money: return column.money.read(raw)
    case .area: return AreaReader().read(raw)
    case .count: return column.count.read(raw)
    case .phones:
      if let mobile = PhoneReader.plainMobile(raw) { return .value(mobile) }
      return raw.count == 0 ? .empty : decoders[column.index].words.phones(raw)
    case .text: return column.isKey ? readKeyText(column, raw) : .value(0)
    case .word, .words, .staff, .room, .identifier, .yesNo:
      if raw.count == 0 { return .empty }
      let hash = raw.fingerprint
      if let known = column.cache.find(raw, hash) {
        return known == Missing.number ? .empty : .value(known)
      }
      return readWord(column.index, raw, hash)
    case .week: return decoders[column.index].week.read(raw)
    case .quantity: return readQuantity(column.index, raw)
    case .period: return readPeriod(column.index, raw)
    }
  }

  /// Reads a word that is not in the column's cache, and puts it there.
  private func readWord(_ index: Int, _ raw: Bytes, _ hash: UInt64) -> Reading {
    let words = decoders[index].words
    let reading: Reading
    switch decoders[index].form {
    case .words: reading = words.words(raw)
    case .staff: reading = words.staff(raw)
    case .room: reading = words.room(raw)
    case .identifier: reading = words.identifier(raw)
    case .yesNo: reading = YesNoReader().read(raw)
    default: reading = words.word(raw)
    }
    switch reading.state {
    case .value: decoders[index].cache.insert(raw, hash, reading.number)
    case .empty where reading.notes.isEmpty:
      decoders[index].cache.insert(raw, hash, Missing.number)
    default: break
    }
    if reading.state == .value, decoders[index].field == .measure, kind == .targets,
      !RowChecks.measures.contains(context.lexicon[Symbol(number: Int32(reading.number))])
    {
      return .bad
    }
    return reading
  }

  /// The numbers of the telephone column and of the columns for further ones.
  private func readPhones(_ index: Int, _ raw: Bytes, _ record: RecordView) -> Reading {
    var all = Array(CellText.trimmed(raw))
    for position in plan.furtherPhones {
      let cell = CellText.trimmed(record.field(position))
      if EmptyMark.isEmpty(cell, .personal) { continue }
      all += Array("、".utf8) + Array(cell)
    }
    return all.withUnsafeBytes { bytes in
      if let mobile = PhoneReader.plainMobile(bytes) { return .value(mobile) }
      return bytes.isEmpty ? .empty : decoders[index].words.phones(bytes)
    }
  }

  /// Texts are taken from the bytes when the row is complete; here only keys are looked at.
  private func readKeyText(_ column: CellColumn, _ raw: Bytes) -> Reading {
    let (cell, isEmpty) = column.text(raw)
    if isEmpty { return .empty }
    return EmptyMark.isSpreadsheetError(cell) ? .bad : .value(0)
  }

  /// A target: fen where the row's measure is an amount, else a number of things. The measure is
  /// read before.
  private func readQuantity(_ index: Int, _ raw: Bytes) -> Reading {
    guard let measure = decoders.firstIndex(where: { $0.field == .measure }),
      scratch[measure] != Missing.number
    else { return decoders[index].count.read(raw) }
    let word = context.lexicon[Symbol(number: Int32(scratch[measure]))]
    return RowChecks.amounts.contains(word)
      ? decoders[index].money.read(raw) : decoders[index].count.read(raw)
  }

  private mutating func readPeriod(_ index: Int, _ raw: Bytes) -> Reading {
    let cell = CellText.trimmed(raw)
    if EmptyMark.isEmpty(cell) { return .empty }
    let text = String(decoding: cell, as: UTF8.self)
    let calendar = context.settings.calendar
    if let form = PeriodText.canonical(text, year: decoders[index].day.year, calendar: calendar) {
      pendingTexts[index] = form
      return .value(0)
    }
    guard decoders[index].isKey else { return .value(0) }
    return PeriodText.lacksYear(text, calendar: calendar) ? Reading(state: .noYear) : .bad
  }

  /// Everything but a plain value: notes are counted, an unreadable cell rejects the row or is
  /// told and left empty.
  private mutating func settle(
    _ index: Int, _ reading: Reading, _ raw: Bytes, _ record: RecordView
  ) -> (code: String, position: Int, facts: [String: String])? {
    for (note, code) in Reading.Notes.codes where reading.notes.contains(note) {
      count(code, index, raw, record.line)
    }
    let decoder = decoders[index]
    switch reading.state {
    case .value: return nil
    case .empty:
      if decoder.isKey, decoder.field == .date, kind != .deals {
        tellEmptyDay(index, record)
      }
      return nil
    case .band:
      if decoder.store != nil || decoder.isStrict { count("range", index, raw, record.line) }
      return nil
    case .ambiguousOrder where !ordersAreSettled:
      needsOrder = true
      return nil
    case .bad, .ambiguousOrder, .noYear:
      let code = decoder.problem(reading.state)
      let text = String(decoding: CellText.trimmed(raw), as: UTF8.self)
      let facts = [
        "found": RowExcerpt.shown(text, decoder.field, showsPersonal: showsPersonal),
        "column": decoder.header,
      ]
      if decoder.isStrict { return (code, decoder.position, facts) }
      if decoder.store != nil { tellUnread(index, code, facts, record) }
      return nil
    }
  }

  // MARK: - Outcomes

  private mutating func commit(_ record: RecordView, _ minutes: Int16) {
    let row = builder.table.count
    if let roomParts { composeRoom(roomParts.fields, record) }
    let exclusion = checks.exclusion(scratch, decoders) ?? (lacksRoom ? "no-key" : nil)
    builder.table.appendRow(
      file: file, line: UInt32(truncatingIfNeeded: record.line),
      state: exclusion == nil ? .counts : .excluded)
    if builder.keepsMinutes { builder.table.minutes.append(minutes) }
    if let exclusion {
      balance.excluded += 1
      exclusions[row] = addReason(exclusion)
    }
    builder.rowHashes.append(rowHash.fingerprint(record))
    var id: UInt64 = 0
    for column in columns {
      if column.form == .text || column.form == .period {
        let (cell, isEmpty) = column.text(record.field(column.position))
        if column.isRecordID, !isEmpty { id = rowHash.fingerprint(cell) | 1 }
        guard let store = column.store else { continue }
        if !pendingTexts.isEmpty, var text = pendingTexts[column.index] {
          text.withUTF8 { builder.append(Bytes($0), to: store) }
        } else {
          builder.append(isEmpty ? cell.slice(0, 0) : cell, to: store)
        }
      } else if let store = column.store {
        builder.append(scratch[column.index], to: store)
      }
    }
    if let roomParts, !decoders.contains(where: { $0.store == roomParts.store }) {
      builder.append(composedRoom, to: roomParts.store)
    }
    builder.idHashes.append(id)
    if !pendingTexts.isEmpty { pendingTexts.removeAll() }
  }

  /// 1栋, 1, 301 is the room 1-1-301.
  private mutating func composeRoom(_ fields: [Int], _ record: RecordView) {
    let parts = fields.map { CellText.foldedText(record.field($0)) }.filter { !$0.isEmpty }
    let room = parts.count == fields.count ? RoomSpelling.folded(parts.joined(separator: "-")) : ""
    composedRoom = Int64(context.lexicon.intern(room).number)
    if let index = decoders.firstIndex(where: { $0.field == .room }),
      scratch[index] == Missing.number, composedRoom != 0
    {
      scratch[index] = composedRoom
    }
  }

  /// Whether neither the parts nor a column of its own name the room.
  private var lacksRoom: Bool {
    guard roomParts != nil, composedRoom == 0 else { return false }
    guard let index = decoders.firstIndex(where: { $0.field == .room }) else { return true }
    return scratch[index] == Missing.number
  }

  private mutating func skip(_ record: RecordView, _ code: String) {
    balance.skipped += 1
    addReason(code)
    setAside.append(
      SetAsideRow(
        source: source(record.line), cause: .skipped, code: "\(kind.rawValue).\(code)",
        reason: Labels.words(code)))
  }

  private mutating func reject(
    _ record: RecordView, _ code: String, position: Int, facts: [String: String],
    isWholeRow: Bool = false
  ) {
    balance.rejected += 1
    addReason(code)
    let full = "\(kind.rawValue).\(code)"
    let column = isWholeRow || position >= header.count ? "" : header[position].trimmingBlanks
    var facts = facts
    if facts["column"] == nil, !column.isEmpty { facts["column"] = column }
    let cells = record.texts
    var finding = Finding(.error, full, facts, at: Place(file: name, line: record.line))
    if findings.keeps(full, in: name) {
      let shown = min(max(position, 0), record.fieldCount - 1)
      finding = Finding(
        .error, full, facts,
        at: Place(file: name, line: record.line(of: shown), column: record.column(of: shown)),
        excerpt: RowExcerpt.make(
          cells, plan, position: shown, separator: separator, showsPersonal: showsPersonal))
    }
    findings.add(finding)
    setAside.append(
      SetAsideRow(
        source: source(record.line), cause: .rejected, code: full,
        reason: Labels.sentence(finding), column: column.isEmpty ? nil : column))
    rejects.append(
      RejectedRow(
        file: name, line: record.line, column: column, code: full, header: header, cells: cells))
  }

  /// The record that a quote opens and nothing closes: one rejected row, nothing after it is used.
  mutating func rejectUnclosed(line: Int) {
    balance.rows += 1
    balance.rejected += 1
    addReason("unclosed-quote")
    let full = "\(kind.rawValue).unclosed-quote"
    let finding = Finding(.error, full, [:], at: Place(file: name, line: line))
    findings.add(finding)
    setAside.append(
      SetAsideRow(
        source: source(line), cause: .rejected, code: full, reason: Labels.sentence(finding)))
    rejects.append(
      RejectedRow(file: name, line: line, column: "", code: full, header: header, cells: []))
  }

  private mutating func tellUnread(
    _ index: Int, _ code: String, _ facts: [String: String], _ record: RecordView
  ) {
    let full = "\(kind.rawValue).unread.\(code)"
    guard findings.keeps(full, in: name) else {
      findings.count(full, in: name)
      return
    }
    let position = decoders[index].position
    findings.add(
      Finding(
        .warning, full, facts,
        at: Place(
          file: name, line: record.line(of: position), column: record.column(of: position)),
        excerpt: RowExcerpt.make(
          record.texts, plan, position: position, separator: separator,
          showsPersonal: showsPersonal)))
  }

  private mutating func tellEmptyDay(_ index: Int, _ record: RecordView) {
    let full = "\(kind.rawValue).no-date"
    guard findings.keeps(full, in: name) else {
      findings.count(full, in: name)
      return
    }
    findings.add(
      Finding(
        .warning, full, ["column": decoders[index].header],
        at: Place(file: name, line: record.line)))
  }

  private mutating func count(_ code: String, _ index: Int, _ raw: Bytes, _ line: Int) {
    let key = NoteKey(decoder: index, code: code)
    if noteCounts[key] != nil {
      noteCounts[key]?.count += 1
      return
    }
    let text = String(decoding: CellText.trimmed(raw), as: UTF8.self)
    noteCounts[key] = NoteCount(
      count: 1, line: line,
      sample: RowExcerpt.shown(text, decoders[index].field, showsPersonal: showsPersonal))
  }

  @discardableResult
  private mutating func addReason(_ code: String) -> Int { balance.note(code, Labels.words(code)) }

  private func source(_ line: Int) -> SourceRow {
    SourceRow(file: Int32(file), line: Int32(truncatingIfNeeded: line))
  }
}

extension RowBalance {
  /// Counts one more row for a reason; gives the reason's index.
  @discardableResult
  mutating func note(_ code: String, _ words: Words) -> Int {
    if let index = reasons.firstIndex(where: { $0.code == code }) {
      reasons[index].count += 1
      return index
    }
    reasons.append(Reason(code: code, words: words, count: 1))
    return reasons.count - 1
  }
}

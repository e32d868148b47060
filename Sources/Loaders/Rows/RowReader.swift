import CSV
import Diagnostics
import Quantities
import Records

/// Reads the rows of one file, piece by piece: every record below the header becomes a row of the
/// batch, a skipped row or a reject. Every thread has a reader of its own.
///
/// Most rows are read column by column (`RowReader+Columns`); a row with anything unusual in it is
/// read by itself, cell by cell, which alone decides what becomes of it.
struct RowReader {
  let plan: ReadingPlan
  let context: LoadContext
  let decoders: [ColumnDecoder]

  /// What the decoders need at every cell, in the same order.
  let columns: [CellColumn]
  let checks: RowChecks
  var rowHash: RowHash
  var batch: RowBatch
  /// The values of one piece, column by column.
  var values = ColumnValues()

  /// A batch without rows.
  private let empty: TableBuilder
  /// Whether a column tells the records' ids.
  let keepsIDs: Bool
  /// Rooms that are written as building, unit and number instead of one cell: the store, and the
  /// fields of the parts.
  private let roomParts: (store: Int, fields: [Int])?
  private var scratch: [Int64]
  private var composedRoom: Int64 = 0
  private var pendingTexts: [Int: String] = [:]
  private let firstHeaderCell: [UInt8]
  private let foldedHeader: [[UInt8]]

  /// - Parameter context: what the reading thread knows from other files; a new one knows nothing.
  init(_ plan: ReadingPlan, _ context: LoadContext) {
    self.plan = plan
    self.context = context
    var rows = TableBuilder(plan.kind, isBatch: true)
    decoders = plan.columns.map { column in
      ColumnDecoder(
        column.column, column.target, column.spec, kind: plan.kind,
        store: column.isKept ? rows.store(column.spec.field, column.spec.type) : nil,
        context: context, year: plan.year, order: column.order)
    }
    if plan.keepsMinutes { rows.keepMinutes() }
    roomParts = plan.roomParts.map { fields in
      (rows.store(.room, .room), fields.compactMap { plan.header.column(of: $0)?.position })
    }
    empty = rows
    batch = RowBatch(context: context, rows: rows)
    columns = decoders.enumerated().map { CellColumn($1, index: $0, plan: plan.header) }
    keepsIDs = columns.contains(where: \.isRecordID)
    scratch = Array(repeating: Missing.number, count: decoders.count)
    rowHash = RowHash(plan)
    checks = RowChecks(plan.kind, decoders, context)
    foldedHeader = plan.cells.map { Array(CellText.folded($0).utf8) }
    // As typed: a header that stands again stands as it did the first time.
    let firstHeader = plan.cells.first { !CellText.folded($0).isEmpty } ?? ""
    firstHeaderCell = Array(firstHeader.trimmingBlanks.utf8)
  }

  var kind: RecordKind { plan.kind }

  /// Reads the records of a piece.
  mutating func read(_ piece: borrowing RecordPiece) -> RowBatch {
    batch = RowBatch(context: context, rows: empty)
    batch.rows.reserve(piece.count)
    rowHash.look(over: piece)
    if roomParts == nil, columns.allSatisfy(\.isReadAlone) {
      takeByColumns(piece)
    } else {
      for index in 0..<piece.count {
        let record = piece.record(index)
        if plan.lines.contains(record.line) { take(record) }
      }
    }
    batch.news = context.takeNews()
    return batch
  }

  // MARK: - One record

  /// Reads one record below the header.
  mutating func take(_ record: RecordView) {
    batch.outcome.balance.rows += 1
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
        batch.outcome.totals.append(
          RowOutcome.TotalRow(
            line: record.line, isPartial: SkippedRow.isPartial(cell), cells: record.texts))
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

  /// Whether a row's first filled cell is as long as that of the header.
  @inline(__always)
  func mayBeHeader(_ first: Bytes) -> Bool { first.count == firstHeaderCell.count }

  func isRepeatedHeader(_ record: RecordView, _ first: Bytes) -> Bool {
    guard mayBeHeader(first), firstHeaderCell.withUnsafeBytes({ first.equals($0) }) else {
      return false
    }
    for (index, cell) in foldedHeader.enumerated() {
      let own = index < record.fieldCount ? CellText.folded(record.field(index)) : []
      if own != cell { return false }
    }
    return true
  }

  private mutating func hasRightWidth(_ record: RecordView) -> Bool {
    let (count, width) = (record.fieldCount, plan.header.width)
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
        record, count < width ? "missing-fields" : "field-count",
        position: min(count, width) - (count < width ? 1 : 0),
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
    if batch.outcome.needsOrder { return }
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
  mutating func read(_ column: CellColumn, _ raw: Bytes) -> Reading {
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
      let key = CellKey(raw)
      if let known = column.cache.find(raw, key) {
        return known == Missing.number ? .empty : .value(known)
      }
      return readWord(column.index, raw, key)
    case .week: return decoders[column.index].week.read(raw)
    case .quantity: return readQuantity(column.index, raw)
    case .period: return readPeriod(column.index, raw)
    }
  }

  /// Reads a word that is not in the column's cache, and puts it there.
  func readWord(_ index: Int, _ raw: Bytes, _ key: CellKey) -> Reading {
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
    if reading.state == .value, decoders[index].field == .measure, kind == .targets,
      !RowChecks.measures.contains(context.lexicon[Symbol(number: Int32(reading.number))])
    {
      return .bad
    }
    // What must be said of a cell is said of every cell that is written so.
    guard reading.notes.isEmpty else { return reading }
    switch reading.state {
    case .value: decoders[index].cache.insert(raw, key, reading.number)
    case .empty: decoders[index].cache.insert(raw, key, Missing.number)
    default: break
    }
    return reading
  }

  /// The numbers of the telephone column and of the columns for further ones.
  func readPhones(_ index: Int, _ raw: Bytes, _ record: RecordView) -> Reading {
    var all = Array(CellText.trimmed(raw))
    for position in plan.header.furtherPhones {
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
    case .ambiguousOrder where !plan.ordersAreSettled:
      batch.outcome.needsOrder = true
      return nil
    case .bad, .ambiguousOrder, .noYear:
      let code = decoder.problem(reading.state)
      let text = String(decoding: CellText.trimmed(raw), as: UTF8.self)
      let facts = [
        "found": RowExcerpt.shown(text, decoder.field, showsPersonal: plan.showsPersonal),
        "column": decoder.header,
      ]
      if decoder.isStrict { return (code, decoder.position, facts) }
      if decoder.store != nil { tellUnread(index, code, facts, record) }
      return nil
    }
  }
  // MARK: - Outcomes

  private mutating func commit(_ record: RecordView, _ minutes: Int16) {
    let row = batch.rows.table.count
    if let roomParts { composeRoom(roomParts.fields, record) }
    let exclusion = checks.exclusion(scratch, decoders) ?? (lacksRoom ? "no-key" : nil)
    batch.rows.table.appendRow(
      file: plan.file, line: Int32(truncatingIfNeeded: record.line),
      state: exclusion == nil ? .counts : .excluded)
    if batch.rows.keepsMinutes { batch.rows.table.minutes.append(minutes) }
    if let exclusion {
      batch.outcome.balance.excluded += 1
      batch.outcome.exclusions[row] = batch.outcome.note(reason: exclusion)
    }
    batch.rows.rowHashes.append(rowHash.fingerprint(record))
    var id: UInt64 = 0
    for column in columns {
      if column.form == .text || column.form == .period {
        let (cell, isEmpty) = column.text(record.field(column.position))
        if column.isRecordID, !isEmpty { id = rowHash.fingerprint(cell) | 1 }
        guard let store = column.store else { continue }
        if !pendingTexts.isEmpty, var text = pendingTexts[column.index] {
          text.withUTF8 { batch.rows.append(Bytes($0), to: store) }
        } else {
          batch.rows.append(isEmpty ? cell.slice(0, 0) : cell, to: store)
        }
      } else if let store = column.store {
        batch.rows.append(scratch[column.index], to: store)
      }
    }
    if let roomParts, !decoders.contains(where: { $0.store == roomParts.store }) {
      batch.rows.append(composedRoom, to: roomParts.store)
    }
    if keepsIDs { batch.rows.idHashes.append(id) }
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
}

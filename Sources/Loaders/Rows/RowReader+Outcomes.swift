import CSV
import Diagnostics
import Quantities
import Records

/// What is said of rows and cells that are not simply read.
extension RowReader {
  mutating func skip(_ record: RecordView, _ code: String) {
    batch.outcome.balance.skipped += 1
    batch.outcome.note(reason: code)
    batch.outcome.setAside.append(
      SetAsideRow(
        source: source(record.line), cause: .skipped, code: "\(kind.rawValue).\(code)",
        reason: Labels.words(code)))
  }

  mutating func reject(
    _ record: RecordView, _ code: String, position: Int, facts: [String: String],
    isWholeRow: Bool = false
  ) {
    batch.outcome.balance.rejected += 1
    batch.outcome.note(reason: code)
    let full = "\(kind.rawValue).\(code)"
    let column =
      isWholeRow || position >= plan.cells.count ? "" : plan.cells[position].trimmingBlanks
    var facts = facts
    if facts["column"] == nil, !column.isEmpty { facts["column"] = column }
    let cells = record.texts
    var finding = Finding(.error, full, facts, at: Place(file: plan.name, line: record.line))
    if batch.outcome.findings.keeps(full, in: plan.name) {
      let shown = min(max(position, 0), record.fieldCount - 1)
      finding = Finding(
        .error, full, facts,
        at: Place(file: plan.name, line: record.line(of: shown), column: record.column(of: shown)),
        excerpt: RowExcerpt.make(
          cells, plan.header, position: shown, separator: plan.separatorCharacter,
          showsPersonal: plan.showsPersonal))
    }
    batch.outcome.findings.add(finding)
    batch.outcome.setAside.append(
      SetAsideRow(
        source: source(record.line), cause: .rejected, code: full,
        reason: Labels.sentence(finding), column: column.isEmpty ? nil : column))
    batch.outcome.rejects.append(
      RejectedRow(
        file: plan.name, line: record.line, column: column, code: full, header: plan.cells,
        cells: cells))
  }

  mutating func tellUnread(
    _ index: Int, _ code: String, _ facts: [String: String], _ record: RecordView
  ) {
    let full = "\(kind.rawValue).unread.\(code)"
    guard batch.outcome.findings.keeps(full, in: plan.name) else {
      batch.outcome.findings.count(full, in: plan.name)
      return
    }
    let position = decoders[index].position
    batch.outcome.findings.add(
      Finding(
        .warning, full, facts,
        at: Place(
          file: plan.name, line: record.line(of: position), column: record.column(of: position)),
        excerpt: RowExcerpt.make(
          record.texts, plan.header, position: position, separator: plan.separatorCharacter,
          showsPersonal: plan.showsPersonal)))
  }

  mutating func tellEmptyDay(_ index: Int, _ record: RecordView) {
    let full = "\(kind.rawValue).no-date"
    guard batch.outcome.findings.keeps(full, in: plan.name) else {
      batch.outcome.findings.count(full, in: plan.name)
      return
    }
    batch.outcome.findings.add(
      Finding(
        .warning, full, ["column": decoders[index].header],
        at: Place(file: plan.name, line: record.line)))
  }

  mutating func count(_ code: String, _ index: Int, _ raw: Bytes, _ line: Int) {
    let key = RowOutcome.NoteKey(column: index, code: code)
    if batch.outcome.notes[key] != nil {
      batch.outcome.notes[key]?.count += 1
      return
    }
    let text = String(decoding: CellText.trimmed(raw), as: UTF8.self)
    batch.outcome.notes[key] = RowOutcome.NoteCount(
      count: 1, line: line,
      sample: RowExcerpt.shown(text, decoders[index].field, showsPersonal: plan.showsPersonal))
  }

  private func source(_ line: Int) -> SourceRow {
    SourceRow(file: Int32(plan.file), line: Int32(truncatingIfNeeded: line))
  }
}

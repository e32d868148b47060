import CSV
import CScan
import Quantities
import Records

/// The values of some rows, column by column: as many in each column as there are rows.
struct ColumnValues {
  /// What is known of a record.
  enum Mark: UInt8 {
    /// Every cell was read plainly.
    case plain
    /// Something about it is unusual: it is read by itself.
    case odd
    /// No row of the file: title lines, header, or another table.
    case outside
  }

  /// Rows that are read at a time: few enough for their bytes to stay in the processor's nearest
  /// memory from the first column to the last.
  static let stripe = 128

  var marks: [Mark] = []
  /// Days, symbols and lists; numbers and telephones; empty for columns of the other width. There
  /// may be more than there are rows, left from a longer stripe.
  var short: [[Int32]] = []
  var long: [[Int64]] = []
  var minutes: [Int16] = []
  var lines: [Int32] = []
  /// Cells of a column that are not found at once; the texts of one.
  var left = Array(repeating: UInt32(0), count: stripe)
  var texts = Array(repeating: Bytes(start: nil, count: 0), count: stripe)
}

extension RowReader {
  /// Reads a piece column by column: the cells of a column are all read in one way, in a loop that
  /// does nothing else. Records in which a cell is not plain are left to `take`.
  mutating func takeByColumns(_ piece: borrowing RecordPiece) {
    var read = ColumnValues()
    swap(&read, &values)
    if read.short.isEmpty {
      read.short = Array(repeating: [], count: columns.count)
      read.long = read.short.map { _ in [] }
    }
    var start = 0
    while start < piece.count {
      let rows = start..<min(piece.count, start + ColumnValues.stripe)
      take(rows, of: piece, &read)
      start = rows.upperBound
    }
    swap(&read, &values)
  }

  private mutating func take(
    _ rows: Range<Int>, of piece: borrowing RecordPiece, _ read: inout ColumnValues
  ) {
    markRows(piece, rows, &read.marks)
    for column in columns {
      switch column.form {
      case .day: readDays(column, piece, rows, &read)
      case .word, .words, .staff, .room, .identifier:
        readWords(column, piece, rows, &read.short[column.index], &read.marks, &read.left)
      case .phones: readPhones(column, piece, rows, &read.long[column.index], &read.marks)
      case .money, .area, .count, .yesNo:
        readNumbers(column, piece, rows, &read.long[column.index], &read.marks)
      case .text where !column.isKey: break
      default: readOthers(column, piece, rows, &read)
      }
    }
    for index in checks.columns {
      for row in read.marks.indices where read.marks[row] == .plain {
        let value = read.long[index].isEmpty ? Int64(read.short[index][row]) : read.long[index][row]
        if checks.isExcluded(index, value) { read.marks[row] = .odd }
      }
    }
    put(piece, rows, &read)
  }

  // MARK: - Rows

  private func markRows(
    _ piece: borrowing RecordPiece, _ rows: Range<Int>, _ marks: inout [ColumnValues.Mark]
  ) {
    marks.removeAll(keepingCapacity: true)
    marks.reserveCapacity(rows.count)
    let (width, lines, isSound) = (plan.header.width, plan.lines, piece.isSound)
    for index in rows {
      if !lines.contains(piece.line(index)) {
        marks.append(.outside)
      } else {
        let isPlain =
          piece.fieldCount(index) == width && (isSound || !piece.record(index).hasBadByte)
          && isRow(piece, index)
        marks.append(isPlain ? .plain : .odd)
      }
    }
  }

  /// Whether the first filled cell is that of a row: no total, no footer, no header again.
  @inline(__always)
  private func isRow(_ piece: borrowing RecordPiece, _ index: Int) -> Bool {
    for field in 0..<piece.fieldCount(index) {
      let cell = CellText.trimmed(piece.cell(index, field))
      if cell.count > 0 {
        return SkippedRow.mark(cell) == nil && !isRepeatedHeader(piece, index, cell)
      }
    }
    return false
  }

  @inline(__always)
  private func isRepeatedHeader(
    _ piece: borrowing RecordPiece, _ index: Int, _ first: Bytes
  ) -> Bool {
    mayBeHeader(first) && isRepeatedHeader(piece.record(index), first)
  }

  // MARK: - Columns

  private func readDays(
    _ column: CellColumn, _ piece: borrowing RecordPiece, _ rows: Range<Int>,
    _ read: inout ColumnValues
  ) {
    var (days, minutes): ([Int32], [Int16]) = ([], [])
    swap(&days, &read.short[column.index])
    swap(&minutes, &read.minutes)
    days.removeAll(keepingCapacity: true)
    let keepsMinutes = column.isDate && plan.keepsMinutes
    if keepsMinutes { minutes.removeAll(keepingCapacity: true) }
    var reader = RepeatedDay(column.day)
    for index in 0..<rows.count {
      var (day, minute) = (Missing.day, Int16(-1))
      if read.marks[index] == .plain {
        let cell = piece.cell(rows.lowerBound + index, column.position)
        if let plain = reader.read(cell) {
          (day, minute) = plain
        } else if cell.count > 0 || column.isKey {
          read.marks[index] = .odd
        }
      }
      days.append(day)
      if keepsMinutes { minutes.append(minute) }
    }
    swap(&days, &read.short[column.index])
    swap(&minutes, &read.minutes)
  }

  private func readWords(
    _ column: CellColumn, _ piece: borrowing RecordPiece, _ rows: Range<Int>,
    _ values: inout [Int32], _ marks: inout [ColumnValues.Mark], _ left: inout [UInt32]
  ) {
    let count = rows.count
    if values.count < count {
      values.append(contentsOf: repeatElement(0, count: count - values.count))
    }
    precondition(rows.lowerBound >= 0 && rows.upperBound <= piece.count && left.count >= count)
    let slots = column.cache.slots
    let others = marks.withUnsafeBytes { marks in
      cscan_find_words(
        piece.text, piece.edges, piece.records + rows.lowerBound, count, column.position,
        marks.bindMemory(to: UInt8.self).baseAddress, slots.baseAddress, slots.count - 1,
        column.isKey, &values, &left)
    }
    for index in left[..<others] {
      let index = Int(index)
      values[index] = readWord(
        column, piece.cell(rows.lowerBound + index, column.position), &marks[index])
    }
  }

  /// A word that is not in the column's cache, or does not stand where its hash says.
  private func readWord(
    _ column: CellColumn, _ cell: Bytes, _ mark: inout ColumnValues.Mark
  ) -> Int32 {
    let key = CellKey(cell)
    if let known = column.cache.find(cell, key) {
      if known != Missing.number { return Int32(truncatingIfNeeded: known) }
      if column.isKey { mark = .odd }
      return 0
    }
    let reading = readWord(column.index, cell, key)
    if !isPlain(reading, column) { mark = .odd }
    return mark == .plain && reading.state == .value ? Int32(truncatingIfNeeded: reading.number) : 0
  }

  private func readPhones(
    _ column: CellColumn, _ piece: borrowing RecordPiece, _ rows: Range<Int>,
    _ values: inout [Int64], _ marks: inout [ColumnValues.Mark]
  ) {
    values.removeAll(keepingCapacity: true)
    values.reserveCapacity(rows.count)
    for index in 0..<rows.count {
      var value: Int64 = 0
      if marks[index] == .plain {
        let cell = piece.cell(rows.lowerBound + index, column.position)
        if !column.joinsPhones, let mobile = PhoneReader.plainMobile(cell) {
          value = mobile
        } else if cell.count > 0 || column.joinsPhones {
          let reading =
            column.joinsPhones
            ? readPhones(column.index, cell, piece.record(rows.lowerBound + index))
            : decoders[column.index].words.phones(cell)
          if isPlain(reading, column) {
            if reading.state == .value { value = reading.number }
          } else {
            marks[index] = .odd
          }
        } else if column.isKey {
          marks[index] = .odd
        }
      }
      values.append(value)
    }
  }

  private func readNumbers(
    _ column: CellColumn, _ piece: borrowing RecordPiece, _ rows: Range<Int>,
    _ values: inout [Int64], _ marks: inout [ColumnValues.Mark]
  ) {
    values.removeAll(keepingCapacity: true)
    values.reserveCapacity(rows.count)
    let isAmount = checks.refusesNegative(column.index)
    for index in 0..<rows.count {
      var value = Missing.number
      if marks[index] == .plain {
        let cell = piece.cell(rows.lowerBound + index, column.position)
        let reading: Reading =
          switch column.form {
          case .money: column.money.read(cell)
          case .area: AreaReader().read(cell)
          case .yesNo: readYesNo(column, cell)
          default: column.count.read(cell)
          }
        if !isPlain(reading, column) || (isAmount && reading.number < 0) {
          marks[index] = .odd
        } else if reading.state == .value {
          value = reading.number
        }
      }
      values.append(value)
    }
  }

  @inline(__always)
  private func readYesNo(_ column: CellColumn, _ cell: Bytes) -> Reading {
    if cell.count == 0 { return .empty }
    let key = CellKey(cell)
    guard let known = column.cache.find(cell, key) else {
      return readWord(column.index, cell, key)
    }
    return known == Missing.number ? .empty : .value(known)
  }

  /// Columns met in small files only.
  private mutating func readOthers(
    _ column: CellColumn, _ piece: borrowing RecordPiece, _ rows: Range<Int>,
    _ read: inout ColumnValues
  ) {
    read.short[column.index].removeAll(keepingCapacity: true)
    for index in 0..<rows.count {
      var value = Missing.day
      if read.marks[index] == .plain {
        let reading = self.read(column, piece.cell(rows.lowerBound + index, column.position))
        if isPlain(reading, column) {
          if reading.state == .value { value = Int32(truncatingIfNeeded: reading.number) }
        } else {
          read.marks[index] = .odd
        }
      }
      read.short[column.index].append(value)
    }
  }

  /// Whether nothing is to be said about a cell.
  @inline(__always)
  private func isPlain(_ reading: Reading, _ column: CellColumn) -> Bool {
    reading.notes.isEmpty
      && (reading.state == .value || (reading.state == .empty && !column.isKey))
  }

  // MARK: - Rows into the batch

  /// Puts the rows into the batch in their order: stretches of plain ones at once, the odd ones by
  /// themselves.
  private mutating func put(
    _ piece: borrowing RecordPiece, _ rows: Range<Int>, _ read: inout ColumnValues
  ) {
    var start = 0
    while start < read.marks.count {
      var end = start
      while end < read.marks.count, read.marks[end] == .plain { end += 1 }
      if end > start { put(piece, rows.lowerBound, &read, start..<end) }
      if end < read.marks.count, read.marks[end] == .odd {
        take(piece.record(rows.lowerBound + end))
      }
      start = end + 1
    }
  }

  /// - Parameters:
  ///   - first: the record of the piece whose values stand first in `read`.
  ///   - rows: a stretch of those values.
  private mutating func put(
    _ piece: borrowing RecordPiece, _ first: Int, _ read: inout ColumnValues, _ rows: Range<Int>
  ) {
    batch.outcome.balance.rows += rows.count
    batch.rows.appendRows(rows.count, file: plan.file)
    let records = first + rows.lowerBound..<first + rows.upperBound
    read.lines.removeAll(keepingCapacity: true)
    read.lines.append(records) { Int32(truncatingIfNeeded: piece.line($0)) }
    batch.rows.table.line.append(read.lines)
    putHashes(piece, records)
    if batch.rows.keepsMinutes {
      if read.minutes.isEmpty {
        batch.rows.table.minutes += repeatElement(-1, count: rows.count)
      } else {
        batch.rows.table.minutes += read.minutes[rows]
      }
    }
    for column in columns {
      if column.form == .text {
        putTexts(column, piece, records, &read.texts)
      } else if let store = column.store {
        if read.long[column.index].isEmpty {
          batch.rows.append(read.short[column.index][rows], to: store)
        } else {
          batch.rows.append(read.long[column.index][rows], to: store)
        }
      }
    }
  }

  private mutating func putHashes(_ piece: borrowing RecordPiece, _ records: Range<Int>) {
    // Out of the batch meanwhile, so that nobody asks for other owners at every row.
    var hashes: [UInt64] = []
    swap(&hashes, &batch.rows.rowHashes)
    for record in records {
      hashes.append(
        rowHash.fingerprint(piece.bytes(record), fields: piece.fieldCount(record))
          ?? rowHash.fingerprint(piece.record(record)))
    }
    swap(&hashes, &batch.rows.rowHashes)
  }

  private mutating func putTexts(
    _ column: CellColumn, _ piece: borrowing RecordPiece, _ records: Range<Int>,
    _ texts: inout [Bytes]
  ) {
    guard column.store != nil || column.isRecordID else { return }
    texts.withUnsafeMutableBufferPointer { texts in
      for (index, record) in records.enumerated() {
        let (cell, isEmpty) = column.text(piece.cell(record, column.position))
        texts[index] = isEmpty ? Bytes(rebasing: cell[..<0]) : cell
      }
    }
    let own = texts[..<records.count]
    if column.isRecordID {
      for cell in own {
        batch.rows.idHashes.append(cell.count == 0 ? 0 : rowHash.fingerprint(cell) | 1)
      }
    }
    if let store = column.store { batch.rows.append(own, to: store) }
  }
}

/// Days of a column in which one day stands many times in a row, as in every export by date.
private struct RepeatedDay {
  private let reader: DayReader
  private var bytes: (UInt64, UInt16) = (0, 0)
  private var day: Int32 = 0

  init(_ reader: DayReader) { self.reader = reader }

  /// A day in the plain form, with its minutes or −1; nil for anything else.
  @inline(__always)
  mutating func read(_ cell: Bytes) -> (day: Int32, minutes: Int16)? {
    let count = cell.count
    guard count == 10 || count == 16 || count == 19 else { return nil }
    let own = (
      cell.word(at: 0), cell.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
    )
    if own != bytes {
      guard let plain = reader.plainDay(cell) else { return nil }
      (bytes, day) = (own, plain)
    }
    if count == 10 { return (day, -1) }
    return DayReader.plainTime(cell).map { (day, $0) }
  }
}

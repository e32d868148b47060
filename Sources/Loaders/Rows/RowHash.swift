import CSV
import CScan

/// The fingerprint of a row: all its cells but 序号, trimmed and width folded; empty cells do not
/// matter. The files of a kind that differ in their headers compare cells by header, whatever
/// their order; where all have one header the row is taken as it stands.
///
/// Two rows with one fingerprint are taken for identical: with 64 well mixed bits a chance match
/// among ten million rows has a probability below one in a hundred thousand.
struct RowHash {
  /// One salt a column, 0 for columns that do not matter.
  private let salts: [UInt64]
  private let separator: UInt8
  /// Whether whole rows are compared.
  private let isByPlace: Bool
  private var scratch: [UInt8] = []
  /// The bytes of the piece because of which cells are not compared as they stand, one bit each, and
  /// where the piece's text begins.
  private var marks: [UInt64] = []
  private var place = 0

  init(_ plan: ReadingPlan) {
    separator = plan.separator
    salts = plan.header.columns.prefix(plan.header.width).map { column in
      var name = column.name.name
      if RowHash.ignored.contains(name) || name.isEmpty { return 0 }
      return name.withUTF8 { Bytes($0).fingerprint } | 1
    }
    isByPlace = plan.hasTwinHeaders && !salts.contains(0)
  }

  /// Headers of no meaning for what a row says: line numbers, and where a repaired row came from.
  static let ignored: Set<String> = ["序号", "文件", "行", "列", "原因", "行号"]

  /// Looks over the text of a piece: all records of it are fingerprinted before the next one is
  /// looked over.
  mutating func look(over piece: borrowing RecordPiece) {
    guard isByPlace else { return }
    let text = piece.bytes
    guard let start = text.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    let words = (text.count + 63) / 64
    if marks.count < words {
      marks.append(contentsOf: repeatElement(0, count: words - marks.count))
    }
    cscan_mark_unsettled(start, text.count, separator, &marks)
    place = Int(bitPattern: start)
  }

  /// The fingerprint of a record that is compared as it stands; nil for any other.
  @inline(__always)
  func fingerprint(_ record: Bytes, fields: Int) -> UInt64? {
    guard isByPlace, fields == salts.count else { return nil }
    let start = Int(bitPattern: record.baseAddress) - place
    guard firstMark(start..<start + record.count) == nil else { return nil }
    return record.longFingerprint
  }

  /// The fingerprint of a record that has all columns of the plan.
  mutating func fingerprint(_ record: RecordView) -> UInt64 {
    guard isByPlace else { return byHeader(record) }
    return fingerprint(record.bytes, fields: record.fieldCount) ?? byPlace(record)
  }

  /// The fingerprint of the bytes that the row would have if all its cells stood as they are
  /// compared: folded, m2 as ㎡ and a separator inside a cell as a mark of its own. Cells without a
  /// marked byte are taken as they stand, with what parts them.
  private mutating func byPlace(_ record: RecordView) -> UInt64 {
    scratch.removeAll(keepingCapacity: true)
    guard !salts.isEmpty else { return scratch.withUnsafeBytes { $0.longFingerprint } }
    // Empty cells behind the last column do not matter.
    let bytes = record.raw(0..<salts.count)
    let start = Int(bitPattern: bytes.baseAddress) - place
    var (taken, cell) = (0, 0)
    while let odd = firstMark(start + taken..<start + bytes.count).map({ $0 - start }) {
      var raw = record.raw(salts.count - 1)
      if Int(bitPattern: raw.baseAddress) - place - start <= odd {
        // What people noted stands last as a rule.
        cell = salts.count - 1
      } else {
        raw = record.raw(cell)
      }
      while Int(bitPattern: raw.baseAddress) - place - start + raw.count <= odd {
        cell += 1
        raw = record.raw(cell)
      }
      let from = Int(bitPattern: raw.baseAddress) - place - start
      scratch.append(contentsOf: bytes.slice(taken, from))
      if odd == from, let inner = plainlyQuoted(raw, at: start + from) {
        appendInner(inner)
      } else {
        appendSettling(record.field(cell))
      }
      taken = from + raw.count
    }
    scratch.append(contentsOf: bytes.slice(taken, bytes.count))
    return scratch.withUnsafeBytes { $0.longFingerprint }
  }

  /// The first marked byte of a stretch of the piece.
  @inline(__always)
  private func firstMark(_ places: Range<Int>) -> Int? {
    guard !places.isEmpty else { return nil }
    var word = places.lowerBound >> 6
    var found = marks[word] & (~0 << UInt64(truncatingIfNeeded: places.lowerBound & 63))
    while found == 0 {
      word += 1
      guard word << 6 < places.upperBound else { return nil }
      found = marks[word]
    }
    let first = word << 6 + found.trailingZeroBitCount
    return first < places.upperBound ? first : nil
  }

  /// What stands inside the quotes of a cell in which nothing else is odd; nil for any other cell.
  @inline(__always)
  private func plainlyQuoted(_ raw: Bytes, at start: Int) -> Bytes? {
    let end = raw.count - 1
    guard end > 1, raw[0] == 0x22, raw[end] == 0x22,
      firstMark(start + 1..<start + end) == nil, raw[1] != 0x20, raw[end - 1] != 0x20
    else { return nil }
    return raw.slice(1, end)
  }

  private mutating func appendInner(_ inner: Bytes) {
    let (start, separator) = (scratch.count, separator)
    scratch.append(contentsOf: inner)
    scratch.withUnsafeMutableBufferPointer { bytes in
      for index in start..<bytes.count {
        bytes[index] = bytes[index] == separator ? 0x1F : bytes[index]
      }
    }
  }

  private mutating func appendSettling(_ raw: Bytes) {
    let start = scratch.count
    let cell = CellText.trimmed(raw)
    if CellText.needsFolding(cell) {
      CellText.appendFolded(cell, to: &scratch)
    } else {
      scratch.append(contentsOf: cell)
    }
    settle(from: start)
  }

  private mutating func settle(from start: Int) {
    var hasSquares = false
    let (separator, count) = (separator, scratch.count)
    scratch.withUnsafeMutableBufferPointer { bytes in
      for index in start..<count {
        if bytes[index] == separator { bytes[index] = 0x1F }
        if bytes[index] == 0x6D, index + 1 < count, bytes[index + 1] == 0x32 { hasSquares = true }
      }
    }
    guard hasSquares else { return }
    var index = start
    while index < scratch.count {
      if scratch[index] == 0x6D, index + 1 < scratch.count, scratch[index + 1] == 0x32 {
        scratch.replaceSubrange(index...index + 1, with: [0xE3, 0x8E, 0xA1])
      }
      index += 1
    }
  }

  private mutating func byHeader(_ record: RecordView) -> UInt64 {
    var hash: UInt64 = 0
    for column in 0..<salts.count where salts[column] != 0 {
      let cell = CellText.trimmed(record.field(column))
      if cell.count > 0 { hash &+= mixed(salts[column] ^ fingerprint(cell)) }
    }
    return hash
  }

  /// The fingerprint of the folded cell.
  @inline(__always)
  mutating func fingerprint(_ cell: Bytes) -> UInt64 {
    if !CellText.needsFolding(cell) { return cell.fingerprint }
    scratch.removeAll(keepingCapacity: true)
    CellText.appendFolded(cell, to: &scratch)
    return scratch.withUnsafeBytes { $0.fingerprint }
  }
}

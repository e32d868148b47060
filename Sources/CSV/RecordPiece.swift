package import CScan

/// Consecutive records of a file and the memory that holds them: what is read at a time.
package struct RecordPiece: ~Copyable {
  /// Number of records.
  package private(set) var count = 0
  /// Line on which the first record begins, from 1.
  package private(set) var firstLine = 1
  /// Position in the file of the first record, from 0.
  package private(set) var firstIndex = 0

  /// Where the records stand, for loops over the cells of a column: a call for every cell would cost
  /// more than reading it. Sixteen bytes may be loaded from any place of the text.
  package private(set) var text: UnsafePointer<UInt8>
  package private(set) var edges: UnsafePointer<UInt32>
  package private(set) var records: UnsafePointer<Record>
  private var scratch: UnsafeMutablePointer<UInt8>
  /// The text is well-formed.
  package private(set) var isSound = true

  private var memory: ByteBuffer
  /// The number under which bytes of the memory wait to be added to the checksum.
  private var placeInLine: Int?
  private var table: RecordTable

  /// Where one record stands.
  package typealias Record = cscan_record

  init() {
    memory = ByteBuffer(capacity: 1)
    table = RecordTable()
    text = UnsafePointer(memory.base)
    edges = UnsafePointer(table.edges)
    records = UnsafePointer(table.records)
    scratch = table.scratch
  }

  /// Fills the piece with the whole records at the beginning of a stream, which goes on behind
  /// them.
  mutating func take(
    from stream: inout TextStream, _ checksum: ChecksumLine?, isLast: Bool,
    scanner: RecordScanner, line: Int, index: Int
  ) -> RecordScanner.Result {
    let result = scanner.scan(stream.text, isLast: isLast, into: &table)
    if result.records > 0 {
      let (first, unsummed) = stream.handOver(result.used, for: &memory)
      text = UnsafePointer(first)
      if !unsummed.isEmpty { placeInLine = checksum?.add(unsummed) }
    }
    note(result, line: line, index: index, isSound: stream.isSound)
    return result
  }

  /// Comes back when nothing of the piece's memory waits to be added to the checksum.
  mutating func settle(_ checksum: ChecksumLine?) {
    if let placeInLine { checksum?.settle(placeInLine) }
    placeInLine = nil
  }

  /// Fills the piece with the whole records of some bytes, which stay where they are.
  mutating func copy(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, isSound: Bool, scanner: RecordScanner, line: Int
  ) {
    memory.reserve(bytes.count, keeping: 0)
    memory.room(0..<bytes.count).copyMemory(from: bytes)
    text = UnsafePointer(memory.base)
    let result = scanner.scan(memory.bytes(0..<bytes.count), isLast: isLast, into: &table)
    note(result, line: line, index: 0, isSound: isSound)
  }

  private mutating func note(
    _ result: RecordScanner.Result, line: Int, index: Int, isSound: Bool
  ) {
    (firstLine, firstIndex, count) = (line, index, result.records)
    self.isSound = isSound
    edges = UnsafePointer(table.edges)
    records = UnsafePointer(table.records)
    scratch = table.scratch
  }

  /// A record, counted from 0; valid as long as the piece is not filled anew.
  package func record(_ i: Int) -> RecordView {
    precondition(i >= 0 && i < count, "the piece has no such record")
    let record = records[i]
    return RecordView(
      text: text, edges: edges + Int(record.firstEdge), scratch: scratch,
      fieldCount: Int(record.fieldCount), line: firstLine + Int(record.line),
      index: firstIndex + i, isPieceSound: isSound)
  }

  /// All records in order; `body` gives false to stop, and so does this then.
  package func forEachRecord(_ body: (RecordView) -> Bool) -> Bool {
    for i in 0..<count where !body(record(i)) { return false }
    return true
  }
}

/// Reads a file as records, piece by piece through one reused buffer.
///
/// Open it, look at `head` to understand the header, choose the separator, then read all records
/// once with `forEachRecord`. Memory stays within a few pieces, or a few times the longest record.
package final class CSVReader {
  /// The separator to read by; at first the named one, else the likeliest of the first line.
  package var separator: UInt8 = 0x2C
  /// SHA-256 of the file's bytes after reading; empty when it was not asked for.
  package private(set) var checksum = ""

  private var stream: TextStream
  private var namedSeparator: UInt8?
  /// Line on which the text of the stream begins.
  private var line = 1

  /// Records longer than this are refused.
  private static let longestRecord = 1 << 26
  /// Bytes of the text in which `head` and the likeliest separator are looked for.
  private static let headLimit = 1 << 16

  /// - Parameters:
  ///   - path: a file; "-" is standard input.
  ///   - encoding: nil to find out.
  ///   - pieceSize: bytes read at a time.
  ///   - headSize: bytes read at first if that is more; marks, the `sep=` line and `head` must lie
  ///     in them.
  package convenience init(
    path: String, encoding: TextEncoding? = nil, checksums: Bool = true, pieceSize: Int = 1 << 18,
    headSize: Int = 1 << 16
  ) throws(CSVFailure) {
    let source = try ByteSource(path: path, checksums: checksums)
    try self.init(source, encoding, pieceSize, headSize)
  }

  /// The same for bytes in memory.
  package convenience init(
    bytes: [UInt8], encoding: TextEncoding? = nil, checksums: Bool = true,
    pieceSize: Int = 1 << 18, headSize: Int = 1 << 16
  ) throws(CSVFailure) {
    let source = ByteSource(bytes: bytes, checksums: checksums)
    try self.init(source, encoding, pieceSize, headSize)
  }

  private init(
    _ source: consuming ByteSource, _ encoding: TextEncoding?, _ pieceSize: Int, _ headSize: Int
  ) throws(CSVFailure) {
    stream = try TextStream(
      source, encoding: encoding, pieceSize: pieceSize, headSize: headSize)
    if let named = SeparatorLine(stream.text) {
      namedSeparator = named.separator
      stream.use(named.length)
      line = 2
    }
    separator = namedSeparator ?? likeliestSeparator()
  }

  /// How the bytes were understood so far. The encoding of a file that begins with ASCII only, and
  /// the number of removed NULs, are known for certain after reading.
  package var format: CSVFormat {
    var format = stream.format
    format.namedSeparator = namedSeparator
    return format
  }

  /// Bytes read from the file so far.
  package var bytesRead: Int { stream.bytesRead }

  /// The first bytes of the text, and whether they are all of it.
  private var headText: (bytes: UnsafeRawBufferPointer, isLast: Bool) {
    let text = stream.text
    let cut = UnsafeRawBufferPointer(rebasing: text[..<min(text.count, CSVReader.headLimit)])
    return (cut, stream.isComplete && cut.count == text.count)
  }

  /// The separator that parts the first line into most fields; a comma where none does.
  private func likeliestSeparator() -> UInt8 {
    var counts = [Int](repeating: 0, count: 256)
    var isQuoted = false
    for byte in headText.bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      counts[Int(byte)] += 1
    }
    var best = CSVFormat.separators[0]
    for separator in CSVFormat.separators where counts[Int(separator)] > counts[Int(best)] {
      best = separator
    }
    return best
  }

  // MARK: - Reading

  /// The first records, without using them up; `separator` nil for the reader's own.
  package func head(separator: UInt8? = nil, limit: Int = 20) -> [(line: Int, fields: [String])] {
    var head: [(line: Int, fields: [String])] = []
    guard limit > 0 else { return head }
    let (bytes, isLast) = headText
    let buffers = RecordBuffers()
    let result = RecordScanner(separator: separator ?? self.separator).scan(
      bytes, isLast: isLast, into: buffers)
    _ = deliver(result, bytes, buffers, index: 0) { record in
      head.append((record.line, record.texts))
      return head.count < limit
    }
    return head
  }

  /// All records in order; `body` gives false to stop.
  package func forEachRecord(_ body: (RecordView) -> Bool) throws(CSVFailure) {
    let scanner = RecordScanner(separator: separator)
    let buffers = RecordBuffers()
    var index = 0
    while true {
      let (text, isLast) = (stream.text, stream.isComplete)
      let result = scanner.scan(text, isLast: isLast, into: buffers)
      guard deliver(result, text, buffers, index: index, body) else { return }
      let rest = UnsafeRawBufferPointer(rebasing: text[result.used...])
      line += result.lines
      index += result.records
      stream.use(result.used)
      if result.isOpen, isLast || rest.count > CSVReader.longestRecord {
        throw .unclosedQuote(line: line + scanner.linesBeforeOpenQuote(rest))
      }
      if isLast { break }
      if rest.count > CSVReader.longestRecord { throw .recordTooLong(line: line) }
      try stream.fill()
    }
    checksum = stream.finishChecksum()
  }

  /// Hands out the records of a piece; false when told to stop.
  private func deliver(
    _ result: RecordScanner.Result, _ bytes: UnsafeRawBufferPointer, _ buffers: RecordBuffers,
    index: Int, _ body: (RecordView) -> Bool
  ) -> Bool {
    guard let text = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return true }
    let isSound = stream.isSound
    for i in 0..<result.records {
      let record = buffers.records[i]
      let view = RecordView(
        text: text, edges: buffers.edges + Int(record.firstEdge), scratch: buffers.scratch,
        fieldCount: Int(record.fieldCount), line: line + Int(record.line), index: index + i,
        isPieceSound: isSound)
      if !body(view) { return false }
    }
    return true
  }
}

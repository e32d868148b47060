import Glibc

/// Reads a file as records, piece by piece through one reused buffer.
///
/// Open it, look at `head` to understand the header, choose the separator, then read all records
/// once with `forEachRecord`. Memory stays within a few pieces, or a few times the longest record.
package final class CSVReader {
  /// The separator to read by; at first the named one, else the likeliest of the first line.
  package var separator: UInt8 = 0x2C
  /// SHA-256 of the file's bytes after reading; empty when it was not asked for.
  package private(set) var checksum = ""

  /// Where the pieces wait to be added to the checksum; nil when it was not asked for.
  let checksumLine: ChecksumLine?
  private var stream: TextStream
  private var namedSeparator: UInt8?
  /// Line on which the text of the stream begins, and number of records before it.
  private var line = 1
  private var index = 0
  /// The text holds no whole record until more is read.
  private var isScanned = false

  /// Bytes of a file that are read at a time.
  package static let pieceSize = 1 << 18
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
    path: String, encoding: TextEncoding? = nil, checksums: Bool = true,
    pieceSize: Int = CSVReader.pieceSize,
    headSize: Int = 1 << 16
  ) throws(CSVFailure) {
    let source = try ByteSource(path: path)
    try self.init(source, checksums ? ChecksumLine() : nil, encoding, pieceSize, headSize)
  }

  /// The same for bytes in memory.
  package convenience init(
    bytes: [UInt8], encoding: TextEncoding? = nil, checksums: Bool = true,
    pieceSize: Int = CSVReader.pieceSize, headSize: Int = 1 << 16
  ) throws(CSVFailure) {
    let source = ByteSource(bytes: bytes)
    try self.init(source, checksums ? ChecksumLine() : nil, encoding, pieceSize, headSize)
  }

  private init(
    _ source: consuming ByteSource, _ checksums: ChecksumLine?, _ encoding: TextEncoding?,
    _ pieceSize: Int, _ headSize: Int
  ) throws(CSVFailure) {
    checksumLine = checksums
    stream = try TextStream(
      source, checksums, encoding: encoding, pieceSize: pieceSize, headSize: headSize)
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
    let (bytes, isLast) = headText
    var head = RecordPiece()
    head.copy(
      bytes, isLast: isLast, isSound: stream.isSound,
      scanner: RecordScanner(separator: separator ?? self.separator), line: line)
    return (0..<min(limit, head.count)).map {
      let record = head.record($0)
      return (record.line, record.texts)
    }
  }

  /// Whether the text in which `head` looks holds a byte at all.
  package func headHolds(_ byte: UInt8) -> Bool {
    let bytes = headText.bytes
    guard let start = bytes.baseAddress else { return false }
    return memchr(start, Int32(byte), bytes.count) != nil
  }

  /// All records in order; `body` gives false to stop.
  package func forEachRecord(_ body: (RecordView) -> Bool) throws(CSVFailure) {
    var piece = RecordPiece()
    while try readPiece(&piece) {
      piece.settle(checksumLine)
      if !piece.forEachRecord(body) { return }
    }
  }

  /// Reads the next records into a piece, which is settled before it is filled anew; false at the
  /// end of the file.
  func readPiece(_ piece: inout RecordPiece) throws(CSVFailure) -> Bool {
    let scanner = RecordScanner(separator: separator)
    while true {
      if isScanned {
        if stream.isComplete { break }
        try stream.fill()
      }
      let isLast = stream.isComplete
      let result = piece.take(
        from: &stream, checksumLine, isLast: isLast, scanner: scanner, line: line, index: index)
      line += result.lines
      index += result.records
      // What is left of the last piece is looked at once more: it may hold an open quote.
      isScanned = !isLast || stream.text.isEmpty
      if result.records > 0 { return true }
      try refuse(result, isLast: isLast, scanner: scanner)
    }
    checksum = stream.finishChecksum()
    return false
  }

  /// Throws when the text begins with a record that cannot be read.
  private func refuse(
    _ result: RecordScanner.Result, isLast: Bool, scanner: RecordScanner
  ) throws(CSVFailure) {
    let isTooLong = stream.text.count > CSVReader.longestRecord
    guard isLast || isTooLong, !stream.text.isEmpty else { return }
    checksum = stream.finishChecksum()
    throw result.isOpen
      ? .unclosedQuote(line: line + scanner.linesBeforeOpenQuote(stream.text))
      : .recordTooLong(line: line)
  }
}

/// Reads a file as records, piece by piece through one reused buffer.
///
/// Open it, look at `head` to understand the header, choose the separator, then read all records
/// once with `forEachRecord`.
package final class CSVReader {
  package private(set) var format: CSVFormat
  /// The separator to read by; at first the named one, else the likeliest of the first line.
  package var separator: UInt8
  /// SHA-256 of the file's bytes after reading; empty when it was not asked for.
  package private(set) var checksum = ""
  /// Bytes read from the file so far.
  package private(set) var bytesRead = 0

  private var source: ByteSource
  private var transcoder: Transcoder
  /// UTF-8 not yet handed out: `buffer[start..<end]`.
  private var buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  /// Bytes of the file not yet transcoded (cut sequences, or the head before the guess).
  private var pending: [UInt8] = []
  private var isSourceDone = false
  private var firstLine = 1
  private let pieceSize: Int

  /// Records longer than this are refused.
  private static let longestRecord = 1 << 26

  /// - Parameters:
  ///   - path: a file; "-" is standard input.
  ///   - encoding: nil to find out.
  ///   - pieceSize: bytes read at a time.
  package convenience init(
    path: String, encoding: TextEncoding? = nil, checksums: Bool = true, pieceSize: Int = 1 << 18
  ) throws(CSVFailure) {
    try self.init(
      source: try ByteSource(path: path, checksums: checksums), encoding: encoding,
      pieceSize: pieceSize)
  }

  package convenience init(
    bytes: [UInt8], encoding: TextEncoding? = nil, checksums: Bool = true,
    pieceSize: Int = 1 << 18
  ) throws(CSVFailure) {
    try self.init(
      source: ByteSource(bytes: bytes, checksums: checksums), encoding: encoding,
      pieceSize: pieceSize)
  }

  private init(
    source: consuming ByteSource, encoding: TextEncoding?, pieceSize: Int
  ) throws(CSVFailure) {
    var source = source
    // The head is long enough for the first records, whatever the size of later pieces.
    var head = [UInt8](repeating: 0, count: max(pieceSize, 1 << 16))
    let size = head.count
    let count = try Self.read(&source, &head)
    guard count > 0 else { throw .empty }
    head.removeLast(size - count)
    let understood = try Self.understand(head, encoding)
    format = understood.format
    pending = Array(head.dropFirst(understood.markLength))
    transcoder = Transcoder(understood.format.encoding)
    self.source = source
    self.pieceSize = max(pieceSize, 16)
    separator = 0x2C
    buffer = .allocate(byteCount: 0, alignment: 16)
    bytesRead = count
    isSourceDone = count < size
    try fill()
    takeSeparatorLine()
    separator = format.namedSeparator ?? likeliestSeparator()
  }

  deinit { buffer.deallocate() }

  private static func read(
    _ source: inout ByteSource, _ target: inout [UInt8]
  ) throws(CSVFailure) -> Int {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: target.count, alignment: 16)
    defer { room.deallocate() }
    let count = try source.read(into: room)
    target.withUnsafeMutableBytes {
      $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
    return count
  }

  // MARK: - Understanding the bytes

  private static func understand(
    _ head: [UInt8], _ asked: TextEncoding?
  ) throws(CSVFailure) -> (format: CSVFormat, markLength: Int) {
    var format = CSVFormat(
      encoding: asked ?? .utf8, hasMark: false, isAmbiguous: false, namedSeparator: nil,
      removedNULs: 0)
    let marks: [([UInt8], TextEncoding)] = [
      ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LE), ([0xFE, 0xFF], .utf16BE),
    ]
    for (mark, encoding) in marks where head.starts(with: mark) {
      if let asked, asked != encoding { continue }
      format.encoding = encoding
      format.hasMark = true
      return (format, mark.count)
    }
    if asked != nil { return (format, 0) }
    if looksLikeUTF16(head) { throw .utf16WithoutMark }
    let guess = head.withUnsafeBytes { EncodingGuess($0) }
    format.encoding = guess.isUTF8 ? .utf8 : .gb18030
    format.isAmbiguous = guess.isAmbiguous
    return (format, 0)
  }

  /// Every other byte is often NUL, as in ASCII written as UTF-16.
  private static func looksLikeUTF16(_ head: [UInt8]) -> Bool {
    guard head.count >= 4 else { return false }
    var zeros = [0, 0]
    let count = min(head.count, 4096)
    for i in 0..<count where head[i] == 0 { zeros[i & 1] += 1 }
    return max(zeros[0], zeros[1]) * 5 > count && min(zeros[0], zeros[1]) * 10 < count
  }

  private func takeSeparatorLine() {
    let view = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
    guard view.count >= 5, view[0] | 0x20 == 0x73, view[1] | 0x20 == 0x65, view[2] | 0x20 == 0x70,
      view[3] == 0x3D
    else { return }
    var next = 5
    guard CSVFormat.separators.contains(view[4]) else { return }
    if next < view.count, view[next] == 0x0D { next += 1 }
    if next < view.count, view[next] == 0x0A { next += 1 }
    guard next > 5 || view.count == 5 else { return }
    format.namedSeparator = view[4]
    start += next
    firstLine = 2
  }

  private func likeliestSeparator() -> UInt8 {
    var counts = [UInt8: Int]()
    var isQuoted = false
    for byte in buffer[start..<end] {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      counts[byte, default: 0] += 1
    }
    var best: (separator: UInt8, count: Int) = (0x2C, 0)
    for separator in CSVFormat.separators {
      let count = counts[separator] ?? 0
      if count > best.count { best = (separator, count) }
    }
    return best.separator
  }

  // MARK: - Reading

  /// The first records, without using them up.
  package func head(separator: UInt8? = nil, limit: Int = 20) -> [(line: Int, fields: [String])] {
    var head: [(line: Int, fields: [String])] = []
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
    let cut = UnsafeRawBufferPointer(rebasing: bytes[..<min(bytes.count, 1 << 16)])
    let buffers = RecordBuffers()
    let isLast = isSourceDone && pending.isEmpty && cut.count == bytes.count
    let result = RecordScanner(separator: separator ?? self.separator).scan(
      cut, isLast: isLast, into: buffers)
    deliver(result, cut, buffers, line: firstLine, index: 0) { record in
      head.append((record.line, record.texts))
      return head.count < limit
    }
    return head
  }

  /// All records in order; `body` gives false to stop.
  package func forEachRecord(_ body: (RecordView) -> Bool) throws(CSVFailure) {
    let scanner = RecordScanner(separator: separator)
    let buffers = RecordBuffers()
    var line = firstLine
    var index = 0
    while true {
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
      let isLast = isSourceDone && pending.isEmpty
      let result = scanner.scan(bytes, isLast: isLast, into: buffers)
      let (next, goesOn) = deliver(result, bytes, buffers, line: line, index: index, body)
      line = next
      index += result.records
      start += result.used
      if !goesOn { return }
      if isLast {
        if result.isOpen { throw .unclosedQuote(line: line) }
        break
      }
      if result.records == 0, bytes.count > Self.longestRecord {
        throw result.isOpen ? .unclosedQuote(line: line) : .recordTooLong(line: line)
      }
      try fill()
    }
    format.removedNULs = transcoder.removedNULs
    checksum = source.finishChecksum()
  }

  /// Hands out the records of a piece; gives the line after them, and whether to go on.
  @discardableResult
  private func deliver(
    _ result: RecordScanner.Result, _ bytes: UnsafeRawBufferPointer, _ buffers: RecordBuffers,
    line: Int, index: Int, _ body: (RecordView) -> Bool
  ) -> (line: Int, goesOn: Bool) {
    guard result.records > 0, let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    else { return (line, true) }
    let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    defer { scratch.deallocate() }
    var line = line
    for i in 0..<result.records {
      let record = buffers.records[i]
      let view = RecordView(
        base: base, ends: buffers.fieldEnds + Int(record.firstField), start: Int(record.start),
        scratch: scratch, fieldCount: Int(record.fieldCount), line: line,
        hasQuote: record.hasQuote, index: index + i)
      line += Int(record.innerLines) + 1
      if !body(view) { return (line, false) }
    }
    return (line, true)
  }

  /// Moves what is left to the front and reads the next piece behind it.
  private func fill() throws(CSVFailure) {
    let left = end - start
    if start > 0, left > 0, let base = buffer.baseAddress {
      base.copyMemory(from: base + start, byteCount: left)
    }
    (start, end) = (0, left)
    // A record that fills the whole buffer doubles what is read next.
    let wanted = max(pieceSize, left)
    var raw = pending
    pending = []
    if !isSourceDone, raw.count < wanted {
      var piece = [UInt8](repeating: 0, count: wanted)
      let count = try Self.read(&source, &piece)
      bytesRead += count
      isSourceDone = count < wanted
      raw += piece[..<count]
    }
    let room = transcoder.room(for: raw.count)
    if buffer.count < left + room {
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: left + room, alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<left]))
      buffer.deallocate()
      buffer = larger
    }
    let target = UnsafeMutableRawBufferPointer(rebasing: buffer[end...])
    let isLast = isSourceDone
    let (used, written) = raw.withUnsafeBytes {
      transcoder.convert($0, to: target, isLast: isLast)
    }
    pending = Array(raw[used...])
    end += written
  }
}

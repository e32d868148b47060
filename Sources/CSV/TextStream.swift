/// A file as UTF-8, piece by piece in one buffer; what was not used stays at its front.
///
/// Files in UTF-8 are read into that buffer directly. While all bytes are ASCII it makes no
/// difference what the encoding is; the first byte beyond decides.
struct TextStream: ~Copyable {
  private(set) var format: CSVFormat
  /// Bytes read from the file so far.
  private(set) var bytesRead = 0
  /// All bytes of the file are in `text` or were used.
  private(set) var isComplete = false
  /// The text is well-formed; otherwise some record of it has a byte without meaning.
  private(set) var isSound = true

  private var source: ByteSource
  private let checksum: ChecksumLine?
  private let pieceSize: Int
  private var isSourceDone = false
  private var isDecided: Bool
  /// Text to use at `start..<end`; behind it, in UTF-8, the beginning of a cut sequence.
  private var buffer: ByteBuffer
  private var start = 0
  private var end = 0
  private var cut = 0
  /// Bytes at the end of the buffer, as they stand in the file, that are not in the checksum yet.
  private var unsummed = 0
  /// Bytes of other encodings, not transcoded yet.
  private var raw = ByteBuffer(capacity: 0)
  private var rawCount = 0
  private var transcoder: Transcoder?

  /// Most bytes that are looked at to decide on the encoding.
  private static let longestSearch = 1 << 26

  /// Reads the first piece.
  init(
    _ source: consuming ByteSource, _ checksum: ChecksumLine?, encoding: TextEncoding?,
    pieceSize: Int, headSize: Int
  ) throws(CSVFailure) {
    // Memory for a whole short file, and a byte to see its end.
    let size = min(max(pieceSize, headSize), (source.size ?? pieceSize) + 1)
    self.source = source
    self.checksum = checksum
    self.pieceSize = max(pieceSize, 1)
    format = CSVFormat(
      encoding: encoding ?? .utf8, hasMark: false, isAmbiguous: false, namedSeparator: nil,
      removedNULs: 0)
    isDecided = encoding != nil
    buffer = ByteBuffer(capacity: size + 64)
    let count = try read(size, at: 0)
    guard count > 0 else { throw .empty }
    sum(upTo: count)
    let mark = try understand(buffer.bytes(0..<count), encoding)
    guard count > mark || !isSourceDone else { throw .empty }
    buffer.moveToFront(from: mark, count: count - mark)
    if format.encoding == .utf8 {
      try take(upTo: count - mark)
    } else {
      try transcode(from: 0, upTo: count - mark)
    }
  }

  /// What is there to use.
  var text: UnsafeRawBufferPointer { buffer.bytes(start..<end) }

  /// Gives up the first bytes of the text.
  mutating func use(_ count: Int) { start += count }

  /// Gives away the first bytes of the text with their memory, and goes on in the other memory;
  /// gives where they stand, and which bytes of that memory are still to be added to the checksum.
  mutating func handOver(
    _ count: Int, for memory: inout ByteBuffer
  ) -> (text: UnsafeMutablePointer<UInt8>, unsummed: UnsafeRawBufferPointer) {
    let first = buffer.base + start
    let new = buffer.bytes(end + cut - unsummed..<end + cut)
    unsummed = 0
    let rest = start + count..<end + cut
    memory.reserve(rest.count, keeping: 0)
    memory.room(0..<rest.count).copyMemory(from: buffer.bytes(rest))
    swap(&buffer, &memory)
    (start, end) = (0, end - rest.lowerBound)
    return (first, new)
  }

  /// Reads the next piece behind the text, which moves.
  mutating func fill() throws(CSVFailure) {
    let left = end - start
    buffer.moveToFront(from: start, count: left + cut)
    (start, end) = (0, left)
    if !isSound { isSound = UTF8Rules.isText(text) }
    // A record that fills the whole buffer doubles what is read next.
    let wanted = max(pieceSize, left)
    if transcoder == nil {
      buffer.reserve(left + cut + wanted, keeping: left + cut)
      let count = try read(wanted, at: left + cut)
      try take(upTo: left + cut + count)
    } else {
      raw.reserve(rawCount + wanted, keeping: rawCount)
      if !isSourceDone {
        let count = try source.read(into: raw.room(rawCount..<rawCount + wanted))
        note(count, of: wanted)
        checksum?.take(raw.bytes(rawCount..<rawCount + count))
        rawCount += count
      }
      try transcode()
    }
  }

  /// SHA-256 of the whole file; empty when it was not asked for.
  mutating func finishChecksum() -> String {
    sum(upTo: end + cut)
    return checksum?.finish() ?? ""
  }

  /// Adds the last bytes before a place to the checksum, before anything is done to them.
  private mutating func sum(upTo place: Int) {
    if unsummed > 0 { checksum?.take(buffer.bytes(place - unsummed..<place)) }
    unsummed = 0
  }

  // MARK: - Reading

  private mutating func read(_ wanted: Int, at place: Int) throws(CSVFailure) -> Int {
    if isSourceDone { return 0 }
    let count = try source.read(into: buffer.room(place..<place + wanted))
    note(count, of: wanted)
    if checksum != nil { unsummed += count }
    return count
  }

  private mutating func note(_ count: Int, of wanted: Int) {
    bytesRead += count
    isSourceDone = count < wanted
  }

  /// Takes in new bytes of ASCII or UTF-8, which stand from `end` on.
  private mutating func take(upTo place: Int) throws(CSVFailure) {
    var place = place
    if !isDecided {
      let offset = buffer.bytes(end..<place).firstIndex { $0 >= 0x80 }
      if let first = offset.map({ end + $0 }), try !decide(from: first, upTo: &place) {
        sum(upTo: place)
        end = removingNULs(end..<first)
        try transcode(from: first, upTo: place)
        return
      }
    }
    cut = isSourceDone ? 0 : UTF8Rules.cutLength(buffer.bytes(end..<place))
    let new = end..<place - cut
    if UTF8Rules.isText(buffer.bytes(new)) {
      end = new.upperBound
    } else {
      sum(upTo: place)
      end = removingNULs(new)
      if cut > 0 {
        buffer.room(end..<end + cut).copyMemory(from: buffer.bytes(place - cut..<place))
      }
      if !UTF8Rules.isText(buffer.bytes(new.lowerBound..<end)) { isSound = false }
    }
    isComplete = isSourceDone
  }

  /// Removes NULs from a stretch; gives its new end.
  private mutating func removingNULs(_ range: Range<Int>) -> Int {
    var written = range.lowerBound
    for i in range where buffer.base[i] != 0 {
      buffer.base[written] = buffer.base[i]
      written += 1
    }
    format.removedNULs += range.upperBound - written
    return written
  }

  /// Moves bytes of another encoding out of the text's buffer and transcodes them.
  private mutating func transcode(from first: Int, upTo place: Int) throws(CSVFailure) {
    let count = place - first
    raw.reserve(count, keeping: 0)
    raw.room(0..<count).copyMemory(from: buffer.bytes(first..<place))
    rawCount = count
    try transcode()
  }

  private mutating func transcode() throws(CSVFailure) {
    if transcoder == nil { transcoder = try Transcoder(format.encoding) }
    guard let converter = transcoder.take() else { return }
    buffer.reserve(end + converter.room(for: rawCount), keeping: end)
    let result = converter.convert(
      raw.bytes(0..<rawCount), to: buffer.room(end..<buffer.capacity), isLast: isSourceDone)
    end += result.written
    rawCount -= result.used
    raw.moveToFront(from: result.used, count: rawCount)
    if result.hasBadByte { isSound = false }
    format.removedNULs += result.removedNULs
    transcoder = consume converter
    isComplete = isSourceDone
  }

  // MARK: - Encoding

  /// Sets the encoding by the mark at the file's beginning; gives the mark's length.
  private mutating func understand(
    _ head: UnsafeRawBufferPointer, _ asked: TextEncoding?
  ) throws(CSVFailure) -> Int {
    for encoding in TextEncoding.allCases where head.starts(with: encoding.mark) {
      if let asked, asked != encoding { continue }
      format.encoding = encoding
      format.hasMark = true
      isDecided = true
      return encoding.mark.count
    }
    if asked == nil, EncodingGuess.looksLikeUTF16(head) { throw .utf16WithoutMark }
    return 0
  }

  /// Decides between UTF-8 and GB18030 by the bytes from the first one beyond ASCII on, reading
  /// more while they are too few to tell.
  private mutating func decide(from first: Int, upTo place: inout Int) throws(CSVFailure) -> Bool {
    var size = 1 << 14
    var guess: EncodingGuess
    var isWhole: Bool
    repeat {
      if place < first + size, !isSourceDone {
        buffer.reserve(first + size, keeping: place)
        place += try read(first + size - place, at: place)
      }
      let last = min(place, first + size)
      isWhole = isSourceDone && last == place
      guess = EncodingGuess(buffer.bytes(first..<last), isWhole: isWhole)
      size *= 4
    } while !guess.isSettled && !isWhole && size <= TextStream.longestSearch
    isDecided = true
    format.encoding = guess.isUTF8 ? .utf8 : .gb18030
    format.isAmbiguous = guess.isAmbiguous
    return guess.isUTF8
  }
}

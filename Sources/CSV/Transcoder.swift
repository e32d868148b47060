import CScan

/// Turns pieces of a file in GB18030 or UTF-16 into UTF-8.
///
/// A byte that has no meaning in the encoding becomes the byte FF, which UTF-8 never uses, so that
/// the record that holds it can be told later. NUL characters are removed and counted.
struct Transcoder: ~Copyable {
  private let encoding: TextEncoding
  private let table: GB18030Table?

  /// What became of a piece.
  struct Result {
    var used = 0
    var written = 0
    var removedNULs = 0
    var hasBadByte = false
  }

  init(_ encoding: TextEncoding) throws(CSVFailure) {
    self.encoding = encoding
    table = encoding == .gb18030 ? GB18030Table.shared : nil
    if encoding == .gb18030, table == nil {
      throw .unreadable("iconv of this system does not know GB18030")
    }
  }

  /// Most bytes of UTF-8 that `count` bytes of the encoding can give, and some more to write in.
  func room(for count: Int) -> Int { count * 3 / 2 + 40 }

  /// Writes `source` as UTF-8. Bytes cut by the end of the piece stay unused unless it `isLast`.
  func convert(
    _ source: UnsafeRawBufferPointer, to target: UnsafeMutableRawBufferPointer, isLast: Bool
  ) -> Result {
    guard let start = target.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
      return Result()
    }
    var writer = Writer(start)
    var used = source.count
    switch encoding {
    case .utf8: used = 0
    case .gb18030: if let table { used = convertGB(source, &writer, isLast, table) }
    case .utf16LE: used = convertUTF16(source, &writer, isLast, low: 0)
    case .utf16BE: used = convertUTF16(source, &writer, isLast, low: 1)
    }
    return Result(
      used: used, written: writer.written, removedNULs: writer.removedNULs,
      hasBadByte: writer.hasBadByte)
  }

  // MARK: - GB18030

  private func convertGB(
    _ source: UnsafeRawBufferPointer, _ writer: inout Writer, _ isLast: Bool, _ table: GB18030Table
  ) -> Int {
    guard let base = source.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
    return table.withPairs { pairs in
      // Both in registers: this loop runs once for each character.
      var (i, written) = (0, writer.written)
      while i < source.count {
        if i + 32 <= source.count {
          let run = cscan_copy_ascii(base + i, writer.target + written)
          i &+= run
          written &+= run
          if run == 32 { continue }
        } else if base[i] < 0x80, base[i] > 0 {
          writer.target[written] = base[i]
          i &+= 1
          written &+= 1
          continue
        }
        // Characters of two bytes; nearly all become three.
        while i &+ 1 < source.count, base[i] > 0x80 {
          let second = Int(base[i &+ 1])
          guard second >= 0x40 else { break }
          let entry = pairs[(Int(base[i]) &- 0x81) &* 192 &+ second &- 0x40]
          guard entry != 0 else { break }
          UnsafeMutableRawPointer(writer.target + written).storeBytes(
            of: entry.littleEndian, as: UInt32.self)
          i &+= 2
          written &+= Int(entry &>> 24)
        }
        guard i < source.count, base[i] == 0 || base[i] >= 0x80 else { continue }
        writer.written = written
        let length = appendRare(source, i, &writer, isLast, table)
        guard length > 0 else { break }
        i &+= length
        written = writer.written
      }
      writer.written = written
      return i
    }
  }

  /// One NUL, one character that is not in the table, or one bad byte; gives its length, 0 when
  /// the piece ends within it.
  @inline(never)
  private func appendRare(
    _ source: UnsafeRawBufferPointer, _ i: Int, _ writer: inout Writer, _ isLast: Bool,
    _ table: GB18030Table
  ) -> Int {
    if source[i] == 0 {
      writer.append(0)
      return 1
    }
    let length = GB18030Rules.length(source, at: i)
    if length == 0, !isLast, GB18030Rules.isCut(source, at: i) { return 0 }
    if length > 0, let scalar = table.scalar(source, at: i, length: length) {
      writer.append(scalar)
    } else {
      writer.appendBadByte()
    }
    return max(1, length)
  }

  // MARK: - UTF-16

  private func convertUTF16(
    _ source: UnsafeRawBufferPointer, _ writer: inout Writer, _ isLast: Bool, low: Int
  ) -> Int {
    func unit(_ i: Int) -> UInt32 { UInt32(source[i + low]) | UInt32(source[i + 1 - low]) << 8 }
    var i = 0
    while i + 1 < source.count {
      let first = unit(i)
      guard (0xD800...0xDFFF).contains(first) else {
        writer.append(first)
        i += 2
        continue
      }
      if first < 0xDC00, i + 3 >= source.count, !isLast { return i }
      if first < 0xDC00, i + 3 < source.count, (0xDC00...0xDFFF).contains(unit(i + 2)) {
        writer.append(0x10000 + (first - 0xD800) << 10 + (unit(i + 2) - 0xDC00))
        i += 4
      } else {
        writer.appendBadByte()
        i += 2
      }
    }
    if isLast, i < source.count {
      writer.appendBadByte()
      i += 1
    }
    return i
  }

  // MARK: - Writing

  /// The UTF-8 written so far.
  private struct Writer {
    let target: UnsafeMutablePointer<UInt8>
    var written = 0
    private(set) var removedNULs = 0
    private(set) var hasBadByte = false

    init(_ target: UnsafeMutablePointer<UInt8>) { self.target = target }

    mutating func appendBadByte() {
      target[written] = 0xFF
      written += 1
      hasBadByte = true
    }

    /// A scalar value; NUL is dropped.
    @inline(__always)
    mutating func append(_ scalar: UInt32) {
      if scalar == 0 {
        removedNULs += 1
        return
      }
      let (bytes, count) = Transcoder.encoded(scalar)
      UnsafeMutableRawPointer(target + written).storeBytes(of: bytes.littleEndian, as: UInt32.self)
      written += count
    }
  }

  /// A scalar value as UTF-8, the first byte lowest.
  @inline(__always)
  static func encoded(_ scalar: UInt32) -> (bytes: UInt32, count: Int) {
    switch scalar {
    case ..<0x80: return (scalar, 1)
    case ..<0x800: return (0x80C0 | scalar >> 6 | (scalar & 0x3F) << 8, 2)
    case ..<0x10000:
      let bytes: UInt32 = 0x80_80E0 | scalar >> 12 | (scalar >> 6 & 0x3F) << 8
      return (bytes | (scalar & 0x3F) << 16, 3)
    default:
      let bytes: UInt32 = 0x8080_80F0 | scalar >> 18 | (scalar >> 12 & 0x3F) << 8
      return (bytes | (scalar >> 6 & 0x3F) << 16 | (scalar & 0x3F) << 24, 4)
    }
  }
}

import Glibc

/// Turns pieces of a file into UTF-8.
///
/// A byte that has no meaning in the encoding becomes the byte FF, which UTF-8 never uses, so that
/// the record that holds it can be told later. NUL bytes are removed and counted.
struct Transcoder: ~Copyable {
  let encoding: TextEncoding
  private(set) var removedNULs = 0
  private let table: GB18030Table?

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    table = encoding == .gb18030 ? GB18030Table() : nil
  }

  /// Most bytes of UTF-8 that `count` bytes of the encoding can give.
  func room(for count: Int) -> Int {
    switch encoding {
    case .utf8: count
    case .gb18030: count * 3 / 2 + 8
    case .utf16LE, .utf16BE: count * 3 / 2 + 8
    }
  }

  /// Writes `source` as UTF-8; gives how many bytes were used and written. Bytes cut by the end of
  /// the piece stay unused unless it `isLast`.
  mutating func convert(
    _ source: UnsafeRawBufferPointer, to target: UnsafeMutableRawBufferPointer, isLast: Bool
  ) -> (used: Int, written: Int) {
    switch encoding {
    case .utf8: convertUTF8(source, target)
    case .gb18030: convertGB(source, target, isLast)
    case .utf16LE: convertUTF16(source, target, isLast, low: 0)
    case .utf16BE: convertUTF16(source, target, isLast, low: 1)
    }
  }

  private mutating func convertUTF8(
    _ source: UnsafeRawBufferPointer, _ target: UnsafeMutableRawBufferPointer
  ) -> (used: Int, written: Int) {
    guard let from = source.baseAddress, let to = target.baseAddress else { return (0, 0) }
    if memchr(from, 0, source.count) == nil {
      if from != UnsafeRawPointer(to) { memmove(to, from, source.count) }
      return (source.count, source.count)
    }
    var written = 0
    for byte in source {
      if byte == 0 {
        removedNULs += 1
      } else {
        target[written] = byte
        written += 1
      }
    }
    return (source.count, written)
  }

  private mutating func convertGB(
    _ source: UnsafeRawBufferPointer, _ target: UnsafeMutableRawBufferPointer, _ isLast: Bool
  ) -> (used: Int, written: Int) {
    guard let table else { return (0, 0) }
    var (i, written) = (0, 0)
    while i < source.count {
      // Runs of ASCII, eight bytes at a time.
      while i + 8 <= source.count {
        let word = source.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        guard word & 0x8080_8080_8080_8080 == 0, !hasZeroByte(word) else { break }
        target.storeBytes(of: word, toByteOffset: written, as: UInt64.self)
        i += 8
        written += 8
      }
      guard i < source.count else { break }
      let byte = source[i]
      if byte < 0x80 {
        if byte == 0 {
          removedNULs += 1
        } else {
          target[written] = byte
          written += 1
        }
        i += 1
        continue
      }
      let length = GB18030Rules.length(source, at: i)
      if length == 0 {
        if !isLast && source.count - i < 4 { break }
        target[written] = 0xFF
        written += 1
        i += 1
        continue
      }
      let scalar = table.scalar(source, at: i, length: length)
      written += append(scalar, to: target, at: written)
      i += length
    }
    return (i, written)
  }

  private mutating func convertUTF16(
    _ source: UnsafeRawBufferPointer, _ target: UnsafeMutableRawBufferPointer, _ isLast: Bool,
    low: Int
  ) -> (used: Int, written: Int) {
    func unit(_ i: Int) -> UInt32 { UInt32(source[i + low]) | UInt32(source[i + 1 - low]) << 8 }
    var (i, written) = (0, 0)
    while i + 1 < source.count {
      let first = unit(i)
      if (0xD800...0xDBFF).contains(first) {
        guard i + 3 < source.count else {
          if !isLast { break }
          target[written] = 0xFF
          written += 1
          i += 2
          continue
        }
        let second = unit(i + 2)
        if (0xDC00...0xDFFF).contains(second) {
          written += append(
            0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), to: target, at: written)
          i += 4
          continue
        }
      }
      if first == 0 {
        removedNULs += 1
      } else {
        written += append(
          (0xD800...0xDFFF).contains(first) ? GB18030Table.none : first, to: target, at: written)
      }
      i += 2
    }
    if isLast, i < source.count {
      target[written] = 0xFF
      return (source.count, written + 1)
    }
    return (i, written)
  }

  private func hasZeroByte(_ word: UInt64) -> Bool {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
  }

  /// Writes one scalar as UTF-8; what is no scalar as FF.
  private func append(
    _ scalar: UInt32, to target: UnsafeMutableRawBufferPointer, at i: Int
  ) -> Int {
    switch scalar {
    case ..<0x80:
      target[i] = UInt8(scalar)
      return 1
    case ..<0x800:
      target[i] = UInt8(0xC0 | scalar >> 6)
      target[i + 1] = UInt8(0x80 | scalar & 0x3F)
      return 2
    case 0xD800...0xDFFF, 0x110000...:
      target[i] = 0xFF
      return 1
    case ..<0x10000:
      target[i] = UInt8(0xE0 | scalar >> 12)
      target[i + 1] = UInt8(0x80 | scalar >> 6 & 0x3F)
      target[i + 2] = UInt8(0x80 | scalar & 0x3F)
      return 3
    default:
      target[i] = UInt8(0xF0 | scalar >> 18)
      target[i + 1] = UInt8(0x80 | scalar >> 12 & 0x3F)
      target[i + 2] = UInt8(0x80 | scalar >> 6 & 0x3F)
      target[i + 3] = UInt8(0x80 | scalar & 0x3F)
      return 4
    }
  }
}

/// What the two-byte codes of GB18030 mean, asked of the system's iconv once; four-byte codes are
/// asked one by one.
struct GB18030Table {
  /// Stands for codes without a meaning.
  static let none: UInt32 = 0x110000

  /// 126 lead bytes × 192 second bytes from 40.
  private let pairs: [UInt32]

  init() {
    var codes: [UInt8] = []
    for lead in UInt8(0x81)...0xFE {
      for second in UInt8(0x40)...0xFE where second != 0x7F { codes += [lead, second] }
    }
    let all = GB18030Table.decode(codes)
    var pairs = [UInt32](repeating: GB18030Table.none, count: 126 * 192)
    var next = 0
    let isWhole = all.count == codes.count / 2
    for lead in 0..<126 {
      for second in 0x40...0xFE where second != 0x7F {
        let scalar =
          isWhole
          ? all[next]
          : GB18030Table.decode([UInt8(lead + 0x81), UInt8(second)]).first ?? GB18030Table.none
        pairs[lead * 192 + second - 0x40] = scalar
        next += 1
      }
    }
    self.pairs = pairs
  }

  /// The scalar of a well-shaped sequence.
  func scalar(_ bytes: UnsafeRawBufferPointer, at i: Int, length: Int) -> UInt32 {
    if length == 2 { return pairs[Int(bytes[i] - 0x81) * 192 + Int(bytes[i + 1]) - 0x40] }
    return GB18030Table.decode(Array(bytes[i..<i + length])).first ?? GB18030Table.none
  }

  /// Scalars of some bytes as iconv knows them; shorter than expected when it refuses a code.
  private static func decode(_ bytes: [UInt8]) -> [UInt32] {
    guard let converter = iconv_open("UTF-32LE", "GB18030") else { return [] }
    defer { iconv_close(converter) }
    var input = bytes.map(CChar.init(bitPattern:))
    var output = [UInt32](repeating: 0, count: bytes.count)
    var (left, room) = (input.count, output.count * 4)
    input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBytes { target in
        var from = source.baseAddress
        var to = target.bindMemory(to: CChar.self).baseAddress
        _ = iconv(converter, &from, &left, &to, &room)
      }
    }
    return output.dropLast(room / 4).map { UInt32(littleEndian: $0) }
  }
}

import Glibc

/// What the codes of GB18030 mean, as the system's iconv knows them: those of two bytes are asked
/// once and kept in a table, the others one by one.
struct GB18030Table: Sendable {
  /// Nil where iconv does not know GB18030.
  static let shared = GB18030Table()

  /// For lead bytes 81…FF and second bytes 40…FF: the character as UTF-8 of two or three bytes, the
  /// first lowest, with its length in the highest byte; 0 where there is none such.
  private let pairs: [UInt32]

  private init?() {
    var codes: [(lead: UInt8, second: UInt8)] = []
    for lead in UInt8(0x81)...0xFE {
      for second in UInt8(0x40)...0xFE where second != 0x7F { codes.append((lead, second)) }
    }
    // All are asked together; iconv stops at the first it refuses, so then one by one.
    var bytes: [UInt8] = []
    for code in codes { bytes += [code.lead, code.second] }
    guard let known = GB18030Table.decode(bytes) else { return nil }
    let isWhole = known.count == codes.count
    var pairs = [UInt32](repeating: 0, count: 127 * 192)
    for (i, code) in codes.enumerated() {
      let scalar = isWhole ? known[i] : GB18030Table.decode([code.lead, code.second])?.first ?? 0
      guard (0x80..<0x10000).contains(scalar) else { continue }
      let (utf8, count) = Transcoder.encoded(scalar)
      let place = (Int(code.lead) - 0x81) * 192 + Int(code.second) - 0x40
      pairs[place] = utf8 | UInt32(count) << 24
    }
    self.pairs = pairs
  }

  func withPairs<Result>(_ body: (UnsafeBufferPointer<UInt32>) -> Result) -> Result {
    pairs.withUnsafeBufferPointer(body)
  }

  /// The character of a well-shaped code that the table does not hold.
  func scalar(_ bytes: UnsafeRawBufferPointer, at i: Int, length: Int) -> UInt32? {
    GB18030Table.decode(Array(bytes[i..<i + length]))?.first
  }

  /// Characters of some codes, up to the first that iconv refuses; nil without iconv's GB18030.
  private static func decode(_ bytes: [UInt8]) -> [UInt32]? {
    guard let converter = iconv_open("UTF-32LE", "GB18030"),
      converter != iconv_t(bitPattern: -1)
    else { return nil }
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
    return output.dropLast((room + 3) / 4).map { UInt32(littleEndian: $0) }
  }
}

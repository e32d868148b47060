import Glibc

/// What the codes of GB18030 mean, as the system's iconv knows them: those of two bytes are asked
/// once and kept in a table, the others one by one.
struct GB18030Table: Sendable {
  static let shared = GB18030Table()

  /// For lead bytes 81…FF and second bytes 40…FF: the character as UTF-8 of two or three bytes, the
  /// first lowest, with its length in the highest byte; 0 where there is none such.
  private let pairs: [UInt32]

  private init() {
    // Codes that iconv refuses are asked again one by one, so the good ones are asked together.
    var pairs = [UInt32](repeating: 0, count: 127 * 192)
    for lead in UInt8(0x81)...0xFE {
      let seconds = (UInt8(0x40)...0xFE).filter { $0 != 0x7F }
      var scalars = GB18030Table.decode(seconds.flatMap { [lead, $0] }).map(Optional.some)
      if scalars.count != seconds.count {
        scalars = seconds.map { GB18030Table.decode([lead, $0]).first }
      }
      for (second, scalar) in zip(seconds, scalars) {
        guard let scalar, (0x80..<0x10000).contains(scalar) else { continue }
        let (bytes, count) = Transcoder.encoded(scalar)
        pairs[(Int(lead) - 0x81) * 192 + Int(second) - 0x40] = bytes | UInt32(count) << 24
      }
    }
    self.pairs = pairs
  }

  func withPairs<Result>(_ body: (UnsafeBufferPointer<UInt32>) -> Result) -> Result {
    pairs.withUnsafeBufferPointer(body)
  }

  /// The character of a well-shaped code that the table does not hold.
  func scalar(_ bytes: UnsafeRawBufferPointer, at i: Int, length: Int) -> UInt32? {
    GB18030Table.decode(Array(bytes[i..<i + length])).first
  }

  /// Characters of some codes; fewer than there are codes when iconv refuses one.
  private static func decode(_ bytes: [UInt8]) -> [UInt32] {
    guard let converter = iconv_open("UTF-32LE", "GB18030"),
      converter != iconv_t(bitPattern: -1)
    else { return [] }
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

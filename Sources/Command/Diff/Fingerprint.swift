/// A short checksum (FNV-1a, 64 bits) for knowing again what was there before. It is no secret and
/// no proof: few digits keep it from telling more than sameness.
struct Fingerprint: Hashable {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  mutating func add(_ number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { for byte in $0 { add(byte) } }
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(UInt8.max)
  }

  /// The checksum in base 36, always so many digits.
  func digits(_ count: Int) -> String {
    var rest = hash ^ (hash >> 29)
    return String(unsafeUninitializedCapacity: count) { bytes in
      for index in 0..<count {
        let digit = UInt8(rest % 36)
        bytes[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
        rest /= 36
      }
      return count
    }
  }

  /// The checksum of a word, as cells of words are kept.
  static func word(_ text: String) -> String {
    var print = Fingerprint()
    print.add(text)
    return print.digits(4)
  }
}

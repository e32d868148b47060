/// The bytes of one cell, borrowed from the reader: UTF-8, quotes undone.
typealias Bytes = UnsafeRawBufferPointer

extension UnsafeRawBufferPointer {
  /// The part between two offsets.
  @inline(__always)
  func slice(_ from: Int, _ to: Int) -> Bytes { Bytes(rebasing: self[from..<to]) }

  /// Whether the bytes are exactly those of a text.
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in 0..<count where self[index] != text.utf8Start[index] { return false }
    return true
  }

  /// Whether two stretches hold the same bytes.
  @inline(__always)
  func equals(_ other: Bytes) -> Bool {
    guard count == other.count else { return false }
    if count < 8 { return shortWord == other.shortWord }
    var index = 0
    while index + 8 <= count {
      if word(at: index) != other.word(at: index) { return false }
      index += 8
    }
    // The last bytes as a whole word, some of which were compared before.
    return word(at: count - 8) == other.word(at: count - 8)
  }

  /// Eight bytes from an offset on.
  @inline(__always)
  func word(at offset: Int) -> UInt64 { loadUnaligned(fromByteOffset: offset, as: UInt64.self) }

  /// All bytes of a stretch of fewer than eight, as one word; different for two stretches of one
  /// length that differ.
  @inline(__always)
  private var shortWord: UInt64 {
    if count >= 4 {
      let first = loadUnaligned(as: UInt32.self)
      let last = loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(first) | UInt64(last) << 32
    }
    if count == 0 { return 0 }
    return UInt64(self[0]) | UInt64(self[count / 2]) << 8 | UInt64(self[count - 1]) << 16
  }

  /// A hash of a long stretch, the same in every run: sixteen bytes a step. The patterns mixed in
  /// are no UTF-8, so that no text cancels them.
  @inline(__always)
  var longFingerprint: UInt64 {
    guard count >= 16 else { return fingerprint }
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 16 < count {
      hash = folded(
        word(at: index) ^ hash, word(at: index + 8) ^ 0xFEF8_FDC1_FBC0_FAF9)
      index += 16
    }
    hash = folded(
      word(at: count - 16) ^ hash, word(at: count - 8) ^ 0xFEF8_FDC1_FBC0_FAF9)
    return mixed(hash)
  }

  /// A hash of the bytes, the same in every run.
  @inline(__always)
  var fingerprint: UInt64 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 < count {
      hash = mixed(hash ^ word(at: index))
      index += 8
    }
    hash = mixed(hash ^ (count < 8 ? shortWord : word(at: count - 8)))
    return mixed(hash ^ 0x2545_F491_4F6C_DD1D)
  }
}

/// Both halves of a product of two words.
@inline(__always)
private func folded(_ one: UInt64, _ other: UInt64) -> UInt64 {
  let product = one.multipliedFullWidth(by: other)
  return product.high ^ product.low
}

/// Spreads every bit of a word over all of it (folded 128-bit product).
@inline(__always)
func mixed(_ word: UInt64) -> UInt64 {
  let product = (word ^ 0x8BB8_4B93_962E_ACC9).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
  return product.high ^ product.low
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  @inline(__always)
  var isDigit: Bool { self &- 0x30 < 10 }

  /// Whether the byte is a blank, a tab or a line break.
  @inline(__always)
  var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

  /// Value of an ASCII digit.
  @inline(__always)
  var digit: Int { Int(self) - 0x30 }
}

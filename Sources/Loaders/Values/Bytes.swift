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
    var index = 0
    while index + 8 <= count {
      let left = loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if left != other.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
      index += 8
    }
    while index < count {
      if self[index] != other[index] { return false }
      index += 1
    }
    return true
  }

  /// A hash of the bytes, the same in every run.
  @inline(__always)
  var fingerprint: UInt64 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= count {
      hash = mixed(hash ^ loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    if index < count {
      var rest: UInt64 = 0
      while index < count {
        rest = rest << 8 | UInt64(self[index])
        index += 1
      }
      hash = mixed(hash ^ rest)
    }
    return mixed(hash ^ 0x2545_F491_4F6C_DD1D)
  }
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

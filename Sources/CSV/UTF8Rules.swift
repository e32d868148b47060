import CScan

/// The shape of UTF-8 sequences.
enum UTF8Rules {
  /// Length of the well-formed sequence at a place; 0 when there is none.
  static func length(_ bytes: UnsafeRawBufferPointer, at i: Int) -> Int {
    let lead = bytes[i]
    func tail(_ k: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      i + k < bytes.count && bytes[i + k] >= low && bytes[i + k] <= high
    }
    switch lead {
    case ..<0x80: return 1
    case 0xC2...0xDF: return tail(1) ? 2 : 0
    case 0xE0: return tail(1, 0xA0) && tail(2) ? 3 : 0
    case 0xED: return tail(1, 0x80, 0x9F) && tail(2) ? 3 : 0
    case 0xE1...0xEF: return tail(1) && tail(2) ? 3 : 0
    case 0xF0: return tail(1, 0x90) && tail(2) && tail(3) ? 4 : 0
    case 0xF1...0xF3: return tail(1) && tail(2) && tail(3) ? 4 : 0
    case 0xF4: return tail(1, 0x80, 0x8F) && tail(2) && tail(3) ? 4 : 0
    default: return 0
    }
  }

  /// Whether the bytes from a place to the end are the beginning of a sequence that is longer.
  static func isCut(_ bytes: UnsafeRawBufferPointer, at i: Int) -> Bool {
    let needed: Int
    switch bytes[i] {
    case 0xC2...0xDF: needed = 2
    case 0xE0...0xEF: needed = 3
    case 0xF0...0xF4: needed = 4
    default: return false
    }
    return i + needed > bytes.count
      && bytes[(i + 1)...].allSatisfy { (0x80...0xBF).contains($0) }
  }

  /// Number of bytes at the end that are the beginning of a longer sequence; at most 3.
  static func cutLength(_ bytes: UnsafeRawBufferPointer) -> Int {
    for length in 1..<4 where length <= bytes.count {
      if isCut(bytes, at: bytes.count - length) { return length }
    }
    return 0
  }

  /// Whether all bytes are well-formed UTF-8 and none is NUL.
  static func isText(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    return cscan_is_text(base.assumingMemoryBound(to: UInt8.self), bytes.count)
  }
}

/// The shape of GB18030 sequences.
enum GB18030Rules {
  /// Length of the well-shaped sequence at a place, 2 or 4; 0 when there is none.
  static func length(_ bytes: UnsafeRawBufferPointer, at i: Int) -> Int {
    guard bytes[i] >= 0x81, bytes[i] <= 0xFE, i + 1 < bytes.count else { return 0 }
    let second = bytes[i + 1]
    if second >= 0x40, second != 0x7F, second <= 0xFE { return 2 }
    guard (0x30...0x39).contains(second), i + 3 < bytes.count,
      bytes[i + 2] >= 0x81, bytes[i + 2] <= 0xFE, (0x30...0x39).contains(bytes[i + 3])
    else { return 0 }
    return 4
  }

  /// Whether the bytes from a place to the end are the beginning of a sequence that is longer.
  static func isCut(_ bytes: UnsafeRawBufferPointer, at i: Int) -> Bool {
    guard bytes[i] >= 0x81, bytes[i] <= 0xFE else { return false }
    switch bytes.count - i {
    case 1: return true
    case 2: return (0x30...0x39).contains(bytes[i + 1])
    case 3:
      return (0x30...0x39).contains(bytes[i + 1]) && bytes[i + 2] >= 0x81 && bytes[i + 2] <= 0xFE
    default: return false
    }
  }
}

/// Characters that may stand neither in XML 1.0 nor in HTML: controls (except tab and line feed)
/// and noncharacters. Both writers use the one list, so that both files hold the same text.
package enum ForbiddenCharacters {
  /// U+FFFD, which replaces each of them.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Whether a character may stand in no report.
  package static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    case let value: value & 0xFFFE == 0xFFFE
    }
  }

  /// Bytes of the forbidden character that begins at `index` of valid UTF-8; 0 for any other.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    switch byte {
    case 0x09, 0x0A, 0x0D: return 0
    case 0..<0x20, 0x7F: return 1
    case 0xC2:
      // U+0080–U+009F.
      return bytes[index + 1] <= 0x9F ? 2 : 0
    case 0xEF:
      // U+FDD0–U+FDEF, U+FFFE, U+FFFF.
      let (second, third) = (bytes[index + 1], bytes[index + 2])
      if second == 0xB7 { return (0x90...0xAF).contains(third) ? 3 : 0 }
      return second == 0xBF && third >= 0xBE ? 3 : 0
    case 0xF0...0xF4:
      // The last two code points of the other planes.
      let isLast = bytes[index + 1] & 0x0F == 0x0F && bytes[index + 2] == 0xBF
      return isLast && bytes[index + 3] >= 0xBE ? 4 : 0
    default: return 0
    }
  }

  /// `text` with every forbidden character replaced and line ends as line feeds, and how many were
  /// replaced.
  static func cleaned(_ text: String) -> (bytes: [UInt8], replaced: Int) {
    var text = text
    return text.withUTF8 { bytes in
      var clean: [UInt8] = []
      clean.reserveCapacity(bytes.count)
      var replaced = 0
      var index = 0
      while index < bytes.count {
        let length = length(bytes, at: index)
        if length > 0 {
          clean += replacement
          replaced += 1
          index += length
        } else {
          clean.append(bytes[index] == 0x0D ? 0x0A : bytes[index])
          index += 1
        }
      }
      return (clean, replaced)
    }
  }
}

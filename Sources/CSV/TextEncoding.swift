/// The encodings in which exports come.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf16LE = "UTF-16LE"
  case utf16BE = "UTF-16BE"
  case gb18030 = "GB18030"

  /// An encoding as people name it: GBK, gb2312, utf8 …; nil for names that are not read.
  package init?(named name: String) {
    let plain = name.uppercased().filter { $0.isLetter || $0.isNumber }
    switch plain {
    case "UTF8", "UTF8BOM", "UTF8SIG": self = .utf8
    case "UTF16", "UTF16LE", "UNICODE": self = .utf16LE
    case "UTF16BE": self = .utf16BE
    case "GB18030", "GBK", "GB2312", "CP936", "936", "ANSI": self = .gb18030
    default: return nil
    }
  }

  /// The byte order mark as this encoding writes it.
  var mark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LE: [0xFF, 0xFE]
    case .utf16BE: [0xFE, 0xFF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    }
  }
}

/// Estimates of printed widths that need no font: one em for a Han character, 0.6 em for digits and
/// letters (0.55 in most fonts, more in bold ones).
enum TextWidth {
  /// Width of `text` at a font size in pixels, in hundredths of a pixel.
  static func of(_ text: String, size: Int) -> Int {
    (plain(text) ?? text.reduce(0) { $0 + ems($1) }) * size
  }

  /// Width in hundredths of an em of a text in which every code point is a character of its own:
  /// ASCII, Han, and the signs that are written with them; nil for any other text.
  private static func plain(_ text: String) -> Int? {
    var width = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E, 0x2010...0x2027, 0x3001...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF5E:
        width += ems(scalar.value)
      default: return nil
      }
    }
    return width
  }

  /// `text` where it fits into `width` (hundredths of a pixel), else its beginning with "…".
  static func cut(_ text: String, to width: Int, size: Int) -> String {
    guard of(text, size: size) > width else { return text }
    let room = width - 100 * size
    var used = 0
    var cut = ""
    for character in text {
      used += ems(character) * size
      if used > room { break }
      cut.append(character)
    }
    return cut.isEmpty ? "…" : cut + "…"
  }

  /// Width of one character in hundredths of an em.
  private static func ems(_ character: Character) -> Int {
    character.unicodeScalars.first.map { ems($0.value) } ?? 0
  }

  private static func ems(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x1100...0x115F, 0x2014, 0x2018...0x201D, 0x2026, 0x2030, 0x2190...0x21FF,
      0x25A0...0x27BF, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x3200...0x33FF, 0x1F000...0x3FFFF:
      return 100
    // Capitals and some signs are wider than the mean of small letters and digits.
    case 0x25, 0x40, 0x57, 0x4D: return 95
    case 0x41...0x5A, 0x26, 0x2B, 0x2212: return 66
    case 0x2E, 0x2C, 0x3A, 0x20, 0x69, 0x6C, 0x27: return 30
    default: return 60
    }
  }
}

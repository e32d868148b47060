import Quantities

/// HTML and SVG in the making, as bytes: names are constants of this program, every text is
/// escaped, coordinates are fixed-point.
struct Markup {
  private(set) var bytes: [UInt8] = []
  /// Forbidden characters written as U+FFFD so far.
  private(set) var replaced = 0

  init() { bytes.reserveCapacity(1 << 16) }

  /// Markup that is a constant of this program.
  mutating func raw(_ markup: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Bytes that are markup already: pieces of the theme.
  mutating func raw(_ markup: [UInt8]) { bytes += markup }

  mutating func raw(_ markup: Markup) {
    bytes += markup.bytes
    replaced += markup.replaced
  }

  /// Text between tags or within double quotes.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { source in
      var index = 0
      while index < source.count {
        let byte = source[index]
        switch byte {
        case UInt8(ascii: "&"): raw("&amp;")
        case UInt8(ascii: "<"): raw("&lt;")
        case UInt8(ascii: ">"): raw("&gt;")
        case UInt8(ascii: "\""): raw("&quot;")
        case UInt8(ascii: "'"): raw("&#39;")
        case 0x0D: bytes.append(0x0A)
        default:
          let length = ForbiddenCharacters.length(source, at: index)
          guard length == 0 else {
            bytes += ForbiddenCharacters.replacement
            replaced += 1
            index += length
            continue
          }
          bytes.append(byte)
        }
        index += 1
      }
    }
  }

  /// ` name="value"`.
  mutating func attribute(_ name: StaticString, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    raw(name)
    raw("=\"")
    text(value)
    bytes.append(UInt8(ascii: "\""))
  }

  /// ` name="12.5"`: a coordinate in hundredths of a pixel.
  mutating func attribute(_ name: StaticString, _ hundredths: Int) {
    bytes.append(UInt8(ascii: " "))
    raw(name)
    raw("=\"")
    coordinate(hundredths)
    bytes.append(UInt8(ascii: "\""))
  }

  /// A coordinate in hundredths of a pixel, without trailing zeros.
  mutating func coordinate(_ hundredths: Int) {
    var value = hundredths
    if value < 0 {
      bytes.append(UInt8(ascii: "-"))
      value = -value
    }
    bytes.append(contentsOf: String(value / 100).utf8)
    let rest = value % 100
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
    if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }
}

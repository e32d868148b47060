/// A first line such as `sep=;`, with which Excel is told the separator; it is no record.
struct SeparatorLine {
  let separator: UInt8
  /// Bytes of the line with its line end.
  let length: Int

  /// Nil when the text does not begin with such a line. The line may stand in quotes, and the
  /// separator may be there more than once, as programs leave it that filled the line up.
  init?(_ text: UnsafeRawBufferPointer) {
    var line = text[...]
    if let end = text.prefix(256).firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      line = text[..<end]
      let isPair = text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A
      length = end + (isPair ? 2 : 1)
    } else {
      length = text.count
    }
    let isQuoted = line.first == 0x22
    if isQuoted { line = line.dropFirst() }
    let name = line.prefix(4).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard name == Array("sep=".utf8), let separator = line.dropFirst(4).first,
      SeparatorLine.isSeparator(separator)
    else { return nil }
    self.separator = separator
    line = line.dropFirst(5)
    if isQuoted {
      guard line.first == 0x22 else { return nil }
      line = line.dropFirst()
    }
    guard line.allSatisfy({ $0 == separator }) else { return nil }
  }

  /// Tabs and the signs of ASCII, but no quote.
  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x21, 0x23...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}

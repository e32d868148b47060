/// Where the start tags of a well-formed document stand: libxml2 gives lines only, and messages
/// name columns.
///
/// Also finds a document type before any parser sees it. Knows nothing of well-formedness: the
/// parser decides that.
struct TagScanner {
  struct Attribute {
    let name: String
    let nameStart: Int
    /// The bytes between the quotes.
    let value: Range<Int>
  }

  struct Tag {
    let name: String
    let start: Int
    let end: Int
    let attributes: [Attribute]
    /// Offsets of `{` in the element's own text.
    var braces: [Int] = []
  }

  /// Start tags in the order of the document.
  private(set) var tags: [Tag] = []
  /// Offset of the first `<!DOCTYPE`.
  private(set) var documentType: Int?
  /// Offset of the first start tag within 64 others.
  private(set) var tooDeep: Int?

  private let bytes: [UInt8]
  private var position = 0
  private var open: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while position < bytes.count { step() }
  }

  private mutating func step() {
    guard bytes[position] == UInt8(ascii: "<") else {
      if bytes[position] == UInt8(ascii: "{"), let last = open.last {
        tags[last].braces.append(position)
      }
      position += 1
      return
    }
    if starts("<!--") {
      skip(past: "-->")
    } else if starts("<![CDATA[") {
      let end = find("]]>")
      for index in position..<end where bytes[index] == UInt8(ascii: "{") {
        if let last = open.last { tags[last].braces.append(index) }
      }
      position = min(bytes.count, end + 3)
    } else if starts("<?") {
      skip(past: "?>")
    } else if starts("<!") {
      documentType = documentType ?? position
      position += 2
    } else if starts("</") {
      skip(past: ">")
      _ = open.popLast()
    } else {
      tag()
    }
  }

  private mutating func tag() {
    let start = position
    position += 1
    let name = word()
    var attributes: [Attribute] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      if Self.isName(bytes[position]) {
        let nameStart = position
        let name = word()
        blanks()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { continue }
        position += 1
        blanks()
        guard position < bytes.count, [0x22, 0x27].contains(bytes[position]) else { continue }
        let quote = bytes[position]
        let from = position + 1
        position = from
        while position < bytes.count, bytes[position] != quote { position += 1 }
        attributes.append(Attribute(name: name, nameStart: nameStart, value: from..<position))
        position += position < bytes.count ? 1 : 0
      } else {
        position += 1
      }
    }
    let isEmpty = position > start && bytes[position - 1] == UInt8(ascii: "/")
    position = min(bytes.count, position + 1)
    tags.append(Tag(name: name, start: start, end: position, attributes: attributes))
    if open.count >= TemplateReader.maxDepth, tooDeep == nil { tooDeep = start }
    if !isEmpty { open.append(tags.count - 1) }
  }

  private mutating func word() -> String {
    let start = position
    while position < bytes.count, Self.isName(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func blanks() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x3A, 0x5F, 0x80...: true
    default: false
    }
  }

  private func starts(_ text: StaticString) -> Bool {
    guard bytes.count - position >= text.utf8CodeUnitCount else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy {
      bytes[position + $0] == text.utf8Start[$0]
    }
  }

  private func find(_ text: StaticString) -> Int {
    var scanner = self
    while scanner.position < bytes.count, !scanner.starts(text) { scanner.position += 1 }
    return scanner.position
  }

  private mutating func skip(past text: StaticString) {
    position = min(bytes.count, find(text) + text.utf8CodeUnitCount)
  }
}

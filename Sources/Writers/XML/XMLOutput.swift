internal import CLibXML2

/// libxml2's text writer on a memory buffer; owns both and frees them.
///
/// Names are constants of this program. A text is cleaned of what XML 1.0 forbids before libxml2
/// escapes it.
struct XMLOutput: ~Copyable {
  /// libxml2 could not write: it has no memory left.
  struct Failure: Error {}

  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr
  private var hasFailed = false
  private var depth = 0
  /// Forbidden characters written as U+FFFD so far.
  private(set) var replaced = 0

  init() throws(Failure) {
    guard let buffer = xmlBufferCreate() else { throw Failure() }
    guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
      xmlBufferFree(buffer)
      throw Failure()
    }
    // Doubling, or a long report is copied once a line.
    xmlBufferSetAllocationScheme(buffer, XML_BUFFER_ALLOC_DOUBLEIT)
    self.buffer = buffer
    self.writer = writer
    check(xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil))
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

  /// An element on a line of its own; its content is written by `content`.
  mutating func element(_ name: StaticString, _ content: (inout XMLOutput) -> Void) {
    if depth > 0 { newline() }
    inline(name) { output in
      output.depth += 1
      content(&output)
      output.depth -= 1
    }
  }

  /// An element of blocks: its end stands on a line of its own too.
  mutating func container(_ name: StaticString, _ content: (inout XMLOutput) -> Void) {
    element(name) { output in
      content(&output)
      output.depth -= 1
      output.newline()
      output.depth += 1
    }
  }

  /// An element within running text.
  mutating func inline(_ name: StaticString, _ content: (inout XMLOutput) -> Void) {
    check(xmlTextWriterStartElement(writer, name.utf8Start))
    content(&self)
    check(xmlTextWriterEndElement(writer))
  }

  mutating func attribute(_ name: StaticString, _ value: String) {
    var text = terminated(value)
    check(xmlTextWriterWriteAttribute(writer, name.utf8Start, &text))
  }

  /// The attribute, unless its value is nil or empty.
  mutating func attribute(_ name: StaticString, ifAny value: String?) {
    if let value, !value.isEmpty { attribute(name, value) }
  }

  mutating func text(_ text: String) {
    guard !text.isEmpty else { return }
    var text = terminated(text)
    check(xmlTextWriterWriteString(writer, &text))
  }

  /// Text of digits, letters and signs that XML need not escape, as it is: marks of rows are many.
  mutating func plain(_ text: String) {
    var text = text
    let result = text.withUTF8 { bytes in
      guard let start = bytes.baseAddress, !bytes.isEmpty else { return Int32(0) }
      return xmlTextWriterWriteRawLen(writer, start, Int32(bytes.count))
    }
    check(result)
  }

  /// The whole file.
  mutating func finish() throws(Failure) -> [UInt8] {
    check(xmlTextWriterEndDocument(writer))
    check(xmlTextWriterFlush(writer))
    guard !hasFailed, let content = xmlBufferContent(buffer) else { throw Failure() }
    return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
  }

  private mutating func newline() {
    var text: [UInt8] = [0x0A]
    text += [UInt8](repeating: 0x20, count: min(depth, 16))
    text.append(0)
    check(xmlTextWriterWriteRaw(writer, &text))
  }

  private mutating func terminated(_ text: String) -> [UInt8] {
    var (bytes, count) = ForbiddenCharacters.cleaned(text)
    replaced += count
    bytes.append(0)
    return bytes
  }

  private mutating func check(_ result: Int32) {
    if result < 0 { hasFailed = true }
  }
}

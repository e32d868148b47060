import CLibXML2
import Diagnostics

/// Reads a template file with libxml2: no network, no document type, no entities, no huge nodes,
/// at most 64 levels.
enum TemplateReader {
  static let namespace = "urn:anchang:report:1"
  static let maxDepth = 64
  /// More than any template; a larger file is a mistake or an attack.
  static let maxBytes = 1 << 20
  /// More than any list of figures.
  static let maxValue = 4_096
  static let maxAttributes = 32

  /// The root element, or the one finding that stopped the reading.
  static func read(_ source: TemplateSource) -> Result<TemplateNode, ReadingError> {
    let bytes = source.bytes
    guard bytes.count <= maxBytes else {
      return .failure(
        ReadingError(source.finding("template.too-large", ["limit": String(maxBytes)])))
    }
    guard !bytes.isEmpty else { return .failure(ReadingError(source.finding("template.empty"))) }
    if let bad = firstBadByte(bytes) {
      return .failure(ReadingError(source.finding("template.encoding", at: bad)))
    }
    let scanner = TagScanner(bytes)
    if let offset = scanner.documentType {
      let finding = source.finding("template.document-type", at: offset, length: 9)
      return .failure(ReadingError(finding))
    }
    if let finding = excess(source, scanner) { return .failure(ReadingError(finding)) }
    return parse(source, tags: scanner.tags)
  }

  /// The first element that is larger or deeper than any template's.
  private static func excess(_ source: TemplateSource, _ scanner: TagScanner) -> Finding? {
    for tag in scanner.tags {
      if tag.start == scanner.tooDeep {
        return source.finding("template.too-deep", ["limit": String(maxDepth)], at: tag.start)
      }
      if tag.attributes.count > maxAttributes {
        return source.finding(
          "template.too-many-attributes", ["found": tag.name, "limit": String(maxAttributes)],
          at: tag.start)
      }
      if let long = tag.attributes.first(where: { $0.value.count > maxValue }) {
        return source.finding(
          "template.long-attribute", ["found": long.name, "limit": String(maxValue)],
          at: long.nameStart, length: long.name.utf8.count)
      }
    }
    return nil
  }

  private static func parse(
    _ source: TemplateSource, tags: [TagScanner.Tag]
  ) -> Result<TemplateNode, ReadingError> {
    initialize
    guard let context = xmlNewParserCtxt() else {
      return .failure(ReadingError(source.finding("template.empty")))
    }
    defer { xmlFreeParserCtxt(context) }
    // The scanner has refused document types already; this is the second lock.
    context.pointee.sax?.pointee.internalSubset = { parser, _, _, _ in
      xmlStopParser(parser?.assumingMemoryBound(to: xmlParserCtxt.self))
    }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_BIG_LINES.rawValue
    let document = source.bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil,
        "UTF-8", Int32(options))
    }
    defer { if let document { xmlFreeDoc(document) } }
    guard let document, let root = xmlDocGetRootElement(document) else {
      return .failure(ReadingError(malformed(source, context)))
    }
    var builder = NodeBuilder(source: source, tags: tags)
    guard let node = builder.build(root, depth: 1) else {
      let finding = source.finding(
        "template.too-deep", ["limit": String(maxDepth)], at: builder.lastOffset)
      return .failure(ReadingError(finding))
    }
    return .success(node)
  }

  /// libxml2's tables, made once before threads use them.
  private static let initialize: Void = xmlInitParser()

  private static func malformed(_ source: TemplateSource, _ context: xmlParserCtxtPtr) -> Finding {
    let error = context.pointee.lastError
    var message = error.message.map { String(cString: $0) } ?? "not an XML document"
    while message.last?.isWhitespace == true { message.removeLast() }
    let line = max(1, Int(error.line))
    var offset = 0
    var number = 1
    while number < line, offset < source.bytes.count {
      if source.bytes[offset] == 0x0A { number += 1 }
      offset += 1
    }
    var column = max(0, Int(error.int2) - 1)
    while column > 0, offset < source.bytes.count, source.bytes[offset] != 0x0A {
      offset += 1
      column -= 1
    }
    while offset > 0, offset < source.bytes.count, source.bytes[offset] & 0xC0 == 0x80 {
      offset -= 1
    }
    return source.finding("template.not-xml", ["message": message], at: offset)
  }

  private static func firstBadByte(_ bytes: [UInt8]) -> Int? {
    var position = 0
    while position < bytes.count {
      if bytes[position] < 0x80 {
        position += 1
        continue
      }
      let length =
        switch bytes[position] {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
      guard length > 0, position + length <= bytes.count,
        String(validating: bytes[position..<position + length], as: UTF8.self) != nil
      else { return position }
      position += length
    }
    return nil
  }
}

/// A template that could not be read at all.
struct ReadingError: Error {
  let finding: Finding

  init(_ finding: Finding) { self.finding = finding }
}

/// Turns libxml2's tree into ours, pairing elements with the scanned tags in document order.
private struct NodeBuilder {
  let source: TemplateSource
  let tags: [TagScanner.Tag]
  var next = 0
  var lastOffset = 0

  init(source: TemplateSource, tags: [TagScanner.Tag]) {
    self.source = source
    self.tags = tags
  }

  mutating func build(_ element: xmlNodePtr, depth: Int) -> TemplateNode? {
    let tag = next < tags.count ? tags[next] : nil
    next += 1
    lastOffset = tag?.start ?? lastOffset
    guard depth <= TemplateReader.maxDepth else { return nil }
    let space = element.pointee.ns?.pointee.href.map { String(cString: $0) }
    var node = TemplateNode(
      name: String(cString: element.pointee.name), isOurs: space == TemplateReader.namespace,
      attributes: attributes(of: element, tag), offset: lastOffset, braces: tag?.braces ?? [])
    var child = element.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE:
        guard let built = build(current, depth: depth + 1) else { return nil }
        node.children.append(built)
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = current.pointee.content { node.text += String(cString: content) }
      default: break
      }
      child = current.pointee.next
    }
    return node
  }

  private func attributes(
    of element: xmlNodePtr, _ tag: TagScanner.Tag?
  ) -> [TemplateNode.Attribute] {
    var result: [TemplateNode.Attribute] = []
    var attribute = element.pointee.properties
    while let current = attribute {
      var name = String(cString: current.pointee.name)
      if let prefix = current.pointee.ns?.pointee.prefix {
        name = String(cString: prefix) + ":" + name
      }
      var value = ""
      var piece = current.pointee.children
      while let text = piece {
        if let content = text.pointee.content { value += String(cString: content) }
        piece = text.pointee.next
      }
      let scanned = tag?.attributes.first { $0.name == name }
      result.append(
        TemplateNode.Attribute(
          name: name, value: value, nameOffset: scanned?.nameStart ?? lastOffset,
          range: scanned?.value ?? lastOffset..<lastOffset))
      attribute = current.pointee.next
    }
    return result
  }
}

/// A slow, plain reader of the writers' own files, for tests: an element's name, attributes, text
/// and children. It knows the void elements of HTML and nothing else of it.
final class Node {
  let name: String
  let attributes: [(name: String, value: String)]
  var children: [Node] = []
  /// All text within, in order.
  var text = ""

  init(name: String, attributes: [(name: String, value: String)]) {
    self.name = name
    self.attributes = attributes
  }

  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The node and everything below it, in order.
  var all: [Node] { [self] + children.flatMap(\.all) }

  func named(_ name: String) -> [Node] { all.filter { $0.name == name } }

  func has(class name: String) -> Bool {
    self["class"]?.split(separator: " ").contains { $0 == name } ?? false
  }

  /// Reads a whole file; problems of nesting are given as text in `faults`.
  static func read(_ bytes: [UInt8], faults: inout [String]) -> Node {
    let root = Node(name: "", attributes: [])
    var open = [root]
    var rest = bytes[...]
    let voids: Set = ["meta", "br", "hr", "img", "link", "input"]
    while !rest.isEmpty {
      guard rest.first == UInt8(ascii: "<") else {
        let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
        let text = unescaped(rest[..<end])
        for node in open { node.text += text }
        rest = rest[end...]
        continue
      }
      guard let end = tagEnd(rest) else {
        faults.append("a tag does not end")
        break
      }
      let tag = rest[(rest.startIndex + 1)..<end]
      rest = rest[(end + 1)...]
      if tag.first == UInt8(ascii: "!") || tag.first == UInt8(ascii: "?") { continue }
      if tag.first == UInt8(ascii: "/") {
        let name = String(decoding: tag.dropFirst(), as: UTF8.self)
        if open.count > 1, open[open.count - 1].name == name {
          open.removeLast()
        } else {
          faults.append("</\(name)> closes <\(open[open.count - 1].name)>")
        }
        continue
      }
      let isClosed = tag.last == UInt8(ascii: "/")
      let node = node(isClosed ? tag.dropLast() : tag)
      open[open.count - 1].children.append(node)
      if !isClosed && !voids.contains(node.name) { open.append(node) }
    }
    if open.count > 1 { faults.append("<\(open[open.count - 1].name)> is not closed") }
    return root
  }

  /// The ">" that ends the tag at the start, outside quotes.
  private static func tagEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    var isQuoted = false
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[index] == UInt8(ascii: ">"), !isQuoted { return index }
    }
    return nil
  }

  private static func node(_ tag: ArraySlice<UInt8>) -> Node {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A }
    let name = tag.prefix { !isBlank($0) }
    var attributes: [(String, String)] = []
    var rest = tag[name.endIndex...].drop(while: isBlank)
    while !rest.isEmpty {
      let key = rest.prefix { !isBlank($0) && $0 != UInt8(ascii: "=") }
      rest = rest[key.endIndex...]
      var value = ""
      if rest.first == UInt8(ascii: "=") {
        rest = rest.dropFirst(2)
        let quote = rest.firstIndex(of: UInt8(ascii: "\"")) ?? rest.endIndex
        value = unescaped(rest[..<quote])
        rest = rest[min(quote + 1, rest.endIndex)...]
      }
      attributes.append((String(decoding: key, as: UTF8.self), value))
      rest = rest.drop(while: isBlank)
    }
    return Node(name: String(decoding: name, as: UTF8.self), attributes: attributes)
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    for (index, part) in String(decoding: bytes, as: UTF8.self).split(
      separator: "&", omittingEmptySubsequences: false
    ).enumerated() {
      guard index > 0, let end = part.firstIndex(of: ";") else {
        text += part
        continue
      }
      let known = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "#10": "\n", "#9": "\t",
      ]
      text += known[String(part[..<end])] ?? "&" + part[...end]
      text += part[part.index(after: end)...]
    }
    return text
  }
}

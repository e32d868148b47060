import CLibXML2
import Quantities

/// What an issued report (its XML) says: who, when, and every value by its figure.
struct IssuedReport {
  /// Attributes of the root: name, project, from, to, as-of …
  let head: [String: String]
  /// Figures in the order in which they first stand, each with its exact value and shown text.
  private(set) var figures: [(name: String, cell: Cell)] = []
  private var positions: [String: Int] = [:]
  /// Files of the run: name, rows read and checksum.
  private(set) var files: [(name: String, kind: String, rows: String, sha256: String)] = []
  /// Counting rules, as the head prints them.
  private(set) var rules: [String] = []

  /// Kind of its period, such as `week`.
  private(set) var period: String?

  /// The rows of its period that the report knew.
  private(set) var rows: [Row] = []
  /// Counting rows of the months before, by "kind month".
  private(set) var earlier: [(name: String, rows: Int)] = []
  /// Rejected lines as file:line.
  private(set) var rejected: [String] = []

  /// One row that the report knew.
  struct Row {
    let kind: String
    let mark: String
    /// file:line; nil in reports that do not tell.
    let place: String?
    /// Stages, amounts and words as `RowMark.state` writes them; nil in reports that do not tell.
    let state: (stages: String, numbers: String, words: String)?

    /// Whether the row counted.
    var counts: Bool { state?.stages.hasPrefix("x") != true }

    init(kind: String, file: String?, word: String) {
      self.kind = kind
      let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      mark = parts.first ?? ""
      place = parts.count == 3 ? file.map { $0 + ":" + parts[1] } : nil
      let state =
        parts.last?.split(separator: ".", omittingEmptySubsequences: false).map(String.init) ?? []
      self.state = state.count == 3 ? (state[0], state[1], state[2]) : nil
    }
  }

  /// An exact value as written, with its shown text.
  struct Cell: Equatable {
    let exact: String
    let shown: String
  }

  /// The value of a figure, or of "figure / row / column" of a table.
  subscript(name: String) -> Cell? { positions[name].map { figures[$0].cell } }

  init(path: String) throws(Failure) {
    try self.init(bytes: InputText.bytes(path), path: path)
  }

  /// Reads the bytes of a report; `path` is named when they are none.
  init(bytes: [UInt8], path: String) throws(Failure) {
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let parsed = bytes.withUnsafeBytes { buffer in
      xmlReadMemory(
        buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, nil, options)
    }
    guard let document = parsed else { throw IssuedReport.refused(path) }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document), Self.name(root) == "report",
      xmlGetIntSubset(document) == nil
    else { throw IssuedReport.refused(path) }
    head = Self.attributes(root)
    guard head["from"] != nil, head["to"] != nil else { throw IssuedReport.refused(path) }
    collect(root, depth: 0)
  }

  private static func refused(_ path: String) -> Failure {
    Failure(
      .input, "\(path) 不是案场出的报告（XML）", "\(path) is not a report written by anchang (XML)")
  }

  private mutating func collect(_ node: xmlNodePtr, depth: Int) {
    guard depth < 128 else { return }
    var child = node.pointee.children
    while let element = child {
      child = element.pointee.next
      guard element.pointee.type == XML_ELEMENT_NODE else { continue }
      let attributes = Self.attributes(element)
      switch Self.name(element) {
      case "table":
        if let of = attributes["of"] { collectTable(element, of) }
      case "rows" where attributes["kind"] != nil:
        rows += Self.text(element).split(whereSeparator: \.isWhitespace).map {
          Row(kind: attributes["kind"] ?? "", file: attributes["file"], word: String($0))
        }
      case "earlier":
        earlier.append(
          (
            (attributes["kind"] ?? "") + " " + (attributes["month"] ?? ""),
            attributes["rows"].flatMap { Int($0) } ?? 0
          ))
      case "rejected":
        rejected += Self.text(element).split(whereSeparator: \.isWhitespace).map {
          (attributes["file"] ?? "") + ":" + $0
        }
      case "head":
        period = attributes["period"]
        collect(element, depth: depth + 1)
      case "rule": rules.append(Self.text(element))
      case "file":
        files.append(
          (
            attributes["name"] ?? "", attributes["kind"] ?? "", attributes["rows"] ?? "",
            attributes["sha256"] ?? ""
          ))
      default:
        if let of = attributes["of"], let exact = Self.exact(attributes) {
          add(of, Cell(exact: exact, shown: Self.text(element)))
        }
        collect(element, depth: depth + 1)
      }
    }
  }

  private mutating func collectTable(_ table: xmlNodePtr, _ of: String) {
    var child = table.pointee.children
    while let row = child {
      child = row.pointee.next
      guard row.pointee.type == XML_ELEMENT_NODE, ["row", "total"].contains(Self.name(row)) else {
        continue
      }
      var key: String?
      var cell = row.pointee.children
      while let element = cell {
        cell = element.pointee.next
        guard element.pointee.type == XML_ELEMENT_NODE, Self.name(element) == "cell" else {
          continue
        }
        let attributes = Self.attributes(element)
        let shown = Self.text(element)
        guard let row = key else {
          key = shown
          continue
        }
        let name = "\(of) / \(row) / \(attributes["key"] ?? "")"
        add(name, Cell(exact: Self.exact(attributes) ?? shown, shown: shown))
      }
    }
  }

  private mutating func add(_ name: String, _ cell: Cell) {
    guard positions[name] == nil else { return }
    positions[name] = figures.count
    figures.append((name, cell))
  }

  private static func exact(_ attributes: [String: String]) -> String? {
    if let numerator = attributes["numerator"], let denominator = attributes["denominator"] {
      return numerator + " / " + denominator
    }
    return attributes["value"]
  }

  private static func name(_ node: xmlNodePtr) -> String {
    node.pointee.name.map { String(cString: $0) } ?? ""
  }

  private static func attributes(_ node: xmlNodePtr) -> [String: String] {
    var result: [String: String] = [:]
    var next = node.pointee.properties
    while let attribute = next {
      next = attribute.pointee.next
      guard let name = attribute.pointee.name,
        let value = xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1)
      else { continue }
      result[String(cString: name)] = String(cString: value)
      anchang_xml_free(value)
    }
    return result
  }

  private static func text(_ node: xmlNodePtr) -> String {
    guard let content = xmlNodeGetContent(node) else { return "" }
    defer { anchang_xml_free(content) }
    return String(cString: content)
  }
}

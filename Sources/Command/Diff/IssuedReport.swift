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

  /// Words that stand in its tables, in the order in which they do.
  private(set) var words: [String] = []

  /// Kind of its period, such as `week`.
  private(set) var period: String?

  /// Whose copy it is, such as `office`.
  private(set) var audience: String?

  /// The rows of its period, and of side files, that the report knew.
  private(set) var rows: [Row] = []
  /// Counting rows of the months before, by "kind month".
  private(set) var earlier: [(name: String, rows: Int)] = []
  /// Rejected lines as file:line.
  private(set) var rejected: [String] = []

  /// Marks of rows before the period, by kind, and the day from which on all are marked.
  private(set) var before: [(kind: String, from: String, marks: [String])] = []

  /// One row that the report knew.
  struct Row {
    let kind: String
    let mark: String
    let file: String
    let line: Int
    /// The stages it had reached: u subscribed, s signed, c cancelled, x not counted.
    let stages: String
    /// Names of the columns of its cells; empty in reports that do not tell.
    let columns: [String]
    private let cells: [Substring]

    /// file:line.
    var place: String { file + ":" + String(line) }

    /// Whether the row counted.
    var counts: Bool { !stages.hasPrefix("x") }

    /// Nil for a word that is none of ours.
    init?(kind: String, file: String, columns: [String], word: Substring) {
      let parts = word.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count >= 3, let line = Int(parts[1]) else { return nil }
      self.kind = kind
      self.file = file
      self.line = line
      mark = String(parts[0])
      // Reports of earlier versions wrote two checksums behind the stages.
      stages = String(parts[2].prefix { $0 != "." })
      cells =
        parts.count == 4 ? parts[3].split(separator: ",", omittingEmptySubsequences: false) : []
      self.columns = cells.count == columns.count ? columns : []
    }

    /// What stood in a column, as `RowCells` writes it; empty where nothing did.
    subscript(column: String) -> Substring {
      columns.firstIndex(of: column).map { cells[$0] } ?? ""
    }

    /// Whether the cells are those of another row.
    func hasCells(of other: Row) -> Bool { columns == other.columns && cells == other.cells }
  }

  /// Whether the report keeps the cells of its rows and the rows of side files.
  var isDetailed: Bool { !before.isEmpty }

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
        let columns = (attributes["columns"] ?? "").split(separator: " ").map(String.init)
        rows += Self.text(element).split(separator: " ").compactMap {
          Row(
            kind: attributes["kind"] ?? "", file: attributes["file"] ?? "", columns: columns,
            word: $0)
        }
      case "before":
        before.append(
          (
            attributes["kind"] ?? "", attributes["from"] ?? "",
            Self.text(element).split(separator: " ").map(String.init)
          ))
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
        audience = attributes["audience"]
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

  /// Reads a table: its rows are named by their column `name` where it tells them apart, else by
  /// their first cells, as many as do.
  private mutating func collectTable(_ table: xmlNodePtr, _ of: String) {
    let rows = Self.children(table).filter { ["row", "total"].contains(Self.name($0)) }
    let cells = rows.map { row in
      Self.children(row).filter { Self.name($0) == "cell" }.map { cell in
        let attributes = Self.attributes(cell)
        let shown = Self.text(cell)
        return (
          key: attributes["key"] ?? "", exact: Self.exact(attributes) ?? shown, shown: shown
        )
      }
    }
    let names = cells.compactMap { row in row.first { $0.key == "name" }?.shown }
    let isNamed = names.count == cells.count && Set(names).count == names.count
    var seen: Set<String> = []
    for row in cells {
      guard let first = row.first else { continue }
      let own = row.first { $0.key == "name" }?.shown
      var name = first.shown
      if let own { name = isNamed || first.key == "name" ? own : name + " · " + own }
      var more = row.dropFirst().filter { $0.key != "name" }.makeIterator()
      while seen.contains(name), let next = more.next() { name += " · " + next.shown }
      seen.insert(name)
      words.append(name)
      for cell in row.dropFirst() where cell.key != "name" {
        add("\(of) / \(name) / \(cell.key)", Cell(exact: cell.exact, shown: cell.shown))
        if cell.shown == cell.exact { words.append(cell.shown) }
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

  private static func children(_ node: xmlNodePtr) -> [xmlNodePtr] {
    var result: [xmlNodePtr] = []
    var next = node.pointee.children
    while let child = next {
      next = child.pointee.next
      if child.pointee.type == XML_ELEMENT_NODE { result.append(child) }
    }
    return result
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

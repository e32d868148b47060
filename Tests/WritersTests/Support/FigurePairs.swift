/// Every (figure, exact value) that a file holds: values that name their figure, and each cell of a
/// table of a figure as figure/row/column.
struct FigurePairs {
  private(set) var pairs: Set<String> = []

  /// Reads an HTML report.
  init(html root: Node) {
    for node in root.all where node.name != "table" {
      guard let of = node["data-of"], let value = FigurePairs.value(html: node) else { continue }
      pairs.insert("\(of) = \(value)")
    }
    for table in root.named("table") {
      guard let of = table["data-of"], !table.has(class: "board") else { continue }
      let keys = table.named("thead").flatMap { $0.named("th") }.compactMap { $0["data-key"] }
      let rows = (table.named("tbody") + table.named("tfoot")).flatMap { $0.named("tr") }
      for (number, row) in rows.enumerated() {
        for (key, cell) in zip(keys, row.children) {
          let inner = cell.children.first { ["data", "time", "abbr"].contains($0.name) }
          let value = inner.map { FigurePairs.value(html: $0) ?? "—" } ?? cell.text
          pairs.insert("\(of)/\(number)/\(key) = \(value)")
        }
      }
    }
  }

  /// Reads an XML report.
  init(xml root: Node) {
    for node in root.all where !["table", "board"].contains(node.name) {
      guard let of = node["of"], let value = FigurePairs.value(xml: node) else { continue }
      pairs.insert("\(of) = \(value)")
    }
    for table in root.named("table") {
      guard let of = table["of"] else { continue }
      let rows = table.children.filter { $0.name == "row" || $0.name == "total" }
      for (number, row) in rows.enumerated() {
        for cell in row.children {
          let value = FigurePairs.value(xml: cell) ?? "—"
          pairs.insert("\(of)/\(number)/\(cell["key"] ?? "") = \(value)")
        }
      }
    }
  }

  private static func value(html node: Node) -> String? {
    node["value"] ?? node["datetime"] ?? node["data-value"]
  }

  private static func value(xml node: Node) -> String? {
    if let numerator = node["numerator"], let denominator = node["denominator"] {
      return numerator + "/" + denominator
    }
    return node["value"]
  }
}

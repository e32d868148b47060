/// The elements and attributes of a template: the one list that checker and messages use.
enum Vocabulary {
  struct Element: Sendable {
    let name: String
    /// Attributes that must stand.
    let required: [String]
    let optional: [String]
    let content: Content

    init(
      _ name: String, required: [String] = [], optional: [String] = [], _ content: Content = .none
    ) {
      self.name = name
      self.required = required
      self.optional = optional + (content == .root || name == "item" ? [] : Vocabulary.common)
      self.content = content
    }

    var attributes: [String] { required + optional }
  }

  enum Content: Sendable {
    case none, text, blocks, items, root
  }

  /// Conditions that every block may carry.
  static let common = ["when", "audience"]

  static let report = Element(
    "report", required: ["name", "title"],
    optional: ["period", "anchor", "style", "orientation", "audience"], .root)
  static let part = Element("part", .root)

  static let item = Element(
    "item", optional: ["at", "mark", "detail", "filled", "none", "some"], .text)

  static let blocks: [Element] = [
    Element("section", required: ["title"], optional: ["each", "by", "limit"], .blocks),
    Element("p", .text),
    Element("metrics", required: ["of"], optional: ["compare", "target"]),
    Element(
      "table", required: ["of"],
      optional: [
        "title", "columns", "series", "order", "limit", "empty", "total", "match", "remarks",
        "write",
      ]),
    Element(
      "chart", required: ["of", "kind"],
      optional: ["title", "values", "series", "limit", "panels", "empty", "match"]),
    Element(
      "list", required: ["title"],
      optional: ["of", "columns", "numbered", "order", "limit", "empty", "match"], .items),
    Element(
      "checklist", required: ["title"],
      optional: ["of", "columns", "order", "limit", "empty", "match"],
      .items),
    Element(
      "timeline", required: ["title"],
      optional: ["of", "at", "mark", "text", "detail", "order", "limit", "empty"], .items),
    Element(
      "board", required: ["of"],
      optional: ["title", "building", "floor", "room", "state", "value", "empty"]),
    Element("fill", required: ["slot", "title"], optional: ["lines"]),
    Element("signatures", optional: ["roles"]),
    Element("note", optional: ["level"], .text),
    Element("page-break"),
    Element("include", required: ["part"]),
  ]

  static let blockNames = blocks.map(\.name)

  static func block(_ name: String) -> Element? { blocks.first { $0.name == name } }

  /// Figures that only the manager's copy may show: praise is public, blame is not.
  static let managerOnly = ["staff.behind"]
}

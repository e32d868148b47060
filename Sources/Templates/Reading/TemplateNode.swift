/// An element of a template file as read, with where everything stands.
struct TemplateNode {
  struct Attribute {
    let name: String
    let value: String
    let nameOffset: Int
    /// Bytes of the value in the source.
    let range: Range<Int>
  }

  let name: String
  let isOurs: Bool
  let attributes: [Attribute]
  var children: [TemplateNode] = []
  /// The element's own text, all pieces together.
  var text = ""
  /// Offset of the start tag, and of each `{` of the text.
  let offset: Int
  let braces: [Int]

  subscript(name: String) -> Attribute? { attributes.first { $0.name == name } }
}

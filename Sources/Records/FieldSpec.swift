/// What is known of one column of one kind: its field, canonical header, type and need.
package struct FieldSpec: Hashable, Sendable {
  package enum Need: Sendable { case key, usual, optional }

  package let field: Field
  /// The canonical Chinese header; the canonical English one is the field's identifier.
  package let header: String
  package let type: FieldType
  package let need: Need

  package init(_ field: Field, _ header: String, _ type: FieldType, _ need: Need = .optional) {
    self.field = field
    self.header = header
    self.type = type
    self.need = need
  }
}

package import Quantities

/// A number or an id that does not tell who is who, found while customers were put together.
package struct IdentityRemark: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// More than five different surnames gave the number: it joins nobody.
    case sharedNumber(String)
    /// The id stands for two people with other numbers and surnames: it does not join them.
    case idOfTwo(Symbol)
  }

  package let kind: Kind
  /// The first row that shows it; of an id the first row of each of the two people.
  package let rows: [SourceRow]

  package init(_ kind: Kind, rows: [SourceRow]) {
    self.kind = kind
    self.rows = rows
  }
}

import Records

/// The office by reference: what thousands of lineages hold without copying all of its parts.
final class House: Sendable {
  let office: SalesOffice

  init(_ office: SalesOffice) { self.office = office }
}

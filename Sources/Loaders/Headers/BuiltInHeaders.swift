import Records

/// The built-in headers by their cleaned names: thousands of names, most of them of one kind, without
/// a list of its own for each.
struct BuiltInHeaders {
  /// One kind that knows a header, and the field it means there.
  struct Entry {
    let kind: RecordKind
    let field: Field
    let isCanonical: Bool
    /// Place of the next entry of the same name; -1 behind the last.
    fileprivate var next: Int32 = -1

    fileprivate init(_ kind: RecordKind, _ field: Field, _ isCanonical: Bool) {
      (self.kind, self.field, self.isCanonical) = (kind, field, isCanonical)
    }
  }

  private var entries: [Entry] = []
  /// Places of the first and the last entry of a name.
  private var ends: [ExactText: (first: Int32, last: Int32)] = [:]

  init() {
    entries.reserveCapacity(4_000)
    ends.reserveCapacity(3_000)
  }

  /// Adds a name of a kind, unless the kind knows it already.
  mutating func add(_ name: ExactText, _ kind: RecordKind, _ field: Field, _ isCanonical: Bool) {
    let place = Int32(entries.count)
    guard let known = ends[name] else {
      entries.append(Entry(kind, field, isCanonical))
      ends[name] = (place, place)
      return
    }
    // Kinds come one after the other: only the last can be this one.
    if entries[Int(known.last)].kind == kind { return }
    entries[Int(known.last)].next = place
    entries.append(Entry(kind, field, isCanonical))
    ends[name] = (known.first, place)
  }

  /// The entries of a name in the order in which they were added.
  subscript(name: ExactText) -> [Entry] {
    guard var place = ends[name]?.first else { return [] }
    var found: [Entry] = []
    while place >= 0 {
      found.append(entries[Int(place)])
      place = entries[Int(place)].next
    }
    return found
  }
}

import Records

/// The words of the trade that mean the same: a standard word and its other spellings, by field.
///
/// The only folding there is beside the office's `words.csv`, printed in the reference. It joins
/// spellings of one thing, never different things: an office that wants its billboards as one row
/// says so in `words.csv`.
struct BuiltInWords {
  /// One standard word and the words folded to it.
  struct Entry {
    let standard: String
    let words: [String]
  }

  let field: Field
  /// Kinds whose column is meant; empty for all.
  let kinds: [RecordKind]
  let entries: [Entry]

  /// Lines of `standard: word word …`; a word alone is known and stays as it is.
  init(_ field: Field, _ kinds: [RecordKind], _ lines: String) {
    self.field = field
    self.kinds = kinds
    entries = lines.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard let first = parts.first else { return nil }
      let standard = String(first.filter { $0 != " " })
      let words = parts.count > 1 ? parts[1].split(separator: " ").map(String.init) : []
      return standard.isEmpty ? nil : Entry(standard: standard, words: words)
    }
  }

  static let all: [BuiltInWords] = [
    channels, purposes, families, times, payments, products, visitKinds, dealStatuses,
    cancelKinds, unitStatuses, measures, tiers, sources, objections, focuses, ways, results,
    taskStatuses,
  ]
}

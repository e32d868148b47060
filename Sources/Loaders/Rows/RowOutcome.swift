import Diagnostics
import Quantities
import Records

/// What became of the rows of a file, or of a piece of it, beside the cells that are kept.
struct RowOutcome: Sendable {
  var balance = RowBalance()
  var findings = FindingList()
  var rejects: [RejectedRow] = []
  var setAside: [SetAsideRow] = []
  var totals: [TotalRow] = []
  /// Reasons of rows that are not counted, by row of the table.
  var exclusions: [Int: Int] = [:]
  var notes: [NoteKey: NoteCount] = [:]
  /// A day was met whose order of day and month only the whole column tells.
  var needsOrder = false

  /// A repair or doubt about the cells of one column.
  struct NoteKey: Hashable {
    let column: Int
    let code: String
  }

  struct NoteCount {
    var count: Int
    /// Where it was met first, and the cell as it may be shown.
    let line: Int
    let sample: String
  }

  /// A total row met in the file.
  struct TotalRow {
    let line: Int
    let isPartial: Bool
    let cells: [String]
  }

  /// Counts a row for a reason; gives the reason's index in the balance.
  @discardableResult
  mutating func note(reason code: String) -> Int { balance.note(code, Labels.words(code)) }

  /// Adds the outcome of the rows behind these, the first of which is row `row` of the table.
  mutating func append(_ next: RowOutcome, at row: Int) {
    let reasons = next.balance.reasons.map { balance.note($0.code, $0.words, count: $0.count) }
    balance.rows += next.balance.rows
    balance.skipped += next.balance.skipped
    balance.rejected += next.balance.rejected
    balance.excluded += next.balance.excluded
    findings.merge(next.findings)
    rejects += next.rejects
    setAside += next.setAside
    totals += next.totals
    exclusions.merge(next.exclusions.map { ($0 + row, reasons[$1]) }) { first, _ in first }
    notes.merge(next.notes) { first, later in
      NoteCount(count: first.count + later.count, line: first.line, sample: first.sample)
    }
    if next.needsOrder { needsOrder = true }
  }
}

extension RowBalance {
  /// Counts more rows for a reason; gives the reason's index.
  @discardableResult
  mutating func note(_ code: String, _ words: Words, count: Int = 1) -> Int {
    if let index = reasons.firstIndex(where: { $0.code == code }) {
      reasons[index].count += count
      return index
    }
    reasons.append(Reason(code: code, words: words, count: count))
    return reasons.count - 1
  }
}

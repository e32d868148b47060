import Facts
import Quantities
import Records

/// One row that breaks a rule: what it says, what was expected, who entered it.
struct AuditHit: Sendable {
  let rule: AuditRule
  let source: SourceRow
  /// Other rows that the finding rests on.
  var others: [SourceRow] = []
  var value: Value
  var expected: Value
  let staff: WordList

  var lineage: Lineage {
    let rows = [source] + others
    return Lineage { rows }
  }
}

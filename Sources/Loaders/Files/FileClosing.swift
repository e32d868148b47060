import CSV
import Diagnostics
import Quantities
import Records

/// What is to be said about a file once all its rows are read: repairs, its own totals, doubts.
struct FileClosing {
  let head: FileHead
  let plan: HeaderPlan
  let pass: FilePass
  /// Rows of the file in the table.
  let rows: Range<Int>

  private var name: String { head.file.name }

  mutating func tell(
    _ findings: inout FindingList, _ builder: TableBuilder, _ request: LoadRequest
  ) {
    if pass.outcome.balance.rows == 0 {
      findings.add(Finding(.warning, "file.no-rows", [:], at: Place(file: name)))
    }
    tellNotes(&findings)
    tellTotals(&findings)
    tellSizes(&findings, builder)
  }

  /// The findings about the head, then those about rows.
  func merged(_ headFindings: FindingList) -> FindingList {
    var all = headFindings
    all.merge(pass.outcome.findings)
    return all
  }

  /// One finding for each kind of repair and column: "12 days were serial numbers".
  private func tellNotes(_ findings: inout FindingList) {
    let sorted = pass.outcome.notes.sorted {
      ($0.value.line, $0.key.column, $0.key.code) < ($1.value.line, $1.key.column, $1.key.code)
    }
    for (key, note) in sorted {
      let decoder = pass.decoders[key.column]
      findings.add(
        Finding(
          FileClosing.severity(key.code), "cells.\(key.code)",
          [
            "count": String(note.count), "column": decoder.header, "sample": note.sample,
            "line": String(note.line),
          ], at: Place(file: name, line: note.line)))
    }
  }

  private static func severity(_ code: String) -> Finding.Severity {
    switch code {
    case "lost-digits", "cell-unit", "odd-phone", "range", "time-zone": .warning
    default: .note
    }
  }

  private func tellTotals(_ findings: inout FindingList) {
    guard !pass.outcome.totals.isEmpty else { return }
    var check = TotalCheck(head: head, plan: plan, pass: pass)
    for finding in check.findings() { findings.add(finding) }
  }

  /// An amount without a unit whose median looks like 万元 is doubted, never changed.
  private func tellSizes(_ findings: inout FindingList, _ builder: TableBuilder) {
    guard plan.kind == .deals else { return }
    for decoder in pass.decoders where decoder.spec.type == .money && decoder.money.unit == nil {
      guard let store = builder.stores.first(where: { $0.field == decoder.field }) else { continue }
      let values = store.numbers[rows].filter { $0 > 0 }.sorted()
      guard !values.isEmpty else { continue }
      let median = values[values.count / 2]
      // 10 to 9,999 yuan for a home.
      guard median >= 1000, median < 1_000_000 else { continue }
      findings.add(
        Finding(
          .warning, "cells.size",
          ["column": decoder.header, "median": Digits.decimal(Int128(median), decimals: 2)],
          at: Place(file: name, line: head.headerLine)))
    }
  }
}

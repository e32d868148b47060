import CSV
import Diagnostics
import Quantities
import Records

/// What is to be said about the head of a file: title lines, encoding, columns.
struct HeaderNotes {
  let name: String
  let line: Int
  let plan: HeaderPlan
  let book: HeaderBook
  var findings = FindingList()

  init(name: String, line: Int, plan: HeaderPlan, book: HeaderBook) {
    self.name = name
    self.line = line
    self.plan = plan
    self.book = book
  }

  private var place: Place { Place(file: name, line: line) }

  mutating func tellAmbiguous() {
    findings.add(Finding(.warning, "file.encoding-ambiguous", [:], at: Place(file: name)))
  }

  mutating func tellHead(_ head: FileHead) {
    if let titles = head.found?.titles, titles > 0 {
      findings.add(
        Finding(.note, "file.title-lines", ["count": String(titles)], at: Place(file: name)))
    }
  }

  mutating func tellClashes() {
    for clash in plan.clashes {
      let spec = plan.kind.fields.first { $0.field == clash.field }
      findings.add(
        Finding(
          .error, "columns.clash",
          [
            "first": clash.first.typed.trimmingBlanks, "second": clash.second.typed.trimmingBlanks,
            "firstColumn": String(clash.first.position + 1),
            "secondColumn": String(clash.second.position + 1), "field": spec?.header ?? "",
            "kindName": plan.kind.words.chinese, "kind": plan.kind.rawValue,
          ], at: place))
    }
  }

  mutating func tellColumns() {
    for header in plan.repeated {
      findings.add(
        Finding(.warning, "columns.repeated", ["column": header.trimmingBlanks], at: place))
    }
    for column in plan.columns where column.yieldsTo != nil {
      findings.add(
        Finding(
          .note, "columns.replaced",
          ["column": column.typed.trimmingBlanks, "by": column.yieldsTo ?? ""], at: place))
    }
    let unused = plan.columns.filter {
      $0.targets.isEmpty && !$0.name.name.isEmpty && !RowHash.ignored.contains($0.name.name)
        && !plan.furtherPhones.contains($0.position)
    }
    if !unused.isEmpty {
      let shown = unused.prefix(8).map { $0.typed.trimmingBlanks }.joined(separator: "、")
      findings.add(
        Finding(
          .note, "columns.unused",
          [
            "count": String(unused.count),
            "names": unused.count > 8 ? shown + "…" : shown,
          ], at: place))
    }
    for column in unused.prefix(40) where !book.isKnownUnused(column.name, in: plan.kind) {
      let near = nearMisses(column.name)
      if let first = near.first {
        findings.add(
          Finding(
            .note, "columns.near-miss",
            [
              "column": column.typed.trimmingBlanks, "near": near.joined(separator: "、"),
              "first": first,
            ], at: place))
      }
    }
  }

  /// Known headers near an unknown one, whose columns the file does not have.
  func nearMisses(_ header: HeaderName) -> [String] {
    guard header.name.count >= 3 else { return [] }
    let taken = Set(plan.columns.flatMap { $0.targets.map(\.field) })
    let names = book.names(of: plan.kind).filter { name in
      book.targets(HeaderName(name), in: plan.kind).contains { !taken.contains($0.field) }
    }
    return Spelling.nearest(to: header.name, among: names, limit: 2)
  }
}

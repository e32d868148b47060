import Analyzers
import Documents
import Facts
import Quantities
import Records
import Writers

extension ProofSheet {
  /// The sheet as a page to print: every row with a box to tick.
  func document(_ summary: RowSummary, language: Language) -> Document {
    let say = { (chinese: String, english: String) in Words(chinese, english)[language] }
    let name = definition.name[language] + (rowName.map { " · " + $0 } ?? "")
    var facts: [(String, String)] = [
      (say("指标", "figure"), key.text), (say("定义", "definition"), definition.meaning[language]),
      (say("依据", "source"), definition.source),
      (say("口径", "rules"), rules.map { $0[language] }.joined(separator: " · ")),
    ]
    if !settings.isEmpty {
      facts.append((say("设置", "settings"), settings.map { $0[language] }.joined(separator: " · ")))
    }
    facts.append(
      (say("期间", "days"), days(language) + " · " + say("截至", "as of") + " \(asOf)"))
    facts += result.map { ($0.label, $0.text) }
    facts += arithmetic.map { (say("算式", "arithmetic"), $0) }
    facts += remarks.map { (say("说明", "remark"), $0[language]) }
    let columns = [
      Table.Column(key: "item", label: say("项", "item"), kind: .text),
      Table.Column(key: "text", label: say("内容", "content"), kind: .text),
    ]
    var blocks: [Block] = [
      .table(
        Table(
          title: name, columns: columns,
          rows: facts.map { Table.Row([shown($0.0), shown($0.1)]) }))
    ]
    for side in sides {
      let title = side.label[language] + (side.value.map { " = " + $0 } ?? "")
      let count = say("\(side.rows.count) 行", "\(side.rows.count) rows")
      blocks.append(
        .section(
          Section(
            title: [.text("\(title) · \(count)")],
            blocks: [.table(ticks(side.rows, summary, language))])))
    }
    blocks.append(
      .signatures([say("复算", "recalculated by"), say("审核", "checked by"), say("日期", "date")]))
    return Document(
      name: "proof", title: say("复算单", "Proof sheet") + " " + name,
      project: summary.office.settings.projectName, language: language, period: window.period,
      asOf: asOf, isUnfinished: window.isUnfinished, rules: rules.map { $0[language] },
      blocks: blocks)
  }

  /// Every row with its number and a box to tick; the head stands again on every page.
  private func ticks(_ rows: [SourceRow], _ summary: RowSummary, _ language: Language) -> Table {
    let say = { (chinese: String, english: String) in Words(chinese, english)[language] }
    return Table(
      title: say("逐行核对", "tick each row"),
      columns: [
        Table.Column(key: "number", label: say("序", "no."), kind: .number),
        Table.Column(key: "place", label: say("文件:行", "file:line"), kind: .text),
        Table.Column(key: "text", label: say("内容", "content"), kind: .text),
        Table.Column(key: "tick", label: say("勾", "tick"), kind: .text),
      ],
      rows: rows.enumerated().map { number, row in
        Table.Row([
          Shown(.count(number + 1), unit: .none), shown(summary.place(row)),
          shown(summary.cells(row).joined(separator: " · ")), shown("□"),
        ])
      }, emptyText: say("没有来源行", "no rows"))
  }

  private func shown(_ text: String) -> Shown { Shown(.text(text), unit: .text) }
}

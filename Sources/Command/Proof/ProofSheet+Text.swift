import Analyzers
import Facts
import Quantities
import Records

extension ProofSheet {
  /// The sheet for a terminal, one source row a line.
  func text(_ summary: RowSummary, language: Language) -> String {
    var lines = TextTable()
    let say = { (chinese: String, english: String) in Words(chinese, english)[language] }
    let name = definition.name[language] + (rowName.map { " · " + $0 } ?? "")
    lines.add([say("复算单", "proof sheet"), "\(key.text)  \(name)"])
    lines.add([say("定义", "definition"), definition.meaning[language]])
    lines.add([say("依据", "source"), definition.source])
    lines.add([say("口径", "rules"), rules.map { $0[language] }.joined(separator: " · ")])
    if !settings.isEmpty {
      lines.add([
        say("设置", "settings"), settings.map { $0[language] }.joined(separator: " · "),
      ])
    }
    lines.add([
      say("期间", "days"), days(language) + " · " + say("截至", "as of") + " \(asOf)",
    ])
    for (label, text) in result { lines.add([label, text]) }
    for text in arithmetic { lines.add([say("算式", "arithmetic"), text]) }
    for remark in remarks { lines.add([say("说明", "remark"), remark[language]]) }
    var text = lines.text()
    for side in sides {
      let value = side.value.map { " = " + $0 } ?? ""
      text += "\n\(side.label[language])\(value) · \(side.rows.count) \(say("行", "rows"))\n"
      var table = TextTable()
      for row in side.rows {
        table.add([summary.place(row)] + summary.cells(row))
      }
      text += table.text(indent: "  ")
    }
    return text
  }

  /// The sheet as JSON: what `text` says, for programs.
  func json(_ summary: RowSummary, language: Language) -> String {
    var json = JSONText()
    json.object { json in
      for (name, value) in [
        ("id", key.text), ("name", definition.name[language]),
        ("definition", definition.meaning[language]), ("source", definition.source),
        ("from", window.from.description), ("to", window.to.description),
        ("asOf", asOf.description),
      ] {
        json.key(name)
        json.string(value)
      }
      json.key("unfinished")
      json.raw(window.isUnfinished ? "true" : "false")
      if let rowName {
        json.key("row")
        json.string(rowName)
      }
      json.key("result")
      json.object { json in
        for (label, text) in result {
          json.key(label)
          json.string(text)
        }
      }
      for (name, texts) in [
        ("arithmetic", arithmetic), ("rules", rules.map { $0[language] }),
        ("settings", settings.map { $0[language] }), ("remarks", remarks.map { $0[language] }),
      ] {
        json.key(name)
        json.array { json in for text in texts { json.string(text) } }
      }
      json.key("sides")
      json.array { json in
        for side in sides {
          json.object { json in
            json.key("label")
            json.string(side.label.english)
            if let value = side.value {
              json.key("value")
              json.string(value)
            }
            json.key("rows")
            json.array { json in
              for row in side.rows { json.string(summary.place(row)) }
            }
          }
        }
      }
    }
    return json.text + "\n"
  }
}

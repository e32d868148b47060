import Quantities

/// What changed between two issued reports.
struct ReportDifference {
  /// One figure that is not the same in both.
  struct Change {
    let name: String
    let old: IssuedReport.Cell?
    let new: IssuedReport.Cell?
  }

  let old: IssuedReport
  let new: IssuedReport
  let changes: [Change]
  /// Figures with the same exact value in both.
  let equal: Int

  init(old: IssuedReport, new: IssuedReport) {
    self.old = old
    self.new = new
    var changes: [Change] = []
    var equal = 0
    for (name, cell) in old.figures {
      let other = new[name]
      if other?.exact == cell.exact {
        equal += 1
      } else {
        changes.append(Change(name: name, old: cell, new: other))
      }
    }
    for (name, cell) in new.figures where old[name] == nil {
      changes.append(Change(name: name, old: nil, new: cell))
    }
    self.changes = changes
    self.equal = equal
  }

  /// Both reports are of the same document and the same days: a change is a restatement.
  var isRestatement: Bool {
    ["name", "project", "from", "to"].allSatisfy { old.head[$0] == new.head[$0] }
  }

  func text(_ language: Language) -> String {
    let say = { (chinese: String, english: String) in Words(chinese, english)[language] }
    var head = TextTable()
    for (label, key) in [
      (say("项目", "project"), "project"), (say("报告", "report"), "name"), (say("自", "from"), "from"),
      (say("至", "to"), "to"), (say("截至", "as of"), "as-of"),
    ] {
      head.add([label, old.head[key] ?? Formatter.dash, new.head[key] ?? Formatter.dash])
    }
    var text = head.text()
    text +=
      isRestatement
      ? say("同一期报告的重述：\n", "a restatement of the same period:\n")
      : say("两期不同的报告：\n", "two different periods or documents:\n")
    var table = TextTable(right: [1, 2])
    table.add([say("指标", "figure"), say("原", "old"), say("现", "new")])
    for change in changes {
      table.add([
        change.name, change.old?.shown ?? Formatter.dash, change.new?.shown ?? Formatter.dash,
      ])
    }
    text += changes.isEmpty ? say("没有变化\n", "no change\n") : table.text(indent: "  ")
    text += say(
      "相同 \(equal) 项，不同 \(changes.count) 项\n", "\(equal) equal, \(changes.count) different\n")
    return text
  }

  func json() -> String {
    var json = JSONText()
    let cell = { (cell: IssuedReport.Cell?, json: inout JSONText) in
      if let cell { json.string(cell.exact) } else { json.raw("null") }
    }
    json.object { json in
      json.key("restatement")
      json.raw(isRestatement ? "true" : "false")
      json.key("equal")
      json.raw(String(equal))
      json.key("changes")
      json.array { json in
        for change in changes {
          json.object { json in
            json.key("figure")
            json.string(change.name)
            json.key("old")
            cell(change.old, &json)
            json.key("new")
            cell(change.new, &json)
          }
        }
      }
    }
    return json.text + "\n"
  }
}

import Analyzers
import Quantities
import Records

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
  /// Why, as far as the two reports tell; empty for two different periods or documents.
  private(set) var causes: [RestatementCause] = []
  /// What made each changed figure another, where the data are at hand to try it.
  private(set) var cells: CellReasons?

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
    if isRestatement { causes = RestatementCause.list(old, new, CellChanges(old, new)) }
  }

  /// Looks in the newer report's data for what made every figure another.
  mutating func find(
    in analysis: Analysis, render: @escaping CellReasons.Rendering
  ) throws(Failure) {
    guard isRestatement else { return }
    let words = CellChanges(old, new, lexicon: analysis.office.lexicon)
    causes = RestatementCause.list(old, new, words)
    let former = FormerOffice(analysis.office, old: old, causes: causes, words: words)
    let known = Set(causes.map(\.place))
    causes += former.steps.filter { !known.contains($0.place) }.map {
      RestatementCause(sort: .earlier, place: $0.place, what: $0.why)
    }
    cells = try CellReasons(of: self, former, in: analysis, render: render)
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
    table.add([
      say("指标", "figure"), say("原", "old"), say("现", "new"),
      cells == nil ? "" : say("原因", "why"),
    ])
    for change in changes {
      table.add([
        change.name, change.old?.shown ?? Formatter.dash, change.new?.shown ?? Formatter.dash,
        because(change.name, language),
      ])
    }
    text += changes.isEmpty ? say("没有变化\n", "no change\n") : table.text(indent: "  ")
    text += say(
      "相同 \(equal) 项，不同 \(changes.count) 项\n", "\(equal) equal, \(changes.count) different\n")
    return text + reasons(language)
  }

  /// The first reasons of a change.
  private func because(_ name: String, _ language: Language) -> String {
    guard let cells else { return "" }
    let reasons = cells.reasons[name] ?? []
    var parts = reasons.prefix(Self.limit).map { reason in
      let text = [reason.place, reason.why[language]].filter { !$0.isEmpty }.joined(separator: " ")
      guard let without = reason.without else { return text }
      return text + Words("（否则 \(without)）", " (else \(without))")[language]
    }
    if reasons.count > Self.limit {
      parts.append(Words("等 \(reasons.count) 处", "\(reasons.count) in all")[language])
    }
    if cells.unexplained.contains(name) {
      parts.append(
        reasons.isEmpty
          ? Words("说不到哪一行，见下面的原因", "cannot be told by row; see why below")[language]
          : Words("另有说不到行的原因，见下", "and something not told by row, see below")[language])
    }
    return parts.joined(separator: "; ")
  }

  /// Reasons named beside one figure.
  private static let limit = 3

  /// The list of reasons, one title each.
  private func reasons(_ language: Language) -> String {
    let say = { (chinese: String, english: String) in Words(chinese, english)[language] }
    guard isRestatement else {
      guard !changes.isEmpty else { return "" }
      return say(
        "原因：时段、项目或报告不同，这是比较，不是重述\n",
        "why: another period, project or document; a comparison, not a restatement\n")
    }
    guard !causes.isEmpty else {
      return changes.isEmpty
        ? ""
        : say(
          "原因：行和文件都没有变；设置、模板或程序不同\n",
          "why: rows and files are the same; the settings, the template or the program are not\n")
    }
    var text = say("原因：\n", "why:\n")
    for sort in RestatementCause.Sort.allCases {
      let list = causes.filter { $0.sort == sort }
      guard !list.isEmpty else { continue }
      text += "  " + sort.title[language] + say("（\(list.count)）\n", " (\(list.count))\n")
      var table = TextTable()
      for cause in list {
        table.add((cause.place.isEmpty ? [] : [cause.place]) + [cause.what[language]])
      }
      text += table.text(indent: "    ")
    }
    if cells == nil, !changes.isEmpty {
      text += say(
        "加 --data 文件夹，就说出每个指标由哪些行引起\n", "with --data FOLDER every figure names its rows\n")
    }
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
            if let cells {
              json.key("rows")
              json.array { json in
                for reason in cells.reasons[change.name] ?? [] {
                  json.object { json in
                    json.key("place")
                    json.string(reason.place)
                    json.key("why")
                    json.string(reason.why.english)
                    json.key("without")
                    if let without = reason.without {
                      json.string(without)
                    } else {
                      json.raw("null")
                    }
                  }
                }
              }
              json.key("explained")
              json.raw(cells.unexplained.contains(change.name) ? "false" : "true")
            }
          }
        }
      }
      json.key("causes")
      json.array { json in
        for cause in causes {
          json.object { json in
            json.key("cause")
            json.string(cause.sort.rawValue)
            json.key("place")
            json.string(cause.place)
            json.key("what")
            json.string(cause.what.english)
          }
        }
      }
    }
    return json.text + "\n"
  }
}

import Analyzers
import Quantities
import Records

/// One reason why figures of a report are others today.
struct RestatementCause {
  /// What kind of reason, as JSON names it.
  enum Sort: String, CaseIterable {
    case late, gone, excluded, included, stage, amounts, words, rejected, accepted, earlier
    case settings, dictionary
    case asOf = "as-of"
    case rules, files

    /// Title of the reason's list.
    var title: Words {
      switch self {
      case .late: Words("补录：旧报告之后才有的行", "late entries: rows that came after the old report")
      case .gone: Words("不再有的行", "rows that are no longer there")
      case .excluded: Words("现在不计的行", "rows that no longer count")
      case .included: Words("原来不计、现在计入的行", "rows that did not count and now do")
      case .stage: Words("状态变了的行", "rows whose stage changed")
      case .amounts: Words("数字或日期改了的行", "rows whose numbers or days were corrected")
      case .words:
        Words("文字改了的行（渠道、顾问、产品等）", "rows whose words were corrected (channel, staff, product …)")
      case .rejected: Words("现在拒收的行", "rows that are rejected now")
      case .accepted: Words("原来拒收、现在能读的行", "rows that were rejected and are no longer")
      case .earlier:
        Words(
          "本期以前的历史变了（首访、累计、转化随之变）",
          "the history before the period changed (first visits, totals, conversions follow)")
      case .settings: Words("设置变了", "other settings")
      case .dictionary: Words("词语、列名对照变了", "other words and headers of the office")
      case .asOf: Words("截至日不同", "another as-of day")
      case .rules: Words("计数规则不同", "other counting rules")
      case .files: Words("文件", "files")
      }
    }
  }

  let sort: Sort
  /// file:line in the newer report's folder, or in the older one's for rows that are gone; empty
  /// where the reason is no row.
  let place: String
  let what: Words
  /// The row as the older report knew it, and as the newer one does; nil where it had none.
  var old: IssuedReport.Row?
  var new: IssuedReport.Row?

  /// The reasons that two reports of one document and period tell by themselves.
  ///
  /// - Parameter cells: what can be said of cells that changed.
  static func list(
    _ old: IssuedReport, _ new: IssuedReport, _ cells: CellChanges
  ) -> [RestatementCause] {
    var causes = rows(old, new, cells)
    let before = Set(old.rejected)
    let after = Set(new.rejected)
    causes += new.rejected.filter { !before.contains($0) }.map {
      RestatementCause(sort: .rejected, place: $0, what: Words("", ""))
    }
    causes += old.rejected.filter { !after.contains($0) }.map {
      RestatementCause(sort: .accepted, place: $0, what: Words("", ""))
    }
    causes += months(old, new)
    if let was = old.head["as-of"], let now = new.head["as-of"], was != now {
      causes.append(
        RestatementCause(
          sort: .asOf, place: "",
          what: Words(
            "\(was) → \(now)，其间的签约、退房、复访计入到今天的指标",
            "\(was) → \(now): signings, cancellations and visits between count in figures up to today"
          )))
    }
    if old.head["lang"] == new.head["lang"], old.rules != new.rules {
      let gone = old.rules.filter { !new.rules.contains($0) }.joined(separator: "、")
      let come = new.rules.filter { !old.rules.contains($0) }.joined(separator: "、")
      causes.append(
        RestatementCause(
          sort: .rules, place: "", what: Words("\(gone) → \(come)", "\(gone) → \(come)")))
    }
    return causes + files(old, new)
  }

  private static func rows(
    _ old: IssuedReport, _ new: IssuedReport, _ cells: CellChanges
  ) -> [RestatementCause] {
    func key(_ row: IssuedReport.Row) -> String { row.kind + " " + row.mark }
    let before = Dictionary(old.rows.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.rows.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    // A report that knew nothing of a kind without a period tells nothing about it.
    let known = Set(old.rows.map(\.kind)).union(IssuedRows.kinds.map(\.rawValue))
      .union(old.isDetailed ? RecordKind.allCases.map(\.rawValue) : [])
    var causes: [RestatementCause] = []
    func add(
      _ sort: Sort, _ what: Words, was: IssuedReport.Row? = nil, now: IssuedReport.Row? = nil
    ) {
      let row = now ?? was
      let kind = row.flatMap { RecordKind(rawValue: $0.kind) }
      let list: Sort =
        kind == .project ? .settings : kind == .words || kind == .columns ? .dictionary : sort
      causes.append(
        RestatementCause(
          sort: list, place: row?.place ?? Formatter.dash, what: what, old: was, new: now))
    }
    func isGone(_ row: IssuedReport.Row) -> Bool { row.counts && after[key(row)] == nil }
    var moved: [String: IssuedReport.Row] = [:]
    let gone = old.rows.filter(isGone)
    if !gone.isEmpty {
      for row in new.rows where row.counts && before[key(row)] == nil {
        moved[key(row)] = gone.first { cells.isCorrection($0, row) }
      }
    }
    let corrected = Set(moved.values.map(key))
    for row in new.rows where known.contains(row.kind) {
      let kind = RecordKind(rawValue: row.kind)?.words ?? Words(row.kind, row.kind)
      let now = cells.content(row)
      guard let was = before[key(row)] ?? moved[key(row)] else {
        guard row.counts else { continue }
        let none = row.kind == RecordKind.project.rawValue ? Words("默认", "default") : dash
        add(.late, now.map { told($0.about, none, $0.says) } ?? kind, now: row)
        continue
      }
      if was.counts != row.counts {
        add(row.counts ? .included : .excluded, kind, was: was, now: row)
        continue
      }
      guard row.counts else { continue }
      let changes = cells.list(was, row)
      let texts = changes.map(\.text)
      // A stage that advances brings its amount and its status with it.
      if was.stages != row.stages {
        add(.stage, joined([stages(was.stages, row.stages)] + texts), was: was, now: row)
        continue
      }
      guard !changes.isEmpty else { continue }
      if let now, let then = cells.content(was) {
        add(.words, told(now.about, Words(then.says, then.says), now.says), was: was, now: row)
        continue
      }
      let isNumber = changes.contains(where: \.isNumber)
      add(isNumber ? .amounts : .words, joined([kind] + texts, with: "："), was: was, now: row)
    }
    for row in gone where !corrected.contains(key(row)) {
      let kind = RecordKind(rawValue: row.kind)?.words ?? Words(row.kind, row.kind)
      let none = row.kind == RecordKind.project.rawValue ? Words("默认", "default") : dash
      let what = cells.content(row).map { content in
        Words(
          "\(content.about)：\(content.says) → \(none.chinese)",
          "\(content.about): \(content.says) → \(none.english)")
      }
      add(.gone, what ?? kind, was: row)
    }
    return causes
  }

  private static let dash = Words(Formatter.dash, Formatter.dash)

  private static func told(_ about: String, _ was: Words, _ now: String) -> Words {
    Words("\(about)：\(was.chinese) → \(now)", "\(about): \(was.english) → \(now)")
  }

  /// Parts with commas between, the first with something else behind it.
  private static func joined(_ parts: [Words], with first: String = "，") -> Words {
    func text(_ parts: [String], _ first: String, _ comma: String) -> String {
      let rest = parts.dropFirst().joined(separator: comma)
      return parts.count < 2 ? parts.first ?? "" : parts[0] + first + rest
    }
    return Words(
      text(parts.map(\.chinese), first, "，"),
      text(parts.map(\.english), first == "：" ? ": " : ", ", ", "))
  }

  private static func joined(_ parts: [Words]) -> Words {
    Words(
      parts.map(\.chinese).joined(separator: "，"), parts.map(\.english).joined(separator: ", "))
  }

  private static func stages(_ old: String, _ new: String) -> Words {
    var chinese: [String] = []
    var english: [String] = []
    for (letter, name) in [
      ("u", Words("认购", "subscribed")), ("s", Words("签约", "signed")),
      ("c", Words("退房", "cancelled")),
    ] where old.contains(letter) != new.contains(letter) {
      let is_ = new.contains(letter)
      chinese.append((is_ ? "新" : "撤销") + name.chinese)
      english.append((is_ ? "now " : "no longer ") + name.english)
    }
    return Words(chinese.joined(separator: "、"), english.joined(separator: ", "))
  }

  private static func months(_ old: IssuedReport, _ new: IssuedReport) -> [RestatementCause] {
    // A report that knows no history tells nothing about it.
    guard !old.earlier.isEmpty, !new.earlier.isEmpty else { return [] }
    let names = Set(old.earlier.map(\.name) + new.earlier.map(\.name)).sorted()
    let before = Dictionary(old.earlier.map { ($0.name, $0.rows) }, uniquingKeysWith: +)
    let after = Dictionary(new.earlier.map { ($0.name, $0.rows) }, uniquingKeysWith: +)
    return names.compactMap { name in
      let was = before[name] ?? 0
      let now = after[name] ?? 0
      guard was != now else { return nil }
      let parts = name.split(separator: " ").map(String.init)
      let kind = parts.first.flatMap { RecordKind(rawValue: $0)?.words } ?? Words(name, name)
      let month = parts.last ?? ""
      return RestatementCause(
        sort: .earlier, place: "",
        what: Words(
          "\(kind.chinese) \(month)：\(was) → \(now) 行",
          "\(kind.english) \(month): \(was) → \(now) rows"))
    }
  }

  private static func files(_ old: IssuedReport, _ new: IssuedReport) -> [RestatementCause] {
    var causes: [RestatementCause] = []
    func add(_ file: String, _ chinese: String, _ english: String) {
      causes.append(
        RestatementCause(sort: .files, place: file, what: Words(chinese, english)))
    }
    for file in old.files {
      guard let now = new.files.first(where: { $0.name == file.name }) else {
        add(file.name, "没有了（原 \(file.rows) 行）", "gone (\(file.rows) rows)")
        continue
      }
      if now.sha256 != file.sha256 {
        add(
          file.name, "内容变了：\(file.rows) → \(now.rows) 行", "changed: \(file.rows) → \(now.rows) rows"
        )
      }
    }
    for file in new.files where !old.files.contains(where: { $0.name == file.name }) {
      add(file.name, "新文件，\(file.rows) 行", "new, \(file.rows) rows")
    }
    return causes
  }
}

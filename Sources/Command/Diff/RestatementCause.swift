import Analyzers
import Quantities
import Records

/// One reason why figures of a report are others today.
struct RestatementCause {
  /// What kind of reason, as JSON names it.
  enum Sort: String, CaseIterable {
    case late, gone, excluded, included, stage, amounts, words, rejected, accepted, earlier
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
      case .amounts: Words("金额、面积或人数改了的行", "rows whose amount, area or heads were corrected")
      case .words:
        Words("文字改了的行（渠道、顾问、产品等）", "rows whose words were corrected (channel, staff, product …)")
      case .rejected: Words("现在拒收的行", "rows that are rejected now")
      case .accepted: Words("原来拒收、现在能读的行", "rows that were rejected and are no longer")
      case .earlier:
        Words(
          "本期以前的历史变了（首访、累计、转化随之变）",
          "the history before the period changed (first visits, totals, conversions follow)")
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

  /// The reasons that two reports of one document and period tell by themselves.
  static func list(_ old: IssuedReport, _ new: IssuedReport) -> [RestatementCause] {
    var causes = rows(old, new)
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

  private static func rows(_ old: IssuedReport, _ new: IssuedReport) -> [RestatementCause] {
    func key(_ row: IssuedReport.Row) -> String { row.kind + " " + row.mark }
    let before = Dictionary(old.rows.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.rows.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    var causes: [RestatementCause] = []
    for row in new.rows {
      let kind = RecordKind(rawValue: row.kind)?.words ?? Words(row.kind, row.kind)
      let place = row.place ?? Formatter.dash
      guard let was = before[key(row)] else {
        if row.counts { causes.append(RestatementCause(sort: .late, place: place, what: kind)) }
        continue
      }
      if was.counts != row.counts {
        causes.append(
          RestatementCause(sort: row.counts ? .included : .excluded, place: place, what: kind))
        continue
      }
      guard row.counts, let old = was.state, let new = row.state else { continue }
      // A stage that advances brings its amount and its status with it.
      if old.stages != new.stages {
        causes.append(
          RestatementCause(sort: .stage, place: place, what: stages(old.stages, new.stages)))
        continue
      }
      if old.numbers != new.numbers {
        causes.append(RestatementCause(sort: .amounts, place: place, what: kind))
      }
      if old.words != new.words {
        causes.append(RestatementCause(sort: .words, place: place, what: kind))
      }
    }
    for row in old.rows where row.counts && after[key(row)] == nil {
      let kind = RecordKind(rawValue: row.kind)?.words ?? Words(row.kind, row.kind)
      causes.append(
        RestatementCause(sort: .gone, place: row.place ?? Formatter.dash, what: kind))
    }
    return causes
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

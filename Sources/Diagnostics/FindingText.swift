/// Findings as people read them: place, severity, sentence and code, the line of the source with
/// the cell marked, and a hint that says what to type.
///
///     visits.csv:128:23: error: "2026-13-02" in column 来访时间 is not a date [visits.bad-date]
///       128 | 张**,138****6021,2026-13-02,自然到访
///           |                  ^^^^^^^^^^
///       hint: write the day as 2026-12-02 or 2026/12/2
package struct FindingText: Sendable {
  private let wording: Wording
  private let isChinese: Bool

  /// - Parameter chinese: the language of the words; English otherwise.
  package init(chinese: Bool) {
    isChinese = chinese
    wording = chinese ? .chinese : .english
  }

  /// The lines of a finding, each with its line end.
  package func text(of finding: Finding) -> String {
    if finding.code == "more" {
      let file = finding.place.map { $0.file + ": " } ?? ""
      return "\(file)\(wording.sentence(of: finding)) [\(finding.facts["of"] ?? "")]\n"
    }
    var text = ""
    if let place = finding.place {
      text += place.file
      if let line = place.line { text += ":\(line)" }
      if let column = place.column { text += ":\(column)" }
      text += ": "
    }
    text += "\(severity(finding.severity))\(isChinese ? "：" : ": ")"
    text += "\(wording.sentence(of: finding)) [\(finding.code)]\n"
    if let excerpt = finding.excerpt { text += lines(of: excerpt, at: finding.place?.line) }
    if let hint = wording.hint(of: finding) {
      text += isChinese ? "  建议：\(hint)\n" : "  hint: \(hint)\n"
    }
    return text
  }

  private func severity(_ severity: Finding.Severity) -> String {
    guard isChinese else { return severity.rawValue }
    switch severity {
    case .note: return "提示"
    case .warning: return "警告"
    case .error: return "错误"
    }
  }

  /// The line and the mark under it; wide characters take two columns of a terminal.
  private func lines(of excerpt: Excerpt, at line: Int?) -> String {
    let number = line.map(String.init) ?? ""
    let margin = String(repeating: " ", count: number.count)
    let shown = excerpt.text.map { $0 == "\t" ? " " : $0 }
    let before = shown.prefix(excerpt.start).reduce(0) { $0 + FindingText.width($1) }
    let marked = shown.dropFirst(excerpt.start).prefix(excerpt.length)
    let length = max(1, marked.reduce(0) { $0 + FindingText.width($1) })
    return "  \(number) | \(String(shown))\n  \(margin) | "
      + String(repeating: " ", count: before) + String(repeating: "^", count: length) + "\n"
  }

  /// Columns that a character takes on a terminal: two for Chinese characters and full widths.
  package static func width(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first?.value else { return 0 }
    switch scalar {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

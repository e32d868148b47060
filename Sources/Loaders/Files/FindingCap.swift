import Diagnostics

/// Caps findings that were gathered after the files were read.
enum FindingCap {
  /// The findings in order, at most `FindingList.limit` of one code in one file; what lies above
  /// is one line at the end of its kind.
  static func capped(_ findings: [Finding]) -> [Finding] {
    var counts: [String: Int] = [:]
    func key(_ finding: Finding) -> String { finding.code + "\u{0}" + (finding.place?.file ?? "") }
    for finding in findings { counts[key(finding), default: 0] += 1 }
    var seen: [String: Int] = [:]
    var result: [Finding] = []
    for finding in findings {
      let key = key(finding)
      let number = seen[key, default: 0] + 1
      seen[key] = number
      if finding.code == "more" || number <= FindingList.limit { result.append(finding) }
      if number == FindingList.limit, let all = counts[key], all > number, finding.code != "more",
        !findings.contains(where: {
          $0.code == "more" && $0.facts["of"] == finding.code
            && $0.place?.file == finding.place?.file
        })
      {
        result.append(
          Finding(
            finding.severity, "more", ["count": String(all - number), "of": finding.code],
            at: finding.place.map { Place(file: $0.file) }))
      }
    }
    return result
  }
}

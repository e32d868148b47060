/// Findings in the order in which they are met, capped a kind: of many alike the first few are
/// kept, and one line says how many more there were.
package struct FindingList: Sendable {
  /// How many of one kind are kept in full.
  package static let limit = 10

  private var kept: [Finding] = []
  private var counts: [Key: Int] = [:]
  private var order: [Key] = []

  private struct Key: Hashable {
    let code: String
    let file: String
  }

  package init() {}

  /// Whether one more finding of the code in the file would be kept in full; ask before building
  /// an excerpt.
  package func keeps(_ code: String, in file: String) -> Bool {
    counts[Key(code: code, file: file), default: 0] < FindingList.limit
  }

  /// Adds a finding, or counts it where there are enough alike.
  package mutating func add(_ finding: Finding) {
    let key = Key(code: finding.code, file: finding.place?.file ?? "")
    let count = counts[key, default: 0]
    if count == 0 { order.append(key) }
    counts[key] = count + 1
    if count < FindingList.limit { kept.append(finding) }
  }

  /// Counts one more of a kind that is no longer kept in full.
  package mutating func count(_ code: String, in file: String) {
    let key = Key(code: code, file: file)
    if counts[key] == nil { order.append(key) }
    counts[key, default: 0] += 1
  }

  /// Adds all findings and counts of another list behind these.
  package mutating func merge(_ other: FindingList) {
    for finding in other.kept { add(finding) }
    for key in other.order {
      let more = other.counts[key, default: 0] - other.kept.count { $0.isOf(key.code, key.file) }
      for _ in 0..<max(0, more) { count(key.code, in: key.file) }
    }
  }

  /// All findings by file in the order given, then line, with "and 37 more like this" behind the
  /// last of a kind.
  package func finished(files: [String]) -> [Finding] {
    var position: [String: Int] = [:]
    for (index, file) in files.enumerated() where position[file] == nil { position[file] = index }
    var result: [(file: Int, line: Int, index: Int, finding: Finding)] = []
    var last: [Key: (line: Int, severity: Finding.Severity)] = [:]
    for (index, finding) in kept.enumerated() {
      let file = finding.place.map { position[$0.file] ?? files.count } ?? files.count + 1
      let line = finding.place?.line ?? 0
      result.append((file, line, index * 2, finding))
      let key = Key(code: finding.code, file: finding.place?.file ?? "")
      last[key] = (line, finding.severity)
    }
    for (index, key) in order.enumerated() {
      guard let count = counts[key], count > FindingList.limit, let last = last[key] else {
        continue
      }
      let more = Finding(
        last.severity, "more", ["count": String(count - FindingList.limit), "of": key.code],
        at: key.file.isEmpty ? nil : Place(file: key.file))
      result.append(
        (position[key.file] ?? files.count, last.line, kept.count * 2 + index, more))
    }
    return result.sorted { ($0.file, $0.line, $0.index) < ($1.file, $1.line, $1.index) }
      .map(\.finding)
  }
}

extension Finding {
  fileprivate func isOf(_ code: String, _ file: String) -> Bool {
    self.code == code && (place?.file ?? "") == file
  }
}

/// "Did you mean": known names near a misspelt one.
package enum Spelling {
  /// Known names within a third of the word's length in edits (insert, delete, replace, swap of
  /// neighbours), nearest first, then in the given order.
  package static func nearest(to word: String, among known: [String], limit: Int = 3) -> [String] {
    let typed = Array(word.lowercased())
    let most = max(1, typed.count / 3)
    let near: [(distance: Int, position: Int)] = known.enumerated().compactMap { position, name in
      let distance = self.distance(typed, Array(name.lowercased()))
      return distance <= most ? (distance, position) : nil
    }
    let sorted = near.sorted { ($0.distance, $0.position) < ($1.distance, $1.position) }
    return sorted.prefix(limit).map { known[$0.position] }
  }

  /// Edits between two words (optimal string alignment).
  package static func distance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty { return b.count }
    if b.isEmpty { return a.count }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + Array(repeating: 0, count: b.count)
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], before[j - 2] + 1)
        }
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}

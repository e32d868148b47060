import Diagnostics
import Quantities
import Records

/// Competitors whose names look like two spellings of one. They are said and never joined: only the
/// office's own words join names.
struct RivalSpellings {
  private(set) var findings: [Finding] = []

  /// More pairs than these would hide each other.
  private static let most = 12
  /// With more names than these the search is left out; no office watches so many.
  private static let mostNames = 400

  init(_ office: SalesOffice) {
    var names = Names()
    let survey = office[.competitors]
    for row in 0..<survey.count where survey.state[row] == .counts {
      names.add(survey.symbol(.project, row), survey.source(row))
    }
    let visits = office[.visits]
    let lists = visits.lists(.rival)
    // Lists repeat: each is taken apart once, in the order in which they first stand.
    var counts: [(list: WordList, row: Int, count: Int)] = []
    var known: [WordList: Int] = [:]
    for row in lists.indices where !lists[row].isNone {
      if let place = known[lists[row]] {
        counts[place].count += 1
      } else {
        known[lists[row]] = counts.count
        counts.append((lists[row], row, 1))
      }
    }
    for (list, row, count) in counts {
      for word in office.lexicon[list] { names.add(word, visits.source(row), count) }
    }
    guard names.count.count <= Self.mostNames else { return }
    let sorted = names.count.keys.map { (symbol: $0, text: office.lexicon[$0]) }
      .filter { $0.text != "无" }.sorted { $0.text < $1.text }
    for (position, one) in sorted.enumerated() {
      for other in sorted[(position + 1)...] where Self.isNear(one.text, other.text) {
        guard findings.count < Self.most else { return }
        // The rarer spelling is most likely the slip.
        let isRarer = (names.count[other.symbol] ?? 0) <= (names.count[one.symbol] ?? 0)
        let (usual, rare) = isRarer ? (one, other) : (other, one)
        let place = names.first[rare.symbol].map {
          Place(file: office.sources[Int($0.file)].name, line: Int($0.line))
        }
        findings.append(
          Finding(
            .note, "competitors.similar", ["first": usual.text, "second": rare.text], at: place))
      }
    }
  }

  /// How often each name stands in the rows, and where first.
  private struct Names {
    var count: [Symbol: Int] = [:]
    var first: [Symbol: SourceRow] = [:]

    mutating func add(_ name: Symbol, _ row: SourceRow, _ times: Int = 1) {
      guard !name.isNone else { return }
      count[name, default: 0] += times
      if first[name] == nil { first[name] = row }
    }
  }

  /// One edit inside, or one begins or ends with the other whole, in names of three characters or
  /// more. Names of three characters that begin or end differently are most often two projects.
  static func isNear(_ first: String, _ second: String) -> Bool {
    let (a, b) = (Array(plain(first)), Array(plain(second)))
    guard min(a.count, b.count) >= 2 else { return false }
    if a == b { return true }
    guard min(a.count, b.count) >= 3 else { return false }
    // Phases of one project differ by a digit alone: they are two sets of homes.
    let digits = { (name: [Character]) in name.filter { "0123456789一二三四五六七八九十".contains($0) } }
    guard digits(a) == digits(b) else { return false }
    let (short, long) = a.count <= b.count ? (String(a), String(b)) : (String(b), String(a))
    if long.hasPrefix(short) || long.hasSuffix(short) { return true }
    return a.first == b.first && a.last == b.last && Spelling.distance(a, b) == 1
  }

  /// A name without case, blanks and marks.
  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

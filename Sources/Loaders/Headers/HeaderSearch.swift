import Records

/// One of the first lines of a file, as cells.
struct HeadLine {
  /// Line of its first byte, from 1.
  let line: Int
  let cells: [String]
}

/// Finds the header row among the first lines of a file, and the kind it speaks for.
struct HeaderSearch {
  let book: HeaderBook
  let fileName: String
  let forcedKind: RecordKind?

  /// A header row that was found.
  struct Found {
    let kind: RecordKind?
    /// Position among the head lines of the (lower) header row.
    let index: Int
    /// Header cells, parents joined to children where the header has two rows.
    let cells: [String]
    /// Head lines above the header.
    let titles: Int
  }

  /// The first line with at least three headers known to one kind; where no line has three, the
  /// first with two.
  func find(in lines: [HeadLine]) -> Found? {
    var two: (index: Int, names: [HeaderMeanings])?
    for (index, line) in lines.enumerated() where line.cells.count >= 2 {
      let names = meanings(of: line.cells)
      let known = known(names)
      if known >= 3 { return complete(lines, index, names) }
      if known == 2, two == nil { two = (index, names) }
    }
    return two.map { complete(lines, $0.index, $0.names) }
  }

  /// What the cells of a line mean as headers.
  func meanings(of cells: [String]) -> [HeaderMeanings] {
    cells.map { book.meanings(HeaderName($0)) }
  }

  /// The most headers that one kind knows.
  func known(_ names: [HeaderMeanings]) -> Int {
    kinds.map { kind in HeaderSearch.count(names, kind) }.max() ?? 0
  }

  /// Number of headers that a kind knows.
  private static func count(_ names: [HeaderMeanings], _ kind: RecordKind) -> Int {
    var count = 0
    for name in names where name.isKnown(in: kind) { count += 1 }
    return count
  }

  private var kinds: [RecordKind] { forcedKind.map { [$0] } ?? RecordKind.allCases }

  /// Joins a second header row, above or below, and decides the kind.
  private func complete(_ lines: [HeadLine], _ index: Int, _ names: [HeaderMeanings]) -> Found {
    var best = (kind: kind(of: names), index: index, cells: lines[index].cells, titles: index)
    var score = distinct(names, best.kind)
    if index > 0, HeaderSearch.isParentRow(lines[index - 1].cells) {
      let joined = HeaderSearch.join(lines[index - 1].cells, lines[index].cells)
      let names = meanings(of: joined)
      let kind = kind(of: names)
      if distinct(names, kind) > score {
        best = (kind, index, joined, index - 1)
        score = distinct(names, kind)
      }
    }
    if index + 1 < lines.count, HeaderSearch.isParentRow(lines[index].cells),
      HeaderSearch.isChildRow(lines[index + 1].cells, of: lines[index].cells)
    {
      let joined = HeaderSearch.join(lines[index].cells, lines[index + 1].cells)
      let names = meanings(of: joined)
      let kind = kind(of: names)
      if distinct(names, kind) >= score { best = (kind, index + 1, joined, index) }
    }
    return Found(
      kind: forcedKind ?? best.kind, index: best.index, cells: best.cells, titles: best.titles)
  }

  /// Number of different fields that the headers fill.
  private func distinct(_ names: [HeaderMeanings], _ kind: RecordKind?) -> Int {
    guard let kind = forcedKind ?? kind else { return 0 }
    return Set(names.flatMap { $0[kind].map(\.field) }).count
  }

  /// The kind with most known headers, at least two, one of them a key; then the file's name, then
  /// the kind whose keys are all there, then the order of kinds.
  private func kind(of names: [HeaderMeanings]) -> RecordKind? {
    if let forcedKind { return forcedKind }
    let name = Array(fileName.lowercased().utf8)
    var best: (rank: [Int], kind: RecordKind)?
    for (order, kind) in RecordKind.allCases.enumerated() {
      guard HeaderSearch.count(names, kind) >= 2 else { continue }
      let known = names.filter { $0.isKnown(in: kind) }
      let isHinted = kind.nameHints.contains { HeaderSearch.holds(name, $0) }
      let fields = Set(known.flatMap { $0[kind].map(\.field) })
      let keys = kind.fields.filter { $0.need == .key }.map(\.field)
      let isPlaced =
        kind == .units && fields.isSuperset(of: [.building, .roomNumber])
      let hasKey =
        isPlaced
        || known.contains { header in
          !isGenericDay(header.name, kind) && header[kind].contains { keys.contains($0.field) }
        }
      // 日期 alone speaks for no kind: another header of this kind only, or the file's name, must.
      let hasDay = fields.contains(.date)
      let speaks =
        isHinted
        || known.contains {
          !isGenericDay($0.name, kind) && book.isSpecific($0.name, to: kind)
        }
      guard hasKey || (hasDay && speaks) else { continue }
      let rank = [-known.count, isHinted ? 0 : 1, kind.isComplete(fields) ? 0 : 1, order]
      if best.map({ rank.lexicographicallyPrecedes($0.rank) }) ?? true { best = (rank, kind) }
    }
    return best?.kind
  }

  private func isGenericDay(_ header: HeaderName, _ kind: RecordKind) -> Bool {
    HeaderBook.genericDays.contains(header.name) && !book.isOffice(header, in: kind)
  }

  /// Whether a row may be the upper of two header rows: blanks to the right of a filled cell.
  private static func isParentRow(_ cells: [String]) -> Bool {
    let filled = cells.map { !isBlank($0) }
    guard filled.count(where: { $0 }) >= 2 else { return false }
    return zip(filled, filled.dropFirst()).contains { $0 && !$1 }
  }

  /// Whether a row holds only the lower headers under the spans of the row above.
  private static func isChildRow(_ cells: [String], of parents: [String]) -> Bool {
    var children = 0
    for (index, cell) in cells.enumerated() where !isBlank(cell) {
      let own = index >= parents.count || isBlank(parents[index])
      let next = index + 1 < parents.count && isBlank(parents[index + 1])
      // Under a blank, or under the first cell of a span.
      guard own || next else { return false }
      children += 1
    }
    return children >= 2
  }

  /// 首访 over 日期 and 顾问 is 首访日期 and 首访顾问; a column without a child keeps its parent.
  private static func join(_ parents: [String], _ children: [String]) -> [String] {
    var parent = ""
    return (0..<max(parents.count, children.count)).map { index in
      let above = index < parents.count ? parents[index] : ""
      let below = index < children.count ? children[index] : ""
      if !isBlank(above) { parent = above }
      return isBlank(below) ? above : parent + below
    }
  }

  private static func holds(_ name: [UInt8], _ hint: String) -> Bool {
    let hint = Array(hint.utf8)
    guard hint.count <= name.count else { return false }
    return (0...name.count - hint.count).contains { start in
      hint.indices.allSatisfy { name[start + $0] == hint[$0] }
    }
  }

  private static func isBlank(_ cell: String) -> Bool { HeaderName(cell).name.isEmpty }
}

extension RecordKind {
  /// Whether the fields hold all keys of the kind (of the deals and competitors: one way of them).
  func isComplete(_ fields: Set<Field>) -> Bool {
    switch self {
    case .units:
      return fields.contains(.room) || fields.isSuperset(of: [.building, .roomNumber])
    case .deals:
      return fields.contains(.room)
        && !fields.isDisjoint(with: [.date, .subscribed, .signed])
    case .competitors:
      return fields.contains(.project) && !fields.isDisjoint(with: [.date, .week])
    default:
      return self.fields.allSatisfy { $0.need != .key || fields.contains($0.field) }
    }
  }
}

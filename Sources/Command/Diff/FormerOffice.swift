import Analyzers
import Loaders
import Quantities
import Records

/// The office as an issued report knew it, put together from today's rows and what the report kept
/// of its own: every difference is a step that can be undone alone or with others.
///
/// Rows that came are taken out, rows that went or changed are put back as they were. What the
/// report did not keep (names, and words that nothing today has) is put back as something that is
/// no other, so that it counts without being mistaken.
struct FormerOffice {
  /// One difference between then and now.
  struct Step {
    /// file:line.
    let place: String
    let why: Words
    fileprivate let kind: RecordKind
    /// Rows that undoing takes out, and rows that it puts back.
    fileprivate var off: [Int] = []
    fileprivate var on: [Int] = []
    /// For one of several cells of a row: how many they are, the row with all of them as they were,
    /// and the row with all but this one.
    fileprivate var part: (count: Int, all: Int, others: Int)?
  }

  /// A row to put back.
  private struct Past {
    let row: IssuedReport.Row
    /// Today's row, for what the report did not keep.
    let model: Int?
    /// The columns that are put back; all where nil.
    var columns: Set<String>?
  }

  private(set) var steps: [Step] = []
  private let base: SalesOffice
  private let old: IssuedReport
  /// Rows of the base by kind and place.
  private var rows: [RecordKind: [String: Int]] = [:]
  private var tables: [RecordTable]
  private var lexicon: Lexicon
  private let words: CellChanges
  /// Rows to put back, by kind: what was kept of them, and the row that names and numbers are from.
  private var restored: [RecordKind: [Past]] = [:]
  private var files: [String: UInt16] = [:]
  private var people: [String: PhoneCell]?

  init(_ office: SalesOffice, old: IssuedReport, causes: [RestatementCause], words: CellChanges) {
    base = office
    tables = office.tables
    if let loaded = office.asLoaded {
      for index in tables.indices { tables[index].state = loaded.states[index] }
    }
    lexicon = office.lexicon
    self.old = old
    self.words = words
    for (index, source) in office.sources.enumerated() where files[source.name] == nil {
      files[source.name] = UInt16(index)
    }
    for kind in RecordKind.allCases {
      let table = office[kind]
      var found: [String: Int] = [:]
      for row in 0..<table.count { found[name(table.source(row))] = row }
      rows[kind] = found
    }
    let kept = old.isDetailed
    for cause in causes where kept || cause.old == nil {
      steps += steps(of: cause)
    }
    addEarlierRows()
    restore()
  }

  /// The office with some steps undone, as of a day.
  func office(undoing undone: some Sequence<Int>, asOf: CalendarDay) -> SalesOffice {
    var office = base
    office.tables = tables
    office.lexicon = lexicon
    office.sources = base.asLoaded?.sources ?? base.sources
    var hasSettings = false
    for index in undone {
      let step = steps[index]
      let position = step.kind.position
      for row in step.off { office.tables[position].state[row] = .duplicate }
      for row in step.part == nil ? step.on : [] { office.tables[position].state[row] = .counts }
      if step.kind == .project { hasSettings = true }
    }
    for (kind, row) in cells(undone) { office.tables[kind.position].state[row] = .counts }
    if hasSettings { office.settings = Settings(office[.project]) }
    return OfficeAssembly(office, asOf: asOf, today: asOf).office
  }

  /// The office without one of today's rows, as of a day.
  func office(without kind: RecordKind, _ row: Int, asOf: CalendarDay) -> SalesOffice {
    var office = base
    office.tables = tables
    office.lexicon = lexicon
    office.sources = base.asLoaded?.sources ?? base.sources
    office.tables[kind.position].state[row] = .duplicate
    return OfficeAssembly(office, asOf: asOf, today: asOf).office
  }

  /// The row of today's table at a place.
  func row(_ kind: RecordKind, _ place: String) -> Int? { rows[kind]?[place] }

  /// The rows to put back for cells that are undone, some of a row or all.
  private func cells(_ undone: some Sequence<Int>) -> [(RecordKind, Int)] {
    var groups: [(kind: RecordKind, off: Int, steps: [Step])] = []
    for step in undone.map({ steps[$0] }) where step.part != nil {
      if let last = groups.last, last.kind == step.kind, [last.off] == step.off {
        groups[groups.count - 1].steps.append(step)
      } else {
        groups.append((step.kind, step.off.first ?? 0, [step]))
      }
    }
    return groups.compactMap { group in
      guard let first = group.steps.first, let part = first.part else { return nil }
      if group.steps.count == 1, let row = first.on.first { return (group.kind, row) }
      // The one left out is known by what the others, undone without it, put back.
      let missing = steps.first { step in
        step.kind == group.kind && step.off == [group.off] && step.part != nil
          && !group.steps.contains { $0.on == step.on }
      }
      let isAllButOne = group.steps.count == part.count - 1
      return (group.kind, isAllButOne ? missing?.part?.others ?? part.all : part.all)
    }
  }

  // MARK: - Steps

  private mutating func steps(of cause: RestatementCause) -> [Step] {
    guard let row = cause.new ?? cause.old, let kind = RecordKind(rawValue: row.kind) else {
      return []
    }
    // The row as it was may still be there, replaced by a later file's.
    let then = cause.old.flatMap { old in
      old.place == cause.new?.place
        ? nil : self.row(kind, old.place).flatMap { isSame(old, kind, $0) ? $0 : nil }
    }
    if [.amounts, .words].contains(cause.sort), then == nil, let old = cause.old,
      let new = cause.new, let now = self.row(kind, new.place), words.list(old, new).count > 1
    {
      return cells(of: old, new, now, kind)
    }
    var step = Step(place: cause.place, why: why(cause, kind), kind: kind)
    if let new = cause.new, new.counts, let now = self.row(kind, new.place) {
      step.off.append(now)
    }
    if let old = cause.old, old.counts {
      if let then {
        step.on.append(then)
      } else if !old.columns.isEmpty {
        let model = cause.new.flatMap { self.row(kind, $0.place) }
        step.on.append(putBack(Past(row: old, model: model), kind))
      }
    }
    return step.off.isEmpty && step.on.isEmpty ? [] : [step]
  }

  /// A step a cell that changed in one row.
  private mutating func cells(
    of old: IssuedReport.Row, _ new: IssuedReport.Row, _ now: Int, _ kind: RecordKind
  ) -> [Step] {
    let changes = words.list(old, new)
    let names = Set(changes.map { "\($0.field.field)" })
    let all = putBack(Past(row: old, model: now), kind)
    return changes.map { change in
      let name = "\(change.field.field)"
      let alone = putBack(Past(row: old, model: now, columns: [name]), kind)
      let others = putBack(Past(row: old, model: now, columns: names.subtracting([name])), kind)
      return Step(
        place: new.place, why: change.text, kind: kind, off: [now], on: [alone],
        part: (changes.count, all, others))
    }
  }

  /// The index that a row will have when it is put back.
  private mutating func putBack(_ past: Past, _ kind: RecordKind) -> Int {
    restored[kind, default: []].append(past)
    return base[kind].count + (restored[kind]?.count ?? 1) - 1
  }

  /// Whether a row of today's tables is what the report kept.
  private func isSame(_ old: IssuedReport.Row, _ kind: RecordKind, _ row: Int) -> Bool {
    var cells = RowCells(kind, of: base)
    let columns = cells.columns.split(separator: " ").map(String.init)
    let word = ":\(old.line)::" + cells.text(row)
    let now = IssuedReport.Row(kind: old.kind, file: old.file, columns: columns, word: word[...])
    return now.map { words.list(old, $0).isEmpty } ?? false
  }

  private func why(_ cause: RestatementCause, _ kind: RecordKind) -> Words {
    switch cause.sort {
    case .late: return Words("补录", "late")
    case .gone:
      if let row = row(kind, cause.place), base[kind].state[row] == .duplicate {
        return Words("被后来的记录取代", "replaced by a later record")
      }
      if files[cause.old?.file ?? ""] == nil { return Words("文件没有了", "its file is gone") }
      let file = files[cause.old?.file ?? ""].map { Int32($0) }
      let isRejecting = base.setAside.contains {
        $0.cause == .rejected && $0.source.file == file
          && !old.rejected.contains(name($0.source))
      }
      return isRejecting
        ? Words("原来的这一行不再有，或现在拒收", "that row is gone, or rejected now")
        : Words("原来的这一行不再有", "that row is gone")
    case .excluded: return Words("现在不计", "no longer counts")
    case .included: return Words("现在计入", "counts now")
    default: return cause.what
    }
  }

  /// Rows before the period that the report did not know.
  private mutating func addEarlierRows() {
    guard let from = old.day("from"), let to = old.day("to") else { return }
    let last = min(to, old.day("as-of") ?? to)
    var known = Set(steps.map(\.place))
    for list in old.before {
      guard let kind = RecordKind(rawValue: list.kind), IssuedRows.kinds.contains(kind),
        let start = IssuedReport.day(list.from)
      else { continue }
      let marks = Set(list.marks)
      let table = base[kind]
      for (row, mark) in RowMark.markedBefore(kind, of: base, from: start, before: from)
      where !marks.contains(mark) {
        let place = name(table.source(row))
        guard known.insert(place).inserted else { continue }
        let day =
          DataSpan.dateFields(kind).compactMap { table.day($0, row) }.min()?.description ?? ""
        let moves = kind == .visits && comesAgain(row, from, last)
        steps.append(
          Step(
            place: place,
            why: moves
              ? Words("\(day) 的补录，首访因此更早", "late, of \(day): the first visit is earlier")
              : Words("\(day) 的补录", "late, of \(day)"),
            kind: kind, off: [row]))
      }
    }
  }

  /// Whether the customer of a visit comes again in a stretch of days.
  private func comesAgain(_ row: Int, _ from: CalendarDay, _ to: CalendarDay) -> Bool {
    let customers = base.customers.ofVisits
    guard customers.indices.contains(row), customers[row] >= 0 else { return false }
    return base.parties.of(customer: customers[row]).contains {
      from.number <= base.parties.day[$0] && base.parties.day[$0] <= to.number
    }
  }

  private func name(_ source: SourceRow) -> String {
    "\(base.sources[Int(source.file)].name):\(source.line)"
  }

  // MARK: - Rows put back

  private mutating func restore() {
    for kind in RecordKind.allCases {
      guard let list = restored[kind], !list.isEmpty else { continue }
      var table = tables[kind.position]
      for past in list {
        table.appendRow(
          file: files[past.row.file] ?? 0, line: Int32(past.row.line), state: .duplicate)
        if !table.minutes.isEmpty { table.minutes.append(-1) }
      }
      for spec in kind.fields where table.has(spec.field) {
        table[spec.field] = column(table[spec.field], "\(spec.field)", list)
      }
      tables[kind.position] = table
    }
  }

  /// A column with the cells of the rows that are put back.
  private mutating func column(_ column: Column, _ name: String, _ list: [Past]) -> Column {
    /// Today's row where the cell is not put back.
    func model(_ past: Past) -> Int? {
      guard let model = past.model else { return nil }
      let isKept = past.row.columns.contains(name)
      return isKept && past.columns.map { $0.contains(name) } ?? true ? nil : model
    }
    switch column {
    case .absent: return .absent
    case .days(var days):
      for past in list {
        days.append(model(past).map { days[$0] } ?? Int32(past.row[name], radix: 36) ?? Missing.day)
      }
      return .days(days)
    case .numbers(var numbers):
      for past in list {
        let kept = Int64(past.row[name], radix: 36) ?? Missing.number
        numbers.append(model(past).map { numbers[$0] } ?? kept)
      }
      return .numbers(numbers)
    case .symbols(var symbols):
      for past in list { symbols.append(model(past).map { symbols[$0] } ?? symbol(past.row[name])) }
      return .symbols(symbols)
    case .lists(var lists):
      for past in list {
        let words = past.row[name].split(separator: "+").map { symbol($0) }
        lists.append(model(past).map { lists[$0] } ?? lexicon.intern(words))
      }
      return .lists(lists)
    case .phones(var cells):
      for past in list {
        // Today's numbers where there are: only those tell who it is.
        let isSame = past.model.map { RowCells.phones(cells[$0], base) == past.row[name] } ?? false
        let row = isSame ? past.model : model(past)
        cells.append(row.map { cells[$0] } ?? phones(past.row[name]))
      }
      return .phones(cells)
    case .texts(var texts):
      for past in list {
        let kept = past.row[name]
        if let model = model(past) {
          texts.append(texts[model])
        } else if keepsTexts(past.row.kind) {
          texts.append(RowCells.typed(kept))
        } else if let model = past.model, Fingerprint.word(texts[model]) == kept {
          texts.append(texts[model])
        } else {
          texts.append(kept.isEmpty ? "" : words.word(kept) ?? "〔\(kept)〕")
        }
      }
      return .texts(texts)
    }
  }

  private func keepsTexts(_ kind: String) -> Bool {
    RecordKind(rawValue: kind).map(RowCells.keepsTexts) ?? false
  }

  /// The word of a checksum; one that nothing today has is a word of its own.
  private mutating func symbol(_ cell: Substring) -> Symbol {
    if cell.isEmpty { return .none }
    return lexicon.intern(words.word(cell) ?? "〔\(cell)〕")
  }

  /// The numbers of a checksum: those of the same customer today, else a number nobody has.
  private mutating func phones(_ cell: Substring) -> PhoneCell {
    if cell.isEmpty { return .none }
    if people == nil {
      var found: [String: PhoneCell] = [:]
      for kind in [RecordKind.calls, .visits, .deals, .cards, .followups] {
        for cell in base[kind].phones(.phone) where cell != .none {
          found[RowCells.phones(cell, base)] = cell
        }
      }
      people = found
    }
    if let known = people?[String(cell)] { return known }
    let unknown = PhoneCell(mobile: 10_000_000_000 + Int64(people?.count ?? 0))
    people?[String(cell)] = unknown
    return unknown
  }
}

import Quantities
import Records

/// What a header of a file means: the columns it fills.
struct HeaderTarget: Equatable {
  /// Where the meaning comes from.
  enum Origin: Equatable { case office, canonical, builtIn }

  let field: Field
  /// The unit that `columns.csv` gives; wins over the header's bracket.
  let unit: String?
  let origin: Origin
}

/// What one header means, asked once for all kinds.
struct HeaderMeanings {
  let name: HeaderName
  /// The kinds that know the header, each once, with the columns it fills there.
  private(set) var targets: [(kind: RecordKind, targets: [HeaderTarget])] = []
  /// The same kinds, a bit each.
  private(set) var kinds: UInt32 = 0

  init(name: HeaderName) { self.name = name }

  func isKnown(in kind: RecordKind) -> Bool { kinds & (1 << kind.position) != 0 }

  fileprivate mutating func add(_ kind: RecordKind, _ targets: [HeaderTarget]) {
    self.targets.append((kind, targets))
    kinds |= 1 << kind.position
  }

  /// The columns that the header fills in a kind; empty when it is not known there.
  subscript(kind: RecordKind) -> [HeaderTarget] {
    targets.first { $0.kind == kind }?.targets ?? []
  }
}

/// All known headers: those of the office's `columns.csv` first, then the built-in ones.
struct HeaderBook {
  /// The office's own headers: cleaned header → kind → columns.
  private var office: [ExactText: [RecordKind: [HeaderTarget]]] = [:]

  /// Headers that name the key day of every kind, but speak for none.
  static let genericDays: Set<String> = ["日期", "date"]

  /// Makes the table of built-in headers, which is made once.
  static func prepare() { _ = builtIn }

  /// Cleaned header → kinds and fields it may mean.
  private static let builtIn: BuiltInHeaders = {
    var table = BuiltInHeaders()
    for kind in RecordKind.allCases {
      func add(_ header: String, _ field: Field, _ isCanonical: Bool) {
        table.add(HeaderName(header).key, kind, field, isCanonical)
      }
      for spec in kind.fields { add(spec.header, spec.field, true) }
      for list in kind.headers.lists {
        for (index, header) in list.headers.enumerated() { add(header, list.field, index == 0) }
      }
      if kind.fields.contains(where: { $0.field == .date }) { add("日期", .date, false) }
    }
    return table
  }()

  private static let unusedHeaders: [RecordKind: Set<ExactText>] = {
    let names = Set(HeaderList.words(SharedHeaders.unused).map { HeaderName($0).key })
    return Dictionary(
      uniqueKeysWithValues: RecordKind.allCases.map { kind in
        (kind, names.union(kind.headers.unused.map { HeaderName($0).key }))
      })
  }()

  init() {}

  /// Adds one line of `columns.csv`.
  mutating func add(_ kind: RecordKind, _ field: Field, header: String, unit: String?) {
    let name = HeaderName(header)
    let target = HeaderTarget(field: field, unit: unit ?? name.unit, origin: .office)
    office[name.key, default: [:]][kind, default: []].append(target)
  }

  /// The columns that a header fills in a file of a kind; empty when it is not known.
  func targets(_ header: HeaderName, in kind: RecordKind) -> [HeaderTarget] {
    if header.name.isEmpty { return [] }
    if let own = office[header.key]?[kind] { return own }
    if let target = builtInTarget(header.name, in: kind, unit: nil) { return [target] }
    if let cut = header.withoutSlashUnit {
      if let target = builtInTarget(cut.name, in: kind, unit: cut.unit) { return [target] }
    }
    return []
  }

  /// What a header means in every kind that knows it: the same as `targets` of every kind.
  func meanings(_ header: HeaderName) -> HeaderMeanings {
    var meanings = HeaderMeanings(name: header)
    if header.name.isEmpty { return meanings }
    if let own = office[header.key] {
      for kind in RecordKind.allCases {
        if let targets = own[kind] { meanings.add(kind, targets) }
      }
    }
    func add(_ name: String, unit: String?) {
      for entry in HeaderBook.builtIn[ExactText(name)] where !meanings.isKnown(in: entry.kind) {
        meanings.add(entry.kind, [HeaderBook.target(entry, unit: unit)])
      }
    }
    add(header.name, unit: nil)
    if let cut = header.withoutSlashUnit { add(cut.name, unit: cut.unit) }
    return meanings
  }

  private func builtInTarget(_ name: String, in kind: RecordKind, unit: String?) -> HeaderTarget? {
    guard let entry = HeaderBook.builtIn[ExactText(name)].first(where: { $0.kind == kind }) else {
      return nil
    }
    return HeaderBook.target(entry, unit: unit)
  }

  private static func target(
    _ entry: BuiltInHeaders.Entry, unit: String?
  ) -> HeaderTarget {
    HeaderTarget(
      field: entry.field, unit: unit, origin: entry.isCanonical ? .canonical : .builtIn)
  }

  /// Whether the office's own list names the header for the kind.
  func isOffice(_ header: HeaderName, in kind: RecordKind) -> Bool {
    office[header.key]?[kind] != nil
  }

  /// Whether only this kind knows the header.
  func isSpecific(_ header: HeaderName, to kind: RecordKind) -> Bool {
    if isOffice(header, in: kind) { return true }
    let entries = HeaderBook.builtIn[header.key]
    return entries.count == 1 && entries[0].kind == kind
  }

  /// Whether the header is known to be of no use.
  func isKnownUnused(_ header: HeaderName, in kind: RecordKind) -> Bool {
    [header.name, header.withoutSlashUnit?.name ?? header.name].contains {
      HeaderBook.unusedHeaders[kind]?.contains(ExactText($0)) ?? false
    }
  }

  /// The field that a name in `columns.csv` or `words.csv` means in a kind.
  func field(named text: String, in kind: RecordKind) -> Field? {
    HeaderBook.builtIn[HeaderName(text).key].first { $0.kind == kind }?.field
  }

  /// The fields that a name means in any kind, for `words.csv`.
  func fields(named text: String) -> [Field] {
    var fields: [Field] = []
    for entry in HeaderBook.builtIn[HeaderName(text).key] where !fields.contains(entry.field) {
      fields.append(entry.field)
    }
    return fields
  }

  /// Known headers of a kind, for "did you mean".
  func names(of kind: RecordKind) -> [String] {
    var names: [String] = []
    for spec in kind.fields { names.append(spec.header) }
    for list in kind.headers.lists { names += list.headers }
    return names + office.filter { $0.value[kind] != nil }.map(\.key.text).sorted()
  }

  /// The kind that a cell of `columns.csv` names, in Chinese or English.
  static func kind(named text: String) -> RecordKind? {
    let name = CellText.folded(text).lowercased()
    return RecordKind.allCases.first {
      name == $0.rawValue || name == $0.words.chinese || $0.nameHints.contains(name)
    }
  }

  /// The English name of a kind's column, as `columns.csv` may write it.
  static func englishName(_ field: Field, in kind: RecordKind) -> String {
    kind.headers.lists.first { $0.field == field }?.headers.first ?? ""
  }
}

import Records

/// How the columns of one file are read.
struct HeaderPlan {
  /// One column of the file.
  struct Column {
    /// Index of the field in a row.
    let position: Int
    /// The header as typed.
    let typed: String
    let name: HeaderName
    /// The columns it fills; empty when it is not used.
    var targets: [HeaderTarget]
    /// Set when the office's own header takes the place of a built-in one.
    var yieldsTo: String?
  }

  /// Two columns of a file for one field.
  struct Clash {
    let field: Field
    let first: Column
    let second: Column
  }

  let kind: RecordKind
  var columns: [Column]
  /// Fields up to the last named header: what a row must have.
  let width: Int
  private(set) var clashes: [Clash] = []
  /// Fields with further telephones of the row's person.
  private(set) var furtherPhones: [Int] = []
  /// Headers that stand more than once without being used.
  private(set) var repeated: [String] = []

  init(_ cells: [String], kind: RecordKind, book: HeaderBook) {
    self.kind = kind
    columns = cells.enumerated().map { position, typed in
      let name = HeaderName(typed)
      return Column(
        position: position, typed: typed, name: name, targets: book.targets(name, in: kind))
    }
    width = (columns.last { !$0.name.name.isEmpty }?.position ?? -1) + 1
    preferOffice()
    findClashes()
    if has(.phone) {
      furtherPhones = columns.filter {
        $0.targets.isEmpty && SharedHeaders.furtherPhones.contains($0.name.name)
      }.map(\.position)
    }
    findRepeated()
  }

  /// A column that `columns.csv` names for a field takes the place of a built-in one.
  private mutating func preferOffice() {
    var named: [Field: String] = [:]
    for column in columns {
      for target in column.targets where target.origin == .office {
        named[target.field] = column.typed
      }
    }
    for index in columns.indices {
      let before = columns[index].targets
      columns[index].targets = before.filter {
        $0.origin == .office || named[$0.field] == nil
      }
      if columns[index].targets.count < before.count {
        columns[index].yieldsTo = before.compactMap { named[$0.field] }.first
      }
    }
  }

  private mutating func findClashes() {
    var owner: [Field: Column] = [:]
    for column in columns {
      for target in column.targets {
        if let first = owner[target.field] {
          clashes.append(Clash(field: target.field, first: first, second: column))
        } else {
          owner[target.field] = column
        }
      }
    }
  }

  private mutating func findRepeated() {
    var seen: Set<String> = []
    for column in columns where column.targets.isEmpty && !column.name.name.isEmpty {
      if !seen.insert(column.name.name).inserted, !repeated.contains(column.typed) {
        repeated.append(column.typed)
      }
    }
  }

  /// Position of a field's column and its unit.
  func column(of field: Field) -> Column? {
    columns.first { $0.targets.contains { $0.field == field } }
  }

  func has(_ field: Field) -> Bool { column(of: field) != nil }
}

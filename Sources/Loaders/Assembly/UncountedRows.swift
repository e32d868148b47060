import Quantities
import Records

/// Rows that are accepted but count in no figure: marks them and keeps the balance of their files.
struct UncountedRows {
  private(set) var office: SalesOffice

  init(_ office: SalesOffice) { self.office = office }

  /// House money by item; anything else is not counted, and void vouchers are not.
  mutating func markReceipts() {
    let table = office[.receipts]
    let (items, statuses) = (table.symbols(.item), table.symbols(.status))
    for row in 0..<table.count where table.state[row] == .counts {
      let status = row < statuses.count ? office.lexicon[statuses[row]] : ""
      let item = row < items.count ? office.lexicon[items[row]] : ""
      if ReceiptWords.voids.contains(status) {
        exclude(.receipts, row, "void-voucher", Words("作废凭证", "void voucher"))
      } else if !ReceiptWords.isHouseMoney(item) {
        exclude(.receipts, row, "no-house-money", Words("非房款", "not house money"))
      }
    }
  }

  /// Rows of our own project among the competitors: called by its name, or 本案.
  mutating func markOwnProject() {
    let names = ["本案", CellText.folded(office.settings.projectName)]
    let own = Set(names.compactMap { office.lexicon.symbol(of: $0) }.filter { !$0.isNone })
    for (row, project) in office[.competitors].symbols(.project).enumerated()
    where own.contains(project) {
      exclude(.competitors, row, "own-project", Words("本项目", "our own project"))
    }
  }

  /// Marks a row as not counted, once.
  mutating func exclude(_ kind: RecordKind, _ row: Int, _ code: String, _ words: Words) {
    set(kind, row, .excluded, code, words)
  }

  /// Marks a row as replaced by another one.
  mutating func replace(_ kind: RecordKind, _ row: Int, _ code: String, _ words: Words) {
    set(kind, row, .duplicate, code, words)
  }

  private mutating func set(
    _ kind: RecordKind, _ row: Int, _ state: RecordTable.State, _ code: String, _ words: Words
  ) {
    guard office.tables[kind.position].state[row] == .counts else { return }
    office.tables[kind.position].state[row] = state
    let file = Int(office.tables[kind.position].file[row])
    guard file < office.sources.count else { return }
    if state == .duplicate {
      office.sources[file].balance.duplicates += 1
    } else {
      office.sources[file].balance.excluded += 1
    }
    office.sources[file].balance.add(code, words)
  }
}

extension RowBalance {
  /// Counts one more row for a reason.
  fileprivate mutating func add(_ code: String, _ words: Words) {
    if let index = reasons.firstIndex(where: { $0.code == code }) {
      reasons[index].count += 1
    } else {
      reasons.append(Reason(code: code, words: words, count: 1))
    }
  }
}

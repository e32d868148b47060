import CSV

/// The fingerprint of a row: all its cells but 序号, trimmed and width folded, each with its
/// header, whatever their order; empty cells do not matter.
///
/// Two rows with one fingerprint are taken for identical: with 64 well mixed bits a chance match
/// among ten million rows has a probability below one in a hundred thousand.
struct RowHash {
  /// One salt a column, 0 for columns that do not matter.
  private let salts: [UInt64]
  private var scratch: [UInt8] = []

  init(_ plan: HeaderPlan) {
    salts = plan.columns.prefix(plan.width).map { column in
      var name = column.name.name
      if RowHash.ignored.contains(name) || name.isEmpty { return 0 }
      return name.withUTF8 { Bytes($0).fingerprint } | 1
    }
  }

  /// Headers of no meaning for what a row says: line numbers, and where a repaired row came from.
  static let ignored: Set<String> = ["序号", "文件", "行", "列", "原因", "行号"]

  /// The fingerprint of a record that has all columns of the plan.
  @inline(__always)
  mutating func fingerprint(_ record: RecordView) -> UInt64 {
    var hash: UInt64 = 0
    for column in 0..<salts.count where salts[column] != 0 {
      let cell = CellText.trimmed(record.field(column))
      if cell.count > 0 { hash &+= mixed(salts[column] ^ fingerprint(cell)) }
    }
    return hash
  }

  /// The fingerprint of the folded cell.
  @inline(__always)
  mutating func fingerprint(_ cell: Bytes) -> UInt64 {
    if !CellText.needsFolding(cell) { return cell.fingerprint }
    scratch.removeAll(keepingCapacity: true)
    CellText.appendFolded(cell, to: &scratch)
    return scratch.withUnsafeBytes { $0.fingerprint }
  }
}

import CSV
import Diagnostics
import Quantities
import Records

/// Compares the file's own total rows with our sums over all readable rows of the file.
///
/// The file is read once more, because only its end tells that there are totals.
struct TotalCheck {
  private let head: FileHead
  private let pass: FilePass
  /// Numeric columns in which a total row writes something.
  private let columns: [Int]

  init(head: FileHead, plan: HeaderPlan, pass: FilePass) {
    self.head = head
    self.pass = pass
    columns = pass.decoders.indices.filter { index in
      let decoder = pass.decoders[index]
      guard TotalCheck.isSummed(decoder) else { return false }
      return pass.outcome.totals.contains { total in
        decoder.position < total.cells.count
          && TotalCheck.read(decoder, total.cells[decoder.position]) != nil
      }
    }
  }

  private static func isSummed(_ decoder: ColumnDecoder) -> Bool {
    switch decoder.spec.type {
    case .money, .area, .count: true
    default: false
    }
  }

  private static func read(_ decoder: ColumnDecoder, _ cell: String) -> Int64? {
    var cell = cell
    return cell.withUTF8 { read(decoder, Bytes($0)) }
  }

  private static func read(_ decoder: ColumnDecoder, _ cell: Bytes) -> Int64? {
    let reading: Reading
    switch decoder.form {
    case .money: reading = decoder.money.read(cell)
    case .area: reading = AreaReader().read(cell)
    default: reading = decoder.count.read(cell)
    }
    return reading.state == .value ? reading.number : nil
  }

  mutating func findings() -> [Finding] {
    var findings: [Finding] = []
    var all = Array(repeating: Int128(0), count: columns.count)
    var part = all
    let skipped = Set(pass.outcome.setAside.map { Int($0.source.line) })
    let totals = Dictionary(pass.outcome.totals.map { ($0.line, $0) }) { first, _ in first }
    guard let reader = try? head.file.open(checksums: false) else { return [] }
    reader.separator = head.separator
    try? head.forEachRow(reader) { record in
      if let total = totals[record.line] {
        findings += compare(total, all, part)
        for index in part.indices { part[index] = 0 }
        return true
      }
      if skipped.contains(record.line) { return true }
      for (index, column) in columns.enumerated() {
        let decoder = pass.decoders[column]
        if let value = TotalCheck.read(decoder, record.field(decoder.position)) {
          all[index] += Int128(value)
          part[index] += Int128(value)
        }
      }
      return true
    }
    return findings
  }

  /// One finding a total row when all columns agree, else one for each that does not.
  private func compare(_ total: RowOutcome.TotalRow, _ all: [Int128], _ part: [Int128]) -> [Finding]
  {
    let place = Place(file: head.file.name, line: total.line)
    var differing: [Finding] = []
    var compared = 0
    for (index, column) in columns.enumerated() {
      let decoder = pass.decoders[column]
      guard decoder.position < total.cells.count,
        let theirs = TotalCheck.read(decoder, total.cells[decoder.position]).map({ Int128($0) })
      else { continue }
      compared += 1
      let ours = total.isPartial ? part[index] : all[index]
      let other = total.isPartial ? all[index] : part[index]
      if theirs == ours || theirs == other { continue }
      let decimals = decoder.spec.type == .count ? 0 : 2
      differing.append(
        Finding(
          .warning, "total.differs",
          [
            "column": decoder.header, "own": TotalCheck.text(theirs, decimals),
            "ours": TotalCheck.text(ours, decimals),
            "difference": TotalCheck.text(abs(theirs - ours), decimals),
            "rejected": String(pass.outcome.balance.rejected),
          ], at: place))
    }
    if compared == 0 { return [Finding(.note, "total.not-compared", [:], at: place)] }
    if !differing.isEmpty { return differing }
    let code = pass.outcome.balance.rejected > 0 ? "total.agrees-without-rejects" : "total.agrees"
    return [
      Finding(
        .note, code,
        ["columns": String(compared), "rejected": String(pass.outcome.balance.rejected)],
        at: place)
    ]
  }

  /// Plain digits, without decimals that are all zero.
  private static func text(_ value: Int128, _ decimals: Int) -> String {
    let text = Digits.decimal(value, decimals: decimals)
    return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
  }
}

import Diagnostics
import Glibc
import Loaders
import Quantities
import Records

/// Bytes as the one file of an office: understood or refused, and every row accounted for.
enum OfficeChecks {
  private static let names = [
    "visits.csv", "deals.csv", "calls.txt", "竞品.csv", "x.tsv", "cards.csv",
  ]
  private static let folder: String = {
    let folder = "/dev/shm/anchang-fuzz-\(getpid())"
    mkdir(folder, 0o700)
    return folder
  }()

  /// The first byte chooses the file's name.
  static func office(_ input: UnsafeRawBufferPointer) {
    guard let first = input.first else { return }
    let path = folder + "/" + names[Int(first) % names.count]
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { return }
    _ = write(descriptor, input.baseAddress.map { $0 + 1 }, input.count - 1)
    close(descriptor)
    defer { unlink(path) }
    guard let today = CalendarDay(year: 2026, month: 3, day: 9) else { return }
    let result = OfficeLoader.load(LoadRequest(data: folder, today: today))
    guard let office = result.office else {
      if !result.findings.contains(where: { $0.severity == .error }) { wrong("refused in silence") }
      return
    }
    for source in office.sources {
      guard let kind = source.kind else { continue }
      let balance = source.balance
      let accepted = office[kind].state.count { $0 == .counts }
      let settled = balance.skipped + balance.rejected + balance.duplicates + balance.excluded
      let isTable = ![RecordKind.words, .columns, .project].contains(kind)
      if isTable, balance.rows != accepted + settled {
        wrong("\(balance) with \(accepted) counted")
      }
      if balance.rejected != result.rejects.count { wrong("\(balance), \(result.rejects.count)") }
    }
  }
}

import Diagnostics
import Glibc
import Loaders
import Quantities
import Records

/// A folder of small files as an office might hand them in, loaded and taken away again.
///
/// In marked files `«code»` at the end of a line is a finding that is expected there.
struct OfficeFolder {
  private var files: [(name: String, bytes: [UInt8])] = []
  private(set) var expected: Set<String> = []
  var request = LoadRequest(
    data: nil, today: CalendarDay(year: 2026, month: 3, day: 9) ?? CalendarDay(number: 0))

  init() {}

  /// A folder with one file.
  init(_ name: String, _ text: String) { add(name, text) }

  init(_ name: String, bytes: [UInt8]) { files.append((name, bytes)) }

  mutating func add(_ name: String, bytes: [UInt8]) { files.append((name, bytes)) }

  /// Adds a file of marked text; `⏎` is a line end and `⇥` a tab.
  mutating func add(_ name: String, _ text: String) {
    var plain = ""
    let text = String(text.map { $0 == "⏎" ? "\n" : $0 == "⇥" ? "\t" : $0 })
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var rest = line
      while let open = rest.lastIndex(of: "«"), rest.hasSuffix("»") {
        let code = rest[rest.index(after: open)...].dropLast()
        expected.insert("\(name):\(index + 1) \(code)")
        rest = rest[..<open]
      }
      plain += (index > 0 ? "\n" : "") + rest
    }
    files.append((name, Array(plain.utf8)))
  }

  func load() -> LoadResult {
    let folder = "/tmp/anchang-tests-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    mkdir(folder, 0o700)
    defer {
      for file in files { unlink(folder + "/" + file.name) }
      rmdir(folder)
    }
    for file in files {
      let descriptor = open(folder + "/" + file.name, O_WRONLY | O_CREAT, 0o600)
      file.bytes.withUnsafeBytes { _ = write(descriptor, $0.baseAddress, $0.count) }
      close(descriptor)
    }
    var request = request
    request.data = folder
    return OfficeLoader.load(request)
  }

  /// Warnings and errors with a line, as marks say them.
  static func marks(_ result: LoadResult) -> Set<String> {
    Set(
      result.findings.compactMap { finding in
        guard finding.severity > .note, let place = finding.place, let line = place.line else {
          return nil
        }
        return "\(place.file):\(line) \(finding.code)"
      })
  }
}

extension LoadResult {
  /// Number of rows of a kind that count.
  func counted(_ kind: RecordKind) -> Int {
    office?[kind].state.count { $0 == .counts } ?? -1
  }

  /// The names of customers of a kind, row by row.
  func names(_ kind: RecordKind) -> [String] {
    guard let table = office?[kind] else { return [] }
    return (0..<table.count).map { table.text(.name, $0) }
  }

  /// The days of a column as texts, "" where there is none.
  func days(_ field: Field, _ kind: RecordKind) -> [String] {
    guard let table = office?[kind] else { return [] }
    return (0..<table.count).map { table.day(field, $0)?.description ?? "" }
  }

  /// A column of words as texts.
  func words(_ field: Field, _ kind: RecordKind) -> [String] {
    guard let office else { return [] }
    let table = office[kind]
    return (0..<table.count).map { office.lexicon[table.symbol(field, $0)] }
  }

  /// A column of lists as texts joined by "|".
  func lists(_ field: Field, _ kind: RecordKind) -> [String] {
    guard let office else { return [] }
    let table = office[kind]
    return (0..<table.count).map { row in
      office.lexicon[table.list(field, row)].map { office.lexicon[$0] }.joined(separator: "|")
    }
  }

  func numbers(_ field: Field, _ kind: RecordKind) -> [Int?] {
    guard let table = office?[kind] else { return [] }
    return (0..<table.count).map { table.number(field, $0) }
  }

  func has(_ code: String) -> Bool { findings.contains { $0.code == code } }

  func fact(_ code: String, _ name: String) -> String? {
    findings.first { $0.code == code }?.facts[name]
  }

  var balance: RowBalance { office?.sources.first?.balance ?? RowBalance() }
}

import CSV
import Diagnostics
import Quantities
import Records

/// What the first lines of a file tell: kind, header, separator, encoding.
struct FileHead {
  let file: InputFile
  let encoding: TextEncoding
  private(set) var separator: UInt8
  private(set) var lines: [HeadLine] = []
  private(set) var found: HeaderSearch.Found?
  /// Set when the file cannot be used.
  private(set) var failure: Finding?
  /// The first lines as each separator that occurs in them parts them, the reader's guess first.
  private var readings: [(separator: UInt8, lines: [HeadLine])] = []

  var kind: RecordKind? { found?.kind }

  /// Line of the (lower) header row; records after it are rows.
  var headerLine: Int { found.map { lines[$0.index].line } ?? 0 }

  /// Reads the first lines and understands them.
  init(_ file: InputFile, book: HeaderBook) {
    self.file = file
    let reader: CSVReader
    do {
      reader = try file.open(checksums: false)
    } catch {
      encoding = .utf8
      separator = 0x2C
      failure = FileHead.finding(error, file.name)
      return
    }
    encoding = reader.format.encoding
    separator = reader.separator
    if let section = file.section {
      readings = [(separator, FileHead.lines(of: reader, section))]
    } else {
      var separators = [reader.separator]
      if reader.format.namedSeparator == nil {
        separators += CSVFormat.separators.filter {
          $0 != reader.separator && reader.headHolds($0)
        }
      }
      readings = separators.map { separator in
        (
          separator,
          reader.head(separator: separator).map { HeadLine(line: $0.line, cells: $0.fields) }
        )
      }
    }
    understand(by: book)
  }

  /// Looks at the lines again with other known headers.
  func understood(by book: HeaderBook) -> FileHead {
    guard !readings.isEmpty else { return self }
    var head = self
    head.understand(by: book)
    return head
  }

  /// The separator that shows most known headers in the header line decides; the reader's own
  /// guess goes first.
  private mutating func understand(by book: HeaderBook) {
    let search = HeaderSearch(book: book, fileName: file.name, forcedKind: file.forcedKind)
    var best: (separator: UInt8, lines: [HeadLine], found: HeaderSearch.Found?, known: Int)?
    for (separator, lines) in readings {
      let found = search.find(in: lines)
      let known = found.map { search.knownCount($0) } ?? 0
      if best.map({ known > $0.known }) ?? true { best = (separator, lines, found, known) }
    }
    if let best { (separator, lines, found) = (best.separator, best.lines, best.found) }
    failure = found?.kind == nil ? unused(search) : nil
  }

  /// The heads of the tables in a file: those of a file of rejected rows, or the one of any other.
  func tables(book: HeaderBook) -> [FileHead] {
    guard let first = readings.first?.lines.first, InputFile.isRejectsHeader(first.cells) else {
      return [self]
    }
    let tables = file.tables
    return tables.count < 2 ? [self] : tables.map { FileHead($0, book: book) }
  }

  /// The first lines of one of several tables.
  private static func lines(of reader: CSVReader, _ section: Range<Int>) -> [HeadLine] {
    var lines: [HeadLine] = []
    try? reader.forEachRecord { record in
      if section.contains(record.line) {
        lines.append(HeadLine(line: record.line, cells: record.texts))
      }
      return lines.count < 20 && record.line < section.upperBound
    }
    return lines
  }

  /// Gives every record below the header to `body`, which gives false to stop.
  func forEachRow(
    _ reader: CSVReader, _ body: (RecordView) -> Bool
  ) throws(CSVFailure) {
    let first = headerLine
    let end = file.section?.upperBound ?? Int.max
    try reader.forEachRecord { record in
      if record.line <= first { return true }
      return record.line < end && body(record)
    }
  }

  /// Why a file without a known header is not used.
  private func unused(_ search: HeaderSearch) -> Finding {
    let place = Place(file: file.name, line: lines.first?.line)
    if let line = lines.first(where: { search.knowsFullWidth($0.cells) }) {
      return Finding(
        .error, "file.full-width-comma", [:], at: Place(file: file.name, line: line.line))
    }
    if let forced = file.forcedKind {
      return Finding(
        .error, "file.no-header",
        ["kind": forced.rawValue, "kindName": forced.words.chinese], at: place)
    }
    return Finding(.warning, "file.not-used", [:], at: Place(file: file.name))
  }

  static func finding(_ failure: CSVFailure, _ name: String) -> Finding {
    let place = Place(file: name)
    switch failure {
    case .notFound: return Finding(.error, "file.not-found", [:], at: place)
    case .isDirectory: return Finding(.error, "file.is-directory", [:], at: place)
    case .unreadable(let reason):
      return Finding(.error, "file.unreadable", ["reason": reason], at: place)
    case .changedWhileRead: return Finding(.error, "file.changed-while-read", [:], at: place)
    case .empty: return Finding(.error, "file.empty", [:], at: place)
    case .utf16WithoutMark: return Finding(.error, "file.utf16-without-mark", [:], at: place)
    case .unknownEncoding(let encoding):
      return Finding(.error, "file.unknown-encoding", ["encoding": encoding], at: place)
    case .unclosedQuote(let line):
      return Finding(.error, "file.unclosed-quote", [:], at: Place(file: name, line: line))
    case .recordTooLong(let line):
      return Finding(.error, "file.record-too-long", [:], at: Place(file: name, line: line))
    }
  }

  /// The year that the title lines name, when they name exactly one.
  var titleYear: Int? {
    guard let found else { return nil }
    var years: Set<Int> = []
    for line in lines.prefix(found.titles) {
      for cell in line.cells {
        var digits = ""
        for character in CellText.folded(cell) + " " {
          if ("0"..."9").contains(character) {
            digits.append(character)
          } else {
            if digits.count == 4 || digits.count == 8 || digits.count == 6,
              let year = Int(digits.prefix(4)), (2000..<2100).contains(year)
            {
              years.insert(year)
            }
            digits = ""
          }
        }
      }
    }
    return years.count == 1 ? years.first : nil
  }
}

extension HeaderSearch {
  /// Number of known headers in the header that was found.
  func knownCount(_ found: Found) -> Int {
    let names = meanings(of: found.cells)
    guard let kind = found.kind else { return known(names) }
    return names.count { $0.isKnown(in: kind) }
  }

  /// Whether a line of one cell is a header parted by full-width commas.
  func knowsFullWidth(_ cells: [String]) -> Bool {
    guard let line = cells.first, cells.dropFirst().allSatisfy({ $0.isEmpty }), line.contains("，")
    else { return false }
    let names = meanings(of: line.split(separator: "，").map(String.init))
    return RecordKind.allCases.contains { kind in names.count { $0.isKnown(in: kind) } >= 2 }
  }
}

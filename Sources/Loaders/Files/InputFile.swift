import CSV
import Diagnostics
import Glibc
import Records

/// One file of the run: how it is opened, and what its head says.
struct InputFile {
  /// Path to open; "-" is standard input.
  let path: String
  /// Name without folders, as it is shown.
  let name: String
  let forcedKind: RecordKind?
  let encoding: TextEncoding?
  /// Bytes of standard input, which can be read once only.
  let bytes: [UInt8]?
  /// Lines of one of several tables in a file of rejected rows; nil for the whole file.
  var section: Range<Int>?

  init(path: String, forcedKind: RecordKind?, encoding: TextEncoding?) {
    self.path = path
    self.forcedKind = forcedKind
    self.encoding = encoding
    if path == "-" {
      name = "stdin"
      bytes = FolderListing.standardInput()
    } else {
      name = path.split(separator: "/").last.map(String.init) ?? path
      bytes = nil
    }
  }

  /// The tables of a file of rejected rows: each begins with a header whose first cell is 文件.
  var tables: [InputFile] {
    guard section == nil, let reader = try? open(checksums: false) else { return [self] }
    var starts: [Int] = []
    try? reader.forEachRecord { record in
      if CellText.trimmed(record.field(0)).equals("文件") { starts.append(record.line) }
      return true
    }
    guard starts.count > 1 else { return [self] }
    return zip(starts, starts.dropFirst() + [Int.max]).map { from, to in
      var table = self
      table.section = from..<to
      return table
    }
  }

  /// Whether the first line of a file is the header of rejected rows.
  static func isRejectsHeader(_ cells: [String]) -> Bool {
    cells.count > 4 && CellText.folded(cells[0]) == "文件"
      && cells[1...3].contains { CellText.folded($0) == "原因" }
  }

  /// Bytes of the file; nil where that is not known.
  var size: Int? {
    if let bytes { return bytes.count }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// A reader at the beginning of the file.
  func open(checksums: Bool = true) throws(CSVFailure) -> CSVReader {
    if let bytes { return try CSVReader(bytes: bytes, encoding: encoding, checksums: checksums) }
    return try CSVReader(path: path, encoding: encoding, checksums: checksums)
  }
}

import CSV
import Diagnostics
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

  /// A reader at the beginning of the file.
  func open(checksums: Bool = true) throws(CSVFailure) -> CSVReader {
    if let bytes { return try CSVReader(bytes: bytes, encoding: encoding, checksums: checksums) }
    return try CSVReader(path: path, encoding: encoding, checksums: checksums)
  }
}

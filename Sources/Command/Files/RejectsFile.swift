import Loaders

/// The rows to repair, as they came, behind where they stand and why they were not counted.
///
/// It holds personal data in full, so only its owner may read it. Rows of files with the same
/// header stand together; a repaired part can be put back beside the rest and read.
struct RejectsFile {
  let rows: [RejectedRow]

  init(_ rows: [RejectedRow]) { self.rows = rows }

  var bytes: [UInt8] {
    var text = "\u{FEFF}"
    var header: [String]?
    for row in rows {
      if header != row.header {
        header = row.header
        line(["文件", "行号", "列", "原因"] + row.header, to: &text)
      }
      line([row.file, String(row.line), row.column, row.code] + row.cells, to: &text)
    }
    return Array(text.utf8)
  }

  func file(named name: String) -> OutputFolder.File {
    OutputFolder.File(name: name, bytes: bytes, mode: 0o600)
  }

  /// Writes the file to a path of the user's; gives the path.
  func write(to path: String) throws(Failure) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    _ = try OutputFolder(path: folder.isEmpty ? "/" : folder)
      .write([file(named: parts.last ?? path)])
    return path
  }

  private func line(_ cells: [String], to text: inout String) {
    text += cells.map(CSVCell.text).joined(separator: ",") + "\r\n"
  }
}

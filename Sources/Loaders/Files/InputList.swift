import CSV
import Diagnostics

/// The files of a run: those of the folder, or the single one, and those named one by one.
struct InputList {
  private(set) var files: [InputFile] = []
  private(set) var findings: [Finding] = []

  init(_ request: LoadRequest) {
    var encoding: TextEncoding?
    if let asked = request.encoding {
      encoding = TextEncoding(named: asked)
      if encoding == nil {
        findings.append(Finding(.error, "file.unknown-encoding", ["encoding": asked]))
      }
    }
    if let data = request.data {
      if data != "-", FolderListing.isFolder(data) {
        guard let paths = FolderListing.exports(in: data) else {
          findings.append(
            Finding(.error, "data.unreadable", ["path": data], at: Place(file: data)))
          return
        }
        files += paths.map { InputFile(path: $0, forcedKind: nil, encoding: encoding) }
        if paths.isEmpty, request.files.isEmpty {
          findings.append(Finding(.error, "data.no-files", ["path": data], at: Place(file: data)))
        }
      } else {
        files.append(InputFile(path: data, forcedKind: nil, encoding: encoding))
      }
    }
    for named in request.files {
      // A file of the folder that is also named is read once, with the kind that was said.
      files.removeAll { $0.path == named.path && named.path != "-" }
      files.append(InputFile(path: named.path, forcedKind: named.kind, encoding: encoding))
    }
    files.sort { FolderListing.precedes($0.name, $1.name) }
  }
}

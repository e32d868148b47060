import Glibc

/// What lies in a folder, and the bytes of standard input.
enum FolderListing {
  /// Whether the path is a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Paths of the regular files in a folder that may be exports (*.csv, *.tsv, *.txt, not hidden),
  /// by code point of the name; nil when the folder cannot be read.
  static func exports(in folder: String) -> [String]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      let lower = name.lowercased()
      guard !name.hasPrefix("."), endings.contains(where: { lower.hasSuffix($0) }) else { continue }
      var status = stat()
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      names.append(name)
    }
    return names.sorted(by: precedes).map {
      folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0
    }
  }

  /// Order of file names by code point, which is the order of their UTF-8 bytes.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private static let endings = [".csv", ".tsv", ".txt"]

  /// Everything on standard input.
  static func standardInput() -> [UInt8] {
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = piece.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return result }
      result += piece[..<count]
    }
  }
}

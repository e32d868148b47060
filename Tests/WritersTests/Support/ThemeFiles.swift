import Glibc
import Writers

/// The theme and the schema as they are shipped.
enum ThemeFiles {
  static let folder = "\(#filePath)".components(upTo: "Tests/WritersTests") + "report-templates/"

  static var theme: Theme {
    get throws {
      try Theme(
        page: text("theme/page.html"), style: text("theme/report.css"))
    }
  }

  /// The text of a file of the templates' folder; empty where there is none.
  static func text(_ path: String) -> String {
    String(decoding: bytes(folder + path), as: UTF8.self)
  }

  static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    defer { fclose(file) }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}

extension String {
  /// The text before the first place of `part`.
  fileprivate func components(upTo part: String) -> String {
    var rest = self[...]
    while !rest.isEmpty, !rest.hasPrefix(part) { rest = rest.dropFirst() }
    return String(dropLast(rest.count))
  }
}

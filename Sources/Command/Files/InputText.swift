import Glibc
import Quantities

/// Small text files of the user's: lists of folders, templates, themes.
enum InputText {
  /// The file's text.
  static func read(_ path: String) throws(Failure) -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// The file's bytes.
  static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(path) }
    defer { close(descriptor) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw problem(path) }
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }

  private static func problem(_ path: String) -> Failure {
    let cause = String(cString: strerror(errno))
    return Failure(.input, "读不了 \(path)：\(cause)", "cannot read \(path): \(cause)")
  }
}

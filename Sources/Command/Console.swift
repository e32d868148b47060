import Glibc
import Quantities

/// What the command says: results on standard output, everything else on standard error.
struct Console {
  let language: Language
  var isQuiet = false

  /// A result, as it is.
  func write(_ text: String) {
    Console.put(text, to: STDOUT_FILENO)
  }

  /// Bytes of a result.
  func write(_ bytes: [UInt8]) {
    Console.put(bytes, to: STDOUT_FILENO)
  }

  /// A line for the person who runs the command.
  func tell(_ words: Words) {
    if !isQuiet { tell(words[language]) }
  }

  /// A line for the person who runs the command, in one language already.
  func tell(_ line: String) {
    Console.put(line + "\n", to: STDERR_FILENO)
  }

  /// Lines for the person who runs the command, each with its line end already.
  func tell(block: String) {
    Console.put(block, to: STDERR_FILENO)
  }

  /// The language of messages: Chinese under a Chinese locale, English otherwise.
  static func localeLanguage() -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name) else { continue }
      let text = String(cString: value)
      if text.isEmpty { continue }
      return text.hasPrefix("zh") ? .chinese : .english
    }
    return .english
  }

  static func put(_ text: String, to descriptor: Int32) {
    put(Array(text.utf8), to: descriptor)
  }

  private static func put(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written < 0 {
          if errno == EINTR { continue }
          return
        }
        rest = rest.dropFirst(written)
      }
    }
  }
}

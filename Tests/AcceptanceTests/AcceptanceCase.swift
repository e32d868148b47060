import Foundation
import Glibc
import Testing

/// One case as a user could have written it: files, commands, what they print, how they end.
///
/// The text of a case is a title line, then sections that begin with `==`:
///
///     == file visits.csv gb18030 crlf     the lines below are the file (words after the name:
///                                         gb18030, utf16le, utf16be, bom, crlf, cr, nonewline)
///     == copy fixtures/tiny data          copies a folder of the repository
///     == run anchang check --data .       a line for the shell, in the case's folder
///     == exit 2                           how the run ends (0 when not said)
///     == stdout                           exactly this on standard output
///     == stdout has                       each line somewhere on standard output
///     == stdout lacks                     none of these lines anywhere on it
///     == stderr, stderr has, stderr lacks the same of standard error
///
/// `\u{200B}` in a file stands for that character, `\x{A0}` for that byte.
struct AcceptanceCase: Sendable, CustomTestStringConvertible {
  struct Step: Sendable {
    var command: String
    var exit: Int32 = 0
    var checks: [(kind: String, lines: [String])] = []
  }

  let name: String
  let title: String
  var files: [(name: String, flags: Set<String>, lines: [String])] = []
  var copies: [(from: String, to: String)] = []
  var steps: [Step] = []

  var testDescription: String { "\(name): \(title)" }

  init(name: String, text: String) {
    self.name = name
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    title = lines.first ?? ""
    var index = 1
    while index < lines.count {
      let head = lines[index]
      index += 1
      guard head.hasPrefix("== ") else { continue }
      var body: [String] = []
      while index < lines.count, !lines[index].hasPrefix("== ") {
        body.append(lines[index])
        index += 1
      }
      while body.last == "" { body.removeLast() }
      section(String(head.dropFirst(3)), body)
    }
  }

  private mutating func section(_ head: String, _ body: [String]) {
    let words = head.split(separator: " ").map(String.init)
    switch words.first {
    case "file":
      let known: Set<String> = ["gb18030", "utf16le", "utf16be", "bom", "crlf", "cr", "nonewline"]
      let flags = Set(words.dropFirst().filter(known.contains))
      let name = words.dropFirst().filter { !known.contains($0) }.joined(separator: " ")
      files.append((name, flags, body))
    case "copy": copies.append((words[1], words[2]))
    case "run": steps.append(Step(command: String(head.dropFirst(4))))
    case "exit": steps[steps.count - 1].exit = Int32(words[1]) ?? -1
    default: steps[steps.count - 1].checks.append((head, body))
    }
  }

  /// The bytes of a file section.
  static func bytes(_ lines: [String], _ flags: Set<String>) -> Data {
    let end = flags.contains("crlf") ? "\r\n" : flags.contains("cr") ? "\r" : "\n"
    var text = lines.joined(separator: end)
    if !flags.contains("nonewline"), !lines.isEmpty { text += end }
    var data = Data()
    if flags.contains("bom") { data += [0xEF, 0xBB, 0xBF] }
    if flags.contains("utf16le") { data += [0xFF, 0xFE] }
    if flags.contains("utf16be") { data += [0xFE, 0xFF] }
    var rest = text[...]
    while let escape = rest.range(of: #"\\[ux]\{[0-9A-Fa-f]+\}"#, options: .regularExpression) {
      data += encoded(String(rest[..<escape.lowerBound]), flags)
      let code = UInt32(rest[escape].dropFirst(3).dropLast(), radix: 16) ?? 0
      if rest[escape].hasPrefix("\\x") {
        data.append(UInt8(code & 0xFF))
      } else if let scalar = Unicode.Scalar(code) {
        data += encoded(String(Character(scalar)), flags)
      }
      rest = rest[escape.upperBound...]
    }
    return data + encoded(String(rest), flags)
  }

  private static func encoded(_ text: String, _ flags: Set<String>) -> Data {
    if flags.contains("gb18030") { return gb18030(text) }
    if flags.contains("utf16le") { return text.data(using: .utf16LittleEndian) ?? Data() }
    if flags.contains("utf16be") { return text.data(using: .utf16BigEndian) ?? Data() }
    return Data(text.utf8)
  }

  private static func gb18030(_ text: String) -> Data {
    guard let converter = iconv_open("GB18030", "UTF-8") else { return Data() }
    defer { iconv_close(converter) }
    var input = Array(text.utf8CString.dropLast())
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    var (left, room) = (input.count, output.count)
    input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        iconv(converter, &from, &left, &to, &room)
      }
    }
    return Data(output.dropLast(room).map(UInt8.init(bitPattern:)))
  }
}

import Glibc
import Quantities

/// Options pasted from a chat or a word processor, whose hyphens have become long dashes. The
/// parser would take them for names of documents or files.
enum LongDash {
  private static let dashes: Set<Character> = ["—", "–", "―", "‒", "−", "－", "﹣", "‐", "‑", "─"]

  /// The first argument that begins with a long dash and names no file, with what to type; nothing
  /// behind a bare `--` is looked at.
  static func mistake(in arguments: [String]) -> Words? {
    for argument in arguments {
      if argument == "--" { return nil }
      let name = argument.drop { dashes.contains($0) || $0 == "-" }
      guard let letter = name.first, letter.isASCII, letter.isLetter,
        argument.dropLast(name.count).contains(where: dashes.contains),
        access(argument, F_OK) != 0
      else { continue }
      let option = (name.count == 1 ? "-" : "--") + name
      return Words(
        "“\(argument)”以长横线开头；请改成 \(option)",
        "‘\(argument)’ begins with a long dash; type \(option)")
    }
    return nil
  }

  /// The language that the arguments ask for, before they are parsed.
  static func language(of arguments: [String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      let value =
        argument == "--lang" && index + 1 < arguments.count
        ? arguments[index + 1]
        : argument.hasPrefix("--lang=") ? String(argument.dropFirst("--lang=".count)) : ""
      if let language = Language(rawValue: value) { return language }
    }
    return Console.localeLanguage()
  }
}

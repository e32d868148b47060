import Quantities

/// Why a command ends without its result: the exit code and what to tell the person.
struct Failure: Error {
  /// The documented exit codes.
  enum Code: Int32 {
    /// Something in the files handed in.
    case input = 2
    /// A template.
    case template = 3
    /// Writing the result.
    case output = 4
    /// The command line.
    case usage = 64
    /// A fault of ours.
    case fault = 70
  }

  let code: Code
  /// One line, empty when the findings printed before say it all.
  let message: Words

  init(_ code: Code, _ chinese: String, _ english: String) {
    self.code = code
    message = Words(chinese, english)
  }

  /// The findings printed before say it all.
  static func said(_ code: Code) -> Failure { Failure(code, "", "") }
}

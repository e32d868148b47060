import ArgumentParser
import Quantities

/// Runs the body of a command and turns its failure into one line and the documented exit code.
enum CommandRun {
  static func run(_ console: Console, _ body: () throws(Failure) -> Void) throws {
    do throws(Failure) {
      try body()
    } catch {
      let message = error.message[console.language]
      if !message.isEmpty {
        console.tell(Words("anchang: 错误：", "anchang: error: ")[console.language] + message)
      }
      throw ExitCode(error.code.rawValue)
    }
  }
}

import Analyzers
import ArgumentParser
import Facts
import Loaders
import Quantities

/// `anchang reference`: the reference pages, generated from what the program knows.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Print a reference page: figures, headers or words.",
    shouldDisplay: false)

  enum Page: String, CaseIterable, ExpressibleByArgument { case figures, headers, words }

  @Argument(help: "figures, headers or words.")
  var page: Page

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    try CommandRun.run(console) { () throws(Failure) in
      switch page {
      case .figures: console.write(FigureReference(catalogue: .all).markdown)
      case .headers: console.write(HeaderReference.markdown(messages.reportLanguage))
      case .words: console.write(WordReference.markdown(messages.reportLanguage))
      }
    }
  }
}

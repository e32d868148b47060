import ArgumentParser
import Quantities

/// Options of every command: language and loudness.
struct MessageOptions: ParsableArguments {
  @Option(help: "Language of messages and reports: zh or en (reports: zh by default).")
  var lang: Language?

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  var console: Console {
    Console(language: lang ?? Console.localeLanguage(), isQuiet: quiet)
  }

  /// The language of reports and of figures.
  var reportLanguage: Language { lang ?? .chinese }
}

extension Language: ExpressibleByArgument {}

import Analyzers
import ArgumentParser
import Records

/// The option that names an issued report, against which late entries are told.
struct IssuedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "An issued report (XML): data.late lists what came in late for its period.",
      valueName: "old.xml"))
  var since: String?

  /// What that report knew of an office's rows; nil without the option.
  func rows(of office: SalesOffice) throws(Failure) -> IssuedRows? {
    guard let since else { return nil }
    return try IssuedReport(path: since).issued(to: office)
  }
}

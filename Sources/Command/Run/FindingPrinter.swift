import Diagnostics
import Quantities

/// Prints findings on standard error, for people or for programs.
struct FindingPrinter {
  let console: Console
  let format: DataOptions.DiagnosticsFormat

  /// All findings in their order; only errors when the console is quiet.
  func print(_ findings: [Finding]) {
    let isChinese = console.language == .chinese
    let (text, json) = (FindingText(chinese: isChinese), FindingJSON(chinese: isChinese))
    for finding in findings where !console.isQuiet || finding.severity == .error {
      console.tell(block: format == .json ? json.line(of: finding) : text.text(of: finding))
    }
  }
}

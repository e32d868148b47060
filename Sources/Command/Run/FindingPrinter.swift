import Diagnostics
import Quantities

/// Prints findings on standard error, for people or for programs.
struct FindingPrinter {
  let console: Console
  let format: DataOptions.DiagnosticsFormat

  func print(_ findings: [Finding]) {
    let isChinese = console.language == .chinese
    let (text, json) = (FindingText(chinese: isChinese), FindingJSON(chinese: isChinese))
    for finding in findings {
      let lines = format == .json ? json.line(of: finding) : text.text(of: finding)
      console.tell(String(lines.dropLast()))
    }
  }
}

import Diagnostics
import Quantities

/// Prints findings on standard error, for people or for programs.
struct FindingPrinter {
  let console: Console
  let format: DataOptions.DiagnosticsFormat

  func print(_ findings: [Finding]) {
    let wording = console.language == .chinese ? Wording.chinese : Wording.english
    for f in findings {
      console.tell(
        "\(f.place?.file ?? ""):\(f.place?.line ?? 0): \(f.severity): \(wording.sentence(of: f)) [\(f.code)]"
      )
    }
  }
}

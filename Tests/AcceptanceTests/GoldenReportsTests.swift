import Foundation
import Testing

/// Every document of two small offices against what it said last (`Goldens/*.txt`): its sections,
/// sentences and headline figures, and how large its tables are.
///
/// `ANCHANG_RECORD=1` writes the files anew; without it a missing one fails.
@Suite struct GoldenReportsTests {
  private struct Office {
    var folder: String
    var options: String
    var documents: String
  }

  private static let offices = [
    Office(
      folder: "fixtures/tiny", options: "--period 2026-W10 --as-of 2026-03-08", documents: "--all"),
    Office(
      folder: "fixtures/launch/small", options: "--period 2026-W10 --as-of 2026-03-08",
      documents: "launch launch-results placement"),
  ]

  @Test func everyDocumentSaysWhatItSaid() throws {
    let goldens = AcceptanceTests.root.appendingPathComponent("Tests/AcceptanceTests/Goldens")
    let isRecording = ProcessInfo.processInfo.environment["ANCHANG_RECORD"] == "1"
    var outlines: [String: String] = [:]
    for office in Self.offices {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("anchang-" + UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let command =
        "anchang report \(office.documents) --data \"$ROOT/\(office.folder)\" \(office.options)"
        + " --lang zh --format xml --out out --quiet"
      let (status, _, errors) = try BuiltProgram.shell(command, in: folder)
      #expect(status == 0, "\(errors)")
      let out = folder.appendingPathComponent("out")
      for file in try FileManager.default.contentsOfDirectory(atPath: out.path)
      where file.hasSuffix("-2026-W10.xml") {
        let text = try String(contentsOf: out.appendingPathComponent(file), encoding: .utf8)
        let name = file.dropFirst("小河湾-".count).dropLast("-2026-W10.xml".count)
        outlines[String(name)] = Self.outline(text)
      }
    }
    let templates = AcceptanceTests.root.appendingPathComponent("report-templates")
    let names = try FileManager.default.contentsOfDirectory(atPath: templates.path)
      .filter { $0.hasSuffix(".xml") && $0 != "words.en.xml" }.map { String($0.dropLast(4)) }
    #expect(Set(outlines.keys) == Set(names))
    for (name, outline) in outlines.sorted(by: { $0.key < $1.key }) {
      let file = goldens.appendingPathComponent(name + ".txt")
      if isRecording { try Data(outline.utf8).write(to: file) }
      guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
        Issue.record("no golden for \(name); make it with ANCHANG_RECORD=1 and read it")
        continue
      }
      #expect(Self.difference(golden, outline) == nil, "\(name)")
    }
  }

  /// The first line that differs, both ways.
  private static func difference(_ golden: String, _ outline: String) -> String? {
    let (old, new) = (golden.split(separator: "\n"), outline.split(separator: "\n"))
    for index in 0..<max(old.count, new.count) {
      let (a, b) = (
        index < old.count ? String(old[index]) : "(end)",
        index < new.count ? String(new[index]) : "(end)"
      )
      if a != b { return "line \(index + 1): was \(a), is \(b)" }
    }
    return nil
  }

  /// A report's XML as a short text: one line a section, sentence, headline figure and block.
  private static func outline(_ xml: String) -> String {
    var lines: [String] = []
    var table: (line: Int, rows: Int)?
    for line in xml.split(separator: "\n") {
      let text = line.drop { $0 == " " }
      guard text.first == "<" else { continue }
      let tag = text.dropFirst().prefix { $0.isLetter || $0 == "-" || $0 == "/" }
      let indent = String(repeating: " ", count: line.count - text.count)
      switch tag {
      case "section", "chart", "fill", "list", "checklist", "timeline", "board", "report":
        lines.append(indent + "\(tag): \(attribute("title", text))")
      case "metric":
        lines.append(indent + "metric: \(attribute("label", text)) \(plain(text))")
      case "p", "note", "item", "rule", "place": lines.append(indent + "\(tag): \(plain(text))")
      case "table":
        lines.append(indent + "table: \(attribute("title", text)) \(attribute("of", text))")
        table = (lines.count - 1, 0)
      case "row": table?.rows += 1
      case "/table":
        if let table { lines[table.line] += " · \(table.rows) rows" }
        table = nil
      default: break
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func attribute(_ name: String, _ line: Substring) -> String {
    guard let start = line.range(of: " \(name)=\"") else { return "" }
    return String(line[start.upperBound...].prefix { $0 != "\"" })
  }

  /// The text without its elements.
  private static func plain(_ line: Substring) -> String {
    var text = ""
    var isInside = false
    for character in line {
      if character == "<" { isInside = true }
      if !isInside { text.append(character) }
      if character == ">" { isInside = false }
    }
    return text
  }
}

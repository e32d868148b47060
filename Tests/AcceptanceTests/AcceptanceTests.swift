import Foundation
import Testing

/// The built program against cases that users could have written (`Cases/*.case`).
@Suite struct AcceptanceTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let cases: [AcceptanceCase] = {
    let folder = root.appendingPathComponent("Tests/AcceptanceTests/Cases")
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".case") }.sorted().compactMap { file in
      guard let text = try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      else { return nil }
      return AcceptanceCase(name: String(file.dropLast(5)), text: text)
    }
  }()

  @Test func thereAreCases() {
    #expect(!Self.cases.isEmpty)
  }

  /// README.md says which case proves what: no case that is not there, and every broken input.
  @Test func thePageOfCasesNamesOnlyCases() throws {
    let page = try String(
      contentsOf: Self.root.appendingPathComponent("Tests/AcceptanceTests/README.md"),
      encoding: .utf8)
    let names = page.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.hasSuffix("` |") }
      .compactMap { $0.dropLast(3).split(separator: "`").last.map(String.init) }
    let cases = Self.cases.map(\.name)
    #expect(!names.isEmpty)
    #expect(names.filter { !cases.contains($0) } == [])
    #expect(cases.filter { $0.hasPrefix("B") && !names.contains($0) } == [])
  }

  @Test(arguments: cases)
  func behavesAsWritten(_ test: AcceptanceCase) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("anchang-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (from, to) in test.copies {
      try FileManager.default.copyItem(
        at: Self.root.appendingPathComponent(from), to: folder.appendingPathComponent(to))
    }
    for file in test.files {
      let url = folder.appendingPathComponent(file.name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try AcceptanceCase.bytes(file.lines, file.flags).write(to: url)
    }
    for step in test.steps { try run(step, in: folder) }
  }

  private func run(_ step: AcceptanceCase.Step, in folder: URL) throws {
    let (status, output, errors) = try BuiltProgram.shell(step.command, in: folder)
    #expect(status == step.exit, "\(step.command)\n\(errors)")
    for (kind, lines) in step.checks {
      let words = kind.split(separator: " ")
      let text = words[0] == "stderr" ? errors : output
      switch words.count > 1 ? words[1] : "" {
      case "has":
        for line in lines where !line.isEmpty {
          #expect(text.contains(line), "\(step.command): \(words[0]) lacks \(line)\n\(text)")
        }
      case "lacks":
        for line in lines where !line.isEmpty {
          #expect(!text.contains(line), "\(step.command): \(words[0]) has \(line)\n\(text)")
        }
      default:
        let expected = lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
        #expect(text == expected, "\(step.command): \(words[0])")
      }
    }
  }
}

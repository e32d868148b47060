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
    let (status, output, errors) = try shell(step.command, in: folder)
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

  private func shell(_ command: String, in folder: URL) throws -> (Int32, String, String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    let binaries = Bundle.main.bundleURL.path
    process.environment = [
      "PATH": binaries + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "ANCHANG_TEMPLATES": Self.root.appendingPathComponent("report-templates").path,
      "ROOT": Self.root.path, "HOME": folder.path,
    ]
    let files = (0..<2).map { folder.appendingPathComponent(".stream-\($0)") }
    let handles = try files.map { file in
      try Data().write(to: file)
      return try FileHandle(forWritingTo: file)
    }
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    for handle in handles { try handle.close() }
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    for file in files { try FileManager.default.removeItem(at: file) }
    return (process.terminationStatus, texts[0], texts[1])
  }
}

import Foundation

/// The program as it was built, called as a user calls it.
enum BuiltProgram {
  /// Status, output and errors of a shell command run in a folder of its own.
  static func shell(_ command: String, in folder: URL) throws -> (Int32, String, String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    let binaries = Bundle.main.bundleURL.path
    process.environment = [
      "PATH": binaries + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "ANCHANG_TEMPLATES": AcceptanceTests.root.appendingPathComponent("report-templates").path,
      "ROOT": AcceptanceTests.root.path, "HOME": folder.path,
      "PYTHON": ProcessInfo.processInfo.environment["ANCHANG_PYTHON"] ?? "python3",
      // Memory that ends with the process is no leak.
      "ASAN_OPTIONS": ProcessInfo.processInfo.environment["ASAN_OPTIONS"] ?? "",
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

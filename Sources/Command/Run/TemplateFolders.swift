import Glibc

/// Where templates and the theme are looked for, first wins.
enum TemplateFolders {
  /// `--templates`, `$ANCHANG_TEMPLATES`, `./report-templates`, beside the program, and in
  /// `../share/anchang/report-templates`; only folders that exist, each once.
  static func search(_ asked: [String]) throws(Failure) -> [String] {
    for folder in asked where !isFolder(folder) {
      throw Failure(
        .template, "--templates：没有文件夹 \(folder)", "--templates: there is no folder \(folder)")
    }
    var folders = asked
    if let named = getenv("ANCHANG_TEMPLATES") {
      folders += String(cString: named).split(separator: ":").map(String.init)
    }
    folders.append("report-templates")
    if let program = programFolder() {
      folders += [program + "/report-templates", program + "/../share/anchang/report-templates"]
    }
    var found: [String] = []
    for folder in folders where isFolder(folder) && !found.contains(folder) {
      found.append(folder)
    }
    guard !found.isEmpty else {
      throw Failure(
        .template, "找不到模板文件夹 report-templates；请加 --templates 文件夹",
        "no folder report-templates found; add --templates FOLDER")
    }
    return found
  }

  /// The first folder's file of a name; nil when none has it.
  static func file(_ name: String, in folders: [String]) -> String? {
    folders.map { $0 + "/" + name }.first { access($0, R_OK) == 0 }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func programFolder() -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return nil }
    let path = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }
}

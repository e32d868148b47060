package import Diagnostics
package import Facts
import Quantities

/// The folders with templates, in the order in which they are searched: a file of the same name in
/// an earlier folder wins.
package struct TemplateLibrary: PartSource, Sendable {
  /// One template found.
  package struct Entry: Hashable, Sendable {
    package let name: String
    package let path: String
  }

  package let folders: [String]

  package init(folders: [String]) { self.folders = folders }

  /// Every template, by name.
  package var entries: [Entry] {
    var entries: [Entry] = []
    for folder in folders {
      for name in TemplateFile.names(in: folder) where !entries.contains(where: { $0.name == name })
      {
        let path = TemplateFile.join(folder, name + ".xml")
        if isTemplate(path) { entries.append(Entry(name: name, path: path)) }
      }
    }
    return entries.sorted {
      $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars)
    }
  }

  /// The source of a template by its name, or the finding that says which ones there are.
  package func source(_ name: String) -> Result<TemplateSource, MissingTemplate> {
    if TemplateName.isValid(name) {
      for folder in folders {
        let path = TemplateFile.join(folder, name + ".xml")
        if let bytes = TemplateFile.bytes(of: path) {
          return .success(TemplateSource(file: path, bytes: bytes))
        }
      }
    }
    let known = entries.map(\.name)
    var facts = ["found": name, "expected": known.joined(separator: ", ")]
    let near = Spelling.nearest(to: name, among: known)
    if !near.isEmpty { facts["near"] = near.joined(separator: ", ") }
    return .failure(MissingTemplate(finding: Finding(.error, "template.none", facts)))
  }

  /// A template by its name, checked; or all that is wrong with it.
  package func template(
    _ name: String, catalogue: Catalogue
  ) -> (template: Template?, findings: [Finding]) {
    switch source(name) {
    case .failure(let error): (nil, [error.finding])
    case .success(let source):
      TemplateChecker(catalogue: catalogue, parts: self).check(source)
    }
  }

  /// The English words of all folders, the earlier folder's word first.
  package func words() -> (words: WordList, findings: [Finding]) {
    let sources = folders.compactMap { folder in
      let path = TemplateFile.join(folder, WordList.fileName)
      return TemplateFile.bytes(of: path).map { TemplateSource(file: path, bytes: $0) }
    }
    return WordList.read(sources)
  }

  /// The file of a part: in `parts` beside the template, beside it, then in the other folders.
  package func part(_ name: String, besides file: String) -> TemplateSource? {
    guard TemplateName.isValid(name) else { return nil }
    for folder in partFolders(besides: file) {
      let path = TemplateFile.join(folder, name + ".xml")
      if let bytes = TemplateFile.bytes(of: path) {
        return TemplateSource(file: path, bytes: bytes)
      }
    }
    return nil
  }

  package func partNames(besides file: String) -> [String] {
    var names: [String] = []
    for folder in partFolders(besides: file) where folder.hasSuffix("/parts") || folder == "parts" {
      for name in TemplateFile.names(in: folder) where !names.contains(name) { names.append(name) }
    }
    return names
  }

  private func partFolders(besides file: String) -> [String] {
    var home =
      file.contains("/") ? String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]) : ""
    if home.hasSuffix("/parts") { home = String(home.dropLast("/parts".count)) }
    if home == "parts" { home = "" }
    var result: [String] = []
    for folder in [home] + folders {
      for candidate in [TemplateFile.join(folder, "parts"), folder]
      where !result.contains(candidate) {
        result.append(candidate)
      }
    }
    return result
  }

  /// Whether a file looks like a report: lists of words stand in the same folder.
  private func isTemplate(_ path: String) -> Bool {
    guard let bytes = TemplateFile.bytes(of: path) else { return false }
    let tags = TagScanner(bytes).tags
    return tags.first.map { $0.name != "words" && $0.name != "part" } ?? true
  }
}

/// There is no template of that name.
package struct MissingTemplate: Error, Sendable {
  package let finding: Finding
}

import Diagnostics
import Glibc
import Testing

@testable import Templates

/// A folder for one test, removed with it.
final class Folder {
  let path: String

  init() {
    var pattern = Array("/tmp/anchang-templates-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&pattern))
  }

  deinit { remove(path) }

  func write(_ name: String, _ text: String) {
    if let slash = name.lastIndex(of: "/") { mkdir(path + "/" + name[..<slash], 0o700) }
    guard let file = fopen(path + "/" + name, "w") else { return }
    fputs(text, file)
    fclose(file)
  }

  private func remove(_ path: String) {
    guard let directory = opendir(path) else {
      unlink(path)
      return
    }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    closedir(directory)
    for name in names { remove(path + "/" + name) }
    rmdir(path)
  }
}

@Suite struct TemplateLibraryTests {
  private func report(_ name: String, _ title: String, _ blocks: String = "") -> String {
    "<report xmlns=\"urn:anchang:report:1\" name=\"\(name)\" title=\"\(title)\">\(blocks)</report>"
  }

  @Test func theFileInTheEarlierFolderWins() {
    let (own, shipped) = (Folder(), Folder())
    own.write("weekly.xml", report("weekly", "ours"))
    shipped.write("weekly.xml", report("weekly", "theirs"))
    shipped.write("daily.xml", report("daily", "theirs"))
    shipped.write("words.en.xml", "<words xmlns=\"urn:anchang:report:1\"/>")
    let library = TemplateLibrary(folders: [own.path, shipped.path])
    #expect(library.entries.map(\.name) == ["daily", "weekly"])
    #expect(library.entries.map(\.path) == [shipped.path + "/daily.xml", own.path + "/weekly.xml"])
    let result = library.template("weekly", catalogue: SmallOffice.catalogue)
    #expect(result.template?.titleText == "ours")
  }

  @Test func anUnknownNameListsThoseThereAre() {
    let folder = Folder()
    folder.write("weekly.xml", report("weekly", "x"))
    folder.write("daily.xml", report("daily", "x"))
    let library = TemplateLibrary(folders: ["/nonexistent", folder.path])
    let finding = library.template("wekly", catalogue: SmallOffice.catalogue).findings.first
    #expect(finding?.code == "template.none")
    #expect(finding?.facts == ["found": "wekly", "expected": "daily, weekly", "near": "weekly"])
  }

  @Test(arguments: ["../secret", "/etc/passwd", "a/b", ".", ""])
  func namesWithPathsFindNothing(_ name: String) {
    let folder = Folder()
    folder.write("sub/secret.xml", report("secret", "x"))
    folder.write("secret.xml", report("secret", "x"))
    let library = TemplateLibrary(folders: [folder.path + "/sub"])
    #expect(
      library.template(name, catalogue: SmallOffice.catalogue).findings.map(\.code)
        == ["template.none"])
    #expect(library.part(name, besides: folder.path + "/sub/x.xml") == nil)
  }

  @Test func partsComeFromBesideTheTemplateThenFromTheOtherFolders() {
    let (own, shipped) = (Folder(), Folder())
    let part: (String) -> String = { "<part xmlns=\"urn:anchang:report:1\"><p>\($0)</p></part>" }
    own.write("weekly.xml", report("weekly", "x", "<include part=\"a\"/><include part=\"b\"/>"))
    own.write("parts/a.xml", part("own"))
    shipped.write("parts/a.xml", part("shipped"))
    shipped.write("parts/b.xml", part("shipped"))
    let library = TemplateLibrary(folders: [own.path, shipped.path])
    let result = library.template("weekly", catalogue: SmallOffice.catalogue)
    #expect(result.findings.isEmpty)
    #expect(result.template?.texts == [])
    #expect(
      library.part("a", besides: own.path + "/weekly.xml")?.file == own.path + "/parts/a.xml")
    #expect(library.partNames(besides: own.path + "/weekly.xml") == ["a", "b"])
  }

  @Test func templatesThatIncludeEachOtherAreNamed() {
    let folder = Folder()
    folder.write("a.xml", report("a", "x", "<include part=\"b\"/>"))
    folder.write("b.xml", report("b", "x", "<include part=\"a\"/>"))
    let library = TemplateLibrary(folders: [folder.path])
    let finding = library.template("a", catalogue: SmallOffice.catalogue).findings.first
    #expect(finding?.code == "template.include-loop")
    #expect(finding?.facts["path"] == "a → b → a")
  }

  @Test func foldersAndMissingFilesAreNoTemplates() {
    let folder = Folder()
    folder.write("weekly.xml/x", "")
    let library = TemplateLibrary(folders: [folder.path])
    #expect(
      library.template("weekly", catalogue: SmallOffice.catalogue).findings.map(\.code)
        == ["template.none"])
  }
}

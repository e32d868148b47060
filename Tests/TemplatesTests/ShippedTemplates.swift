import Analyzers
import Facts

@testable import Templates

/// The templates of the repository.
enum ShippedTemplates {
  static let folder: String = {
    let file = #filePath
    let root = file.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/" + root + "/report-templates"
  }()

  static let library = TemplateLibrary(folders: [folder])

  static let names = library.entries.map(\.name)

  static func text(_ file: String) -> String {
    String(decoding: TemplateFile.bytes(of: folder + "/" + file) ?? [], as: UTF8.self)
  }
}

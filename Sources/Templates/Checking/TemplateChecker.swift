package import Diagnostics
package import Facts

/// Checks templates against the vocabulary and the catalogue, before any data are read.
package struct TemplateChecker {
  let catalogue: Catalogue
  let parts: any PartSource

  package init(catalogue: Catalogue, parts: any PartSource) {
    self.catalogue = catalogue
    self.parts = parts
  }

  /// The template, or all its mistakes at once; a template with a mistake is not given.
  package func check(_ source: TemplateSource) -> (template: Template?, findings: [Finding]) {
    switch TemplateReader.read(source) {
    case .failure(let error): return (nil, [error.finding])
    case .success(let root):
      var work = TemplateParsing(checker: self, source: source)
      let template = work.report(root)
      var unique: [Finding] = []
      for finding in work.findings where !unique.contains(finding) { unique.append(finding) }
      return (unique.isEmpty ? template : nil, unique)
    }
  }
}

/// Where parts named by `include` come from.
package protocol PartSource {
  /// The file of a part, seen from the template `file`; nil when there is none.
  func part(_ name: String, besides file: String) -> TemplateSource?
  /// Names of all parts, for "did you mean".
  func partNames(besides file: String) -> [String]
}

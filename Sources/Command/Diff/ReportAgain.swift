import Analyzers
import CSV
import Documents
import Quantities
import Records
import Templates
import Writers

/// Makes one report again, of an office that differs in some rows, to compare its figures.
struct ReportAgain {
  let template: Template
  let period: Period
  let language: Language
  let words: Templates.WordList
  let copy: ReportMaker.Copy
  let showsPersonal: Bool

  /// The report as its XML tells it; the rows that it would keep are left out.
  func report(_ office: SalesOffice, of project: Project) throws(Failure) -> IssuedReport {
    let other = Project(
      request: project.request, office: office, rejects: project.rejects,
      findings: project.findings)
    let maker = ReportMaker(
      project: other, language: language, words: words, showsPersonal: showsPersonal)
    let analysis = Analysis(office: office, period: period, showsPersonal: showsPersonal)
    let facts = ReportMaker.PeriodFacts(known: Pending(value: KnownRows()), emptiness: nil)
    let document = maker.document(
      template, FactsAhead(analysis, []), period, of: facts, copy: copy)
    guard let written = try? XMLWriter().write(document) else {
      throw Failure(.fault, "写 XML 失败：\(document.name)", "writing XML failed: \(document.name)")
    }
    return try IssuedReport(bytes: written.bytes, path: document.name)
  }
}

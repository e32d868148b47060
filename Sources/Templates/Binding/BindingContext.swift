package import Documents
package import Facts
package import Quantities

/// Everything that a template is bound to: figures, the period, typed texts and the words of one
/// language.
package struct BindingContext {
  package var catalogue: Catalogue
  /// The content of a figure.
  package var fact: (FigureKey) -> Fact
  package var language: Language
  /// Empty where the office gave none.
  package var project: String
  package var period: Period
  package var asOf: CalendarDay
  /// ISO week and project week are printed for weeks; nil where not known.
  package var projectWeek: Int?
  /// Whose copy it is; nil takes the template's.
  package var audience: Document.Audience?
  /// Counting rules in force, one short phrase each.
  package var rules: [String]
  package var alerts: [Alert]
  package var sources: [Source]
  /// Paragraphs typed for a document's slot; empty where none.
  package var texts: (_ document: String, _ slot: String) -> [String]
  /// `来访11月.csv:12`.
  package var sourceName: (SourceRow) -> String
  /// Show names and phones in full.
  package var showsPersonal: Bool
  /// English words of the templates; empty for Chinese.
  package var words: WordList

  package init(
    catalogue: Catalogue, fact: @escaping (FigureKey) -> Fact, language: Language = .chinese,
    project: String = "", period: Period, asOf: CalendarDay, projectWeek: Int? = nil,
    audience: Document.Audience? = nil, rules: [String] = [], alerts: [Alert] = [],
    sources: [Source] = [],
    texts: @escaping (_ document: String, _ slot: String) -> [String] = { _, _ in [] },
    sourceName: @escaping (SourceRow) -> String = { "\($0.file):\($0.line)" },
    showsPersonal: Bool = false, words: WordList = WordList()
  ) {
    self.catalogue = catalogue
    self.fact = fact
    self.language = language
    self.project = project
    self.period = period
    self.asOf = asOf
    self.projectWeek = projectWeek
    self.audience = audience
    self.rules = rules
    self.alerts = alerts
    self.sources = sources
    self.texts = texts
    self.sourceName = sourceName
    self.showsPersonal = showsPersonal
    self.words = words
  }

  /// min(period's last day, as-of).
  var day: CalendarDay { min(period.to, asOf) }
  var isUnfinished: Bool { asOf < period.to }
  /// Days of the period that have passed.
  var elapsedDays: Int { max(0, day - period.from + 1) }
  var formatter: Formatter { Formatter(language) }
}

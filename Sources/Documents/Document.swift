package import Quantities

/// A finished report as a neutral tree: values stay typed until a writer formats them.
package struct Document: Sendable {
  package enum Audience: String, CaseIterable, Sendable { case office, manager }
  package enum Orientation: String, CaseIterable, Sendable { case portrait, landscape }

  /// Template name, such as `weekly`.
  package var name: String
  package var title: String
  /// Empty where the office gave none.
  package var project: String
  package var language: Language
  package var period: Period
  package var asOf: CalendarDay
  /// As-of lies before the period's last day.
  package var isUnfinished: Bool
  /// 第N周 since the project's first week; nil when that is not set or the period is no week.
  package var projectWeek: Int?
  package var audience: Audience
  package var orientation: Orientation
  /// Named style of the template, for the theme.
  package var style: String
  /// Counting rules in force, one short phrase each, for the head.
  package var rules: [String]
  /// What must be handled first; not empty means the report is a draft (草稿).
  package var alerts: [Alert]
  package var blocks: [Block]
  /// Proofs of the headline figures, for the appendix.
  package var proofs: [Proof]
  /// Every file of the run, for the foot.
  package var sources: [Source]
  /// What the report knew, so that a later run can tell which rows came late and what changed.
  /// Only the archive copy has it.
  package var known = KnownRows()

  package init(
    name: String, title: String, project: String, language: Language, period: Period,
    asOf: CalendarDay, isUnfinished: Bool = false, projectWeek: Int? = nil,
    audience: Audience = .office, orientation: Orientation = .portrait, style: String = "",
    rules: [String] = [], alerts: [Alert] = [], blocks: [Block] = [], proofs: [Proof] = [],
    sources: [Source] = []
  ) {
    self.name = name
    self.title = title
    self.project = project
    self.language = language
    self.period = period
    self.asOf = asOf
    self.isUnfinished = isUnfinished
    self.projectWeek = projectWeek
    self.audience = audience
    self.orientation = orientation
    self.style = style
    self.rules = rules
    self.alerts = alerts
    self.blocks = blocks
    self.proofs = proofs
    self.sources = sources
  }
}

/// A failed check: what is wrong and where.
package struct Alert: Hashable, Sendable {
  package let text: String
  /// `成交11月.csv:57`, one a row meant.
  package let places: [String]

  package init(text: String, places: [String] = []) {
    self.text = text
    self.places = places
  }
}

/// One file of the run with its balance: rows = counted + outside + duplicates + excluded + skipped
/// + rejected.
package struct Source: Hashable, Sendable {
  package let name: String
  /// Name of the kind in the document's language; "not used" in its words for unknown files.
  package let kind: String
  package let rows: Int
  package let counted: Int
  package let outside: Int
  package let duplicates: Int
  package let excluded: Int
  package let skipped: Int
  package let rejected: Int
  package let sha256: String

  package init(
    name: String, kind: String, rows: Int, counted: Int, outside: Int, duplicates: Int,
    excluded: Int, skipped: Int, rejected: Int, sha256: String
  ) {
    self.name = name
    self.kind = kind
    self.rows = rows
    self.counted = counted
    self.outside = outside
    self.duplicates = duplicates
    self.excluded = excluded
    self.skipped = skipped
    self.rejected = rejected
    self.sha256 = sha256
  }
}

/// Why a headline figure is what it is: definition, arithmetic, first rows as file:line.
package struct Proof: Hashable, Sendable {
  /// Figure id with scope.
  package let of: String
  package let name: String
  package let meaning: String
  /// The figure itself; a quotient keeps its two sides.
  package let shown: Shown
  /// `来访11月.csv:12`, the first ones.
  package let rows: [String]
  /// Number of all rows behind the figure.
  package let rowCount: Int

  package init(
    of: String, name: String, meaning: String, shown: Shown, rows: [String], rowCount: Int
  ) {
    self.of = of
    self.name = name
    self.meaning = meaning
    self.shown = shown
    self.rows = rows
    self.rowCount = rowCount
  }
}

package import Documents
import Facts
package import Quantities

/// A report's template, read and checked: what stands in the document, in order.
package struct Template: Sendable {
  /// The document's name, `weekly`.
  package let name: String
  /// The kind of period that the document is made for.
  package let period: Period.Kind
  package let style: String
  package let orientation: Document.Orientation
  package let audience: Document.Audience
  /// The period is that of the launch day, where one is set, and not of as-of.
  package let isOfLaunchDay: Bool
  /// The file it was read from, as shown in messages.
  package let file: String
  let title: TextPattern
  let blocks: [TemplateBlock]

  /// The title as written, for lists of templates.
  package var titleText: String { title.source }
}

/// One block of a template with the conditions under which it is made.
struct TemplateBlock: Sendable {
  /// Made only when at least one of these has content.
  var conditions: [FigureKey] = []
  /// Only in the manager's copy.
  var isForManager = false
  var content: Content

  indirect enum Content: Sendable {
    case section(title: TextPattern, each: EachSpec?, blocks: [TemplateBlock])
    case paragraph(TextPattern)
    case metrics(MetricsSpec)
    case table(TableSpec)
    case chart(ChartSpec)
    case list(ListSpec)
    case checklist(ListSpec)
    case timeline(TimelineSpec)
    case board(BoardSpec)
    case fill(slot: String, title: TextPattern, lines: Int)
    case signatures([TextPattern])
    case note(Note.Level, TextPattern)
    case pageBreak
  }
}

/// The table whose rows a section repeats.
struct EachSpec: Sendable {
  var figure: FigureKey
  /// The column whose words each make one section; nil: the row key.
  var by: String?
  /// Sections at most; what is left out is said.
  var limit: Int? = nil
}

struct MetricsSpec: Sendable {
  var figures: [FigureKey]
  var compare: [Scope]
  /// Show progress against the target of the figures that have one.
  var showsTargets: Bool
}

struct TableSpec: Sendable {
  /// A column asked for: key of the figure's table, or a scope in a table of single figures.
  struct Column: Hashable, Sendable {
    var key: String
    var scope: Scope?
    var format: Format = .usual
  }

  /// One figure with rows, or several single figures.
  var figures: [FigureKey]
  var title: TextPattern?
  /// Empty: all.
  var columns: [Column] = []
  var limit: Int?
  var empty: TextPattern?
  var hasTotal = true
  /// Column that must equal the key of the section's row.
  var match: String?
  /// The last rows first: the latest of dated ones.
  var newestFirst = false
  /// Column whose words become columns: a long table is shown wide, with its sums.
  var series: String?
  /// Heads of empty columns at the end, for what people write by hand.
  var written: [TextPattern] = []
  /// What the figure says beside its rows stands in the caption.
  var hasRemarks = true
}

struct ChartSpec: Sendable {
  var kind: Chart.Kind
  /// The numbers; its `series` makes the drawn series.
  var table: TableSpec
  /// Drawn series at most: those with most values; what is left out is said.
  var panels: Int? = nil
}

struct ListSpec: Sendable {
  /// One entry: its text, and what decides that it is done.
  struct Item: Sendable {
    enum Check: Sendable {
      case byHand
      /// Done when the last of the slots was typed, not done when only those before it were: a
      /// discussion without a conclusion.
      case filled([String])
      /// Done when the figure has no rows or is zero.
      case none(FigureKey)
      /// Done when the figure has rows or is not zero.
      case some(FigureKey)
    }

    var text: TextPattern
    var check = Check.byHand
  }

  var figure: FigureKey?
  var title: TextPattern
  var items: [Item]
  var columns: [TableSpec.Column]
  var isNumbered: Bool
  var limit: Int?
  var empty: TextPattern?
  var match: String?
  var newestFirst = false
}

struct TimelineSpec: Sendable {
  struct Item: Sendable {
    var at: String
    var mark: TextPattern
    var text: TextPattern
    var detail: TextPattern
  }

  var figure: FigureKey?
  var title: TextPattern
  /// Column keys.
  var at: String
  var mark: [TableSpec.Column]
  var text: [TableSpec.Column]
  var detail: [TableSpec.Column]
  var items: [Item]
  var limit: Int?
  var empty: TextPattern?
  var newestFirst = false
}

struct BoardSpec: Sendable {
  var figure: FigureKey
  var title: TextPattern?
  /// Column keys of building, floor, room, state and number shown.
  var building: String
  var floor: String
  var room: String
  var state: String
  var value: String?
  var empty: TextPattern?
}

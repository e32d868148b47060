package import Quantities

/// One piece of a document, from top to bottom.
package indirect enum Block: Sendable {
  case section(Section)
  case paragraph([Inline])
  case metrics(Metrics)
  case table(Table)
  case chart(Chart)
  case list(ItemList)
  case checklist(Checklist)
  case timeline(Timeline)
  case board(Board)
  case fill(Fill)
  case signatures([String])
  case note(Note)
  case pageBreak
}

/// A value with what a writer needs to show it.
package struct Shown: Hashable, Sendable {
  /// Figure id with scope; nil for values that are no figure.
  package var of: String?
  package var value: Value
  package var unit: Unit
  package var format: Format
  /// "+" before what is above zero: changes and differences.
  package var isSigned: Bool
  /// What is printed instead of `value` where the parts of a whole are rounded together (largest
  /// remainder); `value` stays exact for XML and JSON.
  package var printed: Value?

  package init(
    _ value: Value, unit: Unit, format: Format = .usual, of: String? = nil,
    isSigned: Bool = false, printed: Value? = nil
  ) {
    self.value = value
    self.unit = unit
    self.format = format
    self.of = of
    self.isSigned = isSigned
    self.printed = printed
  }

  /// The shown text without unit; inline values of running text carry no unit of their own, the
  /// text around them has it.
  package func text(_ formatter: Formatter) -> String {
    formatter.text(printed ?? value, unit: unit, format: format, signed: isSigned)
  }

  /// The unit as shown behind the text; empty where none is.
  package func unitText(_ formatter: Formatter) -> String {
    value.isMissing ? "" : formatter.unitText(unit, format: format)
  }
}

/// A stretch of running text.
package enum Inline: Hashable, Sendable {
  case text(String)
  case value(Shown)
  /// Words that lead to a file in the same folder.
  case link(String, file: String)
}

package struct Section: Sendable {
  package var title: [Inline]
  package var blocks: [Block]

  package init(title: [Inline], blocks: [Block]) {
    self.title = title
    self.blocks = blocks
  }
}

/// Headline figures side by side.
package struct Metrics: Sendable {
  package var metrics: [Metric]

  package init(metrics: [Metric]) { self.metrics = metrics }
}

/// One headline figure with its comparisons and, where one is set, its target.
package struct Metric: Sendable {
  /// One comparison: the compared value and the change against it.
  package struct Comparison: Sendable {
    /// "较上周", "本月", …
    package var label: String
    package var value: Shown
    /// Relative change, or points for rates; nil where the comparison is only a value beside
    /// (month, year).
    package var change: Shown?
    /// Absolute difference in the figure's own unit, where it makes sense.
    package var difference: Shown?

    package init(label: String, value: Shown, change: Shown? = nil, difference: Shown? = nil) {
      self.label = label
      self.value = value
      self.change = change
      self.difference = difference
    }
  }

  /// Progress against a target, with the elapsed share of its time.
  package struct Progress: Sendable {
    package var label: String
    package var actual: Shown
    package var target: Shown
    package var rate: Shown
    package var elapsed: Shown

    package init(label: String, actual: Shown, target: Shown, rate: Shown, elapsed: Shown) {
      self.label = label
      self.actual = actual
      self.target = target
      self.rate = rate
      self.elapsed = elapsed
    }
  }

  package var label: String
  package var shown: Shown
  package var comparisons: [Comparison]
  package var progress: Progress?
  /// Whether the document has a proof of the figure to link to.
  package var hasProof: Bool

  package init(
    label: String, shown: Shown, comparisons: [Comparison] = [], progress: Progress? = nil,
    hasProof: Bool = false
  ) {
    self.label = label
    self.shown = shown
    self.comparisons = comparisons
    self.progress = progress
    self.hasProof = hasProof
  }
}

package struct Table: Sendable {
  package enum ColumnKind: String, Sendable {
    /// Row key or other words: left.
    case text
    /// Numbers: right, tabular figures.
    case number
    /// A share: number with a thin bar.
    case share
    /// A change: signed number.
    case change
    /// Empty: people write in it.
    case blank
  }

  package struct Column: Sendable {
    package var key: String
    package var label: String
    /// Unit printed in the head; empty where none.
    package var unit: String
    package var kind: ColumnKind

    package init(key: String, label: String, unit: String = "", kind: ColumnKind) {
      self.key = key
      self.label = label
      self.unit = unit
      self.kind = kind
    }
  }

  package struct Row: Sendable {
    package enum Kind: String, Sendable {
      case plain
      /// 未填.
      case unfilled
      /// 其他(n 项): what a limit folded.
      case others
      case total
    }

    package var kind: Kind
    package var cells: [Shown]

    package init(_ cells: [Shown], kind: Kind = .plain) {
      self.cells = cells
      self.kind = kind
    }
  }

  /// Figure id with scope; nil for tables that are no figure.
  package var of: String?
  package var title: String
  package var columns: [Column]
  package var rows: [Row]
  package var total: Row?
  /// n; printed in the caption.
  package var cases: Shown?
  /// Lines under the caption: order, several words a case, rounding …
  package var remarks: [String]
  /// Shown instead of rows when there are none.
  package var emptyText: String
  /// Rows that a limit left out, without a row of others for them.
  package var leftOut: Int

  package init(
    of: String? = nil, title: String, columns: [Column], rows: [Row], total: Row? = nil,
    cases: Shown? = nil, remarks: [String] = [], emptyText: String = "", leftOut: Int = 0
  ) {
    self.of = of
    self.title = title
    self.columns = columns
    self.rows = rows
    self.total = total
    self.cases = cases
    self.remarks = remarks
    self.emptyText = emptyText
    self.leftOut = leftOut
  }
}

package struct Chart: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case bar, columns, line, pareto, funnel, heat, scatter, bullet, timeline
  }

  package var kind: Kind
  package var title: String
  /// One sentence that says what the chart shows, for those who cannot see it.
  package var description: String
  /// The numbers: first column the category, then one column a series.
  package var table: Table
  /// Keys of the table's columns that are drawn, in order.
  package var values: [String]
  /// Places (from 1) of the table's rows in the whole order, where a limit has left some out;
  /// empty where the rows follow each other.
  package var places: [Int]

  package init(
    kind: Kind, title: String, description: String, table: Table, values: [String],
    places: [Int] = []
  ) {
    self.kind = kind
    self.title = title
    self.description = description
    self.table = table
    self.values = values
    self.places = places
  }
}

package struct ItemList: Sendable {
  package var title: String
  package var items: [[Inline]]
  package var isNumbered: Bool
  package var emptyText: String

  package init(title: String, items: [[Inline]], isNumbered: Bool, emptyText: String) {
    self.title = title
    self.items = items
    self.isNumbered = isNumbered
    self.emptyText = emptyText
  }
}

/// Boxes to tick by hand, some already decided by the data.
package struct Checklist: Sendable {
  package struct Item: Sendable {
    package var text: [Inline]
    /// nil: to be ticked by hand.
    package var isDone: Bool?

    package init(_ text: [Inline], isDone: Bool? = nil) {
      self.text = text
      self.isDone = isDone
    }
  }

  package var title: String
  package var items: [Item]

  package init(title: String, items: [Item]) {
    self.title = title
    self.items = items
  }
}

/// Dated entries in order of time.
package struct Timeline: Sendable {
  package struct Entry: Sendable {
    package var when: Shown
    /// "T−30", "还有 5 天" …; empty where none.
    package var mark: String
    package var text: String
    package var detail: String

    package init(when: Shown, mark: String = "", text: String, detail: String = "") {
      self.when = when
      self.mark = mark
      self.text = text
      self.detail = detail
    }
  }

  package var title: String
  package var entries: [Entry]
  package var emptyText: String

  package init(title: String, entries: [Entry], emptyText: String) {
    self.title = title
    self.entries = entries
    self.emptyText = emptyText
  }
}

/// A grid of rooms: buildings, floors from the top, rooms from the left.
package struct Board: Sendable {
  package struct Cell: Sendable {
    /// Room number as shown.
    package var label: String
    /// Word of the state (已售, 可售, 热 …), for readers and the legend.
    package var state: String
    /// Index of the state in `states`, for the theme's colours.
    package var level: Int
    /// Number shown in the cell, such as first choices; nil where none.
    package var shown: Shown?

    package init(label: String, state: String, level: Int, shown: Shown? = nil) {
      self.label = label
      self.state = state
      self.level = level
      self.shown = shown
    }
  }

  package struct Building: Sendable {
    package var name: String
    /// Floors from the top; nil cells are gaps.
    package var floors: [(label: String, cells: [Cell?])]

    package init(name: String, floors: [(label: String, cells: [Cell?])]) {
      self.name = name
      self.floors = floors
    }
  }

  package var of: String?
  package var title: String
  /// All states in order, with the number of rooms in each, for the legend.
  package var states: [(word: String, count: Int)]
  package var buildings: [Building]
  package var emptyText: String

  package init(
    of: String? = nil, title: String, states: [(word: String, count: Int)],
    buildings: [Building], emptyText: String
  ) {
    self.of = of
    self.title = title
    self.states = states
    self.buildings = buildings
    self.emptyText = emptyText
  }
}

/// What people write: typed text, or a ruled box to write in by hand.
package struct Fill: Sendable {
  package var slot: String
  package var title: String
  /// Paragraphs from the texts file; empty for a box.
  package var paragraphs: [String]
  /// Ruled lines of the box.
  package var lines: Int

  package init(slot: String, title: String, paragraphs: [String], lines: Int) {
    self.slot = slot
    self.title = title
    self.paragraphs = paragraphs
    self.lines = lines
  }
}

package struct Note: Sendable {
  package enum Level: String, CaseIterable, Sendable { case info, warning, alert }

  package var level: Level
  package var text: [Inline]

  package init(level: Level, text: [Inline]) {
    self.level = level
    self.text = text
  }
}

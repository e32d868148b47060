import Documents
import Quantities

extension HTMLPage {
  /// Blocks of one section that stand in two columns on paper; on a screen they stay one below the other.
  struct ColumnRuns {
    /// Runs of blocks narrow enough for half a page, in order.
    var ranges: [Range<Int>] = []
    /// What the tables of the section look like, by their place.
    var layouts: [Int: TableLayout] = [:]

    /// Whether a run begins with the block at `index`.
    func begins(at index: Int) -> Bool { ranges.contains { $0.lowerBound == index } }

    /// Whether a run ends with the block at `index`.
    func ends(at index: Int) -> Bool { ranges.contains { $0.upperBound == index + 1 } }
  }

  /// The runs of `blocks`: at least two narrow blocks, or one long narrow table.
  func columnRuns(_ blocks: [Block]) -> ColumnRuns {
    var runs = ColumnRuns()
    var start: Int?
    for index in 0...blocks.count {
      if index < blocks.count, isNarrow(blocks[index], at: index, in: &runs) {
        if start == nil { start = index }
        continue
      }
      guard let first = start else { continue }
      start = nil
      let isLong =
        if case .table(let table) = blocks[first] { table.rows.count > 14 } else { false }
      if index - first > 1 || isLong { runs.ranges.append(first..<index) }
    }
    return runs
  }

  private func isNarrow(_ block: Block, at index: Int, in runs: inout ColumnRuns) -> Bool {
    switch block {
    case .table(let table):
      guard !table.rows.isEmpty, !table.columns.isEmpty else { return true }
      let layout = TableLayout(table, formatter, isLandscape: document.orientation == .landscape)
      runs.layouts[index] = layout
      return layout.fitsHalf
    case .chart(let chart):
      switch chart.kind {
      case .bar, .columns, .line, .pareto, .funnel, .scatter, .bullet:
        return chart.table.columns.count <= 8
      case .heat, .timeline: return false
      }
    case .timeline(let timeline):
      return timeline.entries.allSatisfy { !TableLayout.isLong($0.text + $0.detail) }
    default: return false
    }
  }
}

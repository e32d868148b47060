import Documents
import Quantities

extension XMLPage {
  func block(_ block: Block, _ output: inout XMLOutput) {
    switch block {
    case .section(let section): self.section(section, &output)
    case .paragraph(let text): output.element("p") { inlines(text, &$0) }
    case .metrics(let metrics): self.metrics(metrics, &output)
    case .table(let table): output.container("table") { self.table(table, &$0) }
    case .chart(let chart): self.chart(chart, &output)
    case .list(let list): self.list(list, &output)
    case .checklist(let checklist): self.checklist(checklist, &output)
    case .timeline(let timeline): self.timeline(timeline, &output)
    case .board(let board): self.board(board, &output)
    case .fill(let fill): self.fill(fill, &output)
    case .signatures(let names):
      output.container("signatures") { output in
        for name in names { output.element("signature") { $0.text(name) } }
      }
    case .note(let note):
      output.element("note") { output in
        output.attribute("level", note.level.rawValue)
        inlines(note.text, &output)
      }
    case .pageBreak: output.element("page-break") { _ in }
    }
  }

  private func section(_ section: Section, _ output: inout XMLOutput) {
    output.container("section") { output in
      output.attribute("title", plain(section.title))
      if section.title.hasValues { output.element("title") { inlines(section.title, &$0) } }
      for block in section.blocks { self.block(block, &output) }
    }
  }

  private func metrics(_ metrics: Metrics, _ output: inout XMLOutput) {
    output.container("metrics") { output in
      for metric in metrics.metrics { self.metric(metric, &output) }
    }
  }

  private func metric(_ metric: Metric, _ output: inout XMLOutput) {
    output.element("metric") { output in
      output.attribute("label", metric.label)
      valueAttributes(metric.shown, &output)
      if let compared = metric.comparisons.first(where: { $0.change != nil }) {
        output.attribute("previous", ifAny: exact(compared.value))
        output.attribute("change", ifAny: compared.change.flatMap { exact($0) })
      }
      output.text(metric.shown.text(formatter))
      for comparison in metric.comparisons {
        output.element("comparison") { output in
          output.attribute("label", comparison.label)
          output.inline("value") { value(comparison.value, &$0) }
          if let difference = comparison.difference {
            output.inline("difference") { value(difference, &$0) }
          }
          if let change = comparison.change { output.inline("change") { value(change, &$0) } }
        }
      }
      if let progress = metric.progress {
        output.element("progress") { output in
          output.attribute("label", progress.label)
          output.inline("actual") { value(progress.actual, &$0) }
          output.inline("target") { value(progress.target, &$0) }
          output.inline("rate") { value(progress.rate, &$0) }
          output.inline("elapsed") { value(progress.elapsed, &$0) }
        }
      }
    }
  }

  private func exact(_ shown: Shown) -> String? {
    ExactValue(shown.value, in: document.language).text
  }

  private func table(_ table: Table, _ output: inout XMLOutput) {
    output.attribute("of", ifAny: table.of)
    output.attribute("title", table.title)
    output.attribute("empty", ifAny: table.emptyText)
    if table.leftOut > 0 { output.attribute("left-out", String(table.leftOut)) }
    output.container("columns") { output in
      for column in table.columns {
        output.element("column") { output in
          output.attribute("key", column.key)
          output.attribute("label", column.label)
          output.attribute("unit", ifAny: column.unit)
          output.attribute("kind", column.kind.rawValue)
        }
      }
    }
    for row in table.rows {
      output.container("row") { output in
        if row.kind != .plain { output.attribute("kind", row.kind.rawValue) }
        cells(row, table.columns, &output)
      }
    }
    if let total = table.total {
      output.container("total") { cells(total, table.columns, &$0) }
    }
    if let cases = table.cases { output.element("cases") { value(cases, &$0) } }
    for remark in table.remarks { output.element("remark") { $0.text(remark) } }
  }

  private func cells(_ row: Table.Row, _ columns: [Table.Column], _ output: inout XMLOutput) {
    for (column, cell) in zip(columns, row.cells) {
      output.element("cell") { output in
        output.attribute("key", column.key)
        value(cell, &output)
      }
    }
  }

  private func chart(_ chart: Chart, _ output: inout XMLOutput) {
    output.container("chart") { output in
      output.attribute("kind", chart.kind.rawValue)
      output.attribute("title", chart.title)
      output.attribute("values", chart.values.joined(separator: " "))
      if !chart.description.isEmpty {
        output.element("description") { $0.text(chart.description) }
      }
      output.container("table") { table(chart.table, &$0) }
    }
  }

  private func list(_ list: ItemList, _ output: inout XMLOutput) {
    output.container("list") { output in
      output.attribute("title", list.title)
      output.attribute("numbered", list.isNumbered ? "true" : "false")
      output.attribute("empty", ifAny: list.emptyText)
      for item in list.items { output.element("item") { inlines(item, &$0) } }
    }
  }

  private func checklist(_ checklist: Checklist, _ output: inout XMLOutput) {
    output.container("checklist") { output in
      output.attribute("title", checklist.title)
      for item in checklist.items {
        output.element("item") { output in
          output.attribute("done", ifAny: item.isDone.map { $0 ? "true" : "false" })
          inlines(item.text, &output)
        }
      }
    }
  }

  private func timeline(_ timeline: Timeline, _ output: inout XMLOutput) {
    output.container("timeline") { output in
      output.attribute("title", timeline.title)
      output.attribute("empty", ifAny: timeline.emptyText)
      for entry in timeline.entries {
        output.container("entry") { output in
          output.attribute("mark", ifAny: entry.mark)
          output.element("value") { value(entry.when, &$0) }
          output.element("p") { $0.text(entry.text) }
          if !entry.detail.isEmpty { output.element("detail") { $0.text(entry.detail) } }
        }
      }
    }
  }

  private func board(_ board: Board, _ output: inout XMLOutput) {
    output.container("board") { output in
      output.attribute("of", ifAny: board.of)
      output.attribute("title", board.title)
      output.attribute("empty", ifAny: board.emptyText)
      for state in board.states {
        output.element("state") { output in
          output.attribute("word", state.word)
          output.attribute("count", String(state.count))
        }
      }
      for building in board.buildings {
        output.container("building") { output in
          output.attribute("name", building.name)
          for floor in building.floors {
            output.container("floor") { output in
              output.attribute("label", floor.label)
              for cell in floor.cells { self.room(cell, &output) }
            }
          }
        }
      }
    }
  }

  private func room(_ cell: Board.Cell?, _ output: inout XMLOutput) {
    guard let cell else {
      output.element("gap") { _ in }
      return
    }
    output.element("room") { output in
      output.attribute("label", cell.label)
      output.attribute("state", cell.state)
      output.attribute("level", String(cell.level))
      if let shown = cell.shown { value(shown, &output) }
    }
  }

  private func fill(_ fill: Fill, _ output: inout XMLOutput) {
    output.container("fill") { output in
      output.attribute("slot", fill.slot)
      output.attribute("title", fill.title)
      output.attribute("lines", String(fill.lines))
      for paragraph in fill.paragraphs { output.element("p") { $0.text(paragraph) } }
    }
  }
}

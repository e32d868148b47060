import Analyzers
import Diagnostics
import Facts
import Quantities

/// Hides names and phones in the personal columns of a figure's table.
enum FigureMask {
  /// A figure as it may be shown: in full only when the run shows personal data.
  static func shown(
    _ key: FigureKey, _ definition: FigureDefinition, _ analysis: Analysis
  ) -> Fact {
    var fact = analysis.fact(key)
    if !analysis.showsPersonal, case .table(let table) = fact.content {
      fact.content = .table(masked(table, definition))
    }
    return fact
  }

  /// The table with its personal cells masked.
  static func masked(_ table: FactTable, _ definition: FigureDefinition) -> FactTable {
    let personal = definition.columns.indices.filter { definition.columns[$0].isPersonal }
    guard !personal.isEmpty else { return table }
    var table = table
    let rows = table.rows.map { row in
      var row = row
      for column in personal where column < row.cells.count {
        if case .text(let text) = row.cells[column] {
          row.cells[column] = .text(PersonalMask.whole(text))
        }
      }
      return row
    }
    table.rows = FactTable.Rows(rows)
    return table
  }
}

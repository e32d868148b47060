import Facts
import Quantities
import Templates

/// Shares of a table as reports print them: rounded together, so that they add up to 100.0 %.
enum TableShares {
  /// What is printed in a column, row by row; nil where its cells are no parts of one whole that
  /// together make it, or where several answers a case let them pass 100 %.
  static func printed(
    _ table: FactTable, _ definition: FigureDefinition, column: Int
  ) -> [String]? {
    guard !table.isMultiple, definition.shape == .table,
      definition.columns[column].unit == .share,
      let values = SharePrinting.printed(table.rows.map { $0.cells[column] }, decimals: 1)
    else { return nil }
    return values.map { Formatter(.chinese).text($0, unit: .share) }
  }
}

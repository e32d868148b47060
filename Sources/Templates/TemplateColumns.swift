import Facts
import Quantities

/// Columns that templates may name beside those of the catalogue.
extension FigureDefinition {
  /// A column by its key. `visits` is another word for the count of a table of visits, and
  /// `return` is what is left of the visits without the first ones.
  func column(_ key: String) -> FigureColumn? {
    let definition = withReturns
    if let column = definition.columns.first(where: { $0.key == key }) { return column }
    guard key == "visits", id.hasPrefix("visits.") else { return nil }
    return columns.first { $0.key == "count" }
  }

  /// The definition with a column of return visits behind its own, where it can be told.
  var withReturns: FigureDefinition {
    guard returnSides != nil else { return self }
    let column = FigureColumn("return", Words("复访", "Return visits"), .parties)
    return FigureDefinition(
      id, name, meaning, unit: unit, shape: shape, scopes: scopes, columns: columns + [column],
      source: source)
  }

  /// Columns of all and of first visits.
  fileprivate var returnSides: (all: Int, first: Int)? {
    let keys = columns.map(\.key)
    guard id.hasPrefix("visits."), !keys.contains("return"),
      let all = keys.firstIndex(of: "visits") ?? keys.firstIndex(of: "count"),
      let first = keys.firstIndex(of: "first")
    else { return nil }
    return (all, first)
  }
}

extension FactTable {
  /// The table with the cells of `withReturns`: visits = first + return.
  func withReturns(of definition: FigureDefinition) -> FactTable {
    guard let sides = definition.returnSides else { return self }
    func extended(_ row: Row) -> Row {
      var row = row
      guard row.cells.indices.contains(max(sides.all, sides.first)) else { return row }
      switch (row.cells[sides.all], row.cells[sides.first]) {
      case (.count(let all), .count(let first)): row.cells.append(.count(all - first))
      case (.missing(let absence), _), (_, .missing(let absence)):
        row.cells.append(.missing(absence))
      default: row.cells.append(.missing(.notApplicable))
      }
      return row
    }
    var table = self
    table.rows = FactTable.Rows(rows.map(extended))
    table.total = total.map(extended)
    return table
  }
}

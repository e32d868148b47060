import CSV
import Records

/// Looks over all days of a file for the order of day and month: a part above 12 decides its
/// column, unless another cell contradicts it.
struct DayOrderSearch {
  private let head: FileHead
  private let plan: HeaderPlan

  init(_ head: FileHead, _ plan: HeaderPlan) {
    self.head = head
    self.plan = plan
  }

  /// The order of every column that shows one.
  func orders() -> [Field: DayOrder] {
    var columns: [(field: Field, position: Int, first: Bool, second: Bool)] = []
    for column in plan.columns {
      for target in column.targets {
        let spec = plan.kind.fields.first { $0.field == target.field }
        if spec?.type == .day || spec?.type == .week {
          columns.append((target.field, column.position, false, false))
        }
      }
    }
    guard let reader = try? head.file.open(checksums: false) else { return [:] }
    reader.separator = head.separator
    try? head.forEachRow(reader) { record in
      for index in columns.indices where columns[index].position < record.fieldCount {
        let cell = CellText.trimmed(record.field(columns[index].position))
        guard cell.count >= 8, let parts = DayGrammar.orderEvidence(CellText.folded(cell)) else {
          continue
        }
        if parts.first > 12, parts.first <= 31 { columns[index].first = true }
        if parts.second > 12, parts.second <= 31 { columns[index].second = true }
      }
      return true
    }
    var orders: [Field: DayOrder] = [:]
    for column in columns where column.first != column.second {
      orders[column.field] = column.first ? .dayFirst : .monthFirst
    }
    return orders
  }
}

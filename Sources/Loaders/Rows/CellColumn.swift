import Records

/// What reading the cells of a column needs at every cell, without references, so that nothing is
/// counted or copied for one. It lives as long as the reader's context, which owns its cache.
struct CellColumn {
  /// Index of the column's decoder, and of its value among those of a row.
  let index: Int
  /// Index of the field in a row.
  let position: Int
  let form: ColumnDecoder.Form
  /// Index of the store in the table; nil for columns that only the row checks look at.
  let store: Int?
  let isKey: Bool
  let isDate: Bool
  let isRecordID: Bool
  /// Whether the numbers of further telephone columns are read with those of this one.
  let joinsPhones: Bool
  let day: DayReader
  let money: MoneyReader
  let count: CountReader
  let emptyMark: EmptyMark.Column
  let cache: CellCache

  init(_ decoder: ColumnDecoder, index: Int, plan: HeaderPlan) {
    self.index = index
    position = decoder.position
    form = decoder.form
    store = decoder.store
    isKey = decoder.isKey
    isDate = decoder.field == .date
    isRecordID = decoder.field == .recordID
    joinsPhones = decoder.form == .phones && !plan.furtherPhones.isEmpty
    day = decoder.day
    money = decoder.money
    count = decoder.count
    emptyMark = decoder.emptyMark
    cache = decoder.cache
  }

  /// Whether the column's cells are read without looking at others of the row.
  var isReadAlone: Bool { form != .period && form != .quantity }

  /// The cell of a text column as it is kept, and whether it says nothing.
  @inline(__always)
  func text(_ raw: Bytes) -> (cell: Bytes, isEmpty: Bool) {
    let cell = CellText.trimmed(raw)
    return (cell, EmptyMark.isEmpty(cell, emptyMark))
  }
}

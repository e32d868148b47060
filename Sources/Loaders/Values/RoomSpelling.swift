import Records

extension RoomSpelling {
  /// Of a cell, folded first.
  static func folded(_ cell: Bytes) -> String {
    folded(CellText.foldedText(cell))
  }
}

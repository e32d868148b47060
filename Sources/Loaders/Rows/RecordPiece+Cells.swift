import CSV
import CScan

// Cells for the loops over whole columns. They stand here and not beside the reader of files
// because the compiler does not inline across modules, and a call costs more than most cells.

extension RecordPiece {
  /// The content of one field of one record, as `RecordView.field` gives it: sixteen bytes may be
  /// loaded from where it begins, whatever its length.
  @inline(__always)
  func cell(_ i: Int, _ field: Int) -> Bytes {
    precondition(i >= 0 && i < count, "the piece has no such record")
    let record = records[i]
    precondition(field >= 0 && field < Int(record.fieldCount), "the record has no such field")
    let edges = edges + Int(record.firstEdge)
    // The byte before the first record of a piece is place −1, hence the wrapping sum.
    let from = Int(edges[field] &+ 1)
    let raw = Bytes(start: text + from, count: Int(edges[field + 1]) - from)
    return raw.count > 1 && raw[0] == 0x22 ? self.record(i).field(field) : raw
  }

  /// A whole record without its line end.
  @inline(__always)
  func bytes(_ i: Int) -> Bytes {
    precondition(i >= 0 && i < count, "the piece has no such record")
    let record = records[i]
    let edges = edges + Int(record.firstEdge)
    let from = Int(edges[0] &+ 1)
    return Bytes(start: text + from, count: Int(edges[Int(record.fieldCount)]) - from)
  }

  /// All records with what parts them.
  var bytes: Bytes {
    guard count > 0 else { return Bytes(start: text, count: 0) }
    let last = records[count - 1]
    return Bytes(start: text, count: Int(edges[Int(last.firstEdge) + Int(last.fieldCount)]))
  }

  /// Number of fields of a record.
  @inline(__always)
  func fieldCount(_ i: Int) -> Int {
    precondition(i >= 0 && i < count, "the piece has no such record")
    return Int(records[i].fieldCount)
  }

  /// The line on which a record begins, from 1.
  @inline(__always)
  func line(_ i: Int) -> Int {
    precondition(i >= 0 && i < count, "the piece has no such record")
    return firstLine + Int(records[i].line)
  }
}

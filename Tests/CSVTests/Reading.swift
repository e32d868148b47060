import CSV

/// What came of reading all records of some bytes.
struct Reading: Equatable {
  var records: [PlainScanner.Record] = []
  var badLines: [Int] = []
  var failure: CSVFailure?

  var rows: [[String]] { records.map(\.texts) }
  var lines: [Int] { records.map(\.line) }

  init(_ reader: CSVReader) {
    do throws(CSVFailure) {
      try reader.forEachRecord { record in
        if record.hasBadByte { badLines.append(record.line) }
        records.append(Reading.copy(record))
        return true
      }
    } catch {
      failure = error
    }
  }

  /// Reads UTF-8 by its separator, in pieces of a size.
  init(
    _ text: String, separator: Character? = nil, pieceSize: Int = 1 << 18
  ) throws(CSVFailure) {
    let reader = try CSVReader(
      bytes: Array(text.utf8), pieceSize: pieceSize, headSize: pieceSize)
    if let byte = separator?.asciiValue { reader.separator = byte }
    self.init(reader)
  }

  static func copy(_ record: RecordView) -> PlainScanner.Record {
    let fields = 0..<record.fieldCount
    return PlainScanner.Record(
      fields: fields.map { Array(record.field($0)) }, line: record.line,
      places: fields.map {
        PlainScanner.Place(line: record.line(of: $0), column: record.column(of: $0))
      })
  }
}

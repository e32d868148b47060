/// The rules of records in the obvious way, byte by byte: the judge of `RecordScanner`.
///
/// A quote opens a field only as its first byte; inside, two quotes are one and a single one
/// closes; what follows it is text. LF, CR and CRLF end a record outside quotes.
package struct PlainScanner {
  package struct Record: Hashable, Sendable {
    package var fields: [[UInt8]]
    /// Line on which the record begins, from 1.
    package var line: Int
    /// Where each field begins: its line and, counted in characters of UTF-8, its column, from 1.
    package var places: [Place]

    package init(fields: [[UInt8]], line: Int, places: [Place]) {
      self.fields = fields
      self.line = line
      self.places = places
    }

    /// The fields as texts.
    package var texts: [String] { fields.map { String(decoding: $0, as: UTF8.self) } }
  }

  package struct Place: Hashable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// What may come next in a field.
  private enum State { case beginning, text, quoted, quoteInQuoted }

  let separator: UInt8

  package init(separator: UInt8) { self.separator = separator }

  /// All records before a quote that is never closed, and the line on which that quote opens.
  package func records(_ bytes: [UInt8]) -> (records: [Record], openLine: Int?) {
    var records: [Record] = []
    var place = Place(line: 1, column: 1)
    var record = Record(fields: [[]], line: 1, places: [place])
    var state = State.beginning
    var openLine = 1
    var isRecordBegun = false
    for (i, byte) in bytes.enumerated() {
      let isFeedOfPair = byte == 0x0A && i > 0 && bytes[i - 1] == 0x0D
      let isLineEnd = byte == 0x0A || byte == 0x0D
      let isPair = byte == 0x0D && i + 1 < bytes.count && bytes[i + 1] == 0x0A
      if isLineEnd {
        // The LF of CRLF ends the line, and its CR is the last character of it.
        if !isPair { place = Place(line: place.line + 1, column: 1) }
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
      if isFeedOfPair && !isRecordBegun {
        record = Record(fields: [[]], line: place.line, places: [place])
        continue
      }
      isRecordBegun = true
      switch state {
      case .beginning where byte == 0x22:
        state = .quoted
        openLine = place.line
      case .quoted where byte == 0x22:
        state = .quoteInQuoted
      case .quoteInQuoted where byte == 0x22:
        state = .quoted
        record.fields[record.fields.count - 1].append(byte)
      case .quoted:
        record.fields[record.fields.count - 1].append(byte)
      case .beginning, .text, .quoteInQuoted:
        if byte == separator {
          state = .beginning
          record.fields.append([])
          record.places.append(place)
        } else if isLineEnd {
          records.append(record)
          record = Record(fields: [[]], line: place.line, places: [place])
          state = .beginning
          isRecordBegun = false
        } else {
          state = .text
          record.fields[record.fields.count - 1].append(byte)
        }
      }
    }
    if state == .quoted { return (records, openLine) }
    if isRecordBegun { records.append(record) }
    return (records, nil)
  }

  /// Line ends in a stretch of bytes; CRLF is one.
  static func lineEnds(_ bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    for i in bytes.indices {
      let isPair = bytes[i] == 0x0D && i + 1 < bytes.count && bytes[i + 1] == 0x0A
      if bytes[i] == 0x0A || (bytes[i] == 0x0D && !isPair) { count += 1 }
    }
    return count
  }
}

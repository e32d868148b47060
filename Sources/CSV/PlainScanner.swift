/// The rules of records in the obvious way, byte by byte: the judge of `RecordScanner`.
///
/// A quote opens a field only as its first byte; inside, two quotes are one and a single one
/// closes; what follows it is text. LF, CR and CRLF end a record outside quotes.
package struct PlainScanner {
  package struct Record: Equatable {
    package var fields: [[UInt8]]
    package var line: Int

    package init(fields: [[UInt8]], line: Int) {
      self.fields = fields
      self.line = line
    }
  }

  let separator: UInt8

  package init(separator: UInt8) { self.separator = separator }

  /// All records; nil in place of the rest when a quote is never closed, with its record's line.
  package func records(_ bytes: [UInt8]) -> (records: [Record], openLine: Int?) {
    var records: [Record] = []
    var line = 1
    var i = 0
    while i < bytes.count {
      let firstLine = line
      var fields: [[UInt8]] = [[]]
      var isStart = true
      var ended = false
      while i < bytes.count, !ended {
        let byte = bytes[i]
        if isStart, byte == 0x22 {
          i += 1
          var isClosed = false
          while i < bytes.count, !isClosed {
            if bytes[i] == 0x22 {
              if i + 1 < bytes.count, bytes[i + 1] == 0x22 {
                fields[fields.count - 1].append(0x22)
                i += 2
              } else {
                isClosed = true
                i += 1
              }
            } else {
              let isPair = bytes[i] == 0x0D && i + 1 < bytes.count && bytes[i + 1] == 0x0A
              if bytes[i] == 0x0A || (bytes[i] == 0x0D && !isPair) { line += 1 }
              fields[fields.count - 1].append(bytes[i])
              i += 1
            }
          }
          if !isClosed { return (records, firstLine) }
          isStart = false
          continue
        }
        isStart = false
        i += 1
        if byte == separator {
          fields.append([])
          isStart = true
        } else if byte == 0x0A || byte == 0x0D {
          if byte == 0x0D, i < bytes.count, bytes[i] == 0x0A { i += 1 }
          line += 1
          ended = true
        } else {
          fields[fields.count - 1].append(byte)
        }
      }
      records.append(Record(fields: fields, line: firstLine))
    }
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

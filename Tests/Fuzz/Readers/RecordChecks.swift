@testable import CSV

/// Bytes as records: whatever the size of the pieces, the same as by the plain rules.
enum RecordChecks {
  private struct Copy: Equatable {
    var fields: [[UInt8]]
    var line: Int
    var isBad: Bool
  }

  private struct Outcome: Equatable {
    var records: [Copy] = []
    var failure: CSVFailure?
    var format: CSVFormat?
    var checksum = ""
  }

  /// UTF-8 by a separator, in small pieces, in one piece, and by `PlainScanner`.
  ///
  /// The first byte names the separator, the second the size of the pieces.
  static func records(_ input: UnsafeRawBufferPointer) {
    guard input.count > 2 else { return }
    let separator = CSVFormat.separators[Int(input[0]) % CSVFormat.separators.count]
    let size = 1 + Int(input[1]) % 97
    let text = Array(input[2...])
    let whole = read(text, .utf8, separator, 1 << 18)
    let pieces = read(text, .utf8, separator, size)
    if whole != pieces { wrong("pieces of \(size): \(whole) \(pieces)") }
    // The judge knows no mark, no `sep=` line and no NULs.
    guard let format = whole.format, !format.hasMark, format.namedSeparator == nil,
      format.removedNULs == 0
    else { return }
    let (records, openLine) = PlainScanner(separator: separator).records(text)
    if whole.records.map(\.fields) != records.map(\.fields)
      || whole.records.map(\.line) != records.map(\.line)
    {
      wrong("not as the plain rules: \(whole.records) \(records)")
    }
    if whole.failure != openLine.map({ .unclosedQuote(line: $0) }) {
      wrong("open quote: \(String(describing: whole.failure)) \(String(describing: openLine))")
    }
  }

  /// Bytes of an encoding that is named or to be found; the text must be UTF-8 where the row is
  /// called sound.
  static func encodings(_ input: UnsafeRawBufferPointer) {
    guard input.count > 2 else { return }
    let all: [TextEncoding?] = [nil] + TextEncoding.allCases
    let encoding = all[Int(input[0]) % all.count]
    let size = 1 + Int(input[1]) % 97
    let text = Array(input[2...])
    let whole = read(text, encoding, nil, 1 << 18)
    let pieces = read(text, encoding, nil, size)
    if whole != pieces { wrong("pieces of \(size): \(whole) \(pieces)") }
    for record in whole.records {
      let isText = record.fields.allSatisfy { field in
        String(validating: field, as: UTF8.self) != nil && !field.contains(0)
      }
      if !isText && !record.isBad { wrong("no UTF-8 in a sound row: \(record)") }
    }
  }

  private static func read(
    _ text: [UInt8], _ encoding: TextEncoding?, _ separator: UInt8?, _ size: Int
  ) -> Outcome {
    var outcome = Outcome()
    do throws(CSVFailure) {
      // The head must hold the mark and the `sep=` line; it is the same for all sizes of pieces.
      let reader = try CSVReader(bytes: text, encoding: encoding, pieceSize: size, headSize: 4096)
      if let separator, reader.format.namedSeparator == nil { reader.separator = separator }
      _ = reader.head()
      outcome.format = reader.format
      try reader.forEachRecord { record in
        outcome.records.append(
          Copy(
            fields: (0..<record.fieldCount).map { Array(record.field($0)) }, line: record.line,
            isBad: record.hasBadByte))
        for field in 0..<record.fieldCount {
          _ = (record.column(of: field), record.line(of: field))
        }
        return true
      }
      outcome.format = reader.format
      outcome.checksum = reader.checksum
    } catch {
      outcome.failure = error
    }
    return outcome
  }
}

import Glibc

/// One record while it is being read; valid only inside the closure that was given it.
package struct RecordView {
  /// The piece of the file that holds the record, as UTF-8.
  let text: UnsafePointer<UInt8>
  /// Place of the byte before the record, then of the byte after each field.
  let edges: UnsafePointer<UInt32>
  /// As long as the piece, so that every field has its own place in it.
  let scratch: UnsafeMutablePointer<UInt8>
  /// Number of fields, at least 1.
  package let fieldCount: Int
  /// Line on which the record begins, from 1.
  package let line: Int
  /// Position in the file: 0 for the first record after the byte order mark and `sep=` line.
  package let index: Int
  /// The whole piece is known to be well-formed.
  let isPieceSound: Bool

  init(
    text: UnsafePointer<UInt8>, edges: UnsafePointer<UInt32>,
    scratch: UnsafeMutablePointer<UInt8>, fieldCount: Int, line: Int, index: Int,
    isPieceSound: Bool
  ) {
    self.text = text
    self.edges = edges
    self.scratch = scratch
    self.fieldCount = fieldCount
    self.line = line
    self.index = index
    self.isPieceSound = isPieceSound
  }

  /// The field as it stands in the file, quotes included.
  package func raw(_ field: Int) -> UnsafeRawBufferPointer {
    precondition(field >= 0 && field < fieldCount, "the record has no such field")
    // The byte before the first record of a piece is place −1, hence the wrapping sum.
    let from = Int(edges[field] &+ 1)
    return UnsafeRawBufferPointer(start: text + from, count: Int(edges[field + 1]) - from)
  }

  /// Fields and what parts them as they stand in the file.
  package func raw(_ fields: Range<Int>) -> UnsafeRawBufferPointer {
    precondition(fields.lowerBound >= 0 && fields.upperBound <= fieldCount, "no such fields")
    let from = Int(edges[fields.lowerBound] &+ 1)
    return UnsafeRawBufferPointer(
      start: text + from, count: Int(edges[fields.upperBound]) - from)
  }

  /// The content of a field: outer quotes removed, doubled quotes undone.
  ///
  /// It is UTF-8 unless the record `hasBadByte`.
  package func field(_ field: Int) -> UnsafeRawBufferPointer {
    let raw = raw(field)
    return raw.count > 1 && raw[0] == 0x22 ? unquoted(raw) : raw
  }

  /// The whole record without its line end.
  package var bytes: UnsafeRawBufferPointer {
    let start = Int(edges[0] &+ 1)
    return UnsafeRawBufferPointer(start: text + start, count: Int(edges[fieldCount]) - start)
  }

  /// Whether the record has a byte without meaning in the file's encoding.
  package var hasBadByte: Bool { isPieceSound ? false : isBroken }

  /// The first field that has such a byte.
  package var badField: Int? {
    (0..<fieldCount).first { !UTF8Rules.isText(raw($0)) }
  }

  /// The field's first character on its line, counted from 1; characters, not bytes.
  package func column(of field: Int) -> Int {
    let before = textBefore(field)
    let lineStart = before.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    return String(decoding: before[lineStart...], as: UTF8.self).count + 1
  }

  /// The line on which a field begins, from 1.
  package func line(of field: Int) -> Int {
    line + PlainScanner.lineEnds(textBefore(field))
  }

  /// All fields as texts, for the few records that people are shown; a byte without meaning is
  /// U+FFFD.
  package var texts: [String] {
    (0..<fieldCount).map { String(decoding: field($0), as: UTF8.self) }
  }

  /// The record up to a field.
  private func textBefore(_ field: Int) -> UnsafeRawBufferPointer {
    let start = Int(edges[0] &+ 1)
    return UnsafeRawBufferPointer(start: text + start, count: Int(edges[field] &+ 1) - start)
  }

  var isBroken: Bool { !UTF8Rules.isText(bytes) }

  func unquoted(_ raw: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard let from = raw.baseAddress, let found = memchr(from + 1, 0x22, raw.count - 1) else {
      return raw
    }
    if UnsafeRawPointer(found) - from == raw.count - 1 {
      return UnsafeRawBufferPointer(start: from + 1, count: raw.count - 2)
    }
    let target = scratch + (UnsafePointer(from.assumingMemoryBound(to: UInt8.self)) - text)
    var written = 0
    var isClosed = false
    var i = 1
    while i < raw.count {
      // The first quote that is not one of two closes; what follows it is text.
      if raw[i] == 0x22, !isClosed {
        i += 1
        isClosed = i == raw.count || raw[i] != 0x22
        if isClosed { continue }
      }
      target[written] = raw[i]
      written += 1
      i += 1
    }
    return UnsafeRawBufferPointer(start: target, count: written)
  }
}

/// One record while it is being read; valid only inside the closure that was given it.
package struct RecordView {
  @usableFromInline let base: UnsafePointer<UInt8>
  @usableFromInline let ends: UnsafePointer<UInt32>
  @usableFromInline let start: Int
  @usableFromInline let scratch: UnsafeMutablePointer<UInt8>
  /// Number of fields, at least 1.
  package let fieldCount: Int
  /// Line on which the record begins, from 1.
  package let line: Int
  /// Some byte of the record is a quote.
  package let hasQuote: Bool
  /// Position in the file: 0 for the first record after the byte order mark and `sep=` line.
  package let index: Int

  @inlinable
  package init(
    base: UnsafePointer<UInt8>, ends: UnsafePointer<UInt32>, start: Int,
    scratch: UnsafeMutablePointer<UInt8>, fieldCount: Int, line: Int, hasQuote: Bool, index: Int
  ) {
    self.base = base
    self.ends = ends
    self.start = start
    self.scratch = scratch
    self.fieldCount = fieldCount
    self.line = line
    self.hasQuote = hasQuote
    self.index = index
  }

  /// The field as it stands in the file, quotes included.
  @inlinable
  package func raw(_ field: Int) -> UnsafeRawBufferPointer {
    let from = field == 0 ? start : Int(ends[field - 1]) + 1
    return UnsafeRawBufferPointer(start: base + from, count: Int(ends[field]) - from)
  }

  /// The content of a field: outer quotes removed, doubled quotes undone.
  @inlinable
  package func field(_ field: Int) -> UnsafeRawBufferPointer {
    let raw = raw(field)
    return hasQuote && raw.count > 1 && raw[0] == 0x22 ? unquoted(raw) : raw
  }

  /// Whether the field was written in quotes.
  package func isQuoted(_ field: Int) -> Bool {
    let raw = raw(field)
    return hasQuote && raw.count > 1 && raw[0] == 0x22
  }

  /// The whole record without its line end.
  package var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + start, count: Int(ends[fieldCount - 1]) - start)
  }

  /// Whether the record has a byte without meaning in the file's encoding.
  package var hasBadByte: Bool { !UTF8Rules.isValid(bytes) }

  /// The first field that has such a byte.
  package var badField: Int? {
    (0..<fieldCount).first { !UTF8Rules.isValid(raw($0)) }
  }

  /// The field's first character on its line, counted from 1; characters, not bytes.
  package func column(of field: Int) -> Int {
    let from = field == 0 ? start : Int(ends[field - 1]) + 1
    var lineStart = start
    for i in start..<from where base[i] == 0x0A || base[i] == 0x0D { lineStart = i + 1 }
    let before = UnsafeRawBufferPointer(start: base + lineStart, count: from - lineStart)
    return String(decoding: before, as: UTF8.self).count + 1
  }

  /// The line on which a field begins, from 1.
  package func line(of field: Int) -> Int {
    let from = field == 0 ? start : Int(ends[field - 1]) + 1
    return line
      + PlainScanner.lineEnds(UnsafeRawBufferPointer(start: base + start, count: from - start))
  }

  /// All fields as texts, for the few records that people are shown.
  package var texts: [String] {
    (0..<fieldCount).map { String(decoding: field($0), as: UTF8.self) }
  }

  @usableFromInline
  func unquoted(_ raw: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    // The scratch space is as long as the piece, so each field has its own place in it.
    guard let from = raw.baseAddress else { return raw }
    let offset = UnsafePointer(from.assumingMemoryBound(to: UInt8.self)) - base
    let target = scratch + offset
    var written = 0
    var i = 1
    while i < raw.count {
      if raw[i] == 0x22 {
        if i + 1 < raw.count, raw[i + 1] == 0x22 {
          target[written] = 0x22
          written += 1
          i += 2
          continue
        }
        // After the closing quote everything is text.
        for byte in raw[(i + 1)...] {
          target[written] = byte
          written += 1
        }
        break
      }
      target[written] = raw[i]
      written += 1
      i += 1
    }
    return UnsafeRawBufferPointer(start: target, count: written)
  }
}

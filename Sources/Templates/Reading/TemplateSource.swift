import Diagnostics

/// The bytes of one template file, with what is needed to point into them.
package struct TemplateSource: Equatable, Sendable {
  /// The path as shown in messages.
  package let file: String
  package let bytes: [UInt8]

  package init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// A finding at a byte offset, with the line shown and `length` bytes of it marked.
  func finding(
    _ code: String, _ facts: [String: String] = [:], at offset: Int, length: Int = 1
  ) -> Finding {
    let offset = min(max(offset, 0), bytes.count)
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    var line = 1
    for index in 0..<start where bytes[index] == 0x0A { line += 1 }
    let before = String(decoding: bytes[start..<offset], as: UTF8.self).count
    let marked = String(decoding: bytes[offset..<min(end, offset + length)], as: UTF8.self).count
    return Finding(
      .error, code, facts, at: Place(file: file, line: line, column: before + 1),
      excerpt: excerpt(start..<max(start, end), at: offset, length: max(1, marked)))
  }

  /// The line as shown: a long one is cut on both sides of what is marked.
  private func excerpt(_ line: Range<Int>, at offset: Int, length: Int) -> Excerpt {
    let before = String(decoding: bytes[line.lowerBound..<offset].suffix(400), as: UTF8.self)
    let after = String(
      decoding: bytes[offset..<max(offset, line.upperBound)].prefix(400), as: UTF8.self)
    let isCutBefore = offset - line.lowerBound > 400 || before.count > 100
    let isCutAfter = line.upperBound - offset > 400 || after.count > 100
    let left = isCutBefore ? "…" + before.suffix(60) : before
    let right = isCutAfter ? after.prefix(100) + "…" : after
    return Excerpt(text: left + right, start: left.count, length: min(length, max(1, right.count)))
  }

  /// A finding about the file as a whole.
  func finding(_ code: String, _ facts: [String: String] = [:]) -> Finding {
    Finding(.error, code, facts, at: Place(file: file))
  }

  /// Where `word` stands in a stretch of the source as a word of its own; the stretch's start when
  /// it is written with character references.
  func offset(of word: String, in range: Range<Int>) -> Int {
    let word = Array(word.utf8)
    guard !word.isEmpty, range.count >= word.count else { return range.lowerBound }
    for start in range.lowerBound...(range.upperBound - word.count) {
      let end = start + word.count
      guard bytes[start..<end].elementsEqual(word) else { continue }
      let opens = start == range.lowerBound || Self.isBreak(bytes[start - 1])
      let closes = end == range.upperBound || Self.isBreak(bytes[end])
      if opens && closes { return start }
    }
    return range.lowerBound
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x3A }
}

/// Tells UTF-8 from GB18030 by the first bytes beyond ASCII.
///
/// A file is UTF-8 unless it breaks UTF-8's rules more often than GB18030's: one bad byte in a good
/// UTF-8 file spoils a row, not the file.
struct EncodingGuess {
  /// Sequences of more than one byte that keep UTF-8's rules, and bytes that break them.
  private(set) var utf8Good = 0
  private(set) var utf8Bad = 0
  private(set) var gbGood = 0
  private(set) var gbBad = 0
  /// All good sequences are Latin letters beyond ASCII (U+0080–U+024F).
  private(set) var isLatinOnly = true

  init(_ bytes: UnsafeRawBufferPointer) {
    countUTF8(bytes)
    countGB(bytes)
  }

  /// Whether there is anything to decide by.
  var isASCII: Bool { utf8Good == 0 && utf8Bad == 0 }

  var isUTF8: Bool {
    if utf8Bad == 0 { return true }
    // Compare bad per good; a tie is UTF-8's.
    return utf8Bad * max(1, gbGood) <= max(0, gbBad) * max(1, utf8Good) || utf8Bad * 8 <= utf8Good
  }

  var isAmbiguous: Bool { utf8Good > 0 && utf8Bad == 0 && isLatinOnly }

  private mutating func countUTF8(_ bytes: UnsafeRawBufferPointer) {
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte < 0x80 {
        i += 1
        continue
      }
      let length = UTF8Rules.length(bytes, at: i)
      if length > 0 {
        utf8Good += 1
        if length > 2 || byte > 0xC9 { isLatinOnly = false }
        i += length
      } else {
        // A sequence cut by the end of the piece is no fault.
        if bytes.count - i < 4 && UTF8Rules.mayContinue(bytes, at: i) { return }
        utf8Bad += 1
        i += 1
      }
    }
  }

  private mutating func countGB(_ bytes: UnsafeRawBufferPointer) {
    var i = 0
    while i < bytes.count {
      if bytes[i] < 0x80 {
        i += 1
        continue
      }
      let length = GB18030Rules.length(bytes, at: i)
      if length > 0 {
        gbGood += 1
        i += length
      } else {
        if bytes.count - i < 4 { return }
        gbBad += 1
        i += 1
      }
    }
  }
}

/// The shape of UTF-8 sequences.
enum UTF8Rules {
  /// Length of the well-formed sequence at a place; 0 when there is none.
  static func length(_ bytes: UnsafeRawBufferPointer, at i: Int) -> Int {
    let lead = bytes[i]
    if lead < 0x80 { return 1 }
    func tail(_ k: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      i + k < bytes.count && bytes[i + k] >= low && bytes[i + k] <= high
    }
    switch lead {
    case 0xC2...0xDF: return tail(1) ? 2 : 0
    case 0xE0: return tail(1, 0xA0) && tail(2) ? 3 : 0
    case 0xED: return tail(1, 0x80, 0x9F) && tail(2) ? 3 : 0
    case 0xE1...0xEF: return tail(1) && tail(2) ? 3 : 0
    case 0xF0: return tail(1, 0x90) && tail(2) && tail(3) ? 4 : 0
    case 0xF1...0xF3: return tail(1) && tail(2) && tail(3) ? 4 : 0
    case 0xF4: return tail(1, 0x80, 0x8F) && tail(2) && tail(3) ? 4 : 0
    default: return 0
    }
  }

  /// Whether the bytes from a place to the end could be the beginning of a sequence.
  static func mayContinue(_ bytes: UnsafeRawBufferPointer, at i: Int) -> Bool {
    let needed: Int
    switch bytes[i] {
    case 0xC2...0xDF: needed = 2
    case 0xE0...0xEF: needed = 3
    case 0xF0...0xF4: needed = 4
    default: return false
    }
    return i + needed > bytes.count
      && bytes[(i + 1)...].allSatisfy { (0x80...0xBF).contains($0) }
  }

  /// Whether all bytes are well-formed UTF-8.
  static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var i = 0
    let count = bytes.count
    while i < count {
      if i + 8 <= count,
        bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        i += 8
        continue
      }
      if bytes[i] < 0x80 {
        i += 1
        continue
      }
      // Han characters come in runs of three bytes.
      if i + 2 < count, bytes[i] >= 0xE1, bytes[i] <= 0xEC, bytes[i + 1] & 0xC0 == 0x80,
        bytes[i + 2] & 0xC0 == 0x80
      {
        i += 3
        continue
      }
      let length = length(bytes, at: i)
      if length == 0 { return false }
      i += length
    }
    return true
  }
}

/// The shape of GB18030 sequences.
enum GB18030Rules {
  /// Length of the well-shaped sequence at a place, 2 or 4; 0 when there is none.
  static func length(_ bytes: UnsafeRawBufferPointer, at i: Int) -> Int {
    guard bytes[i] >= 0x81, bytes[i] <= 0xFE, i + 1 < bytes.count else { return 0 }
    let second = bytes[i + 1]
    if second >= 0x40, second != 0x7F, second <= 0xFE { return 2 }
    guard (0x30...0x39).contains(second), i + 3 < bytes.count,
      bytes[i + 2] >= 0x81, bytes[i + 2] <= 0xFE, (0x30...0x39).contains(bytes[i + 3])
    else { return 0 }
    return 4
  }
}

/// Tells UTF-8 from GB18030 by bytes beyond ASCII.
///
/// The rule, by what was counted:
/// 1. Nothing breaks UTF-8's rules: UTF-8. If all its sequences have two bytes, Latin letters and
///    no Chinese, the file may be something else: ambiguous.
/// 2. As many sequences of three or four bytes keep UTF-8's rules as bytes break them: UTF-8. One
///    bad byte in a good file spoils a row, not the file.
/// 3. A quarter as many, and the file breaks GB18030's rules too: UTF-8. Files pasted together from
///    both are read so that the rows in GB18030 are refused, not so that the others turn into
///    characters nobody wrote.
/// 4. Otherwise whatever breaks fewer rules; UTF-8 if both do alike.
///
/// Chinese text in GB18030 has some fifty bytes that break UTF-8's rules for every sequence of
/// three that keeps them by chance; thirty random characters had eight at the least.
struct EncodingGuess {
  /// Sequences of two bytes, and of three or four, that keep UTF-8's rules; bytes that do not.
  private(set) var shortSequences = 0
  private(set) var longSequences = 0
  private(set) var badUTF8 = 0
  /// Bytes that break GB18030's rules.
  private(set) var badGB = 0

  /// - Parameter isWhole: the bytes end with the file, so that a cut sequence is a fault.
  init(_ bytes: UnsafeRawBufferPointer, isWhole: Bool) {
    countUTF8(bytes, isWhole)
    if badUTF8 > 0 { countGB(bytes, isWhole) }
  }

  /// Enough was seen to decide for the whole file.
  var isSettled: Bool {
    badUTF8 == 0 ? longSequences >= EncodingGuess.enough : longSequences + badUTF8 >= 256
  }

  var isUTF8: Bool {
    badUTF8 == 0 || longSequences >= badUTF8 || badGB >= badUTF8
      || (longSequences * 4 >= badUTF8 && badGB > 0)
  }

  var isAmbiguous: Bool { badUTF8 == 0 && longSequences == 0 && shortSequences > 0 }

  /// Long sequences that settle a file without a fault.
  private static let enough = 8

  private mutating func countUTF8(_ bytes: UnsafeRawBufferPointer, _ isWhole: Bool) {
    let cut = isWhole ? 0 : UTF8Rules.cutLength(bytes)
    if UTF8Rules.isText(UnsafeRawBufferPointer(rebasing: bytes.dropLast(cut))) {
      // Nothing breaks the rules: only the leads are looked at, and no more of them than are needed.
      for byte in bytes.dropLast(cut) where byte >= 0xC2 {
        if byte < 0xE0 { shortSequences += 1 } else { longSequences += 1 }
        if longSequences == EncodingGuess.enough { return }
      }
      return
    }
    var i = 0
    while i < bytes.count {
      if bytes[i] < 0x80 {
        i += 1
        continue
      }
      let length = UTF8Rules.length(bytes, at: i)
      if length == 0 {
        if !isWhole, UTF8Rules.isCut(bytes, at: i) { return }
        badUTF8 += 1
        i += 1
        continue
      }
      if length == 2 { shortSequences += 1 } else { longSequences += 1 }
      i += length
    }
  }

  private mutating func countGB(_ bytes: UnsafeRawBufferPointer, _ isWhole: Bool) {
    var i = 0
    while i < bytes.count {
      if bytes[i] < 0x80 {
        i += 1
        continue
      }
      let length = GB18030Rules.length(bytes, at: i)
      if length == 0 {
        if !isWhole, bytes.count - i < 4 { return }
        badGB += 1
      }
      i += max(1, length)
    }
  }

  // MARK: - UTF-16

  /// Whether bytes without a mark are UTF-16: nine in ten units are such as exports have, some of
  /// them ASCII, which is a byte and a NUL. Half of them are, or the bytes would make no UTF-8 even
  /// without their NULs: NULs strewn into a good file do not make it UTF-16.
  static func looksLikeUTF16(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let head = bytes.prefix(4096)
    let units = head.count / 2
    guard units > 1, head.contains(0) else { return false }
    for high in 0...1 {
      var (ascii, usual) = (0, 0)
      for i in 0..<units {
        let unit = UInt16(head[2 * i + high]) << 8 | UInt16(head[2 * i + 1 - high])
        switch unit {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E:
          ascii += 1
          usual += 1
        // Signs, Han characters, ㎡ and full-width forms.
        case 0x2000...0x22FF, 0x3000...0x303F, 0x33A1, 0x4E00...0x9FFF, 0xFF00...0xFFEF:
          usual += 1
        default: break
        }
      }
      guard ascii > 0, usual * 10 >= units * 9 else { continue }
      if ascii * 2 >= units || !isUTF8WithoutNULs(head) { return true }
    }
    return false
  }

  private static func isUTF8WithoutNULs(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    bytes.filter { $0 != 0 }.withUnsafeBytes { rest in
      UTF8Rules.isText(UnsafeRawBufferPointer(rebasing: rest.dropLast(UTF8Rules.cutLength(rest))))
    }
  }
}

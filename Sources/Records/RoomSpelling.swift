/// One spelling for a room: 12栋2单元1801室, 12#2-1801 and 12-2-1801 are the same room.
package enum RoomSpelling {
  /// Of text that is folded already: blanks removed, 号楼/栋/幢/#/单元 become "-", 室 nothing; equal
  /// text = same room.
  package static func folded(_ text: String) -> String {
    var result: [UInt8] = []
    var text = text
    text.withUTF8 { bytes in
      result.reserveCapacity(bytes.count)
      var index = 0
      func dash(_ length: Int) {
        if let last = result.last, last != 0x2D { result.append(0x2D) }
        index += length
      }
      while index < bytes.count {
        let byte = bytes[index]
        if byte == 0x2D || byte == 0x23 {
          dash(1)
        } else if byte < 0x80 {
          if byte != 0x20, !(0x09...0x0D).contains(byte) { result.append(byte) }
          index += 1
        } else if let word = words.first(where: { begins(bytes, index, $0.bytes) }) {
          if word.isDash { dash(word.bytes.count) } else { index += word.bytes.count }
        } else {
          result.append(byte)
          index += 1
        }
      }
    }
    if result.last == 0x2D { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// Words of three or six bytes, and whether a dash stands for them.
  private static let words: [(bytes: [UInt8], isDash: Bool)] = [
    (Array("号楼".utf8), true), (Array("栋".utf8), true), (Array("幢".utf8), true),
    (Array("单元".utf8), true), (Array("室".utf8), false),
  ]

  private static func begins(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ word: [UInt8]
  ) -> Bool {
    guard index + word.count <= bytes.count else { return false }
    for offset in 0..<word.count where bytes[index + offset] != word[offset] { return false }
    return true
  }
}

import CScan
import TestSupport
import Testing

/// The parts in C against plain loops.
@Suite struct TextRuleTests {
  @Test func masksHaveABitForEachByte() {
    var random = SeededGenerator(seed: 9)
    let kinds: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x00, 0x80, 0xAC, 0x61]
    for _ in 0..<500 {
      let bytes = (0..<64).map { _ in kinds[Int.random(in: kinds.indices, using: &random)] }
      let masks = cscan_block(bytes, 0x2C)
      func places(_ wanted: UInt8) -> [Int] { (0..<64).filter { bytes[$0] == wanted } }
      func places(in mask: UInt64) -> [Int] { (0..<64).filter { mask >> UInt64($0) & 1 == 1 } }
      #expect(places(in: masks.separators) == places(0x2C))
      #expect(places(in: masks.quotes) == places(0x22))
      #expect(places(in: masks.feeds) == places(0x0A))
      #expect(places(in: masks.returns) == places(0x0D))
      var written = [UInt32](repeating: 0, count: 64)
      let count = cscan_places(masks.separators, 100, &written)
      #expect(written.prefix(count).map { Int($0) - 100 } == places(0x2C))
    }
  }

  /// Two bytes of every kind, and the two after them, at places around the edges of a vector.
  @Test(arguments: [0, 1, 13, 27, 29, 30, 31, 32, 61])
  func textIsWhatTheStandardLibraryDecodesWithoutNUL(place: Int) {
    let kinds: [UInt8] = [
      0x00, 0x01, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED,
      0xEF,
      0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
    ]
    let tails: [[UInt8]] = [[], [0x61], [0x80], [0xBF, 0x80], [0x90, 0xBF], [0x80, 0x61]]
    for first in kinds {
      for second in kinds {
        for tail in tails {
          let bytes = [UInt8](repeating: 0x78, count: place) + [first, second] + tail
          let isText = String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
          #expect(cscan_is_text(bytes, bytes.count) == isText, "\(bytes)")
          let inside = bytes + [UInt8](repeating: 0x79, count: 40)
          let isInsideText = String(validating: inside, as: UTF8.self) != nil && !inside.contains(0)
          #expect(cscan_is_text(inside, inside.count) == isInsideText, "\(inside)")
        }
      }
    }
  }
}

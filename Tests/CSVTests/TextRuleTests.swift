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
      #expect(cscan_equal_bits(bytes, 0x2C) == masks.separators)
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

  /// Every byte that keeps a cell from being compared as it stands, by the rules as they are written.
  @Test(arguments: [0x2C, 0x09] as [UInt8])
  func unsettledBytesAreMarked(separator: UInt8) {
    var random = SeededGenerator(seed: 21)
    let kinds = Array(" ,\n\r\"'m2ab\t\u{1F}中㎡㎜。　\u{A0}é\u{2026}".utf8)
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...300, using: &random)
      let bytes = (0..<count).map { _ in kinds[Int.random(in: kinds.indices, using: &random)] }
      var marks = [UInt64](repeating: random.next(), count: count / 64 + 1)
      cscan_mark_unsettled(bytes + [0x32, 0x2C], count, separator, &marks)
      let found = (0..<count).filter { marks[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
      let wanted = (0..<count).filter { place in
        func byte(_ offset: Int) -> UInt8? {
          bytes.indices.contains(place + offset) ? bytes[place + offset] : nil
        }
        func isEdge(_ byte: UInt8?) -> Bool {
          byte.map { [separator, 0x0A, 0x0D].contains($0) } ?? true
        }
        switch bytes[place] {
        case separator: return false
        case 0x22, 0x27, 0xC2, 0xE2, 0xEF, 0..<0x20: return true
        case 0xE3: return byte(1) != 0x8E || byte(2) != 0xA1
        case 0x6D: return byte(1) == 0x32
        case 0x20: return isEdge(byte(-1)) || isEdge(byte(1))
        default: return false
        }
      }
      #expect(found == wanted)
    }
  }

  /// Cells of one column in a table with room, in a full one, and in one that has none of them.
  @Test(arguments: [1, 4, 64])
  func wordsAreFoundWhereTheirHashSaysOrLeft(slotsAWord: Int) {
    var random = SeededGenerator(seed: UInt64(slotsAWord))
    let words = ["", "自访", "a", "分销渠道", "二手房中介带看", "90-100㎡", "城东新区", "long enough for none"]
    let known = words.dropLast(2)
    var slots = Array(
      repeating: cscan_word(low: 0, high: 0, count: -1, value: 0, hash: 0, start: 0),
      count: 8 * slotsAWord)
    for (number, word) in known.enumerated() where word.utf8.count <= 16 {
      let bytes = Array(word.utf8)
      func part(_ from: Int) -> UInt64 {
        bytes.dropFirst(from).prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
      }
      let hash = cscan_word_hash(part(0), part(8), UInt64(bytes.count))
      slots[Int(hash) & (slots.count - 1)] = cscan_word(
        low: part(0), high: part(8), count: Int32(bytes.count),
        value: word.isEmpty ? Int32.min : Int32(number * 10), hash: hash, start: 0)
    }
    let rows = (0..<500).map { _ in words[Int.random(in: words.indices, using: &random)] }
    let marks: [UInt8] = rows.map { _ in UInt8.random(in: 0...3, using: &random) / 2 }
    let cells = rows.enumerated().map { $0 % 7 == 0 ? "\"" + $1 + "\"" : $1 }
    let lines = cells.map { Array("x,\($0),y\n".utf8) }
    let text = Array(lines.joined()) + [UInt8](repeating: 0xFF, count: 16)
    var edges: [UInt32] = []
    var records: [cscan_record] = []
    var start: UInt32 = 0
    for (line, cell) in zip(lines, cells) {
      records.append(cscan_record(firstEdge: UInt32(edges.count), fieldCount: 3, line: 0))
      let end = start + 2 + UInt32(cell.utf8.count)
      edges += [start &- 1, start + 1, end, end + 2]
      start += UInt32(line.count)
    }
    for needsText in [false, true] {
      var values = [Int32](repeating: -5, count: rows.count)
      var left = [UInt32](repeating: 0, count: rows.count)
      let count = cscan_find_words(
        text, edges, records, rows.count, 1, marks, slots, slots.count - 1, needsText, &values,
        &left)
      let others = Set(left.prefix(count))
      #expect(others.count == count)
      for (row, word) in rows.enumerated() {
        let isLeft = others.contains(UInt32(row))
        guard marks[row] == 0 else {
          #expect(!isLeft && values[row] == 0)
          continue
        }
        let mustBeLeft = cells[row] != word || word.utf8.count > 16 || !known.contains(word)
        #expect(isLeft || !mustBeLeft)
        if isLeft || mustBeLeft { continue }
        #expect(!word.isEmpty || !needsText)
        #expect(values[row] == (word.isEmpty ? 0 : Int32(known.firstIndex(of: word)! * 10)))
      }
      // With room for all of them nothing that is known is left.
      if slotsAWord == 64, !needsText {
        let plain = rows.indices.filter {
          marks[$0] == 0 && cells[$0] == rows[$0] && known.contains(rows[$0])
            && rows[$0].utf8.count <= 16
        }
        #expect(plain.allSatisfy { !others.contains(UInt32($0)) })
      }
    }
  }
}

import Records
import Testing

@testable import Loaders

/// Columns that keep few bytes a row hold what a plain list holds.
@Suite struct ColumnTests {
  private typealias Near = NearNumbers<UInt8, Int32>

  /// Numbers of several manners, the same at each run.
  private static func numbers(_ count: Int, seed: UInt64) -> [Int32] {
    var random = seed
    func next(_ bound: UInt64) -> Int32 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int32((random >> 33) % bound)
    }
    var last: Int32 = 20_000
    return (0..<count).map { _ in
      switch (seed % 4, next(100)) {
      // Some are nothing; some lie anywhere.
      case (1, 0..<20): return .min
      case (2, 0..<2), (3, 0..<60): return next(2_000_000) - 1_000_000
      default:
        last += next(5) - 2
        return last
      }
    }
  }

  @Test(arguments: 0..<12) func nearNumbersAreTheNumbers(seed: Int) {
    let numbers = ColumnTests.numbers(700, seed: UInt64(seed))
    var one = Near()
    for number in numbers { one.append(number) }
    #expect(Array(one) == numbers)

    // Of parts of all lengths, some of them as columns whose numbers are smaller.
    var parts = Near()
    parts.reserveColumn(700)
    var start = 0
    var length = 0
    while start < numbers.count {
      length = (length + 7) % 100
      let part = numbers[start..<min(start + length, numbers.count)]
      if length.isMultiple(of: 2) {
        parts.append(part)
      } else {
        parts.append(Near(part.map { $0 == .min ? .min : $0 - 3 }), adding: 3)
      }
      start += part.count
    }
    #expect(Array(parts) == numbers)

    for count in [699, 640, 33, 32, 31, 0] {
      parts.truncate(to: count)
      #expect(Array(parts) == Array(numbers.prefix(count)))
      var longer = parts
      longer.append(numbers)
      #expect(Array(longer) == numbers.prefix(count) + numbers)
    }
  }

  @Test(arguments: 0..<8) func rowsInARangeAreFound(seed: Int) {
    let numbers = ColumnTests.numbers(500, seed: UInt64(seed))
    let column = Near(numbers)
    #expect(column.ends?.smallest == numbers.filter { $0 != .min }.min())
    #expect(column.ends?.largest == numbers.max())
    #expect(Near(Array(repeating: .min, count: 50)).ends == nil)
    for (from, to) in [
      (19_990, 20_010), (20_000, 20_000), (-2_000_000, 2_000_000), (20_005, 19_000),
      (300_000, 310_000), (Int32.min, Int32.max), (Int32.min + 1, 20_000),
    ] as [(Int32, Int32)] {
      let expected = numbers.indices.filter {
        numbers[$0] != .min && from <= numbers[$0] && numbers[$0] <= to
      }
      #expect(column.rows(from: from, to: to).map(Int.init) == expected)
    }
  }

  @Test func aLongColumnMayJumpNowAndThen() {
    // As the ends of the lists of many customers do, of whom one in a hundred has much.
    let numbers = (0..<400_000).map { Int32($0 / 100 * 300 + $0 % 100) }
    #expect(Array(Near(numbers)) == numbers)
    #expect(Near(numbers).rows(from: 3_000, to: 3_500).map(Int.init) == Array(1_000..<1_200))
  }

  @Test func aColumnOfNothingTakesItsStartFromTheFirstNumber() {
    var column = Near()
    for _ in 0..<40 { column.append(.min) }
    column.append(19_000)
    column.append(19_100)
    #expect(Array(column) == Array(repeating: .min, count: 40) + [19_000, 19_100])
  }

  @Test func filesStandInRuns() {
    var files = FileColumn()
    let all: [UInt16] = [0, 0, 0, 2, 2, 5, 7, 7, 7, 7]
    for file in all[..<4] { files.append(file) }
    var more = FileColumn()
    more.append(2)
    more.append(5, count: 1)
    more.append(7, count: 4)
    more.append(9, count: 0)
    files.append(more)
    #expect(Array(files) == all)
    #expect(files.runs.map(\.file) == [0, 2, 5, 7])
    #expect(files.runs.map(\.rows) == [0..<3, 3..<5, 5..<6, 6..<10])
    for count in [9, 6, 5, 4, 0] {
      files.truncate(to: count)
      #expect(Array(files) == Array(all.prefix(count)))
    }
  }

  @Test func telephonesKeepTheirNumbersAndEntries() {
    let raw: [Int64] = [0, 19_900_001_234, 10_000_000_000, 19_999_999_999, -1, -70_000]
    var column = PhoneColumn()
    column.append(raw: raw[...])
    for cell in raw { column.append(PhoneCell(raw: cell)) }
    #expect(column.map(\.raw) == raw + raw)
    var other = PhoneColumn()
    other.append(raw: [19_900_001_111, -1, -2, 0])
    column.append(other, entries: [PhoneCell(entry: 4), PhoneCell(entry: 9)])
    column.truncate(to: 16)
    #expect(column.suffix(4).map(\.raw) == [19_900_001_111, -5, -10, 0])
  }

  @Test(arguments: [3, 254, 255, 256, 70_000]) func wordsAreTheWords(different: Int) {
    let numbers = (0..<140_000).map { Int32($0 * 31 % different) }
    var (one, short) = (WordColumn<Symbol>(), WordColumn<Symbol>(isShort: true))
    one.reserveColumn(numbers.count)
    for number in numbers.prefix(1_000) { one.append(Symbol(number: number)) }
    one.append(numbers: numbers[1_000..<70_000])
    short.append(numbers: numbers[70_000...])
    let map = (0..<Int32(different)).map { $0 + 5 }
    let same = (0..<Int32(different)).map { $0 }
    var mapped = WordColumn<Symbol>()
    mapped.append(short, numbered: map, upTo: Int32(different) + 5)
    #expect(mapped.map(\.number) == numbers[70_000...].map { $0 + 5 })
    one.append(short, numbered: same, upTo: Int32(different))
    #expect(one.map(\.number) == numbers)
    one.truncate(to: 500)
    #expect(one.map(\.number) == Array(numbers.prefix(500)))
  }

  @Test func textsOfAllLengths() {
    let texts = (0..<300).map { String(repeating: "李", count: $0 % 7 == 3 ? 900 : $0 % 5) }
    var (one, other) = (TextColumn(), TextColumn())
    for text in texts { other.append(text) }
    one.append("first")
    one.append(other)
    #expect((0..<one.count).map { one[$0] } == ["first"] + texts)
    one.truncate(to: 200)
    #expect((0..<one.count).map { one[$0] } == ["first"] + texts.prefix(199))
  }
}

/// Hashes that stand more than once are found, in short columns and in long ones.
@Suite struct RepeatedHashesTests {
  private static func hash(_ number: Int) -> UInt64 {
    let mixed = (UInt64(number) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9 | 1
  }

  @Test(arguments: [10, 5_000, 99_999, 130_000, 1_200_000]) func copiesAreFound(count: Int) {
    var hashes = (0..<count).map { RepeatedHashesTests.hash($0) }
    hashes[count / 2] = 0
    hashes[count / 2 + 1] = 0
    hashes[count - 1] = hashes[0]
    hashes[count - 2] = hashes[1]
    hashes[count - 3] = hashes[0]
    let found = RepeatedHashes.find(in: hashes)
    #expect(found.filter { $0 == hashes[0] }.count == 2)
    #expect(found.contains(hashes[1]))
    #expect(!found.contains(0))
    // What is taken for another one is rare.
    #expect(found.count <= 3 + count / 1_000)
    var files = FileColumn()
    files.append(0, count: count)
    let search = DuplicateSearch(files: files, rows: hashes, ids: [])
    #expect(search.twice.map(\.row) == [count - 3, count - 2, count - 1])
    #expect(search.twice.map(\.first) == [0, 1, 0])
  }

  @Test func hashesOfOneShareAreFoundToo() {
    // Badly mixed: all have the same high bits, and more than fit into the table of a share.
    let hashes = (0..<300_000).map { UInt64($0 / 2 * 2 + 1) }
    let found = Set(RepeatedHashes.find(in: hashes))
    #expect(Set(hashes).isSubset(of: found))
  }
}

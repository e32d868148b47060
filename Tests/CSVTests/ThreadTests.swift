import CSV
import TestSupport
import Testing

/// Reading on several threads is reading on one, piece by piece.
@Suite struct ThreadTests {
  /// The records of a file read on some threads, in the order in which they were handed back.
  private func read(
    _ reader: CSVReader, threads: Int, stopAfter: Int = .max
  ) -> (records: [PlainScanner.Record], failure: CSVFailure?) {
    var records: [PlainScanner.Record] = []
    do throws(CSVFailure) {
      try reader.forEachPiece(
        threads: threads, worker: { 0 },
        read: { pieces, piece in
          pieces += 1
          var records: [PlainScanner.Record] = []
          _ = piece.forEachRecord { record in
            records.append(Reading.copy(record))
            return true
          }
          return records
        },
        take: {
          records += $0
          return records.count < stopAfter
        })
      return (records, nil)
    } catch {
      return (records, error)
    }
  }

  @Test(arguments: [1, 2, 5], [1, 16, 100, 4096])
  func givesTheRecordsInOrderWithTheirLines(threads: Int, pieceSize: Int) throws {
    var random = SeededGenerator(seed: 3)
    let cells = ["张一", "\"a,b\"", "\"两\n行\"", "\"说\"\"好\"\"\"", "x\"y", "", "2026-03-02"]
    var text = ""
    for _ in 0..<2000 {
      text += cells[Int.random(in: cells.indices, using: &random)]
      text += [",", "\n", "\r\n"][Int.random(in: 0..<3, using: &random)]
    }
    let expected = PlainScanner(separator: 0x2C).records(Array(text.utf8)).records
    let reader = try CSVReader(
      bytes: Array(text.utf8), pieceSize: pieceSize, headSize: pieceSize)
    reader.separator = 0x2C
    let reading = read(reader, threads: threads)
    #expect(reading.records == expected)
    #expect(reading.failure == nil)
    let alone = try CSVReader(bytes: Array(text.utf8))
    _ = Reading(alone)
    #expect(reader.checksum == alone.checksum)
  }

  @Test(arguments: [1, 2, 3])
  func anOpenQuoteIsToldAfterTheRecordsBeforeIt(threads: Int) throws {
    let text = (1...500).map { "\($0),x\n" }.joined() + "501,\"x\n502,x\n"
    let reader = try CSVReader(bytes: Array(text.utf8), pieceSize: 64, headSize: 64)
    let reading = read(reader, threads: threads)
    #expect(reading.records.map(\.line) == Array(1...500))
    #expect(reading.failure == .unclosedQuote(line: 501))
  }

  @Test(arguments: [1, 2, 3])
  func stopsWhenTold(threads: Int) throws {
    let text = (1...5000).map { "\($0),x\n" }.joined()
    let reader = try CSVReader(bytes: Array(text.utf8), pieceSize: 64, headSize: 64)
    let reading = read(reader, threads: threads, stopAfter: 100)
    #expect(reading.records.count >= 100)
    #expect(reading.records.count < 200)
    #expect(reading.records.map(\.line) == Array(1...reading.records.count))
    #expect(reading.failure == nil)
  }
}

import CSV
import Glibc
import Testing

@Suite struct SourceTests {
  /// A file for the time of one test.
  private func withFile(
    _ bytes: [UInt8], named name: String = "a.csv", _ body: (String) throws -> Void
  ) throws {
    var template = Array("/tmp/anchang-csv-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    let path = "\(folder)/\(name)"
    defer {
      unlink(path)
      rmdir(folder)
    }
    let file = try #require(fopen(path, "wb"))
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    try body(path)
  }

  @Test(arguments: ["来访 3月.csv", "-a.csv", "a'b\"c.csv"])
  func filesOfAnyNameAreRead(name: String) throws {
    try withFile(EncodingTests.utf8, named: name) { path in
      let reading = Reading(try CSVReader(path: path))
      #expect(reading.rows == EncodingTests.rows)
    }
  }

  @Test func aFileOfManyPiecesIsReadWhole() throws {
    let text = (1...30_000).map { "\($0),张一,\"a,\n\($0)\"\n" }.joined()
    try withFile(Array(text.utf8)) { path in
      let reader = try CSVReader(path: path, pieceSize: 1 << 12)
      var sum = 0
      var lastLine = 0
      try reader.forEachRecord { record in
        sum += Int(String(decoding: record.field(0), as: UTF8.self)) ?? 0
        lastLine = record.line
        return record.fieldCount == 3
      }
      #expect(sum == 30_000 * 30_001 / 2)
      #expect(lastLine == 59_999)
      #expect(reader.bytesRead == text.utf8.count)
    }
  }

  @Test func aFileThatGrowsWhileItIsReadIsRefused() throws {
    let text = (1...30_000).map { "\($0),张一\n" }.joined()
    try withFile(Array(text.utf8)) { path in
      let reader = try CSVReader(path: path, pieceSize: 1 << 12, headSize: 1 << 12)
      #expect(throws: CSVFailure.changedWhileRead) {
        try reader.forEachRecord { record in
          if record.line == 5, let file = fopen(path, "ab") {
            fputs("30001,李二\n", file)
            fclose(file)
          }
          return true
        }
      }
    }
  }

  @Test(arguments: [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE]] as [[UInt8]])
  func aFileOfNothingIsEmpty(bytes: [UInt8]) throws {
    #expect(throws: CSVFailure.empty) { try CSVReader(bytes: bytes) }
    try withFile(bytes) { path in
      #expect(throws: CSVFailure.empty) { try CSVReader(path: path) }
    }
  }

  @Test func blankLinesAreNotNothing() throws {
    let reading = try Reading("\n\n")
    #expect(reading.rows == [[""], [""]])
  }

  @Test func whatCannotBeReadIsNamed() throws {
    #expect(throws: CSVFailure.isDirectory) { try CSVReader(path: "/tmp") }
    #expect(throws: CSVFailure.notFound) { try CSVReader(path: "/no/such/file.csv") }
    #expect(throws: CSVFailure.notFound) { try CSVReader(path: "") }
  }

  @Test(.enabled(if: getuid() != 0, "to root nothing is forbidden"))
  func aForbiddenFileGivesTheSystemsReason() throws {
    try withFile([0x61]) { path in
      chmod(path, 0)
      #expect(throws: CSVFailure.unreadable("Permission denied")) { try CSVReader(path: path) }
    }
  }

  @Test func theChecksumIsThatOfTheFilesBytes() throws {
    let reader = try CSVReader(bytes: Array("abc".utf8), pieceSize: 1, headSize: 1)
    _ = Reading(reader)
    #expect(reader.checksum == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let without = try CSVReader(bytes: Array("abc".utf8), checksums: false)
    _ = Reading(without)
    #expect(without.checksum.isEmpty)
  }
}

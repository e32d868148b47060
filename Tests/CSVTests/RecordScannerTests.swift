import CSV
import TestSupport
import Testing

/// The fast scanner against the plain one.
@Suite struct RecordScannerTests {
  /// What the bytes of a generated file are drawn from.
  struct Alphabet: Sendable, CustomTestStringConvertible {
    let name: String
    let letters: [String]
    var testDescription: String { name }

    static let all = [
      Alphabet(
        name: "all that matters, often", letters: ["\"", "\"", ",", ",", "\n", "\r", "a", "b", " "]),
      Alphabet(
        name: "quoted fields", letters: [",\"", "\",", "\"\"", "\"\n\"", "\n", "大阳台", "x", "\r\n"]),
      Alphabet(
        name: "plain rows",
        letters: ["来访", "2026-03-02", ",", ",", ",", "199 0000 0000", "\n", ",\"a,b\"\n"]),
      Alphabet(
        name: "quotes inside text",
        letters: ["喜欢\"大\"阳台", ",", "=\"0123\"", "\n", "5\"", "\"x\"y", "\"x\"y\"z\""]),
      Alphabet(name: "blank lines", letters: ["\r", "\n", "\r\n", "\n\n", ",", "\"\r\n\""]),
      Alphabet(
        name: "long fields", letters: [String(repeating: "长", count: 50), "\"", ",", "\n", "\r\n"]),
    ]
  }

  private func bytes(_ alphabet: Alphabet, seed: Int, length: Int) -> [UInt8] {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...length, using: &random)
    var text = ""
    for _ in 0..<count {
      text += alphabet.letters[Int.random(in: 0..<alphabet.letters.count, using: &random)]
    }
    return Array(text.utf8)
  }

  @Test(arguments: Alphabet.all, [1, 2, 7, 63, 64, 65, 4096])
  func agreesWithThePlainScanner(alphabet: Alphabet, pieceSize: Int) throws {
    for seed in 0..<25 {
      let bytes = bytes(alphabet, seed: seed, length: 120)
      let expected = PlainScanner(separator: 0x2C).records(bytes)
      let reader = try CSVReader(bytes: bytes, pieceSize: pieceSize, headSize: pieceSize)
      reader.separator = 0x2C
      let reading = Reading(reader)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(reading.records == expected.records, "seed \(seed): \(text.debugDescription)")
      #expect(
        reading.failure == expected.openLine.map(CSVFailure.unclosedQuote),
        "seed \(seed): \(text.debugDescription)")
    }
  }

  /// A quote, a separator or a line end at each place of a block, and the next byte each of them.
  @Test(arguments: ["\"", ",", "\n", "\r", "x"], ["\"", ",", "\n", "\r", "x"])
  func agreesAtTheEdgesOfBlocks(first: String, second: String) throws {
    for length in 55...70 {
      for opening in ["", "\"", ",\"", "\"\","] {
        let text =
          opening + String(repeating: "x", count: length) + first + second
          + "\",1\n2,\"3\"\n" + String(repeating: "y", count: 60)
        let expected = PlainScanner(separator: 0x2C).records(Array(text.utf8))
        let reading = try Reading(text, separator: ",")
        #expect(reading.records == expected.records, "\(text.debugDescription)")
        #expect(reading.failure == expected.openLine.map(CSVFailure.unclosedQuote))
      }
    }
  }

  @Test(arguments: CSVFormat.separators)
  func splitsByAnySeparator(separator: UInt8) throws {
    let sign = String(Unicode.Scalar(separator))
    let others = CSVFormat.separators.filter { $0 != separator }
    let cell = "a" + String(decoding: others, as: UTF8.self) + "b"
    let reading = try Reading(
      "\(cell)\(sign)\(cell)\n\(sign)\n", separator: Character(Unicode.Scalar(separator)))
    #expect(reading.rows == [[cell, cell], ["", ""]])
  }
}

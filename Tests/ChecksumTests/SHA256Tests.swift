import Checksum
import Testing

/// Digests as `sha256sum` and the examples of FIPS 180-4 give them.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func knownTextsHaveTheirDigest(text: String, digest: String) {
    #expect(SHA256.hexadecimal(SHA256.digest(of: Array(text.utf8))) == digest)
    var plain = SHA256(isPlain: true)
    Array(text.utf8).withUnsafeBytes { plain.update($0) }
    #expect(SHA256.hexadecimal(plain.finish()) == digest)
    let first = Array(text.utf8).withUnsafeBytes { SHA256.firstWord(of: $0) }
    #expect(first == UInt64(digest.prefix(16), radix: 16))
  }

  @Test func aMillionLettersInPiecesOfAnySizeGiveOneDigest() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    for size in [1_000_000, 4096, 63, 64, 65, 7] {
      var hash = SHA256(isPlain: size < 64)
      bytes.withUnsafeBytes { all in
        for start in stride(from: 0, to: all.count, by: size) {
          hash.update(UnsafeRawBufferPointer(rebasing: all[start..<min(start + size, all.count)]))
        }
      }
      #expect(
        SHA256.hexadecimal(hash.finish())
          == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }
  }

  @Test(arguments: 54...66)
  func everyLengthAroundABlockIsPadded(count: Int) {
    // The same bytes in one and in two pieces take different ways through the buffer, and other
    // instructions.
    let bytes = (0..<count).map { UInt8($0) }
    var hash = SHA256(isPlain: true)
    bytes.prefix(31).withUnsafeBytes { hash.update($0) }
    bytes.dropFirst(31).withUnsafeBytes { hash.update($0) }
    let digest = hash.finish()
    #expect(digest == SHA256.digest(of: bytes))
    let first = digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    #expect(bytes.withUnsafeBytes { SHA256.firstWord(of: $0) } == first)
  }
}

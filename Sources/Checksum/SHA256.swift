import CChecksum

/// SHA-256 (FIPS 180-4), fed piece by piece: checksums of input files, and of the style sheet that
/// a page's content policy allows.
package struct SHA256: Sendable {
  private var state = SHA256.start
  /// Bytes that do not fill a block yet; fewer than 64.
  private var rest: [UInt8] = []
  private var length: UInt64 = 0
  private let isPlain: Bool

  /// - Parameter isPlain: without the processor's own instructions, which are eight times as fast.
  package init(isPlain: Bool = false) { self.isPlain = isPlain }

  /// The digest of `bytes`, 32 bytes.
  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.finish()
  }

  /// The first eight bytes of the digest of `bytes`, the first one highest. Nothing is allocated, for
  /// the many short texts that are told apart by a few digits.
  package static func firstWord(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    let blocks = (bytes.count + 9 + 63) / 64
    return withUnsafeTemporaryAllocation(byteCount: blocks * 64, alignment: 16) { padded in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 8) { state in
        padded.copyMemory(from: bytes)
        for place in bytes.count..<padded.count { padded[place] = 0 }
        padded[bytes.count] = 0x80
        padded.storeBytes(
          of: (UInt64(bytes.count) &* 8).bigEndian, toByteOffset: padded.count - 8,
          as: UInt64.self)
        _ = state.initialize(from: start)
        SHA256.compress(UnsafeRawBufferPointer(padded), state, isPlain: false)
        return UInt64(state[0]) << 32 | UInt64(state[1])
      }
    }
  }

  /// A digest as lower-case hexadecimal digits.
  package static func hexadecimal(_ digest: [UInt8]) -> String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
    var text: [UInt8] = []
    text.reserveCapacity(digest.count * 2)
    for byte in digest {
      text.append(digit(byte >> 4))
      text.append(digit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Takes in the next bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var bytes = bytes[...]
    if !rest.isEmpty {
      let taken = bytes.prefix(64 - rest.count)
      rest.append(contentsOf: taken)
      bytes = bytes[taken.endIndex...]
      guard rest.count == 64 else { return }
      let block = rest
      block.withUnsafeBytes { compress($0) }
      rest.removeAll(keepingCapacity: true)
    }
    let whole = bytes.count / 64 * 64
    if whole > 0 { compress(UnsafeRawBufferPointer(rebasing: bytes.prefix(whole))) }
    rest.append(contentsOf: bytes.dropFirst(whole))
  }

  /// The digest of everything taken in, 32 bytes.
  package consuming func finish() -> [UInt8] {
    let bits = length &* 8
    let zeros = (119 - rest.count) % 64
    var tail = [UInt8](repeating: 0, count: 1 + zeros + 8)
    tail[0] = 0x80
    for index in 0..<8 {
      tail[1 + zeros + index] = UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * index))
    }
    tail.withUnsafeBytes { update($0) }
    var digest: [UInt8] = []
    digest.reserveCapacity(32)
    for word in state {
      for index in 0..<4 {
        digest.append(UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * index)))
      }
    }
    return digest
  }

  /// Works whole blocks into the state.
  private mutating func compress(_ bytes: UnsafeRawBufferPointer) {
    state.withUnsafeMutableBufferPointer { SHA256.compress(bytes, $0, isPlain: isPlain) }
  }

  private static func compress(
    _ bytes: UnsafeRawBufferPointer, _ state: UnsafeMutableBufferPointer<UInt32>, isPlain: Bool
  ) {
    if !isPlain, let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
      cchecksum_sha256(state.baseAddress, base, bytes.count / 64)
    {
      return
    }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
      SHA256.constants.withUnsafeBufferPointer { k in
        for start in stride(from: 0, to: bytes.count, by: 64) {
          SHA256.compress(
            UnsafeRawBufferPointer(rebasing: bytes[start..<start + 64]), w, k, state)
        }
      }
    }
  }

  @inline(__always)
  private static func compress(
    _ block: UnsafeRawBufferPointer, _ w: UnsafeMutableBufferPointer<UInt32>,
    _ k: UnsafeBufferPointer<UInt32>, _ state: UnsafeMutableBufferPointer<UInt32>
  ) {
    for i in 0..<16 {
      w[i] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: i &* 4, as: UInt32.self))
    }
    for i in 16..<64 {
      let (a, b) = (w[i &- 15], w[i &- 2])
      let s0 = rotated(a, 7) ^ rotated(a, 18) ^ (a &>> 3)
      let s1 = rotated(b, 17) ^ rotated(b, 19) ^ (b &>> 10)
      w[i] = w[i &- 16] &+ s0 &+ w[i &- 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for i in 0..<64 {
      let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let first = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ k[i] &+ w[i]
      let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
      let second = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }

  /// The fractional parts of the square roots of the first eight primes.
  private static let start: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// The fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}

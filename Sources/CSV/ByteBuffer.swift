/// Memory that grows and is never filled with zeros first.
///
/// Behind it stand sixteen bytes more, so that the beginning of any stretch in it can be loaded as a
/// block; nothing is ever meant by them.
struct ByteBuffer: ~Copyable {
  /// Bytes that may be loaded behind the end.
  static let padding = 16

  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity + ByteBuffer.padding)
  }

  deinit { base.deallocate() }

  /// Makes room for so many bytes and keeps the first `kept`.
  mutating func reserve(_ needed: Int, keeping kept: Int) {
    guard needed > capacity else { return }
    capacity = max(needed, capacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + ByteBuffer.padding)
    larger.update(from: base, count: kept)
    base.deallocate()
    base = larger
  }

  /// Moves a stretch to the front.
  func moveToFront(from start: Int, count: Int) {
    if start > 0, count > 0 { base.update(from: base + start, count: count) }
  }

  /// A stretch to read.
  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// A stretch to write.
  func room(_ range: Range<Int>) -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: base + range.lowerBound, count: range.count)
  }
}

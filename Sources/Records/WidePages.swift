import Glibc

/// Pages of two megabytes for memory that is long: asking for them costs one call, and each spares
/// the system five hundred small ones. Nothing but time depends on them.
package enum WidePages {
  package static let size = 1 << 21

  /// Asks for wide pages in so far as they fit into a stretch of memory.
  package static func use(for memory: UnsafeRawPointer?, byteCount: Int) {
    guard let memory, byteCount >= size else { return }
    let start = (Int(bitPattern: memory) + size - 1) / size * size
    let end = (Int(bitPattern: memory) + byteCount) / size * size
    if start < end {
      madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE)
    }
  }
}

extension Array {
  /// Asks for memory for a long column of `count` elements in all.
  package mutating func reserveColumn(_ count: Int) {
    reserveCapacity(count)
    withUnsafeBytes {
      WidePages.use(for: $0.baseAddress, byteCount: capacity * MemoryLayout<Element>.stride)
    }
  }
}

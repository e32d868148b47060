/// Where the fields and records of a piece end; reused from piece to piece.
struct RecordTable: ~Copyable {
  /// Place of the byte before the piece (−1), then of every mark: the byte that ends a field, and
  /// the LF of CRLF.
  private(set) var edges: UnsafeMutablePointer<UInt32>
  private(set) var records: UnsafeMutablePointer<RecordPiece.Record>
  /// As long as the piece, for the contents of fields that cannot be used as they stand.
  private(set) var scratch: UnsafeMutablePointer<UInt8>
  private var capacity = 1

  init() {
    edges = .allocate(capacity: capacity)
    records = .allocate(capacity: capacity)
    scratch = .allocate(capacity: capacity + ByteBuffer.padding)
  }

  deinit {
    edges.deallocate()
    records.deallocate()
    scratch.deallocate()
  }

  /// Makes room for a piece of so many bytes: it has no more marks than bytes, and places before
  /// and after it; a block writes up to 64. Memory that is not written to costs nothing.
  mutating func reserve(_ bytes: Int) {
    guard bytes + 66 > capacity else { return }
    edges.deallocate()
    records.deallocate()
    scratch.deallocate()
    capacity = bytes + 66
    edges = .allocate(capacity: capacity)
    records = .allocate(capacity: capacity)
    scratch = .allocate(capacity: capacity + ByteBuffer.padding)
  }
}

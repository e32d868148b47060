/// Texts of a column in one run of UTF-8 bytes: no String a row until one is asked for.
package struct TextColumn: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends = NearNumbers<UInt16, Int>()

  package init() {}

  package var count: Int { ends.count }

  package mutating func append(_ text: UnsafeRawBufferPointer) {
    text.withMemoryRebound(to: UInt8.self) { bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
  }

  /// Appends several texts.
  package mutating func append(_ texts: ArraySlice<UnsafeRawBufferPointer>) {
    let start = bytes.count
    var places = [start]
    places.reserveCapacity(texts.count + 1)
    for text in texts { places.append(places[places.count - 1] + text.count) }
    bytes.append(contentsOf: repeatElement(0, count: places[texts.count] - start))
    bytes.withUnsafeMutableBytes { bytes in
      for (text, place) in zip(texts, places) {
        guard let from = text.baseAddress else { continue }
        bytes.baseAddress.map { $0 + place }?.copyMemory(from: from, byteCount: text.count)
      }
    }
    ends.append(places.dropFirst())
  }

  package mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// Asks for memory for `count` texts in all, which are as long as those of another column.
  package mutating func reserve(_ count: Int, like other: TextColumn) {
    ends.reserveColumn(count)
    let new = max(0, count - self.count)
    bytes.reserveColumn(bytes.count + new * (other.bytes.count / max(1, other.count) + 1))
  }

  /// Appends the texts of another column.
  package mutating func append(_ other: TextColumn) {
    let start = bytes.count
    bytes += other.bytes
    ends.append(other.ends, adding: start)
  }

  /// Takes back all texts from row `count` on.
  package mutating func truncate(to count: Int) {
    guard ends.count > count else { return }
    ends.truncate(to: count)
    bytes.removeLast(bytes.count - (ends.last ?? 0))
  }

  /// The text of a row, as typed; empty where nothing is written.
  package subscript(row: Int) -> String {
    String(decoding: bytes[range(row)], as: UTF8.self)
  }

  /// Gives the UTF-8 bytes of a row to `body`, without a String.
  package func withBytes<Result>(
    _ row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(row)])) }
  }

  /// Whether the row has no text.
  package func isEmpty(_ row: Int) -> Bool { range(row).isEmpty }

  private func range(_ row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }
}

import CScan

/// Finds the ends of fields and records in a piece of UTF-8, 64 bytes at a time.
///
/// Only separators, quotes and line ends matter; their places come as bit masks, and the loop below
/// runs once for each of them, never for the bytes between. `PlainScanner` is the same in the
/// obvious way and the judge of this one.
struct RecordScanner {
  let separator: UInt8

  /// What stands in the buffers after a scan.
  struct Result {
    /// Number of whole records found, and of their fields.
    var records = 0
    var fields = 0
    /// Bytes used by whole records, their line ends included.
    var used = 0
    /// The rest begins a record that ends with a quote still open.
    var isOpen = false
  }

  /// Scans `bytes`, which begin with a record, into `buffers`.
  ///
  /// Without `isLast` a record that reaches the end of the bytes is left for the next piece.
  func scan(_ bytes: UnsafeRawBufferPointer, isLast: Bool, into buffers: RecordBuffers) -> Result {
    var result = Result()
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), !bytes.isEmpty else {
      return result
    }
    buffers.reserve(bytes.count)
    let (count, ends) = (bytes.count, buffers.fieldEnds)
    var fields = 0
    var firstField = 0
    var fieldStart = 0
    var recordStart = 0
    var lines = 0  // line ends inside quotes of the record so far
    var isQuoted = false
    var hasQuote = false
    var skip = -1  // a byte already dealt with: second quote of a pair, LF of CRLF

    @inline(__always) func endRecord(_ end: Int, next: Int) {
      ends[fields] = UInt32(truncatingIfNeeded: end)
      fields += 1
      buffers.records[result.records] = RecordBuffers.Record(
        start: UInt32(truncatingIfNeeded: recordStart),
        firstField: UInt32(truncatingIfNeeded: firstField),
        fieldCount: UInt32(truncatingIfNeeded: fields - firstField),
        innerLines: UInt32(truncatingIfNeeded: lines), hasQuote: hasQuote)
      result.records += 1
      firstField = fields
      recordStart = next
      fieldStart = next
      lines = 0
      hasQuote = false
    }

    var block = 0
    var tail = (
      UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0)
    )
    while block < count {
      var quotes: UInt64
      var marks: UInt64
      if block + 64 <= count {
        let p = base + block
        quotes = cscan_equal(p, 0x22)
        marks = cscan_equal(p, separator) | cscan_equal(p, 0x0A) | cscan_equal(p, 0x0D)
      } else {
        // The last bytes, padded with zeros that match nothing.
        (quotes, marks) = withUnsafeMutableBytes(of: &tail) { padded in
          padded.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[block...]))
          guard let p = padded.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
            return (0, 0)
          }
          return (
            cscan_equal(p, 0x22),
            cscan_equal(p, separator) | cscan_equal(p, 0x0A) | cscan_equal(p, 0x0D)
          )
        }
      }
      var events = quotes | marks
      while events != 0 {
        let i = block + events.trailingZeroBitCount
        let bit = events & (0 &- events)
        events ^= bit
        if i == skip { continue }
        let byte = base[i]
        if isQuoted {
          if byte == 0x22 {
            if i + 1 < count, base[i + 1] == 0x22 {
              skip = i + 1
            } else {
              isQuoted = false
            }
          } else if byte == 0x0A {
            lines += 1
          } else if byte == 0x0D {
            // CR of CRLF counts with its LF.
            if i + 1 >= count || base[i + 1] != 0x0A { lines += 1 }
          }
          continue
        }
        if byte == separator {
          ends[fields] = UInt32(truncatingIfNeeded: i)
          fields += 1
          fieldStart = i + 1
        } else if byte == 0x22 {
          hasQuote = true
          if i == fieldStart { isQuoted = true }
        } else if byte == 0x0A {
          endRecord(i, next: i + 1)
        } else if i + 1 < count {
          let isPair = base[i + 1] == 0x0A
          if isPair { skip = i + 1 }
          endRecord(i, next: isPair ? i + 2 : i + 1)
        } else if isLast {
          endRecord(i, next: i + 1)
        }
      }
      block += 64
    }
    result.used = recordStart
    result.fields = firstField
    result.isOpen = isQuoted
    if isLast, recordStart < count, !isQuoted {
      endRecord(count, next: count)
      result.used = count
      result.fields = fields
    }
    return result
  }
}

/// Where the fields and records of the current piece end; reused from piece to piece.
final class RecordBuffers {
  struct Record {
    var start: UInt32
    var firstField: UInt32
    var fieldCount: UInt32
    var innerLines: UInt32
    var hasQuote: Bool
  }

  /// End of each field in the piece, exclusive.
  private(set) var fieldEnds: UnsafeMutablePointer<UInt32>
  private(set) var records: UnsafeMutablePointer<Record>
  private var capacity = 0

  init() {
    fieldEnds = .allocate(capacity: 1)
    records = .allocate(capacity: 1)
  }

  deinit {
    fieldEnds.deallocate()
    records.deallocate()
  }

  /// Makes room for a piece of `bytes`: no piece has more fields or records than bytes, plus one.
  func reserve(_ bytes: Int) {
    guard bytes + 1 > capacity else { return }
    fieldEnds.deallocate()
    records.deallocate()
    capacity = bytes + 1
    fieldEnds = .allocate(capacity: capacity)
    records = .allocate(capacity: capacity)
  }
}

import CScan

/// Finds the ends of fields and records in a piece of UTF-8, 64 bytes at a time.
///
/// Only separators, quotes and line ends matter; their places come as bit masks. What stands in
/// quotes follows from the parity of the quotes before it, as long as quotes stand where the rules
/// want them; a block with a quote elsewhere is walked quote by quote. `PlainScanner` has the same
/// rules in the obvious way and is the judge of this one.
struct RecordScanner {
  let separator: UInt8

  /// What stands in the table after a scan.
  struct Result {
    /// Number of whole records found.
    var records = 0
    /// Bytes used by whole records, their line ends included.
    var used = 0
    /// Line ends in the bytes used; CRLF is one.
    var lines = 0
    /// The rest begins a record that ends with a quote still open.
    var isOpen = false
  }

  /// Scans `bytes`, which begin with a record, into `table`.
  ///
  /// Without `isLast` a record that reaches the end of the bytes is left for the next piece.
  func scan(_ bytes: UnsafeRawBufferPointer, isLast: Bool, into table: inout RecordTable) -> Result
  {
    guard let text = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), !bytes.isEmpty else {
      return Result()
    }
    let count = bytes.count
    table.reserve(count)
    var walk = Walk(text: text, count: count, isLast: isLast, table: table)
    var block = 0
    while block + 64 <= count {
      walk.take(cscan_block(text + block, separator), at: block)
      block += 64
    }
    if block < count {
      // The last bytes, padded with zeros that match nothing.
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { padded in
        guard let target = padded.baseAddress else { return }
        padded.initialize(repeating: 0)
        target.update(from: text + block, count: count - block)
        walk.take(cscan_block(target, separator), at: block)
      }
    }
    return walk.finish()
  }

  /// Line ends before the quote that is open at the end of the last bytes of a file, which begin
  /// with a record.
  func linesBeforeOpenQuote(_ bytes: UnsafeRawBufferPointer) -> Int {
    PlainScanner(separator: separator).records(Array(bytes)).openLine.map { $0 - 1 } ?? 0
  }

  /// The state of a scan between two blocks.
  private struct Walk {
    private let text: UnsafePointer<UInt8>
    private let count: Int
    private let isLast: Bool
    private let edges: UnsafeMutablePointer<UInt32>
    private let records: UnsafeMutablePointer<RecordPiece.Record>

    /// Number of edges so far; the first is the place before the piece.
    private var edgeCount = 1
    private var recordCount = 0
    /// The edge before the record being read, and the lines of the piece before it.
    private var firstEdge = 0
    private var recordLine = 0
    private var lines = 0

    /// All ones inside quotes.
    private var inside: UInt64 = 0
    /// 1 when the byte before the block ended a field, closed a quoted field, or was CR.
    private var endedField: UInt64 = 1
    private var closedQuote: UInt64 = 0
    private var wasReturn: UInt64 = 0

    init(text: UnsafePointer<UInt8>, count: Int, isLast: Bool, table: borrowing RecordTable) {
      self.text = text
      self.count = count
      self.isLast = isLast
      edges = table.edges
      records = table.records
      edges[0] = UInt32.max
    }

    @inline(__always)
    mutating func take(_ masks: cscan_masks, at block: Int) {
      let lineEnds = masks.feeds | masks.returns
      var marks = masks.separators | lineEnds
      if masks.quotes | inside != 0 {
        marks = unquotedMarks(marks, quotes: masks.quotes)
      } else {
        closedQuote = 0
      }
      endedField = marks &>> 63

      let before = edgeCount
      edgeCount &+= cscan_places(
        marks, UInt32(truncatingIfNeeded: block), edges + edgeCount)

      if lineEnds != 0 {
        // LF of CRLF is a mark, so that a record begins behind a mark, but no line end of its own.
        var ends = masks.returns | masks.feeds & ~(masks.returns &<< 1 | wasReturn)
        while ends != 0 {
          let bit = ends & (0 &- ends)
          ends ^= bit
          lines &+= 1
          if marks & bit != 0 {
            endRecord(
              at: before &+ (marks & (bit &- 1)).nonzeroBitCount,
              isReturn: masks.returns & bit != 0)
          }
        }
      }
      wasReturn = masks.returns &>> 63
    }

    /// Notes the record whose last field ends at an edge.
    @inline(__always)
    private mutating func endRecord(at edge: Int, isReturn: Bool) {
      var next = edge
      if isReturn {
        let place = Int(edges[edge]) &+ 1
        if place == count {
          // LF may follow in the next piece: the record is left to it.
          if !isLast { return }
        } else if text[place] == 0x0A {
          next = edge &+ 1
        }
      }
      records[recordCount] = RecordPiece.Record(
        firstEdge: UInt32(truncatingIfNeeded: firstEdge),
        fieldCount: UInt32(truncatingIfNeeded: edge &- firstEdge),
        line: UInt32(truncatingIfNeeded: recordLine))
      recordCount &+= 1
      firstEdge = next
      recordLine = lines
    }

    /// The marks outside quotes.
    @inline(__always)
    private mutating func unquotedMarks(_ marks: UInt64, quotes: UInt64) -> UInt64 {
      // Each bit becomes the parity of the quotes up to and with it.
      var parity = quotes
      parity ^= parity &<< 1
      parity ^= parity &<< 2
      parity ^= parity &<< 4
      parity ^= parity &<< 8
      parity ^= parity &<< 16
      parity ^= parity &<< 32
      let within = parity ^ inside
      let withinBefore = within &<< 1 | inside & 1
      let outer = marks & ~within
      let closing = quotes & withinBefore
      // A quote opens at the beginning of a field, or again right behind one that closed.
      let allowed = (outer | closing) &<< 1 | endedField | closedQuote
      if quotes & ~withinBefore & ~allowed != 0 { return walkQuotes(marks, quotes: quotes) }
      closedQuote = closing &>> 63
      inside = 0 &- (within &>> 63)
      return outer
    }

    /// The same where a quote stands in an unquoted field or in the text behind a closing quote,
    /// and so is text itself.
    @inline(never)
    private mutating func walkQuotes(_ marks: UInt64, quotes: UInt64) -> UInt64 {
      var outer: UInt64 = 0
      var isInside = inside != 0
      // Places in the block of the last mark and the last closing quote; −1 is the byte before it.
      var lastMark = endedField != 0 ? -1 : -2
      var lastClosing = closedQuote != 0 ? -1 : -2
      var rest = marks | quotes
      while rest != 0 {
        let place = rest.trailingZeroBitCount
        let bit = rest & (0 &- rest)
        rest ^= bit
        if isInside {
          if quotes & bit != 0 {
            isInside = false
            lastClosing = place
          }
        } else if quotes & bit != 0 {
          isInside = lastMark == place - 1 || lastClosing == place - 1
        } else {
          outer |= bit
          lastMark = place
        }
      }
      closedQuote = !isInside && lastClosing == 63 ? 1 : 0
      inside = isInside ? UInt64.max : 0
      return outer
    }

    mutating func finish() -> Result {
      var used = Int(edges[firstEdge] &+ 1)
      let isOpen = inside != 0
      if isLast, used < count, !isOpen {
        edges[edgeCount] = UInt32(truncatingIfNeeded: count)
        endRecord(at: edgeCount, isReturn: false)
        used = count
      }
      return Result(records: recordCount, used: used, lines: recordLine, isOpen: isOpen)
    }
  }
}

/// Hands the pieces of one reader to several threads, and their results back in order.
///
/// Unchecked, because the compiler cannot see it: the reader is used under `turn` only, and all
/// that varies under `monitor` only.
final class PieceQueue<Result: Sendable>: @unchecked Sendable {
  private let reader: CSVReader
  /// Pieces that may be read before the oldest is taken, so that results cannot pile up.
  private let ahead: Int
  private let turn = Monitor()
  private let monitor = Monitor()

  private var results: [Int: Result] = [:]
  /// Number of pieces read, and of results taken.
  private var issued = 0
  private var taken = 0
  /// No piece is read any more.
  private var isEnded = false
  private var isStopped = false
  private var failureSeen: CSVFailure?

  init(_ reader: CSVReader, ahead: Int) {
    self.reader = reader
    self.ahead = ahead
  }

  /// Why reading ended, if not at the end of the file.
  var failure: CSVFailure? { monitor.locked { isStopped ? nil : failureSeen } }

  /// Reads the next piece and gives its number; nil when there is none.
  func next(into piece: inout RecordPiece, waits: Bool) -> Int? {
    monitor.locked {
      while waits, issued - taken >= ahead, !isEnded { monitor.wait() }
    }
    piece.settle(reader.checksumLine)
    let number = read(into: &piece)
    if number != nil { reader.checksumLine?.work() }
    return number
  }

  private func read(into piece: inout RecordPiece) -> Int? {
    // The turn goes from thread to thread, and with it the reader.
    turn.lock()
    defer { turn.unlock() }
    if monitor.locked({ isEnded }) { return nil }
    var isThere = false
    var failure: CSVFailure?
    do throws(CSVFailure) {
      isThere = try reader.readPiece(&piece)
    } catch {
      failure = error
    }
    return monitor.locked {
      guard isThere else {
        isEnded = true
        failureSeen = failure
        monitor.wakeAll()
        return nil
      }
      issued += 1
      return issued - 1
    }
  }

  func put(_ result: Result, _ number: Int) {
    monitor.locked {
      results[number] = result
      monitor.wakeAll()
    }
  }

  /// The next result in the order of the file; nil when it is not there yet or, having waited, when
  /// there are no more.
  func ready(waits: Bool) -> Result? {
    monitor.locked {
      while !isStopped {
        if let result = results.removeValue(forKey: taken) {
          taken += 1
          monitor.wakeAll()
          return result
        }
        if !waits || (isEnded && taken == issued) { return nil }
        monitor.wait()
      }
      return nil
    }
  }

  /// Ends reading and forgets what was read.
  func stop() {
    monitor.locked {
      (isEnded, isStopped) = (true, true)
      results = [:]
      monitor.wakeAll()
    }
  }
}

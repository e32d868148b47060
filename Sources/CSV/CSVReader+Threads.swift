extension CSVReader {
  /// Pieces that the calling thread reads before it asks for others.
  private static let piecesAlone = 2

  /// Reads all records on several threads, piece by piece.
  ///
  /// The threads take turns at reading a piece, finding its records and counting its lines, so
  /// that every record has its line at once and nothing is guessed about quotes; what `read` does
  /// with a piece goes on side by side. It must be the greater part for a second thread to help.
  ///
  /// - Parameters:
  ///   - threads: number of threads, the calling one included.
  ///   - worker: makes what one thread keeps from piece to piece.
  ///   - read: works through one piece.
  ///   - take: is given the results in the order of the file, on the calling thread; false to stop.
  /// - Throws: the failure of `forEachRecord`, when all pieces before it have been taken.
  package func forEachPiece<Worker, Result: Sendable>(
    threads: Int, worker: @escaping @Sendable () -> Worker,
    read: @escaping @Sendable (inout Worker, borrowing RecordPiece) -> Result,
    take: (Result) -> Bool
  ) throws(CSVFailure) {
    let queue = PieceQueue<Result>(self, ahead: 4 * max(1, threads))
    var others: [WorkerThread] = []
    var own = worker()
    var piece = RecordPiece()
    while let number = queue.next(into: &piece, waits: false) {
      // Threads cost a short file more than they save.
      if number == CSVReader.piecesAlone {
        others = (1..<max(1, threads)).compactMap { _ in
          WorkerThread {
            var own = worker()
            var piece = RecordPiece()
            while let number = queue.next(into: &piece, waits: true) {
              queue.put(read(&own, piece), number)
            }
          }
        }
      }
      queue.put(read(&own, piece), number)
      while let result = queue.ready(waits: false) {
        if !take(result) { queue.stop() }
      }
    }
    while let result = queue.ready(waits: true) {
      if !take(result) { queue.stop() }
    }
    for other in others { other.join() }
    if let failure = queue.failure { throw failure }
  }
}

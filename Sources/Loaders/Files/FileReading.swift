import CSV

/// The rows of one short file, read on whatever thread: several such files are read side by side,
/// and put into the tables of their kinds one after the other.
struct FileReading: Sendable {
  private(set) var batches: [RowBatch] = []
  private(set) var failure: CSVFailure?
  let checksum: String
  let format: CSVFormat

  /// Longer files are read piece by piece on all threads instead.
  private static let longest = 1 << 19

  /// Reads the file; nil when it is long, or cannot be opened any more.
  ///
  /// - Parameter context: the reading thread's, which knows the words of the files before.
  init?(_ file: InputFile, _ plan: ReadingPlan, _ context: LoadContext) {
    guard let size = file.size, size <= FileReading.longest, let reader = try? file.open() else {
      return nil
    }
    reader.separator = plan.separator
    var batches: [RowBatch] = []
    do {
      try reader.forEachPiece(
        threads: 1, worker: { RowReader(plan, context) },
        read: { reader, piece in reader.read(piece) },
        take: { batch in
          batches.append(batch)
          return !batch.outcome.needsOrder
        })
    } catch {
      failure = error
    }
    self.batches = batches
    checksum = reader.checksum
    format = reader.format
  }
}

import CSV
import Diagnostics
import Quantities
import Records

/// One reading of one file: batches of rows, as threads read them, put behind each other into the
/// table of the kind. What comes of it does not depend on the number of threads.
struct FilePass {
  let plan: ReadingPlan
  /// The columns that are read, for what is said about them afterwards.
  let decoders: [ColumnDecoder]
  private(set) var outcome = RowOutcome()

  private let context: LoadContext
  private let empty: TableBuilder
  /// Stores of the kind's table for those of a batch.
  private var targets: [Int] = []

  init(_ plan: ReadingPlan, context: LoadContext) {
    self.plan = plan
    self.context = context
    let reader = RowReader(plan, LoadContext(plan))
    decoders = reader.decoders
    empty = reader.batch.rows
  }

  /// Reads the file's rows into `builder`; stops early when the days of a column must be looked
  /// over first.
  ///
  /// - Parameters:
  ///   - size: bytes of the file where known, for memory asked for ahead.
  ///   - told: is called with the number of pieces that are read, after each.
  mutating func read(
    _ reader: CSVReader, size: Int? = nil, into builder: inout TableBuilder,
    told: (Int) -> Void = { _ in }
  ) throws(CSVFailure) {
    targets = builder.stores(for: empty)
    let plan = plan
    var pieces = 0
    do throws(CSVFailure) {
      try reader.forEachPiece(
        threads: WorkerCount.ofThisMachine, worker: { RowReader(plan, LoadContext(plan)) },
        read: { reader, piece in reader.read(piece) },
        take: { batch in
          if pieces == 0, let size { builder.reserve(size / CSVReader.pieceSize, like: batch.rows) }
          take(batch, &builder)
          pieces += 1
          told(pieces)
          return !outcome.needsOrder
        })
    } catch {
      guard case .unclosedQuote(let line) = error else { throw error }
      rejectUnclosed(line)
    }
  }

  /// Takes the rows of a file that was read before.
  mutating func take(_ reading: FileReading, into builder: inout TableBuilder) throws(CSVFailure) {
    targets = builder.stores(for: empty)
    for batch in reading.batches { take(batch, &builder) }
    guard let failure = reading.failure else { return }
    guard case .unclosedQuote(let line) = failure else { throw failure }
    rejectUnclosed(line)
  }

  private mutating func take(_ batch: RowBatch, _ builder: inout TableBuilder) {
    batch.context.map.learn(batch.news, context)
    outcome.append(batch.outcome, at: builder.table.count)
    builder.append(batch.rows, to: targets, batch.context.map)
  }

  /// The record that a quote opens and nothing closes: one rejected row, nothing after it is used.
  private mutating func rejectUnclosed(_ line: Int) {
    outcome.balance.rows += 1
    outcome.balance.rejected += 1
    outcome.note(reason: "unclosed-quote")
    let full = "\(plan.kind.rawValue).unclosed-quote"
    let finding = Finding(.error, full, [:], at: Place(file: plan.name, line: line))
    outcome.findings.add(finding)
    outcome.setAside.append(
      SetAsideRow(
        source: SourceRow(file: Int32(plan.file), line: Int32(truncatingIfNeeded: line)),
        cause: .rejected, code: full, reason: Labels.sentence(finding)))
    outcome.rejects.append(
      RejectedRow(
        file: plan.name, line: line, column: "", code: full, header: plan.cells, cells: []))
  }

  /// Tells what the file as a whole showed.
  mutating func tell(_ finding: Finding) { outcome.findings.add(finding) }
}

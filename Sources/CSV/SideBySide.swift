/// Independent pieces of work, done on several threads.
package enum SideBySide {
  /// The results of `work` for 0 ..< count, in that order.
  ///
  /// - Parameters:
  ///   - threads: number of threads, the calling one included.
  ///   - work: is called once for every number, on any of the threads.
  package static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    map(count, workers: Array(0..<max(1, threads))) { _, number in work(number) }
  }

  /// The same with what one thread keeps from piece to piece: a thread for every worker, which is
  /// given numbers in rising order.
  package static func map<Worker: Sendable, Result: Sendable>(
    _ count: Int, workers: [Worker], _ work: @escaping @Sendable (Worker, Int) -> Result
  ) -> [Result] {
    let results = Results<Result>(count)
    let run: @Sendable (Worker) -> Void = { worker in
      while let number = results.next() { results.put(work(worker, number), number) }
    }
    let others = workers.prefix(count).dropFirst().compactMap { worker in
      WorkerThread { run(worker) }
    }
    if let own = workers.first { run(own) }
    for other in others { other.join() }
    return results.all
  }

  /// What is done and what is not, under a lock.
  private final class Results<Result: Sendable>: Sendable {
    private let monitor = Monitor()
    nonisolated(unsafe) private var slots: [Result?]
    nonisolated(unsafe) private var started = 0

    init(_ count: Int) { slots = Array(repeating: nil, count: count) }

    func next() -> Int? {
      monitor.locked {
        guard started < slots.count else { return nil }
        started += 1
        return started - 1
      }
    }

    func put(_ result: Result, _ number: Int) { monitor.locked { slots[number] = result } }

    var all: [Result] { monitor.locked { slots.compactMap { $0 } } }
  }
}

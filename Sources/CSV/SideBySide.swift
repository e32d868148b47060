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
    var all: [Result] = []
    all.reserveCapacity(count)
    forEach(count, workers: workers, work) { _, result in all.append(result) }
    return all
  }

  /// The same, with each result given to the calling thread in the order of the numbers, while others
  /// are still made.
  package static func forEach<Worker: Sendable, Result: Sendable>(
    _ count: Int, workers: [Worker], _ work: @escaping @Sendable (Worker, Int) -> Result,
    take: (Int, Result) -> Void
  ) {
    let results = Results<Result>(count)
    let others = workers.prefix(count).dropFirst().compactMap { worker in
      WorkerThread {
        while let number = results.next() { results.put(work(worker, number), number) }
      }
    }
    var taken = 0
    while taken < count {
      if let result = results.take(taken, waits: false) {
        take(taken, result)
        taken += 1
      } else if let own = workers.first, let number = results.next() {
        results.put(work(own, number), number)
      } else if let result = results.take(taken, waits: true) {
        take(taken, result)
        taken += 1
      }
    }
    for other in others { other.join() }
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

    func put(_ result: Result, _ number: Int) {
      monitor.locked {
        slots[number] = result
        monitor.wakeAll()
      }
    }

    /// The result of a number, which is given away; nil where it is not there and not waited for.
    func take(_ number: Int, waits: Bool) -> Result? {
      monitor.locked {
        while waits, slots[number] == nil { monitor.wait() }
        let result = slots[number]
        slots[number] = nil
        return result
      }
    }
  }
}

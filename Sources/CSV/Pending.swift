/// Work that goes on beside the calling thread until its value is asked for.
///
/// Unchecked, because the compiler cannot see it: what varies is touched under the monitor only.
package final class Pending<Value: Sendable>: @unchecked Sendable {
  private let monitor = Monitor()
  private let work: @Sendable () -> Value
  private var isTaken = false
  private var result: Value?

  /// Starts the work on a thread of its own.
  package init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    // Without a thread the work is done when its value is asked for.
    WorkerThread { [self] in run() }?.detach()
  }

  /// A value that is there already.
  package init(value: Value) {
    work = { value }
    (isTaken, result) = (true, value)
  }

  /// What the work gave; waits for it, or does it where no thread has begun to.
  package var value: Value {
    run()
    return monitor.locked {
      while true {
        if let result { return result }
        monitor.wait()
      }
    }
  }

  private func run() {
    let isMine = monitor.locked {
      defer { isTaken = true }
      return !isTaken
    }
    guard isMine else { return }
    let value = work()
    monitor.locked {
      result = value
      monitor.wakeAll()
    }
  }
}

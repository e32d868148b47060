/// Independent pieces of work that a thread beside does in their order, while the calling one asks for
/// them in its own: what nobody has begun when it is asked for, the caller does.
///
/// Unchecked, because the compiler cannot see it: what varies is touched under the monitor only.
package final class Ahead<Key: Hashable & Sendable, Value: Sendable>: @unchecked Sendable {
  private enum Piece {
    case waiting, begun, done(Value)
    /// The caller does it.
    case left
  }

  private let monitor = Monitor()
  private var pieces: [Key: Piece]

  /// Starts the thread.
  ///
  /// - Parameters:
  ///   - keys: the pieces, those first that shall be done first.
  ///   - work: is called on the thread; what it gives does the pieces.
  package init(_ keys: [Key], work: @escaping @Sendable () -> (Key) -> Value) {
    pieces = Dictionary(keys.map { ($0, .waiting) }, uniquingKeysWith: { first, _ in first })
    guard !keys.isEmpty else { return }
    WorkerThread { [self] in
      let work = work()
      for key in keys where begins(key) {
        let value = work(key)
        monitor.locked {
          pieces[key] = .done(value)
          monitor.wakeAll()
        }
      }
    }?.detach()
  }

  /// The value of a piece that the thread has done, or has begun and is waited for; nil for one that
  /// the caller has to do.
  package func value(of key: Key) -> Value? {
    monitor.locked {
      while let piece = pieces[key] {
        switch piece {
        case .done(let value): return value
        case .begun: monitor.wait()
        case .waiting, .left:
          pieces[key] = .left
          return nil
        }
      }
      return nil
    }
  }

  private func begins(_ key: Key) -> Bool {
    monitor.locked {
      guard case .waiting? = pieces[key] else { return false }
      pieces[key] = .begun
      return true
    }
  }
}

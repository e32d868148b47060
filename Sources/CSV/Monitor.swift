import Glibc

/// A lock, and waiting for what others change under it.
final class Monitor: Sendable {
  // Threads hold the addresses of both, so they must not move.
  nonisolated(unsafe) private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(
    capacity: 1)
  nonisolated(unsafe) private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(
    capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  func lock() { pthread_mutex_lock(mutex) }
  func unlock() { pthread_mutex_unlock(mutex) }

  func locked<Result>(_ body: () -> Result) -> Result {
    lock()
    defer { unlock() }
    return body()
  }

  /// Waits, inside `locked`, for `wakeAll`.
  func wait() { pthread_cond_wait(changed, mutex) }

  /// Lets all who wait look again.
  func wakeAll() { pthread_cond_broadcast(changed) }
}

import Checksum

/// The checksum of a file whose pieces several threads read: they stand in line in the order of the
/// file, and whichever thread comes by works off those that are next.
///
/// A digest is the one thing that must be found byte after byte. So that nobody waits for it, it is
/// found outside the turn in which a piece is read, from the memory of the piece, which is not
/// filled anew before `settle`.
///
/// Unchecked, because the compiler cannot see it: all that varies does so under `monitor`, but for
/// the digest, which belongs to the one thread that `isBusy` stands for.
final class ChecksumLine: @unchecked Sendable {
  private let monitor = Monitor()
  private var digest = SHA256()
  private var isBusy = false
  /// Stretches that stand in line, and how many have stood and been worked off.
  private var waiting: [Int: UnsafeRawBufferPointer] = [:]
  private var issued = 0
  private var done = 0

  /// Puts the next bytes of the file in line; they must stay where they are until their number is
  /// settled. One thread at a time calls this.
  func add(_ bytes: UnsafeRawBufferPointer) -> Int {
    monitor.locked {
      waiting[issued] = bytes
      issued += 1
      return issued - 1
    }
  }

  /// Works off what stands first in line, unless another thread is at it.
  func work() {
    while let bytes = next() {
      digest.update(bytes)
      monitor.locked {
        isBusy = false
        done += 1
        monitor.wakeAll()
      }
    }
  }

  private func next() -> UnsafeRawBufferPointer? {
    monitor.locked {
      guard !isBusy, let bytes = waiting.removeValue(forKey: done) else { return nil }
      isBusy = true
      return bytes
    }
  }

  /// Comes back when the bytes of a number, and all before them, are worked off.
  func settle(_ number: Int) {
    work()
    monitor.locked {
      while done <= number { monitor.wait() }
    }
  }

  /// Works off the next bytes of the file at once: they may change afterwards.
  func take(_ bytes: UnsafeRawBufferPointer) { settle(add(bytes)) }

  /// SHA-256 of all bytes, lower-case hexadecimal. Called once, at the end.
  func finish() -> String {
    settle(monitor.locked { issued } - 1)
    return SHA256.hexadecimal(digest.finish())
  }
}

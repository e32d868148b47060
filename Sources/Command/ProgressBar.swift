import Glibc
import Loaders
import Quantities
import Synchronization

/// Shows on a terminal how far a long file is read, and nothing anywhere else: cron's mail and
/// files stay as they are.
final class ProgressBar: Sendable {
  private struct State {
    var lastShown: Int64
    var isShown = false
  }

  /// Reading that is over sooner than this shows nothing; the line changes this often at most.
  private static let milliseconds: Int64 = 150

  private let language: Language
  private let state: Mutex<State>

  /// Nil where no person looks.
  init?(_ console: Console) {
    guard !console.isQuiet, isatty(STDERR_FILENO) == 1 else { return nil }
    language = console.language
    state = Mutex(State(lastShown: ProgressBar.now))
  }

  func show(_ progress: ReadingProgress) {
    let line = ProgressBar.line(progress, language)
    state.withLock { state in
      let now = ProgressBar.now
      guard now - state.lastShown >= ProgressBar.milliseconds else { return }
      state.lastShown = now
      state.isShown = true
      Console.put("\r\u{1B}[K" + line, to: STDERR_FILENO)
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      if state.isShown { Console.put("\r\u{1B}[K", to: STDERR_FILENO) }
      state.isShown = false
    }
  }

  /// 读入 来访.csv ████████░░░░░░░░░░░░ 40%
  private static func line(_ progress: ReadingProgress, _ language: Language) -> String {
    let filled = progress.percent / 5
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
    return "\(Words("读入", "reading")[language]) \(progress.file) \(bar) \(progress.percent)%"
  }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

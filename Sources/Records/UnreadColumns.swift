import Synchronization

/// Columns that files have and that were left unread because no figure that was asked for needs them,
/// and whether somebody asked for one of them all the same: then everything must be read after all.
package final class UnreadColumns: Sendable {
  private let asked = Mutex<Set<Field>>([])

  package init() {}

  func note(_ field: Field) { asked.withLock { _ = $0.insert(field) } }

  /// Columns that were asked for and are not there.
  package var missed: Set<Field> { asked.withLock { $0 } }
}

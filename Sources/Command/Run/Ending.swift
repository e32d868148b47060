import ArgumentParser

/// The end of a command that has done its work: the memory of a large office is not given back piece
/// by piece, which takes as long as a few figures; it ends with the process.
enum Ending {
  /// Ends the process with success while `kept` is still held.
  static func success(keeping kept: some Any) -> Never {
    withExtendedLifetime(kept) { Anchang.exit() }
  }
}

/// A finished file, and what had to be changed on the way.
package struct Written: Sendable {
  /// UTF-8.
  package let bytes: [UInt8]
  /// Characters that HTML or XML 1.0 forbid, each written as U+FFFD; worth a warning.
  package let replacedCharacters: Int
}
